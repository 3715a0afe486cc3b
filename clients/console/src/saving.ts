/* What a person did and the server has not answered yet: sent again until it has, and always in sight. */
import { signal } from "@preact/signals";
import { useCallback, useState } from "preact/hooks";
import { newKey, type Outcome, type Problem } from "./api";
import { soon, waitMs } from "./reading";

export type Unsaved = { id: number; what: string; tries: number; press: () => void };

export const unsaved = signal<Unsaved[]>([]);

let number = 0;

export type Answer<T> = Exclude<Outcome<T>, { kind: "later" }>;

/*
 * Sends until it is answered. `what` is shown while it is not: "Điểm danh Điểu Thị Hoa". `key` is the same at every
 * try: pass it as Idempotency-Key where the operation takes one.
 */
export async function save<T>(what: string, send: (key: string) => Promise<Outcome<T>>): Promise<Answer<T>> {
  const id = (number += 1);
  const key = newKey();
  try {
    for (let tries = 1; ; tries += 1) {
      const outcome = await send(key);
      if (outcome.kind !== "later") return outcome;
      await new Promise<void>((resolve) => {
        const end = soon(resolve, waitMs(outcome, tries));
        const press = () => {
          end();
          resolve();
        };
        unsaved.value = [...unsaved.value.filter((each) => each.id !== id), { id, what, tries, press }];
      });
    }
  } finally {
    unsaved.value = unsaved.value.filter((each) => each.id !== id);
  }
}

window.addEventListener("beforeunload", (event) => {
  if (unsaved.value.length > 0) event.preventDefault();
});

export type Acting = {
  isBusy: boolean;
  problem: Problem | undefined;
  /* → the value, or undefined when it was refused: `problem` says why then. */
  run: <T>(what: string, send: (key: string) => Promise<Outcome<T>>) => Promise<{ value: T; etag: string | null } | undefined>;
  forget: () => void;
};

/* One button's or form's work: busy while it is sent, and what it was refused for. */
export function useAct(): Acting {
  const [state, set] = useState<{ isBusy: boolean; problem: Problem | undefined }>({ isBusy: false, problem: undefined });
  const run: Acting["run"] = useCallback(async (what, send) => {
    set({ isBusy: true, problem: undefined });
    const answer = await save(what, send);
    set({ isBusy: false, problem: answer.kind === "refused" ? answer.problem : undefined });
    return answer.kind === "ok" ? { value: answer.value, etag: answer.etag } : undefined;
  }, []);
  const forget = useCallback(() => set({ isBusy: false, problem: undefined }), []);
  return { ...state, run, forget };
}
