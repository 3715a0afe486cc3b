/* What a page reads: asked at once, kept while it is asked again, asked again by itself on a bad line. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Outcome, Problem } from "./api";

export type Reading<T> = {
  value: T | undefined;
  etag: string | null;
  problem: Problem | undefined; // refused: asking again would not help
  isLoading: boolean;
  isSlow: boolean; // over a second: say so
  isOffline: boolean; // what is shown may be old; the page keeps asking
  again: () => void;
};

const SLOW_MS = 1000;
const LONGEST_MS = 30_000;

export function waitMs(outcome: { retryAfter: number }, tries: number): number {
  const spread = Math.random() * Math.min(LONGEST_MS, 1000 * 2 ** tries);
  return outcome.retryAfter > 0 ? outcome.retryAfter * 1000 + spread : 500 + spread;
}

/* Calls `act` after `ms`, or as soon as the line is back or the page is looked at again. */
export function soon(act: () => void, ms: number): () => void {
  const end = () => {
    clearTimeout(timer);
    window.removeEventListener("online", run);
    document.removeEventListener("visibilitychange", look);
  };
  const run = () => {
    end();
    act();
  };
  const look = () => {
    if (document.visibilityState === "visible") run();
  };
  const timer = setTimeout(run, ms);
  window.addEventListener("online", run);
  document.addEventListener("visibilitychange", look);
  return end;
}

/* Asks until it is answered: what a page cannot do without. */
export async function persist<T>(send: () => Promise<Outcome<T>>): Promise<Exclude<Outcome<T>, { kind: "later" }>> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await send();
    if (outcome.kind !== "later") return outcome;
    await new Promise<void>((resolve) => soon(resolve, waitMs(outcome, tries)));
  }
}

type State<T> = Omit<Reading<T>, "again">;

/* `send` is asked again whenever one of `about` changes; `every` (seconds) asks again in between. */
export function useRead<T>(
  send: (signal: AbortSignal) => Promise<Outcome<T>>,
  about: readonly unknown[],
  every = 0,
): Reading<T> {
  const empty: State<T> = { value: undefined, etag: null, problem: undefined, isLoading: true, isSlow: false, isOffline: false };
  const [state, set] = useState<State<T>>(empty);
  const [turn, next] = useState(0);
  const asking = useRef(send);
  asking.current = send;
  const last = useRef<string>("");

  useEffect(() => {
    const end = new AbortController();
    const subject = JSON.stringify(about);
    const isSame = subject === last.current;
    last.current = subject;
    let stopWaiting = () => undefined as void;
    set((before) => (isSame ? { ...before, isLoading: true } : empty));
    const slow = setTimeout(() => set((before) => ({ ...before, isSlow: before.isLoading })), SLOW_MS);

    const attempt = async (tries: number): Promise<void> => {
      const outcome = await asking.current(end.signal);
      if (end.signal.aborted) return;
      if (outcome.kind === "later") {
        set((before) => ({ ...before, isOffline: true }));
        stopWaiting = soon(() => void attempt(tries + 1), waitMs(outcome, tries));
        return;
      }
      clearTimeout(slow);
      set((before) => ({
        value: outcome.kind === "ok" ? outcome.value : before.value,
        etag: outcome.kind === "ok" ? outcome.etag : before.etag,
        problem: outcome.kind === "refused" ? outcome.problem : undefined,
        isLoading: false,
        isSlow: false,
        isOffline: false,
      }));
      if (every > 0) stopWaiting = soon(() => void attempt(1), every * 1000);
    };
    void attempt(1);
    return () => {
      end.abort();
      clearTimeout(slow);
      stopWaiting();
    };
  }, [...about, turn, every]);

  const again = useCallback(() => next((before) => before + 1), []);
  return { ...state, again };
}
