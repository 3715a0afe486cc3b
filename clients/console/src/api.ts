/* The public API, typed by openapi/v1.json, and the sign-in that its calls carry. */
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "../../sdk/typescript/src/schema";
import { language } from "./words";

export type Schemas = components["schemas"];
export type Problem = Schemas["ProblemDetails"];

export type Outcome<T> =
  | { kind: "ok"; value: T; etag: string | null }
  | { kind: "refused"; problem: Problem }
  | { kind: "later"; cause: "network" | "busy" | "fault"; retryAfter: number }; // seconds, 0 = none named

const TIMEOUT_MS = 20_000;
const RENEW_AGAIN_MS = 2000;
const KEPT_AS = "diemdanh-sign-in";
const AS_FORM = { "Content-Type": "application/x-www-form-urlencoded" };

type Tokens = { access: string; refresh: string };
let tokens: Tokens | null = null;
let renewing: Promise<boolean> | null = null;
let whenOver: () => void = () => undefined;
let hasEnded = false; // and whoever works here has not signed in again yet
const waiting: (() => void)[] = [];

/*
 * The refresh token leaves memory only while the page goes away, and is taken back when it comes again: a reload
 * stays signed in, and a copied tab, whose token would end the sign-in of both, finds none.
 */
export function keepOverReload(): void {
  window.addEventListener("pagehide", () => {
    if (tokens) sessionStorage.setItem(KEPT_AS, tokens.refresh);
  });
  window.addEventListener("pageshow", () => sessionStorage.removeItem(KEPT_AS));
}

export async function resume(): Promise<boolean> {
  const refresh = sessionStorage.getItem(KEPT_AS);
  sessionStorage.removeItem(KEPT_AS);
  if (!refresh) return false;
  tokens = { access: "", refresh };
  while (tokens) {
    if (await renew()) return true;
    await new Promise((resolve) => setTimeout(resolve, RENEW_AGAIN_MS)); // a bad line signs nobody out
  }
  hasEnded = false;
  return false;
}

/* `act` is called once when the sign-in has ended; what is on the page stays. */
export function onSignInOver(act: () => void): void {
  whenOver = act;
}

function inTime(signal: AbortSignal | null | undefined): AbortSignal {
  const own = new AbortController();
  setTimeout(() => own.abort(), TIMEOUT_MS);
  signal?.addEventListener("abort", () => own.abort());
  return own.signal;
}

async function issue(form: Record<string, string>): Promise<Outcome<Schemas["TokenPair"]>> {
  // A client of a third party gets no refresh token; a person does.
  return (await ask(() => open.POST("/api/v1/auth/token", { body: form as never, headers: AS_FORM }))) as Outcome<Schemas["TokenPair"]>;
}

const speaking: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", language.value);
    return request;
  },
};

/* Sends again with a new access token (one lives ten minutes) what was refused for an old one. */
async function authorised(request: Request): Promise<Response> {
  if (hasEnded) await signedInAgain(request.signal);
  const again = request.clone();
  const answer = await fetch(withToken(request));
  if (answer.status !== 401 || !tokens) return answer;
  if (!(await renew())) await signedInAgain(request.signal);
  return fetch(withToken(again));
}

function withToken(request: Request): Request {
  if (tokens) request.headers.set("Authorization", `Bearer ${tokens.access}`);
  return request;
}

/* Nothing that was done is lost with a sign-in: it waits until the same person has signed in again. */
function signedInAgain(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!hasEnded) reject(new Error("the line broke")); // renewing got no answer: the same may be sent again
    waiting.push(resolve);
    signal.addEventListener("abort", () => reject(new Error("not signed in")));
  });
}

export function goOn(): void {
  for (const resolve of waiting.splice(0)) resolve();
}

const settings = { baseUrl: location.origin, credentials: "same-origin", cache: "no-store" } as const;
const open = createClient<paths>({ ...settings });
open.use(speaking);

export const api = createClient<paths>({ ...settings, fetch: authorised });
api.use(speaking);

function renew(): Promise<boolean> {
  renewing ??= (async () => {
    const outcome = await issue({ grant_type: "refresh_token", refresh_token: tokens?.refresh ?? "" });
    if (outcome.kind === "ok") {
      tokens = { access: outcome.value.access_token, refresh: outcome.value.refresh_token };
    } else if (outcome.kind === "refused") {
      tokens = null;
      hasEnded = true;
      whenOver();
    }
    renewing = null;
    return outcome.kind === "ok";
  })();
  return renewing;
}

type Answered<T> = { data?: T | undefined; error?: unknown; response: Response };

/* Never rejects: an answer, a refusal, or "later" where the same may be sent again. */
export async function ask<T>(send: (signal: AbortSignal) => Promise<Answered<T>>, signal?: AbortSignal): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await send(inTime(signal));
    const retryAfter = Number(response.headers.get("Retry-After")) || 0;
    if (response.ok) return { kind: "ok", value: data as T, etag: response.headers.get("ETag") };
    if (response.status >= 500 || response.status === 408) {
      return { kind: "later", cause: response.status === 503 ? "busy" : "fault", retryAfter };
    }
    return { kind: "refused", problem: error as Problem };
  } catch {
    return { kind: "later", cause: "network", retryAfter: 0 };
  }
}

export type Listed<T> = { items: T[]; next_cursor?: string | null };
export type SendPage<T> = (query: { limit: number; cursor?: string }, signal: AbortSignal) => Promise<Answered<Listed<T>>>;

/* Every item of a list: page after page. */
export async function whole<T>(send: SendPage<T>, signal?: AbortSignal): Promise<Outcome<T[]>> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) };
    const outcome = await ask((inTime) => send(query, inTime), signal);
    if (outcome.kind !== "ok") return outcome;
    items.push(...outcome.value.items);
    cursor = outcome.value.next_cursor ?? undefined;
  } while (cursor);
  return { kind: "ok", value: items, etag: null };
}

export async function signIn(username: string, password: string, otp: string): Promise<Outcome<Schemas["TokenPair"]>> {
  const outcome = await issue({ grant_type: "password", username, password, ...(otp ? { otp } : {}) });
  if (outcome.kind === "ok") {
    tokens = { access: outcome.value.access_token, refresh: outcome.value.refresh_token };
    hasEnded = false;
  }
  return outcome;
}

export async function signOut(): Promise<void> {
  const held = tokens;
  tokens = null;
  hasEnded = false;
  waiting.length = 0;
  if (held) await ask(() => open.POST("/api/v1/auth/revoke", { body: { token: held.refresh } as never, headers: AS_FORM }));
}

/* For what openapi-fetch does not do: streams, files. The path begins with /api/v1. */
export function carried(path: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(location.origin + path, { ...init, cache: "no-store" });
  request.headers.set("Accept-Language", language.value);
  return authorised(request);
}

const UPLOAD_MS = 180_000; // a picture of 400 KB over 20 kbit/s

function posted(path: string, form: FormData, key: string, onPercent: (percent: number) => void): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch does not tell how far it has come
    request.open("POST", path);
    request.timeout = UPLOAD_MS;
    request.setRequestHeader("Accept-Language", language.value);
    request.setRequestHeader("Idempotency-Key", key);
    if (tokens) request.setRequestHeader("Authorization", `Bearer ${tokens.access}`);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onPercent(Math.floor((100 * event.loaded) / event.total));
    };
    request.onload = () => resolve(request);
    request.onerror = request.ontimeout = () => reject(new Error("network"));
    request.send(form);
  });
}

/* Sends a file and tells how much of it has left. */
export async function upload<T>(path: string, form: FormData, key: string, onPercent: (percent: number) => void): Promise<Outcome<T>> {
  return ask<T>(async () => {
    let done = await posted(path, form, key, onPercent);
    if (done.status === 401 && tokens && (await renew())) done = await posted(path, form, key, onPercent);
    if (done.status === 401) throw new Error("not signed in"); // it waits, and goes on after the next sign-in
    const told = JSON.parse(done.responseText) as unknown;
    const ok = done.status >= 200 && done.status < 300;
    const response = { ok, status: done.status, headers: { get: (name: string) => done.getResponseHeader(name) } } as unknown as Response;
    return ok ? { data: told as T, response } : { error: told, response };
  });
}

/* A key for a request that may be sent twice; crypto.randomUUID does not exist on plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
}
