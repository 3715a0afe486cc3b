/* Who is signed in, and what his roles open to him. */
import { signal } from "@preact/signals";
import { api, ask, type Outcome, type Schemas } from "./api";
import { t } from "./words";

export type Me = Schemas["Me"];
export type Role = Schemas["Role"];

export const me = signal<Me | null>(null);

export async function readMe(): Promise<Outcome<Me>> {
  const outcome = await ask((signal) => api.GET("/api/v1/me", { signal }));
  if (outcome.kind === "ok") me.value = outcome.value;
  return outcome;
}

export function holds(...roles: readonly Role[]): boolean {
  return me.value?.grants.some((grant) => roles.includes(grant.role)) ?? false;
}

export const isStaff = () => holds("district_admin", "district_staff");
export const isAdmin = () => holds("district_admin");
export const isSecretary = () => holds("secretary");

export function unitsAs(role: Role): { id: string; name: string }[] {
  return (me.value?.grants ?? []).filter((grant) => grant.role === role).map((grant) => ({ id: grant.unit_id, name: grant.unit_name }));
}

export function roleName(role: Role): string {
  const names: Record<Role, string> = {
    district_admin: t("Quản trị của Ban Tuyên giáo", "District administrator"),
    district_staff: t("Cán bộ Ban Tuyên giáo", "District staff"),
    technician: t("Kỹ thuật", "Technician"),
    viewer: t("Theo dõi", "Viewer"),
    secretary: t("Bí thư", "Secretary"),
    operator: t("Người trực điểm cầu", "Point operator"),
  };
  return names[role];
}
