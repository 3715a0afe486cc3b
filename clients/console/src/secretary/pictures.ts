/*
 * Pictures that are not yet at the server: sent one at a time until each is answered, with one Idempotency-Key for
 * each. They also lie on the browser's shelf, so that a page that was closed goes on.
 */
import { signal } from "@preact/signals";
import { newKey, upload, type Problem, type Schemas } from "../api";
import { soon, waitMs } from "../reading";
import { all, drop, put } from "./kept";

export type Picture = { key: string; owner: string; report: string; name: string; at: number; blob: Blob };
export type Sending = Picture & { percent: number; isSending: boolean; isKept: boolean };
type Photo = Schemas["PhotoView"];

export const pictures = signal<readonly Sending[]>([]);
export const refused = signal<Problem | undefined>(undefined);

let owner = "";
let isAtWork = false;
let whenDone: (picture: Sending, photo: Photo) => void = () => undefined;

export function onDone(act: typeof whenDone): void {
  whenDone = act;
}

function change(key: string, to: Partial<Sending>): void {
  pictures.value = pictures.value.map((each) => (each.key === key ? { ...each, ...to } : each));
}

export async function add(report: string, blob: Blob, name: string): Promise<void> {
  const picture: Picture = { key: newKey(), owner, report, name, at: Date.now(), blob };
  const isKept = await put("pictures", picture);
  pictures.value = [...pictures.value, { ...picture, percent: 0, isSending: false, isKept }];
  void sendAll();
}

export function cancel(key: string): void {
  pictures.value = pictures.value.filter((each) => each.key !== key);
  drop("pictures", key);
}

async function sendAll(): Promise<void> {
  if (isAtWork || !owner) return;
  isAtWork = true;
  let tries = 0;
  for (let next = pictures.value[0]; next; next = pictures.value[0]) {
    const { key } = next;
    const form = new FormData();
    form.append("file", next.blob, next.name);
    change(key, { isSending: true, percent: 0 });
    const outcome = await upload<Photo>(`/api/v1/reports/${next.report}/photos`, form, key, (percent) => change(key, { percent }));
    change(key, { isSending: false });
    if (outcome.kind === "refused" && outcome.problem.status === 401) {
      owner = ""; // signed out: it lies on the shelf for the next time
      break;
    }
    const isLater = outcome.kind === "later" || (outcome.kind === "refused" && outcome.problem.status === 429);
    if (isLater) {
      tries += 1;
      await new Promise<void>((resolve) => soon(resolve, waitMs(outcome.kind === "later" ? outcome : { retryAfter: 0 }, tries)));
      continue;
    }
    tries = 0;
    cancel(key);
    if (outcome.kind === "ok") whenDone(next, outcome.value);
    else if (outcome.kind === "refused") refused.value = outcome.problem;
  }
  isAtWork = false;
}

/* Whoever is signed in sends what he left here, and nobody else's. */
export async function begin(account: string): Promise<void> {
  if (owner === account) return;
  owner = account;
  const kept = (await all<Picture>("pictures")).filter((each) => each.owner === account);
  pictures.value = kept.sort((one, other) => one.at - other.at).map((each) => ({ ...each, percent: 0, isSending: false, isKept: true }));
  void sendAll();
}

window.addEventListener("beforeunload", (event) => {
  if (pictures.value.some((each) => !each.isKept)) event.preventDefault(); // the rest goes on the next time
});
