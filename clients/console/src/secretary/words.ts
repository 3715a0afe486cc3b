/* The sentences about a roll: reasons, standings, how somebody is known, a head count beside the records. */
import type { Schemas } from "../api";
import type { Tone } from "../parts/basics";
import { evidenceName } from "../parts/naming";
import { clock, count, day, moment, t } from "../words";

export type Row = Schemas["RollRow"];
export type Session = Schemas["SessionView"];
type Reason = Schemas["AbsenceReason"];
type Evidence = Schemas["Evidence"];
type State = Schemas["SessionState"];

export const REASONS: readonly Reason[] = ["OM", "CT", "NV", "TS", "VR", "XA", "HT", "KT", "KH", "KL"];

export function reasonName(reason: Reason): string {
  const names: Record<Reason, string> = {
    OM: t("Ốm", "Ill"),
    CT: t("Công tác", "Away on business"),
    NV: t("Trực, nhiệm vụ đột xuất", "On duty elsewhere"),
    TS: t("Thai sản", "Maternity leave"),
    VR: t("Việc riêng có phép", "Private, with leave"),
    XA: t("Đi làm ăn xa", "Working far away"),
    HT: t("Đi học", "Studying"),
    KT: t("Sự cố kỹ thuật", "Technical trouble"),
    KH: t("Lý do khác", "Another reason"),
    KL: t("Không lý do", "No reason given"),
  };
  return names[reason];
}

export function presenceName(presence: Schemas["Presence"]): string {
  const names: Record<Schemas["Presence"], string> = {
    full: t("Có mặt", "Present"),
    late: t("Đến muộn", "Came late"),
    left_early: t("Về sớm", "Left early"),
    pending: t("Chờ xác nhận", "Waits for you"),
    excused: t("Vắng", "Absent"),
    unexcused: t("Vắng không lý do", "Absent, no reason"),
    unknown: t("Chưa rõ", "Not known yet"),
  };
  return names[presence];
}

/* As `evidenceName`, in a sentence for who decides. */
function evidenceInFull(evidence: Evidence): string {
  const names: Record<Evidence, string> = {
    qr: t("Quét mã bằng máy đã gắn", "Scanned with the own phone"),
    digits: t("Nhập số bằng máy đã gắn", "Typed the code on the own phone"),
    first: t("Tự khai, đúng 4 số thẻ", "Typed the name and the right card digits"),
    claimed: t("Tự gõ tên trên máy của mình, chưa đối chiếu", "Typed the name, nothing to prove it"),
    assisted: t("Người khác gõ tên hộ trên máy họ", "Typed by another person"),
    late: t("Mã gửi muộn, vì lúc đó máy không có mạng", "The code came late: the phone had no network"),
    stream: t("Mã hiện trong phòng Meet chung", "The code shown inside the Meet room"),
    client: t("Phần mềm khác gửi sang", "Sent by another program"),
    roster: t("Ghi tay theo danh sách", "Ticked on the list"),
    paper: t("Chép từ danh sách giấy", "Copied from paper"),
  };
  return names[evidence];
}

function lateness(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return t(`${minutes} phút`, `${minutes} min`);
  return t(`${Math.floor(minutes / 60)} giờ ${minutes % 60} phút`, `${Math.floor(minutes / 60)} h ${minutes % 60} min`);
}

/* How somebody is known, in full. */
export function howKnown(found: { evidence: Evidence | null; late_seconds?: number | null }): string {
  if (!found.evidence) return "";
  const late = typeof found.late_seconds === "number" ? t(`, muộn ${lateness(found.late_seconds)}`, `, ${lateness(found.late_seconds)} late`) : "";
  return evidenceInFull(found.evidence) + late;
}

export const hasCome = (row: Row): boolean => ["full", "late", "left_early"].includes(row.presence);
export const isAbsent = (row: Row): boolean => row.presence === "excused" || row.presence === "unexcused";

export type Standing = { tone: Tone; word: string; more: string };

/* What stands beside a name, as the badge of the list. */
export function standing(row: Row): Standing {
  const { mark } = row;
  if (mark?.kind === "absent") {
    const none = mark.reason === "KL";
    return { tone: "bad", word: presenceName(none ? "unexcused" : "excused"), more: none || !mark.reason ? "" : reasonName(mark.reason).toLowerCase() };
  }
  if (mark) {
    const more = mark.departed_at ? t(`về lúc ${clock(mark.departed_at)}`, `left at ${clock(mark.departed_at)}`) : t("ghi tay", "ticked");
    return { tone: "good", word: presenceName(row.presence), more };
  }
  if (row.is_on_duty) return { tone: "good", word: t("Làm nhiệm vụ", "On duty"), more: "" };
  if (row.presence === "unknown") return { tone: "plain", word: presenceName("unknown"), more: "" };
  if (row.presence === "excused") return { tone: "plain", word: presenceName("excused"), more: t("giảm sinh hoạt", "reduced duty") };
  if (row.presence === "pending") {
    const evidence = row.pending[0]?.evidence ?? row.evidence;
    return { tone: "wait", word: presenceName("pending"), more: evidence ? evidenceName(evidence) : "" };
  }
  const seen = row.first_arrived_at ? clock(row.first_arrived_at) : "";
  return { tone: "good", word: presenceName(row.presence), more: [row.evidence && evidenceName(row.evidence), seen].filter(Boolean).join(" ") };
}

/* "Bắt đầu 07:30 ngày 15/03/2022. Lớp tự mở lúc 06:45." */
export function sessionTimes(session: Session): string {
  const parts: string[] = [];
  if (session.state === "planned") {
    const { starts_at, opens_ahead_minutes } = session;
    parts.push(starts_at ? t(`Bắt đầu ${moment(starts_at)}.`, `Begins ${moment(starts_at)}.`) : session.date_hint ? `${session.date_hint}.` : t("Chưa có giờ.", "No time yet."));
    if (starts_at && opens_ahead_minutes !== null) {
      const opens = clock(new Date(Date.parse(starts_at) - opens_ahead_minutes * 60_000).toISOString());
      parts.push(t(`Lớp tự mở lúc ${opens}.`, `It opens by itself at ${opens}.`));
    } else parts.push(t("Cán bộ hoặc người trực điểm cầu mở lớp.", "Staff or the point's operator open it."));
  }
  if (session.state === "open" && session.opened_at) parts.push(t(`Mở từ ${moment(session.opened_at)}.`, `Open since ${moment(session.opened_at)}.`));
  if (session.state === "closed" && session.locks_at) parts.push(t(`Còn ghi được; danh sách khóa lúc ${moment(session.locks_at)}.`, `It can still be written; the list locks at ${moment(session.locks_at)}.`));
  if (session.state_reason) parts.push(session.state_reason);
  return parts.join(" ");
}

/* What may be written in a class that is not on; "" where everything may. */
export function early(state: State): string {
  if (state === "planned") return t("Chưa mở lớp: chỉ ghi được người vắng đã biết trước. Mở lớp rồi mới ghi có mặt.", "Not open yet: only absences known before can be written.");
  if (state === "rehearsing") return t("Đang chạy thử: không ghi được gì. Chờ mở lớp.", "A rehearsal: nothing can be written. Wait for the opening.");
  if (state === "postponed") return t("Lớp đã hoãn: không ghi được gì.", "Postponed: nothing can be written.");
  if (state === "cancelled") return t("Lớp đã hủy: không ghi được gì.", "Cancelled: nothing can be written.");
  if (state === "locked") return t("Danh sách đã khóa. Cần sửa, đồng chí báo Ban Tuyên giáo kèm tờ danh sách giấy.", "The list is locked. To change it, send the paper list to the district office.");
  return "";
}

/* A head count beside what is recorded. */
export function difference(heads: { persons: number; guests: number; difference: number }): { tone: Tone; text: string } {
  const guests = heads.guests ? t(`, trong đó ${heads.guests} khách`, `, ${heads.guests} of them guests`) : "";
  const counted = t(`Đếm được ${count(heads.persons)} người${guests}. `, `${count(heads.persons)} persons counted${guests}. `);
  const more = Math.abs(heads.difference);
  if (more === 0) return { tone: "good", text: counted + t("Khớp với số đã ghi có mặt.", "That agrees with the records.") };
  if (heads.difference > 0) {
    return { tone: "wait", text: counted + t(`Nhiều hơn số đã ghi ${more} người: còn ${more} người trong hội trường chưa được ghi.`, `${more} more than recorded: ${more} in the hall are not written down yet.`) };
  }
  return { tone: "bad", text: counted + t(`Ít hơn số đã ghi ${more} người: có ${more} người được ghi mà không thấy trong hội trường.`, `${more} fewer than recorded: ${more} are written down who were not seen.`) };
}

export const onDay = (value: string): string => t(`ngày ${day(value)}`, `on ${day(value)}`);

/* "Điểu Ông" and "dieu ong" fold alike. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
}

/* A number finds its row; words find every name with words that begin like them. */
export function finds(query: string, row: { full_name: string; row_number?: number | null }): boolean {
  const asked = fold(query);
  if (!asked) return true;
  if (/^[0-9]+$/.test(asked)) return String(row.row_number) === asked;
  const inside = ` ${fold(row.full_name)}`;
  return asked.split(" ").every((word) => inside.includes(` ${word}`));
}
