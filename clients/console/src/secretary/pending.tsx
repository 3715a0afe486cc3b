/* Who waits for a person's word: one by one, or all of them after the head count; names that fitted nobody; new phones. */
import { useRef, useState } from "preact/hooks";
import { me } from "../me";
import { confirmed, tell } from "../parts/asking";
import { Button, Empty, Go, Notice, Read, Section } from "../parts/basics";
import { useAct } from "../saving";
import { count, t } from "../words";
import { confirmRows, correct, REJECTIONS, rejectRow, run } from "./deciding";
import { NewPhones } from "./new-phones";
import { useRows } from "./reading-rows";
import { useRoll } from "./rolling";
import { Reasons, Sheet } from "./sheet";
import { SittingPage, type Sitting } from "./sitting-page";
import { TypedNames } from "./typed-names";
import { difference, howKnown, type Row } from "./words";

const isOwn = (row: Row): boolean => row.member_id === me.value?.member.member_id;

function Card(props: { row: Row; onConfirm: () => void; onReject: () => void }) {
  const { row } = props;
  const first = row.pending[0];
  return (
    <li class="card">
      <p class="card-title">{row.row_number ? `${row.row_number}. ` : ""}{row.full_name}</p>
      <p class="soft">
        {row.unit_name}{row.is_expected ? "" : t(" – không thuộc lớp này", " – not of this session")}
      </p>
      <p>
        {howKnown(first ?? row)}
        {first?.typed_name && first.typed_name !== row.full_name ? t(`. Đã gõ: “${first.typed_name}”`, `. Typed: “${first.typed_name}”`) : ""}.
      </p>
      {isOwn(row) ? (
        <p class="hint">{t("Là đồng chí: nhờ phó bí thư hoặc cấp trên xác nhận.", "That is you: ask your deputy or the unit above.")}</p>
      ) : (
        <div class="row-actions">
          <Button kind="main" label={t(`Có mặt: ${row.full_name}`, `Present: ${row.full_name}`)} onClick={props.onConfirm}>{t("Có mặt", "Present")}</Button>
          <Button label={t(`Không đúng: ${row.full_name}`, `Not right: ${row.full_name}`)} onClick={props.onReject}>{t("Không đúng…", "Not right…")}</Button>
        </div>
      )}
    </li>
  );
}

function Waiting(props: Sitting & { rows: readonly Row[]; again: () => void; onDone: () => void; heads: { persons: number; guests: number; difference: number } | null }) {
  const [settled, settle] = useState<ReadonlySet<string>>(new Set());
  const [rejecting, reject] = useState<Row | null>(null);
  const acting = useAct();
  const list = useRef<HTMLDivElement>(null);
  const rows = props.rows.filter((each) => each.pending.length > 0 && !settled.has(each.member_id));
  const ready = rows.filter((each) => !isOwn(each));

  const one = async (row: Row, send: () => Promise<boolean>, said: string, undo: () => Promise<boolean>, undone: string) => {
    settle((before) => new Set(before).add(row.member_id));
    list.current?.focus(); // its card is gone
    if (await send()) {
      tell(said, () => void undo().then((done) => { if (done) { tell(undone); props.onDone(); } }));
      props.onDone();
    } else settle((before) => new Set([...before].filter((each) => each !== row.member_id)));
  };
  const confirm = (row: Row) => one(
    row, () => confirmRows(run, props, [row]),
    t(`${row.full_name}: có mặt`, `${row.full_name}: present`),
    () => correct(props, row, "rejected", t("Xác nhận nhầm", "Confirmed by mistake")),
    t(`${row.full_name}: không tính`, `${row.full_name}: not counted`),
  );
  const refuse = (row: Row, reason: string) => one(
    row, () => rejectRow(run, props, row, reason),
    t(`${row.full_name}: không tính`, `${row.full_name}: not counted`),
    () => correct(props, row, "present", t("Bấm nhầm “không đúng”", "Rejected by mistake")),
    t(`${row.full_name}: có mặt`, `${row.full_name}: present`),
  );
  const whole = async () => {
    const yes = await confirmed({
      title: t(`Xác nhận ${ready.length} người có mặt?`, `Confirm ${ready.length} persons?`),
      text: props.heads ? difference(props.heads).text : "",
      yes: t("Đúng, xác nhận tất cả", "Yes, confirm all"),
    });
    if (!yes || !(await confirmRows(acting.run, props, ready))) return;
    tell(t(`Đã xác nhận ${ready.length} người`, `${ready.length} confirmed`));
    props.onDone();
    props.again();
  };

  if (rows.length === 0) return <div ref={list} tabIndex={-1}><Empty>{t("Không còn ai chờ xác nhận.", "Nobody waits any more.")}</Empty></div>;
  return (
    <div ref={list} tabIndex={-1}>
      {props.heads ? (
        <Notice tone={props.heads.difference >= 0 ? "good" : "bad"} title={difference(props.heads).text} />
      ) : (
        <Notice tone="wait" title={t("Chưa đếm người trong hội trường. Đếm xong thì xác nhận được tất cả một lần.", "The hall has not been counted. After that all can be confirmed at once.")} />
      )}
      <div class="row-actions">
        {props.heads && ready.length > 0 && (
          <Button kind="main" isBusy={acting.isBusy} onClick={() => void whole()}>{t(`Xác nhận tất cả ${count(ready.length)} người`, `Confirm all ${count(ready.length)}`)}</Button>
        )}
        <Go to="/my/hall" kind={props.heads ? "plain" : "main"}>{props.heads ? t("Đếm lại", "Count again") : t("Đếm người trong hội trường", "Count heads in the hall")}</Go>
      </div>
      <ul class="cards">
        {rows.map((row) => (
          <Card key={row.member_id} row={row} onConfirm={() => void confirm(row)} onReject={() => reject(row)} />
        ))}
      </ul>
      {rejecting && (
        <Sheet title={t("Vì sao không đúng?", "Why is it not right?")} text={rejecting.full_name} onClose={() => reject(null)}>
          <Reasons reasons={REJECTIONS()} onReason={(reason) => { void refuse(rejecting, reason); reject(null); }} />
        </Sheet>
      )}
    </div>
  );
}

function Pending(props: Sitting) {
  const { roll } = useRoll(props.session.id, props.unit.id);
  const rows = useRows(props.session.id, props.unit.id, "pending");
  return (
    <>
      <Section title={t("Đã điểm danh, chờ đồng chí xác nhận", "Checked in, waiting for your word")}>
        <Read of={rows}>
          {(value) => <Waiting {...props} rows={value} heads={roll.value?.total.head_count ?? null} again={rows.again} onDone={roll.again} />}
        </Read>
      </Section>
      <TypedNames {...props} units={roll.value?.units ?? []} onDone={roll.again} />
      <NewPhones unit={props.unit} />
    </>
  );
}

export default function PendingPage() {
  return <SittingPage title={t("Chờ xác nhận", "Waiting for you")}>{(sitting) => <Pending {...sitting} />}</SittingPage>;
}
