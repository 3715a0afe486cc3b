/* Pages of a secretary: his class, his people, his reports. */
import type { Entry } from "../entry";
import { isSecretary } from "../me";
import { t } from "../words";

type Pages = typeof import("./of-secretaries");

const page = (name: keyof Pages) => async () => ({ default: (await import("./of-secretaries"))[name] });

const mine = { group: "mine", isFor: isSecretary } as const;

export const pages: readonly Entry[] = [
  { ...mine, path: "/my/today", title: () => t("Lớp hôm nay", "Today's session"), load: page("today") },
  { ...mine, path: "/my/roll", title: () => t("Danh sách", "Roll"), load: page("roll") },
  { ...mine, path: "/my/numbers", title: () => t("Ghi theo số thứ tự", "By row numbers"), isHidden: true, load: page("numbers") },
  { ...mine, path: "/my/pending", title: () => t("Chờ xác nhận", "Waiting for you"), load: page("pending") },
  { ...mine, path: "/my/hall", title: () => t("Hội trường", "The hall"), load: page("hall") },
  { ...mine, path: "/my/reports", title: () => t("Báo cáo", "Reports"), load: page("reports") },
  { ...mine, path: "/my/reports/:report", title: () => t("Báo cáo", "Report"), isHidden: true, load: page("report") },
  { ...mine, path: "/my/absences", title: () => t("Người vắng, học bù", "Absences, make-ups"), load: page("absences") },
  { ...mine, path: "/my/below", title: () => t("Đối chiếu, đơn vị cấp dưới", "Countersign, units below"), load: page("below") },
  { ...mine, path: "/my/phones", title: () => t("Máy của đảng viên", "Members' phones"), load: page("phones") },
  { ...mine, path: "/my/incidents", title: () => t("Vấn đề phát sinh", "Problems"), load: page("incidents") },
];
