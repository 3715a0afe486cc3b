/* A role on a unit, from a day, perhaps until a day. */
import type { Schemas } from "../api";
import { isAdmin, isStaff, roleName, type Role } from "../me";
import { Check, Field, Select } from "../parts/basics";
import { UnitPicker } from "../parts/unit-picker";
import { t } from "../words";

export type GrantDraft = { role: Role; unit: string; deputy: boolean; from: string; until: string };

export const emptyGrant = (): GrantDraft => ({ role: "secretary", unit: "", deputy: false, from: "", until: "" });

export function grantOf(draft: GrantDraft): Schemas["NewGrant"] {
  return {
    role: draft.role,
    unit_id: draft.unit,
    deputy: draft.deputy,
    ...(draft.from ? { valid_from: draft.from } : {}),
    ...(draft.until ? { valid_until: draft.until } : {}),
  };
}

function roles(): Role[] {
  if (isAdmin()) return ["secretary", "operator", "district_staff", "technician", "viewer", "district_admin"];
  if (isStaff()) return ["secretary", "operator", "technician", "viewer"];
  return ["secretary", "operator"];
}

const MEANING: Record<Role, () => string> = {
  secretary: () => t("Điểm danh, ghi vắng, báo cáo cho đơn vị mình.", "Confirms, marks and reports for the own unit."),
  operator: () => t("Trực màn hình, đổi mã, đếm người ở một điểm cầu.", "The screen and the heads of one point."),
  district_staff: () => t("Lập kế hoạch, mở lớp, nhận báo cáo.", "Plans and runs sessions, receives reports."),
  technician: () => t("Kiểm tra hội trường, đường truyền.", "Halls and lines."),
  viewer: () => t("Xem số liệu, không thấy họ tên.", "Counts, no names."),
  district_admin: () => t("Mọi việc, cả cấp tài khoản.", "Everything, accounts included."),
};

export function GrantFields(props: { value: GrantDraft; onInput: (value: GrantDraft) => void }) {
  const { value } = props;
  const put = (part: Partial<GrantDraft>) => props.onInput({ ...value, ...part });
  return (
    <>
      <Select label={t("Quyền", "Role")} hint={MEANING[value.role]()} value={value.role} onInput={(role) => put({ role: role as Role, deputy: false })} options={roles().map((role) => [role, roleName(role)])} />
      <UnitPicker label={t("Đơn vị", "Unit")} value={value.unit} onChoose={(unit) => put({ unit })} required />
      {value.role === "secretary" && (
        <Check label={t("Chỉ làm thay bí thư ít ngày (tự hết, lâu nhất 7 ngày)", "Only as a deputy, for at most 7 days")} checked={value.deputy} onInput={(deputy) => put({ deputy })} />
      )}
      <div class="fields">
        <Field label={t("Từ ngày", "From")} hint={t("Để trống: ngay bây giờ", "Empty: at once")} type="date" value={value.from} onInput={(from) => put({ from })} />
        <Field label={t("Đến hết ngày", "Until")} hint={value.deputy ? t("Để trống: một ngày", "Empty: one day") : t("Để trống: không hạn", "Empty: no end")} type="date" value={value.until} onInput={(until) => put({ until })} />
      </div>
    </>
  );
}
