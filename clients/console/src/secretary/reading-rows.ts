/* The rows of a roll as the server told them, and as they stand with what was ticked here since. */
import { useEffect } from "preact/hooks";
import { api, whole } from "../api";
import { useRead, type Reading } from "../reading";
import { haveRead, keyOf, type Mark, waiting, written } from "./ticks";
import type { Row } from "./words";

export function useRows(session: string, unit: string, presence?: "pending"): Reading<Row[]> {
  const read = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/sessions/{session_id}/units/{unit_id}/roll/rows", { signal: inTime, params: { path: { session_id: session, unit_id: unit }, query: { ...(presence ? { presence } : {}), ...query } } }), signal),
    [session, unit, presence ?? ""],
  );
  useEffect(() => {
    if (read.value && waiting() === 0) haveRead();
  }, [read.value]);
  return read;
}

function presenceOf(mark: Mark): Row["presence"] {
  if (mark.kind === "present") return mark.departed_at ? "left_early" : "full";
  return mark.reason === "KL" ? "unexcused" : "excused";
}

export type Shown = Row & { isUnsaved: boolean };

/* A row with what was ticked here and is not in what was read. */
export function withTicks(row: Row, session: string): Shown {
  const told = written.value.get(keyOf(session, row.member_id));
  if (!told) return { ...row, isUnsaved: false };
  const isUnsaved = !told.isSaved;
  if (told.mark === null) {
    return row.mark ? { ...row, mark: null, presence: "unknown", is_contradicted: false, isUnsaved } : { ...row, isUnsaved };
  }
  const mark = { kind: told.mark.kind, reason: told.mark.reason ?? null, note: told.mark.note ?? null, departed_at: told.mark.departed_at ?? null, marked_at: "", is_addendum: false };
  return { ...row, mark, presence: presenceOf(told.mark), pending: [], isUnsaved };
}

/* What stands now, so that it can come back. */
export function markOf(row: Row): Mark | null {
  if (!row.mark) return null;
  const { kind, reason, note, departed_at } = row.mark;
  return { kind, ...(reason ? { reason } : {}), ...(note ? { note } : {}), ...(departed_at ? { departed_at } : {}) };
}
