/* Pages of staff before the day: set-up, plan, notices, preparation, allocation, points and screens. */
import type { Entry } from "../entry";
import { holds, isStaff } from "../me";
import { t } from "../words";
import { hasNoOffice } from "./naming";

const begins = () => isStaff() || hasNoOffice();
const looksAfterHalls = () => isStaff() || holds("technician");

export const pages: readonly Entry[] = [
  { path: "/first-day", title: () => t("Các bước chuẩn bị", "Getting ready"), group: "before", isFor: begins, load: () => import("./first-day") },
  { path: "/new-conference", title: () => t("Lập hội nghị", "New conference"), group: "before", isFor: isStaff, isHidden: true, load: () => import("./new-conference") },
  { path: "/conferences/:conference/about", title: () => t("Nội dung, nhóm Zalo", "Topics and groups"), group: "before", isFor: isStaff, load: () => import("./about") },
  { path: "/conferences/:conference/points", title: () => t("Điểm cầu, màn hình", "Points and screens"), group: "before", isFor: isStaff, load: () => import("./points") },
  { path: "/conferences/:conference/new-point", title: () => t("Thêm điểm cầu", "Add a point"), group: "before", isFor: isStaff, isHidden: true, load: () => import("./new-point") },
  { path: "/points/:point", title: () => t("Điểm cầu", "Point"), group: "before", isFor: isStaff, isHidden: true, load: () => import("./point") },
  { path: "/conferences/:conference/times", title: () => t("Lớp và giờ", "Sessions and times"), group: "before", isFor: isStaff, load: () => import("./times") },
  { path: "/conferences/:conference/new-session", title: () => t("Thêm lớp", "Add a session"), group: "before", isFor: isStaff, isHidden: true, load: () => import("./new-session") },
  { path: "/sessions/:session/change", title: () => t("Sửa lớp", "Change a session"), group: "before", isFor: isStaff, isHidden: true, load: () => import("./session-change") },
  { path: "/conferences/:conference/exclusions", title: () => t("Diện không triệu tập", "Not convened"), group: "before", isFor: isStaff, load: () => import("./exclusions") },
  { path: "/conferences/:conference/allocation", title: () => t("Phân bổ lớp", "Allocation"), group: "before", isFor: isStaff, load: () => import("./allocation") },
  { path: "/conferences/:conference/units/:unit/allocation", title: () => t("Phân bổ của đơn vị", "A unit's allocation"), group: "before", isFor: isStaff, isHidden: true, load: () => import("./unit-allocation") },
  { path: "/conferences/:conference/summonses", title: () => t("Giấy triệu tập", "Summonses"), group: "before", isFor: isStaff, load: () => import("./summonses") },
  { path: "/conferences/:conference/notices", title: () => t("Thông báo", "Notices"), group: "before", isFor: isStaff, load: () => import("./notices") },
  { path: "/conferences/:conference/preparation", title: () => t("Điểm cầu sẵn sàng", "Preparation"), group: "before", isFor: looksAfterHalls, load: () => import("./preparation") },
  { path: "/points/:point/preparation", title: () => t("Chuẩn bị điểm cầu", "Preparation of a point"), group: "before", isFor: looksAfterHalls, isHidden: true, load: () => import("./point-preparation") },
  { path: "/conferences/:conference/running", title: () => t("Mở, đóng lớp", "Open and close"), group: "during", isFor: isStaff, load: () => import("./running") },
  { path: "/sessions/:session/run", title: () => t("Điều hành lớp", "Run a session"), group: "during", isFor: isStaff, isHidden: true, load: () => import("./run") },
  { path: "/letterhead", title: () => t("Thể thức văn bản", "Letterhead"), group: "office", isFor: isStaff, load: () => import("./letterhead") },
];
