/* How the pages of the plan call forms, states, kinds and times: one word per thing, as in docs/GLOSSARY.md. */
import type { Schemas } from "../api";
import { me, unitsAs } from "../me";
import type { Tone } from "../parts/basics";
import { moment, t } from "../words";
import type { Session } from "./readings";

export type Form = Schemas["Form"];

export const FORMS: readonly Form[] = ["line", "meet"];

export function formName(form: Form): string {
  return form === "line" ? t("Trực tuyến bằng đường truyền", "Dedicated line") : t("Trực tuyến qua Google Meet", "Google Meet");
}

export function stateName(state: Session["state"]): string {
  const names: Record<Session["state"], string> = {
    planned: t("Chưa mở", "Planned"),
    rehearsing: t("Đang chạy thử", "Rehearsing"),
    postponed: t("Hoãn", "Postponed"),
    cancelled: t("Hủy", "Cancelled"),
    open: t("Đang điểm danh", "Open"),
    closed: t("Đã đóng", "Closed"),
    locked: t("Đã khóa danh sách", "Locked"),
  };
  return names[state];
}

export function stateTone(state: Session["state"]): Tone {
  if (state === "open") return "good";
  if (state === "rehearsing" || state === "postponed") return "wait";
  return state === "cancelled" ? "bad" : "plain";
}

/* When a session is, or what the plan says of it before a time is set. */
export function timeOf(session: Pick<Session, "starts_at" | "date_hint">): string {
  if (session.starts_at) return moment(session.starts_at);
  return session.date_hint ?? t("chưa có giờ", "no time yet");
}

export function lackName(lack: Schemas["Lack"]): string {
  const names: Record<Schemas["Lack"], string> = {
    unmarked: t("chưa làm", "not done"),
    failed: t("không đạt", "failed"),
    outdated: t("đã cũ, làm lại", "outdated: do it again"),
  };
  return names[lack];
}

export function windowName(kind: Schemas["WindowKind"]): string {
  const names: Record<Schemas["WindowKind"], string> = {
    opening: t("Đầu giờ", "Opening"),
    after_break: t("Sau giải lao", "After the break"),
    closing: t("Cuối giờ", "Closing"),
    unannounced: t("Đột xuất", "Unannounced"),
    rehearsal: t("Chạy thử", "Rehearsal"),
  };
  return names[kind];
}

export function doubtName(doubt: Schemas["Doubt"]): string {
  const names: Record<Schemas["Doubt"], string> = {
    nobody: t("không thấy ai như vậy", "nobody fits"),
    several: t("nhiều người có thể là", "several fit"),
    name_differs: t("đúng số thẻ, khác họ tên", "the card fits, the name does not"),
    card_differs: t("đúng họ tên, khác số thẻ", "the name fits, the card does not"),
    unit_unclear: t("chưa rõ đơn vị", "the unit is unclear"),
  };
  return names[doubt];
}

/* The units whose conferences this account plans. */
export function organisers(): { id: string; name: string }[] {
  const all = [...unitsAs("district_admin"), ...unitsAs("district_staff")];
  return all.filter((each, i) => all.findIndex((other) => other.id === each.id) === i);
}

export function hasNoOffice(): boolean {
  return me.value?.grants.length === 0;
}

export function quarterOf(year: number, quarter: number): string {
  return t(`quý ${["I", "II", "III", "IV"][quarter - 1]} năm ${year}`, `quarter ${quarter} of ${year}`);
}

/* Who confirmed something, and when. */
export function byWhom(confirmed: { confirmed_at: string; by: string }): string {
  return `${confirmed.by}, ${moment(confirmed.confirmed_at)}`;
}
