/* Pages of staff before the day: set-up, plan, notices, preparation, allocation, points and screens. */
import type { Entry } from "../entry";

export const pages: readonly Entry[] = [];
