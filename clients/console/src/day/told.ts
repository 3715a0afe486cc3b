/* What other programs may be told of. */
import type { Schemas } from "../api";
import { t } from "../words";

const NAMES: Record<Schemas["ToldAct"], () => string> = {
  "session.added": () => t("thêm lớp", "session added"),
  "session.changed": () => t("đổi giờ, đổi lớp", "session changed"),
  "session.postponed": () => t("hoãn lớp", "session postponed"),
  "session.cancelled": () => t("hủy lớp", "session cancelled"),
  "session.opened": () => t("mở lớp", "session opened"),
  "session.closed": () => t("đóng lớp", "session closed"),
  "session.reopened": () => t("mở lại lớp", "session reopened"),
  "session.locked": () => t("khóa danh sách", "roster locked"),
  "incident.added": () => t("có vấn đề phát sinh", "incident told"),
  "incident.changed": () => t("vấn đề phát sinh được giải quyết", "incident changed"),
  "report.submitted": () => t("đơn vị gửi báo cáo", "report submitted"),
  "report.amended": () => t("đơn vị gửi bản bổ sung", "report amended"),
  "report.returned": () => t("báo cáo bị trả lại", "report returned"),
  "report.accepted": () => t("báo cáo được chấp nhận", "report accepted"),
  "conference.closed": () => t("đóng hội nghị", "conference closed"),
  "conference.summary_amended": () => t("tổng hợp có bản bổ sung", "summary amended"),
};

export const TOLD = Object.keys(NAMES) as Schemas["ToldAct"][];
export const toldName = (act: string): string => (NAMES as Partial<Record<string, () => string>>)[act]?.() ?? act;
