/* A person's word on check-ins that wait: present, or not; and the way back where there is one. */
import { api, ask, type Outcome, type Schemas } from "../api";
import { tell } from "../parts/asking";
import { save } from "../saving";
import { t } from "../words";
import type { Sitting } from "./sitting-page";
import type { Row } from "./words";

const MOST_AT_ONCE = 200;

type Run = <T>(what: string, send: (key: string) => Promise<Outcome<T>>) => Promise<{ value: T } | undefined>;

/* For taps one after the other: a refusal is told at the foot of the page. */
export const run: Run = async (what, send) => {
  const answer = await save(what, send);
  if (answer.kind === "ok") return answer;
  tell(`${answer.problem.title}. ${answer.problem.detail}`);
  return undefined;
};

export const REJECTIONS = (): string[] => [
  t("Không có trong hội trường", "Not in the hall"),
  t("Không phải người này điểm danh", "Somebody else checked in"),
];

const nameList = (rows: readonly Row[]): string => (rows.length === 1 ? rows[0]!.full_name : t(`${rows.length} người`, `${rows.length} persons`));

/* Confirms all that waits of these members. → whether it was answered. */
export async function confirmRows(act: Run, sitting: Sitting, rows: readonly Row[]): Promise<boolean> {
  const ids = rows.flatMap((row) => row.pending.map((each) => each.attendance_id));
  const left: Schemas["NotConfirmed"][] = [];
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const some = ids.slice(from, from + MOST_AT_ONCE);
    const done = await act(t(`Xác nhận ${nameList(rows)}`, `Confirm ${nameList(rows)}`), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/attendance/confirm", { signal, params: { path: { session_id: sitting.session.id } }, body: { attendance_ids: some } })),
    );
    if (!done) return false;
    left.push(...done.value.skipped);
  }
  const own = left.filter((each) => each.code === "own_attendance").length;
  if (own > 0) tell(t("Lượt của chính đồng chí: nhờ phó bí thư hoặc cấp trên xác nhận.", "Your own check-in: ask your deputy or the unit above."));
  else if (left.length > 0) tell(t(`${left.length} lượt đã được người khác quyết định.`, `${left.length} were decided by somebody else.`));
  return true;
}

/* Says that nobody of that name was there; "undo" decides anew. → whether it was answered. */
export async function rejectRow(act: Run, sitting: Sitting, row: Row, reason: string): Promise<boolean> {
  for (const each of row.pending) {
    const path = { session_id: sitting.session.id, attendance_id: each.attendance_id };
    const done = await act(t(`Không tính ${row.full_name}`, `Do not count ${row.full_name}`), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/attendance/{attendance_id}/reject", { signal, params: { path }, body: { reason } })),
    );
    if (!done) return false;
  }
  return true;
}

/* Decides the first of what waited anew, with a reason that the trail keeps. */
export async function correct(sitting: Sitting, row: Row, standing: "present" | "rejected", reason: string): Promise<boolean> {
  const [first] = row.pending;
  if (!first) return false;
  const path = { session_id: sitting.session.id, attendance_id: first.attendance_id };
  const done = await run(t(`Sửa lại ${row.full_name}`, `Decide anew: ${row.full_name}`), () =>
    ask((signal) => api.POST("/api/v1/sessions/{session_id}/attendance/{attendance_id}/correct", { signal, params: { path }, body: { standing, reason } })),
  );
  return done !== undefined;
}
