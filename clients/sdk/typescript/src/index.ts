/* Điểm danh over HTTP: a client that signs itself in, waits where it is asked to, and turns pages. */
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema.js";

export type { components, operations, paths } from "./schema.js";
export type Schemas = components["schemas"];
export type Diemdanh = Client<paths>;

export interface Options {
  /* The address of the server, without a path. */
  baseUrl: string;
  /* A program signs in with these two. */
  clientId?: string;
  clientSecret?: string;
  /* Scopes with spaces between; without it all that the client has. */
  scope?: string;
  /* A person's own script may bring an access token instead. */
  token?: string;
  /* Of refusals: Vietnamese where nothing is said. */
  language?: "vi" | "en";
  /* How often the same is sent, and how many seconds it may be asked to wait. */
  attempts?: number;
  longestWait?: number;
  fetch?: (request: Request) => Promise<Response>;
}

/* A refusal (RFC 9457). Decide by `code`, which is from a closed list; show `detail` to a person. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly retryAfter: number | null;
  readonly document: Partial<Schemas["ProblemDetails"]>;

  constructor(status: number, document: Partial<Schemas["ProblemDetails"]>, retryAfter: number | null) {
    super(`${status} ${document.code ?? "unknown"}: ${document.detail ?? ""}`);
    this.name = "Problem";
    this.status = status;
    this.code = document.code ?? "unknown";
    this.title = document.title ?? "";
    this.detail = document.detail ?? "";
    this.retryAfter = retryAfter;
    this.document = document;
  }

  static async of(answer: Response): Promise<Problem> {
    const document = await answer.json().catch(() => ({}));
    return new Problem(answer.status, document, namedWait(answer));
  }
}

const TOKEN_PATH = "/api/v1/auth/token";
const EARLY_MS = 30_000;
const WAITS = new Set([429, 503, 507]);

function namedWait(answer: Response): number | null {
  const named = answer.headers.get("Retry-After") ?? "";
  return /^\d+$/.test(named) ? Number(named) : null;
}

function rest(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/* The operations of the contract by method and path: `GET`, `POST`, ... Whatever is refused throws a `Problem`. */
export function createDiemdanh(options: Options): Diemdanh {
  const send = options.fetch ?? ((request: Request) => fetch(request));
  const attempts = options.attempts ?? 5;
  const longest = options.longestWait ?? 60;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  let token = options.token ?? "";
  let ends = options.token ? Infinity : 0;
  let asking: Promise<void> | null = null;

  /* Never before the time that was named, and not all at one moment. */
  async function patient(request: Request): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await send(request.clone());
      const seconds = namedWait(answer) ?? 2 ** attempt;
      if (!WAITS.has(answer.status) || attempt >= attempts || seconds > longest) return answer;
      await answer.body?.cancel();
      await rest(seconds + Math.random());
    }
  }

  async function askForToken(): Promise<void> {
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: options.clientId ?? "",
      client_secret: options.clientSecret ?? "",
    });
    if (options.scope) form.set("scope", options.scope);
    const answer = await patient(new Request(baseUrl + TOKEN_PATH, { method: "POST", body: form }));
    if (!answer.ok) throw await Problem.of(answer);
    const given = (await answer.json()) as Schemas["ClientToken"];
    token = given.access_token;
    ends = Date.now() + given.expires_in * 1000;
  }

  /* Several calls that find no token ask once. */
  function renewed(): Promise<void> {
    asking ??= askForToken().finally(() => {
      asking = null;
    });
    return asking;
  }

  async function authorised(request: Request): Promise<Response> {
    request.headers.set("Accept-Language", options.language ?? "vi");
    if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
      request.headers.set("Idempotency-Key", crypto.randomUUID());
    }
    const signsIn = options.clientId !== undefined;
    if (signsIn && Date.now() > ends - EARLY_MS) await renewed();
    if (token) request.headers.set("Authorization", `Bearer ${token}`);
    let answer = await patient(request);
    if (answer.status === 401 && signsIn) {
      await answer.body?.cancel();
      await renewed();
      request.headers.set("Authorization", `Bearer ${token}`);
      answer = await patient(request);
    }
    if (answer.status >= 400) throw await Problem.of(answer);
    return answer;
  }

  return createClient<paths>({ baseUrl, fetch: authorised });
}

type DataOf<Answer> = Answer extends { data: infer Data } ? Data : never;

/* What was answered: `const me = await ok(diemdanh.GET("/api/v1/me"))`. */
export async function ok<Answer extends { data?: unknown }>(answer: Promise<Answer>): Promise<DataOf<Answer>> {
  return (await answer).data as DataOf<Answer>;
}

type PageAt<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Page } } } };
}
  ? Page
  : never;

/* Addresses that answer a list in pages. */
export type ListPath = {
  [Path in keyof paths]: PageAt<Path> extends { items: unknown[]; next_cursor: string | null } ? Path : never;
}[keyof paths];

export type ItemOf<Path extends ListPath> = PageAt<Path> extends { items: (infer Item)[] } ? Item : never;

type ParametersOf<Path extends ListPath> = paths[Path] extends { get: { parameters: infer Parameters } }
  ? Omit<Parameters, "header" | "cookie">
  : never;

/* Turn the pages of a list: `for await (const session of each(diemdanh, "/api/v1/sessions"))`. */
export async function* each<Path extends ListPath>(
  diemdanh: Diemdanh,
  path: Path,
  parameters?: ParametersOf<Path>,
): AsyncGenerator<ItemOf<Path>> {
  type Page = { items: ItemOf<Path>[]; next_cursor: string | null };
  type Given = { query?: Record<string, unknown>; path?: Record<string, unknown> };
  const get = diemdanh.GET as unknown as (path: string, init: { params: Given }) => Promise<{ data: Page }>;
  const given: Given = parameters ?? {};
  let cursor: string | null = null;
  do {
    const query: Record<string, unknown> = { ...given.query, ...(cursor === null ? {} : { cursor }) };
    const page: Page = (await get(path, { params: { ...given, query } })).data;
    yield* page.items;
    cursor = page.next_cursor;
  } while (cursor !== null);
}
