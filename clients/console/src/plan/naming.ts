/* How the pages of the plan call lacks, windows, doubts and times: one word per thing, as in docs/GLOSSARY.md. */
import type { Schemas } from "../api";
import type { Session } from "../lists";
import { me, unitsAs } from "../me";
import { moment, t } from "../words";

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
