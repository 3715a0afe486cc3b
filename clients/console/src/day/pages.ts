/* Pages of staff on the day and after it, and of the office: live, reports, flags, incidents, summary, accounts. */
import type { Entry } from "../entry";
import { holds, isAdmin, isSecretary, isStaff } from "../me";
import { t } from "../words";

const watches = () => isStaff() || holds("viewer", "technician");
const manages = () => isStaff() || isSecretary();
const reads = () => isStaff() || holds("viewer");

export const pages: readonly Entry[] = [
  { path: "/conferences/:conference/board", title: () => t("Bảng theo dõi", "Live board"), group: "during", isFor: watches, load: () => import("./board") },
  { path: "/sessions/:session/points/:point", title: () => t("Điểm cầu", "Point"), group: "during", isFor: watches, isHidden: true, load: () => import("./point") },
  { path: "/conferences/:conference/incidents", title: () => t("Vấn đề phát sinh", "Incidents"), group: "during", isFor: () => isStaff() || holds("technician"), load: () => import("./incidents") },
  { path: "/conferences/:conference/flags", title: () => t("Dấu hiệu cần xem", "Flags"), group: "during", isFor: isStaff, load: () => import("./flags") },
  { path: "/conferences/:conference/corrections", title: () => t("Sửa ghi nhận", "Corrections"), group: "after", isFor: isStaff, load: () => import("./corrections") },
  { path: "/conferences/:conference/reports", title: () => t("Báo cáo của các đơn vị", "Reports of the units"), group: "after", isFor: reads, load: () => import("./reports") },
  { path: "/reports/:report", title: () => t("Báo cáo", "Report"), group: "after", isFor: reads, isHidden: true, load: () => import("./report") },
  { path: "/conferences/:conference/summary", title: () => t("Tổng hợp", "Summary"), group: "after", isFor: reads, load: () => import("./summary") },
  { path: "/units", title: () => t("Đơn vị, đảng viên", "Units and members"), group: "office", isFor: isStaff, load: () => import("./units") },
  { path: "/units/:unit", title: () => t("Đơn vị", "Unit"), group: "office", isFor: isStaff, isHidden: true, load: () => import("./unit") },
  { path: "/import", title: () => t("Nhập danh sách", "Import members"), group: "office", isFor: isStaff, load: () => import("./import") },
  { path: "/data-requests", title: () => t("Đề nghị về dữ liệu", "Data requests"), group: "office", isFor: manages, load: () => import("./requests") },
  { path: "/accounts", title: () => t("Tài khoản", "Accounts"), group: "office", isFor: manages, load: () => import("./accounts") },
  { path: "/accounts/:account", title: () => t("Tài khoản", "Account"), group: "office", isFor: manages, isHidden: true, load: () => import("./account") },
  { path: "/audit", title: () => t("Nhật ký kiểm tra", "Audit trail"), group: "office", isFor: isAdmin, load: () => import("./audit") },
  { path: "/deliveries", title: () => t("Thư và tin gửi đi", "Mails and messages"), group: "office", isFor: isStaff, load: () => import("./deliveries") },
  { path: "/clients", title: () => t("Phần mềm kết nối", "Connected programs"), group: "office", isFor: isAdmin, load: () => import("./clients") },
  { path: "/webhooks", title: () => t("Báo tin cho phần mềm khác", "Webhooks"), group: "office", isFor: isAdmin, load: () => import("./webhooks") },
  { path: "/retention", title: () => t("Thời hạn lưu dữ liệu", "Retention"), group: "office", isFor: isAdmin, load: () => import("./keeping") },
  { path: "/breaches", title: () => t("Lộ dữ liệu", "Breaches"), group: "office", isFor: isAdmin, load: () => import("./breaches") },
];
