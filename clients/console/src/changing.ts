/* Changing one thing that others may change meanwhile: what is typed, and what was read with its ETag. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Outcome } from "./api";
import type { Reading } from "./reading";
import { type Acting, useAct } from "./saving";

export type Match = { "if-match"?: string };

export type Changing = Omit<Acting, "run"> & {
  /* → what was answered, or undefined: somebody else was faster (ProblemNotice says so), or it was refused. */
  run: <T>(what: string, send: (match: Match) => Promise<Outcome<T>>) => Promise<{ value: T } | undefined>;
};

/*
 * Lets a change through only where nothing has changed since `reading`, which is read again in any case. Where the
 * page reads again by itself, `isTyping` holds to what was read when the typing began, until somebody was told.
 */
export function useChange(reading: Pick<Reading<unknown>, "etag" | "again">, isTyping = false): Changing {
  const acting = useAct();
  const { etag, again } = reading;
  const seen = useRef(etag);
  const mayFollow = useRef(false);
  if (!isTyping || (mayFollow.current && etag !== seen.current)) {
    seen.current = etag;
    mayFollow.current = false;
  }
  return {
    ...acting,
    run: async (what, send) => {
      const answer = await acting.run(what, async () => {
        const outcome = await send(seen.current ? { "if-match": seen.current } : {});
        mayFollow.current = outcome.kind === "refused" && outcome.problem.status === 412;
        return outcome;
      });
      if (answer?.etag) seen.current = answer.etag;
      again();
      return answer;
    },
  };
}

export type Draft<T extends object> = {
  value: T;
  set: <Field extends keyof T>(field: Field) => (value: T[Field]) => void;
  /* Only what was touched here: what somebody else changed meanwhile stays his. */
  changes: () => Partial<T>;
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/* What was typed over what is read: a field that nobody touched here follows what is read anew. */
export function useDraft<T extends object>(read: T): Draft<T> {
  const [typed, put] = useState<Partial<T>>({});
  const differing = (from: Partial<T>) =>
    Object.fromEntries((Object.keys(from) as (keyof T)[]).filter((field) => !isSame(from[field], read[field])).map((field) => [field, from[field]])) as Partial<T>;
  useEffect(() => put(differing), [JSON.stringify(read)]); // what has been saved is no longer typed
  return {
    value: { ...read, ...typed },
    set: (field) => (given) => put((before) => ({ ...before, [field]: given })),
    changes: () => differing(typed),
  };
}

/* A list is typed as lines. */
export function linesOf(text: string): string[] {
  return text.split("\n").map((each) => each.trim()).filter(Boolean);
}

export function orNull(text: string): string | null {
  return text.trim() || null;
}
