/* What sessions, forms, reports and evidence are called on every page: one word per thing, as in docs/GLOSSARY.md. */
import type { Schemas } from "../api";
import { t } from "../words";
import type { Tone } from "./basics";

export type Form = Schemas["Form"];
export type Said = { name: string; tone: Tone };

export const FORMS: readonly Form[] = ["line", "meet"];

export const formName = (form: Form): string =>
  form === "line" ? t("Trực tuyến bằng đường truyền", "Dedicated line") : t("Trực tuyến qua Google Meet", "Google Meet");

export function sessionState(state: Schemas["SessionState"]): Said {
  const states: Record<Schemas["SessionState"], Said> = {
    planned: { name: t("Chưa mở", "Planned"), tone: "plain" },
    rehearsing: { name: t("Đang chạy thử", "Rehearsing"), tone: "wait" },
    postponed: { name: t("Hoãn", "Postponed"), tone: "wait" },
    cancelled: { name: t("Hủy", "Cancelled"), tone: "bad" },
    open: { name: t("Đang điểm danh", "Open"), tone: "good" },
    closed: { name: t("Đã đóng", "Closed"), tone: "plain" },
    locked: { name: t("Đã khóa danh sách", "Locked"), tone: "plain" },
  };
  return states[state];
}

export const reportKind = (kind: Schemas["ReportKind"]): string =>
  kind === "quick" ? t("Báo cáo nhanh", "Quick report") : t("Báo cáo kết quả", "Result report");

/* Nobody has begun the report where there is no state. */
export function reportState(state: Schemas["ReportState"] | null | undefined): Said {
  if (!state) return { name: t("Chưa lập", "Not begun"), tone: "plain" };
  const states: Record<Schemas["ReportState"], Said> = {
    draft: { name: t("Bản nháp", "Draft"), tone: "plain" },
    submitted: { name: t("Đã gửi", "Handed in"), tone: "wait" },
    returned: { name: t("Trả lại", "Returned"), tone: "bad" },
    accepted: { name: t("Đã chấp nhận", "Accepted"), tone: "good" },
  };
  return states[state];
}

export const evidenceName = (evidence: Schemas["Evidence"]): string =>
  ({
    qr: t("quét mã QR", "QR scanned"),
    digits: t("nhập 6 số", "6 digits"),
    first: t("điểm danh lần đầu", "first check-in"),
    claimed: t("tự khai tên", "name claimed"),
    assisted: t("điểm danh hộ", "helped"),
    late: t("gửi muộn", "late"),
    stream: t("qua màn hình Meet", "by the Meet screen"),
    client: t("phần mềm khác gửi", "by another program"),
    roster: t("bí thư ghi", "ticked"),
    paper: t("danh sách giấy", "paper list"),
  })[evidence];
