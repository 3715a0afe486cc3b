/*
 * Ticks that are not yet at the server: sent in order, one list at a time, until each is answered.
 * Each list keeps its Idempotency-Key, and lies on the browser's shelf as ids alone: a reload loses nothing.
 */
import { signal } from "@preact/signals";
import { api, ask, newKey, type Outcome, type Schemas } from "../api";
import { tell } from "../parts/asking";
import { soon, waitMs } from "../reading";
import { unsaved } from "../saving";
import { t } from "../words";
import { all, drop, put } from "./kept";

type Entry = Schemas["MarkEntry"];
export type Mark = Omit<Entry, "member_ids" | "row_numbers" | "unit_id">;
type List = {
  key: string;
  owner: string;
  at: number;
  session: string;
  unit: string;
  ticks: { member: string; mark: Mark | null }[]; // null: a mark that is taken back, alone in its list
};
type Skipped = Schemas["SkippedMember"];

const MOST_TOGETHER = 100;
const BEFORE = -1_000_000; // ids of what is shown as unsaved: apart from those of saving.ts

/* What was ticked here and is not in what the page has read: by session and member. */
export const written = signal<ReadonlyMap<string, { mark: Mark | null; isSaved: boolean }>>(new Map());
export const skipped = signal<readonly Skipped[]>([]);

let lists: List[] = [];
const names = new Map<string, string>();
const tried = new Set<string>();
let owner = "";
let isSending = false;
let press: (() => void) | null = null;
let tries = 0;

export const keyOf = (session: string, member: string): string => `${session}/${member}`;

function note(session: string, member: string, told: { mark: Mark | null; isSaved: boolean } | null): void {
  const next = new Map(written.value);
  if (told) next.set(keyOf(session, member), told);
  else next.delete(keyOf(session, member));
  written.value = next;
}

/* The page has read the list anew: what was saved before is in it. */
export function haveRead(): void {
  written.value = new Map([...written.value].filter(([, each]) => !each.isSaved));
}

function show(): void {
  const others = unsaved.value.filter((each) => each.id >= 0);
  const mine = press ? lists.flatMap((list) => list.ticks.map((tick) => names.get(tick.member) ?? t("Một người đã ghi trước đó", "Somebody ticked before"))) : [];
  unsaved.value = [...others, ...mine.map((what, i) => ({ id: BEFORE + i, what, tries, press: () => press?.() }))];
}

const isFree = (list: List): boolean => list.ticks.some((tick) => tick.mark?.note);

function shelve(list: List): void {
  if (!isFree(list)) void put("ticks", list); // a note may hold a name: never written to disk
}

export function tick(session: string, unit: string, member: { id: string; name: string }, mark: Mark | null): void {
  names.set(member.id, member.name);
  note(session, member.id, { mark, isSaved: false });
  const last = lists[lists.length - 1];
  const joins =
    mark !== null && last && !tried.has(last.key) && last.session === session && last.unit === unit &&
    last.ticks.length < MOST_TOGETHER && last.ticks.every((each) => each.mark && each.member !== member.id);
  const list = joins ? last : { key: newKey(), owner, at: Date.now(), session, unit, ticks: [] };
  list.ticks.push({ member: member.id, mark });
  if (!joins) lists.push(list);
  shelve(list);
  show();
  void sendAll();
}

/* Takes back what was never sent. → whether it could. */
export function takeBack(session: string, member: string, before: Mark | null | undefined): boolean {
  const last = lists[lists.length - 1];
  if (!last || tried.has(last.key) || !last.ticks.some((each) => each.member === member)) return false;
  last.ticks = last.ticks.filter((each) => each.member !== member);
  if (last.ticks.length === 0) leave(last);
  else shelve(last);
  note(session, member, before === undefined ? null : { mark: before, isSaved: true });
  show();
  return true;
}

function leave(list: List): void {
  lists = lists.filter((each) => each !== list);
  tried.delete(list.key);
  drop("ticks", list.key);
}

function send(list: List): Promise<Outcome<Schemas["MarksWritten"] | undefined>> {
  const [first] = list.ticks;
  if (list.ticks.length === 1 && first && first.mark === null) {
    const path = { session_id: list.session, member_id: first.member };
    return ask((signal) => api.DELETE("/api/v1/sessions/{session_id}/marks/{member_id}", { signal, params: { path } }));
  }
  const marks = list.ticks.map((each): Entry => ({ ...each.mark!, member_ids: [each.member] }));
  return ask((signal) =>
    api.POST("/api/v1/sessions/{session_id}/marks", {
      signal,
      params: { path: { session_id: list.session }, header: { "idempotency-key": list.key } },
      body: { unit_id: list.unit, names_confirmed: false, marks },
    }),
  );
}

function settle(list: List, outcome: Exclude<Awaited<ReturnType<typeof send>>, { kind: "later" }>): void {
  const isGone = outcome.kind === "refused" && outcome.problem.status === 404 && list.ticks[0]?.mark === null;
  const left = outcome.kind === "ok" ? (outcome.value?.skipped ?? []) : [];
  for (const each of list.ticks) {
    const isLast = !lists.some((other) => other.ticks.some((tick) => tick.member === each.member));
    if (!isLast) continue; // a later tick of the same person stands
    const isWritten = (outcome.kind === "ok" || isGone) && !left.some((one) => one.member_id === each.member);
    note(list.session, each.member, isWritten ? { mark: each.mark, isSaved: true } : null);
  }
  if (left.length > 0) skipped.value = [...skipped.value, ...left];
  if (outcome.kind === "refused" && !isGone) tell(`${outcome.problem.title}. ${outcome.problem.detail}`);
}

const isLater = (outcome: Awaited<ReturnType<typeof send>>) => outcome.kind === "later" || (outcome.kind === "refused" && outcome.problem.status === 429);

async function sendAll(): Promise<void> {
  if (isSending || !owner) return;
  isSending = true;
  for (let list = lists[0]; list; list = lists[0]) {
    tried.add(list.key);
    const outcome = await send(list);
    if (outcome.kind === "refused" && outcome.problem.status === 401) {
      owner = ""; // signed out: it lies on the shelf for the next time
      break;
    }
    if (isLater(outcome)) {
      tries += 1;
      await new Promise<void>((resolve) => {
        const end = soon(resolve, waitMs(outcome.kind === "later" ? outcome : { retryAfter: 0 }, tries));
        press = () => {
          end();
          resolve();
        };
        show();
      });
      continue;
    }
    press = null;
    tries = 0;
    leave(list);
    if (outcome.kind !== "later") settle(list, outcome);
    show();
  }
  isSending = false;
}

/* Whoever is signed in sends what he left here, and nobody else's. */
export async function begin(account: string): Promise<void> {
  if (owner === account) return;
  owner = account;
  lists = lists.filter((each) => each.owner === account);
  written.value = new Map();
  for (const list of lists) for (const each of list.ticks) note(list.session, each.member, { mark: each.mark, isSaved: false });
  const left = (await all<List>("ticks")).filter((each) => each.owner === account && !lists.some((one) => one.key === each.key));
  for (const list of left) {
    tried.add(list.key);
    for (const each of list.ticks) note(list.session, each.member, { mark: each.mark, isSaved: false });
  }
  lists = [...left.sort((one, other) => one.at - other.at), ...lists];
  void sendAll();
}

export const waiting = (): number => lists.reduce((sum, each) => sum + each.ticks.length, 0);

window.addEventListener("beforeunload", (event) => {
  if (lists.length > 0) event.preventDefault(); // what is on the shelf goes on, but not while the page is shut
});
