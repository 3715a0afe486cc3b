/* What a page says of itself, so that the frame can list it, open it, and load it only then. */
import type { ComponentType } from "preact";

export type Params = Record<string, string>;

export type Entry = {
  path: string; // a pattern: "/conferences/:conference/plan"
  title: () => string; // in the menu
  group: "mine" | "before" | "during" | "after" | "office";
  isFor: () => boolean; // whether the roles of whoever is signed in open it
  isHidden?: boolean; // opened from another page, not from the menu
  load: () => Promise<{ default: ComponentType<{ params: Params }> }>;
};
