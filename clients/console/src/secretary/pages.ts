/* Pages of a secretary: his class, his people, his reports. */
import type { Entry } from "../entry";
import { isSecretary } from "../me";
import { t } from "../words";

export const pages: readonly Entry[] = [
  { path: "/my/today", title: () => t("Lớp hôm nay", "Today's class"), group: "mine", isFor: isSecretary, load: () => import("./today") },
  { path: "/my/roll", title: () => t("Danh sách", "Roll"), group: "mine", isFor: isSecretary, load: () => import("./roll") },
];
