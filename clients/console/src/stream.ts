/* The counts of a session as they change: server-sent events, read with the sign-in, taken up again where they break. */
import { useEffect, useState } from "preact/hooks";
import { carried, type Schemas } from "./api";
import { soon, waitMs } from "./reading";

export type Watched = { live: Schemas["Live"] | undefined; isConnected: boolean; isOver: boolean; at: number };

async function read(body: ReadableStream<Uint8Array>, onLive: (live: Schemas["Live"]) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let held = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    held += decoder.decode(value, { stream: true });
    const events = held.split("\n\n");
    held = events.pop() ?? "";
    for (const event of events) {
      const data = event
        .split("\n")
        .filter((line) => line.startsWith("data:"))
        .map((line) => line.slice(5).trim())
        .join("\n");
      if (data) onLive(JSON.parse(data) as Schemas["Live"]);
    }
  }
}

/* `at` is when the last event came, by performance.now(). */
export function useLive(sessionId: string): Watched {
  const [watched, set] = useState<Watched>({ live: undefined, isConnected: false, isOver: false, at: 0 });
  useEffect(() => {
    const end = new AbortController();
    let stopWaiting = () => undefined as void;
    const attempt = async (tries: number): Promise<void> => {
      let hasCome = false;
      let retryAfter = 0;
      try {
        const answer = await carried(`/api/v1/sessions/${sessionId}/live/stream`, {
          signal: end.signal,
          headers: { Accept: "text/event-stream" },
        });
        retryAfter = Number(answer.headers.get("Retry-After")) || 0;
        if (answer.status < 500 && !answer.ok) {
          set((before) => ({ ...before, isConnected: false, isOver: true }));
          return;
        }
        if (answer.ok && answer.body) {
          await read(answer.body, (live) => {
            hasCome = true;
            set({ live, isConnected: true, isOver: false, at: performance.now() });
          });
        }
      } catch {
        // A line that breaks is taken up again below.
      }
      if (end.signal.aborted) return;
      set((before) => ({ ...before, isConnected: false }));
      const count = hasCome ? 1 : tries;
      stopWaiting = soon(() => void attempt(count + 1), waitMs({ retryAfter }, count));
    };
    void attempt(1);
    return () => {
      end.abort();
      stopWaiting();
    };
  }, [sessionId]);
  return watched;
}
