/* Everything that may be done to one name: present, absent and why, left early, confirm, reject, take back. */
import { useState } from "preact/hooks";
import { tell } from "../parts/asking";
import { Button, Field, ProblemNotice } from "../parts/basics";
import { useAct } from "../saving";
import { t } from "../words";
import { confirmRows, REJECTIONS, rejectRow } from "./deciding";
import type { Shown } from "./reading-rows";
import { Reasons, Sheet } from "./sheet";
import type { Sitting } from "./sitting-page";
import type { Mark } from "./ticks";
import { hasCome, howKnown, REASONS, reasonName, standing } from "./words";

function Absences(props: { onWrite: (mark: Mark) => void }) {
  const [asksNote, askNote] = useState(false);
  const [note, setNote] = useState("");
  return (
    <div class="answers">
      <h3>{t("Vắng, lý do:", "Absent, because:")}</h3>
      <div class="answers two" role="group" aria-label={t("Vắng, lý do", "Absent, because")}>
        {REASONS.map((each) => (
          <Button key={each} onClick={() => (each === "KH" ? askNote(true) : props.onWrite({ kind: "absent", reason: each }))}>{reasonName(each)}</Button>
        ))}
      </div>
      {asksNote && (
        <form onSubmit={(event) => { event.preventDefault(); if (note.trim()) props.onWrite({ kind: "absent", reason: "KH", note: note.trim() }); }}>
          <Field label={t("Lý do khác là gì?", "Which other reason?")} value={note} onInput={setNote} maxLength={300} required />
          <Button type="submit" kind="main">{t("Ghi vắng", "Write absent")}</Button>
        </form>
      )}
    </div>
  );
}

export function PersonSheet(props: { sitting: Sitting; row: Shown; onWrite: (mark: Mark | null) => void; onDecided: () => void; onClose: () => void }) {
  const { row, sitting } = props;
  const [rejects, reject] = useState(false);
  const acting = useAct();
  const said = standing(row);
  const known = row.mark ? said.more : howKnown(row.pending[0] ?? row) || said.more;
  const typed = row.pending[0]?.typed_name;
  const text = [
    row.row_number ? t(`Số ${row.row_number}, ${row.unit_name}.`, `No. ${row.row_number}, ${row.unit_name}.`) : `${row.unit_name}.`,
    `${said.word}${known ? `: ${known.charAt(0).toLowerCase()}${known.slice(1)}` : ""}.`,
    typed ? t(`Tên đã gõ: “${typed}”.`, `Typed: “${typed}”.`) : "",
    row.mark?.note ?? "",
  ].filter(Boolean).join(" ");

  const decide = async (send: () => Promise<boolean>) => {
    if (await send()) props.onDecided();
  };

  if (rejects) {
    return (
      <Sheet title={t("Vì sao không đúng?", "Why is it not right?")} text={row.full_name} onClose={() => reject(false)}>
        <ProblemNotice problem={acting.problem} />
        <Reasons reasons={REJECTIONS()} onReason={(reason) => void decide(() => rejectRow(acting.run, sitting, row, reason))} />
      </Sheet>
    );
  }
  return (
    <Sheet title={row.full_name} text={text} onClose={props.onClose}>
      <ProblemNotice problem={acting.problem} />
      {row.presence === "pending" && (
        <>
          <Button kind="main" isBusy={acting.isBusy} onClick={() => void decide(async () => {
            const done = await confirmRows(acting.run, sitting, [row]);
            if (done) tell(t(`${row.full_name}: có mặt`, `${row.full_name}: present`));
            return done;
          })}>{t("Đúng, có mặt", "Yes, present")}</Button>
          <Button onClick={() => reject(true)}>{t("Không đúng…", "Not right…")}</Button>
        </>
      )}
      {row.presence !== "pending" && (!hasCome(row) || row.mark?.departed_at) && sitting.session.state !== "planned" && (
        <Button kind="main" onClick={() => props.onWrite({ kind: "present" })}>{t("Có mặt", "Present")}</Button>
      )}
      {hasCome(row) && !row.mark?.departed_at && (
        <Button onClick={() => props.onWrite({ kind: "present", departed_at: new Date().toISOString() })}>{t("Về sớm, lúc này", "Leaves early, now")}</Button>
      )}
      {row.mark && <Button onClick={() => props.onWrite(null)}>{t("Xóa dấu đã ghi", "Remove the mark")}</Button>}
      <Absences onWrite={props.onWrite} />
    </Sheet>
  );
}
