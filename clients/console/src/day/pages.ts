/* Pages of staff on the day and after it, and of the office: live, reports, flags, incidents, summary, accounts. */
import type { Entry } from "../entry";

export const pages: readonly Entry[] = [];
