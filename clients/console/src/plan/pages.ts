/* Pages of staff before the day: set-up, plan, notices, preparation, allocation, points and screens. */
import type { Entry } from "../entry";
import { holds, isStaff } from "../me";
import { t } from "../words";
import { hasNoOffice } from "./naming";

type Pages = typeof import("./of-the-plan");

const page = (name: keyof Pages) => async () => ({ default: (await import("./of-the-plan"))[name] });

const begins = () => isStaff() || hasNoOffice();
const looksAfterHalls = () => isStaff() || holds("technician");

export const pages: readonly Entry[] = [
  { path: "/first-day", title: () => t("Các bước chuẩn bị", "Getting ready"), group: "before", isFor: begins, load: page("firstDay") },
  { path: "/new-conference", title: () => t("Lập hội nghị", "New conference"), group: "before", isFor: isStaff, isHidden: true, load: page("newConference") },
  { path: "/conferences/:conference/about", title: () => t("Nội dung, nhóm Zalo", "Topics and groups"), group: "before", isFor: isStaff, load: page("about") },
  { path: "/conferences/:conference/points", title: () => t("Điểm cầu, màn hình", "Points and screens"), group: "before", isFor: isStaff, load: page("points") },
  { path: "/conferences/:conference/new-point", title: () => t("Thêm điểm cầu", "Add a point"), group: "before", isFor: isStaff, isHidden: true, load: page("newPoint") },
  { path: "/points/:point", title: () => t("Điểm cầu", "Point"), group: "before", isFor: isStaff, isHidden: true, load: page("point") },
  { path: "/conferences/:conference/times", title: () => t("Lớp và giờ", "Sessions and times"), group: "before", isFor: isStaff, load: page("times") },
  { path: "/conferences/:conference/new-session", title: () => t("Thêm lớp", "Add a session"), group: "before", isFor: isStaff, isHidden: true, load: page("newSession") },
  { path: "/sessions/:session/change", title: () => t("Sửa lớp", "Change a session"), group: "before", isFor: isStaff, isHidden: true, load: page("sessionChange") },
  { path: "/conferences/:conference/exclusions", title: () => t("Diện không triệu tập", "Not convened"), group: "before", isFor: isStaff, load: page("exclusions") },
  { path: "/conferences/:conference/allocation", title: () => t("Phân bổ lớp", "Allocation"), group: "before", isFor: isStaff, load: page("allocation") },
  { path: "/conferences/:conference/units/:unit/allocation", title: () => t("Phân bổ của đơn vị", "A unit's allocation"), group: "before", isFor: isStaff, isHidden: true, load: page("unitAllocation") },
  { path: "/conferences/:conference/summonses", title: () => t("Giấy triệu tập", "Summonses"), group: "before", isFor: isStaff, load: page("summonses") },
  { path: "/conferences/:conference/notices", title: () => t("Thông báo", "Notices"), group: "before", isFor: isStaff, load: page("notices") },
  { path: "/conferences/:conference/preparation", title: () => t("Điểm cầu sẵn sàng", "Preparation"), group: "before", isFor: looksAfterHalls, load: page("preparation") },
  { path: "/points/:point/preparation", title: () => t("Chuẩn bị điểm cầu", "Preparation of a point"), group: "before", isFor: looksAfterHalls, isHidden: true, load: page("pointPreparation") },
  { path: "/conferences/:conference/running", title: () => t("Mở, đóng lớp", "Open and close"), group: "during", isFor: isStaff, load: page("running") },
  { path: "/sessions/:session/run", title: () => t("Điều hành lớp", "Run a session"), group: "during", isFor: isStaff, isHidden: true, load: page("run") },
  { path: "/letterhead", title: () => t("Thể thức văn bản", "Letterhead"), group: "office", isFor: isStaff, load: page("letterhead") },
];
