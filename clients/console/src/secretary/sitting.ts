/* Whose class it is now: the unit, the session that most of it is convened to, and the units below. */
import { signal } from "@preact/signals";
import { api, ask, type Outcome, type Schemas } from "../api";
import { areRead, conferenceId, conferences } from "../chosen";
import { sessionsOf } from "../lists";
import { me } from "../me";
import { persist } from "../reading";
import type { Session } from "./words";

export type Unit = { id: string; name: string };
export type Roll = Schemas["Roll"];
export type TreeUnit = Schemas["TreeUnit"];

const NEWEST = 2; // the next quarter's conference may be planned while this one is held
const LOOKED_AT = 4;
const SCHOOL = /trường học|^chi bộ trường/i;

function keptIn(name: string) {
  const kept = signal(sessionStorage.getItem(`diemdanh-${name}`) ?? "");
  kept.subscribe((value) => sessionStorage.setItem(`diemdanh-${name}`, value)); // an id, never a name
  return kept;
}

export const unitId = keptIn("unit");
export const sessionId = keptIn("session");
export const sessions = signal<readonly Session[]>([]);
export const below = signal<readonly TreeUnit[]>([]); // the tree of one's own unit, that unit first

/* One's own first, then those that were lent. */
export function ownUnits(): Unit[] {
  const mine = (me.value?.grants ?? []).filter((grant) => grant.role === "secretary").sort((one, other) => Number(one.deputy) - Number(other.deputy));
  return mine.map((grant) => ({ id: grant.unit_id, name: grant.unit_name })).filter((each, i, all) => all.findIndex((other) => other.id === each.id) === i);
}

/* Of these one's own unit is told apart by looking: it is chosen, or a unit below it is. */
export function chosenUnit(): Unit | undefined {
  const own = ownUnits();
  return own.find((each) => each.id === unitId.value) ?? below.value.find((each) => each.id === unitId.value) ?? own[0];
}

export const chosenSession = (): Session | undefined => sessions.value.find((each) => each.id === sessionId.value);
export const isWhole = (unit: Unit): boolean => ownUnits().some((each) => each.id === unit.id);
export const nameOf = (id: string | null): string => below.value.find((each) => each.id === id)?.name ?? ownUnits().find((each) => each.id === id)?.name ?? "";

export function isSchool(id: string): boolean {
  const unit = below.value.find((each) => each.id === id);
  return unit !== undefined && SCHOOL.test(`${unit.bloc ?? ""}`) || SCHOOL.test(unit?.name ?? "");
}

export function readRoll(session: string, unit: string, signal?: AbortSignal): Promise<Outcome<Roll>> {
  return ask((inTime) => api.GET("/api/v1/sessions/{session_id}/units/{unit_id}/roll", { signal: inTime, params: { path: { session_id: session, unit_id: unit } } }), signal);
}

/* Those that are on come first, then the nearest to now. */
function inOrder(found: readonly Session[]): Session[] {
  const rank: Record<Session["state"], number> = { open: 0, rehearsing: 1, closed: 2, planned: 2, locked: 3, postponed: 4, cancelled: 5 };
  const away = (each: Session) => {
    const when = each.starts_at ?? each.opened_at;
    return when ? Math.abs(Date.parse(when) - Date.now()) : Number.MAX_SAFE_INTEGER;
  };
  return [...found].sort((one, other) => rank[one.state] - rank[other.state] || away(one) - away(other) || one.ordinal - other.ordinal);
}

async function readSessions(ids: readonly string[]): Promise<Session[]> {
  const found = await Promise.all(ids.map((id) => persist(() => sessionsOf(id))));
  return inOrder(found.flatMap((each) => (each.kind === "ok" ? each.value : [])).filter((each) => each.state !== "cancelled"));
}

/* Of several that are on, the one that convenes most of the unit: a commune has cells in both forms. */
async function likeliest(of: readonly Session[], unit: string): Promise<Session | undefined> {
  const open = of.filter((each) => each.state === "open");
  const looked = (open.length > 1 ? open : of).slice(0, LOOKED_AT);
  if (looked.length < 2) return looked[0];
  const rolls = await Promise.all(looked.map((each) => persist(() => readRoll(each.id, unit))));
  const convened = rolls.map((roll) => (roll.kind === "ok" ? roll.value.total.convened : 0));
  if (open.length > 1) return looked[convened.indexOf(Math.max(...convened))];
  return looked.find((_, i) => convened[i]! > 0) ?? looked[0];
}

async function readBelow(unit: string): Promise<void> {
  if (below.value[0]?.id === unit) return;
  const found = await persist(() => ask((signal) => api.GET("/api/v1/units/{unit_id}/tree", { signal, params: { path: { unit_id: unit } } })));
  if (found.kind === "ok") below.value = found.value.items;
}

const FRESH_MS = 60_000;
let isFirst = true;
let turn = 0;
let foundFor = "";
let foundAt = 0;
let rootBefore = "";

/* Finds the class again: what was chosen before stays chosen while it is there. */
export async function find(): Promise<void> {
  const mine = (turn += 1);
  const [own] = ownUnits();
  if (!areRead.value || !own) return;
  const byDate = [...conferences.value].sort((one, other) => other.created_at.localeCompare(one.created_at));
  const ids = isFirst ? byDate.slice(0, NEWEST).map((each) => each.id) : [conferenceId.value];
  if (!isWhole({ id: unitId.value, name: "" }) && below.value.length === 0) unitId.value = own.id;
  const root = isWhole({ id: unitId.value, name: "" }) ? unitId.value : (below.value[0]?.id ?? own.id);
  if (foundFor === `${conferenceId.value}${root}` && performance.now() - foundAt < FRESH_MS) return;
  const [found] = await Promise.all([readSessions(ids), readBelow(root)]);
  if (mine !== turn) return;
  const kept = rootBefore && rootBefore !== root ? undefined : found.find((each) => each.id === sessionId.value);
  const chosen = kept ?? (await likeliest(found, unitId.value));
  if (mine !== turn) return;
  isFirst = false;
  if (chosen) conferenceId.value = chosen.conference_id;
  sessions.value = found.filter((each) => each.conference_id === conferenceId.value);
  sessionId.value = chosen?.id ?? "";
  rootBefore = root;
  foundFor = `${conferenceId.value}${root}`;
  foundAt = performance.now();
  hasFound.value = true;
}

export const hasFound = signal(false);

export function forget(): void {
  isFirst = true;
  foundFor = "";
  rootBefore = "";
  hasFound.value = false;
  below.value = [];
  sessions.value = [];
}
