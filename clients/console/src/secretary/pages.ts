/* Pages of a secretary: his class, his people, his reports. */
import type { Entry } from "../entry";
import { isSecretary } from "../me";
import { t } from "../words";

const mine = { group: "mine", isFor: isSecretary } as const;

export const pages: readonly Entry[] = [
  { ...mine, path: "/my/today", title: () => t("Lớp hôm nay", "Today's class"), load: () => import("./today") },
  { ...mine, path: "/my/roll", title: () => t("Danh sách", "Roll"), load: () => import("./roll") },
  { ...mine, path: "/my/numbers", title: () => t("Ghi theo số thứ tự", "By row numbers"), isHidden: true, load: () => import("./numbers") },
  { ...mine, path: "/my/pending", title: () => t("Chờ xác nhận", "Waiting for you"), load: () => import("./pending") },
  { ...mine, path: "/my/hall", title: () => t("Hội trường", "The hall"), load: () => import("./hall") },
  { ...mine, path: "/my/reports", title: () => t("Báo cáo", "Reports"), load: () => import("./reports") },
  { ...mine, path: "/my/reports/:report", title: () => t("Báo cáo", "Report"), isHidden: true, load: () => import("./report") },
  { ...mine, path: "/my/absences", title: () => t("Người vắng, học bù", "Absences, make-ups"), load: () => import("./absences") },
  { ...mine, path: "/my/below", title: () => t("Đối chiếu, đơn vị cấp dưới", "Countersign, units below"), load: () => import("./below") },
  { ...mine, path: "/my/phones", title: () => t("Máy của đảng viên", "Members' phones"), load: () => import("./phones") },
  { ...mine, path: "/my/incidents", title: () => t("Vấn đề phát sinh", "Problems"), load: () => import("./incidents") },
];
