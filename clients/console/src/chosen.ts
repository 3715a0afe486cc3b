/* The conference that the menu leads into: the one of the address, else the newest. */
import { signal } from "@preact/signals";
import { api, type Schemas, whole } from "./api";
import { persist } from "./reading";

export type Conference = Schemas["ConferenceView"];

export const conferences = signal<readonly Conference[]>([]);
export const conferenceId = signal("");
export const areRead = signal(false); // none of them, or not asked yet: that is told apart by this

export async function readConferences(): Promise<void> {
  const outcome = await persist(() =>
    whole((query, signal) => api.GET("/api/v1/conferences", { signal, params: { query } })),
  );
  if (outcome.kind !== "ok") return;
  conferences.value = outcome.value;
  areRead.value = true;
  if (!outcome.value.some((each) => each.id === conferenceId.value)) {
    const newest = [...outcome.value].sort((one, other) => other.created_at.localeCompare(one.created_at))[0];
    conferenceId.value = newest?.id ?? "";
  }
}

export function inConference(path: string): string {
  return path.replace(":conference", conferenceId.value);
}
