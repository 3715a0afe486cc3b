/* Pages of a secretary: his class, his people, his reports. */
import type { Entry } from "../entry";

export const pages: readonly Entry[] = [];
