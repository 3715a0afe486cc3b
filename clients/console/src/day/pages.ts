/* Pages of staff on the day and after it, and of the office: live, reports, flags, incidents, summary, accounts. */
import type { Entry } from "../entry";
import { holds, isAdmin, isSecretary, isStaff } from "../me";
import { t } from "../words";

type Pages = typeof import("./of-the-day");

const page = (name: keyof Pages) => async () => ({ default: (await import("./of-the-day"))[name] });

const watches = () => isStaff() || holds("viewer", "technician");
const manages = () => isStaff() || isSecretary();
const reads = () => isStaff() || holds("viewer");

export const pages: readonly Entry[] = [
  { path: "/conferences/:conference/board", title: () => t("Bảng theo dõi", "Live board"), group: "during", isFor: watches, load: page("board") },
  { path: "/sessions/:session/points/:point", title: () => t("Điểm cầu", "Point"), group: "during", isFor: watches, isHidden: true, load: page("point") },
  { path: "/conferences/:conference/incidents", title: () => t("Vấn đề phát sinh", "Incidents"), group: "during", isFor: () => isStaff() || holds("technician"), load: page("incidents") },
  { path: "/conferences/:conference/flags", title: () => t("Dấu hiệu cần xem", "Flags"), group: "during", isFor: isStaff, load: page("flags") },
  { path: "/conferences/:conference/corrections", title: () => t("Sửa ghi nhận", "Corrections"), group: "after", isFor: isStaff, load: page("corrections") },
  { path: "/conferences/:conference/reports", title: () => t("Báo cáo của các đơn vị", "Reports of the units"), group: "after", isFor: reads, load: page("reports") },
  { path: "/reports/:report", title: () => t("Báo cáo", "Report"), group: "after", isFor: reads, isHidden: true, load: page("report") },
  { path: "/conferences/:conference/summary", title: () => t("Tổng hợp", "Summary"), group: "after", isFor: reads, load: page("summary") },
  { path: "/units", title: () => t("Đơn vị, đảng viên", "Units and members"), group: "office", isFor: isStaff, load: page("units") },
  { path: "/units/:unit", title: () => t("Đơn vị", "Unit"), group: "office", isFor: isStaff, isHidden: true, load: page("unit") },
  { path: "/import", title: () => t("Nhập danh sách", "Import members"), group: "office", isFor: isStaff, load: page("import") },
  { path: "/data-requests", title: () => t("Đề nghị về dữ liệu", "Data requests"), group: "office", isFor: manages, load: page("requests") },
  { path: "/accounts", title: () => t("Tài khoản", "Accounts"), group: "office", isFor: manages, load: page("accounts") },
  { path: "/accounts/:account", title: () => t("Tài khoản", "Account"), group: "office", isFor: manages, isHidden: true, load: page("account") },
  { path: "/audit", title: () => t("Nhật ký kiểm tra", "Audit trail"), group: "office", isFor: isAdmin, load: page("audit") },
  { path: "/deliveries", title: () => t("Thư và tin gửi đi", "Mails and messages"), group: "office", isFor: isStaff, load: page("deliveries") },
  { path: "/clients", title: () => t("Phần mềm kết nối", "Connected programs"), group: "office", isFor: isAdmin, load: page("clients") },
  { path: "/webhooks", title: () => t("Báo tin cho phần mềm khác", "Webhooks"), group: "office", isFor: isAdmin, load: page("webhooks") },
  { path: "/retention", title: () => t("Thời hạn lưu dữ liệu", "Retention"), group: "office", isFor: isAdmin, load: page("keeping") },
  { path: "/breaches", title: () => t("Lộ dữ liệu", "Breaches"), group: "office", isFor: isAdmin, load: page("breaches") },
];
