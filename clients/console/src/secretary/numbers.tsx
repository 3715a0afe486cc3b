/* Ticking by the numbers of the printed list: a field for each unit, one save; an old paper shows its names first. */
import { useState } from "preact/hooks";
import { api, ask, type Problem, type Schemas } from "../api";
import { tell } from "../parts/asking";
import { Button, Empty, Field, Form, Notice, Read, Section, Select } from "../parts/basics";
import { go } from "../place";
import { useAct } from "../saving";
import { t } from "../words";
import { useRoll } from "./rolling";
import { nameOf } from "./sitting";
import { SittingPage, type Sitting } from "./sitting-page";
import { skipped } from "./ticks";
import { early, REASONS, reasonName } from "./words";

type Entry = Schemas["MarkEntry"];
type NamedRow = { unit_id: string; row_number: number; full_name: string; is_struck: boolean };

/* `roster_outdated` names whom the numbers mean now. */
const rowsOf = (problem: Problem | undefined): NamedRow[] =>
  problem?.code === "roster_outdated" ? ((problem as Problem & { rows?: NamedRow[] }).rows ?? []) : [];

function Numbers(props: Sitting & { units: readonly Schemas["RollUnit"][] }) {
  const { session, unit } = props;
  const mayBePresent = session.state !== "planned";
  const [kind, setKind] = useState(mayBePresent ? "present" : "OM");
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [code, setCode] = useState("");
  const acting = useAct();
  const old = rowsOf(acting.problem);
  const units = props.units.length > 0 ? props.units.map((each) => ({ id: each.unit_id, name: each.name, unknown: each.unknown })) : [{ ...unit, unknown: 0 }];

  const send = async (isConfirmed: boolean) => {
    const marks = Object.entries(typed).filter(([, rows]) => rows.trim()).map(([id, rows]): Entry => ({
      kind: kind === "present" ? "present" : "absent",
      unit_id: id,
      row_numbers: rows.trim(),
      ...(kind === "present" ? {} : { reason: kind as NonNullable<Entry["reason"]> }),
    }));
    if (marks.length === 0) {
      tell(t("Đồng chí chưa ghi số nào.", "No number has been typed."));
      return;
    }
    const done = await acting.run(t("Ghi theo số thứ tự", "By row numbers"), (key) =>
      ask((signal) =>
        api.POST("/api/v1/sessions/{session_id}/marks", {
          signal,
          params: { path: { session_id: session.id }, header: { "idempotency-key": key } },
          body: { unit_id: unit.id, roster_code: code.trim() || null, names_confirmed: isConfirmed, marks },
        }),
      ),
    );
    if (!done) return;
    const present = done.value.marked.filter((each) => each.kind === "present").length;
    const absent = done.value.marked.length - present;
    setTyped({});
    skipped.value = done.value.skipped;
    tell([
      present && t(`Đã ghi ${present} người có mặt.`, `${present} written present.`),
      absent && t(`Đã ghi ${absent} người vắng.`, `${absent} written absent.`),
      done.value.skipped.length && t(`Còn ${done.value.skipped.length} số chưa ghi được.`, `${done.value.skipped.length} could not be written.`),
    ].filter(Boolean).join(" "));
    go("/my/roll");
  };

  if (old.length > 0) {
    return (
      <Section title={t("Tờ danh sách đã cũ", "The paper is out of date")}>
        <p>{t("Danh sách đã đổi sau khi in. Mời so tên từng người rồi mới ghi.", "The list has changed since it was printed. Compare the names first.")}</p>
        <ul class="rows">
          {old.map((each) => (
            <li key={`${each.unit_id}${each.row_number}`} class="card">
              <strong>{t(`Số ${each.row_number}: ${each.full_name}`, `No. ${each.row_number}: ${each.full_name}`)}</strong>{" "}
              {nameOf(each.unit_id)}{each.is_struck ? t(" – đã gạch, sẽ không ghi", " – struck, will not be written") : ""}
            </li>
          ))}
        </ul>
        <div class="row-actions">
          <Button kind="main" isBusy={acting.isBusy} onClick={() => void send(true)}>{t("Đúng các tên này, ghi", "These are right, write")}</Button>
          <Button onClick={acting.forget}>{t("Sửa lại số", "Change the numbers")}</Button>
        </div>
      </Section>
    );
  }
  return (
    <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void send(false)} onCancel={() => go("/my/roll")}>
      <Select
        label={t("Những số dưới đây", "These numbers are")}
        value={kind}
        onInput={setKind}
        options={[
          ...(mayBePresent ? [["present", t("có mặt", "present")] as const] : []),
          ...REASONS.filter((each) => each !== "KH").map((each) => [each, t(`vắng – ${reasonName(each).toLowerCase()}`, `absent – ${reasonName(each).toLowerCase()}`)] as const),
        ]}
      />
      {units.map((each) => (
        <Field
          key={each.id}
          label={each.name}
          hint={each.unknown ? t(`Còn ${each.unknown} người chưa rõ. Ví dụ: 1-7, 9, 12`, `${each.unknown} not known yet. Like: 1-7, 9, 12`) : t("Ai cũng đã có tin", "Everybody is accounted for")}
          value={typed[each.id] ?? ""}
          onInput={(value) => setTyped((before) => ({ ...before, [each.id]: value }))}
        />
      ))}
      <Field label={t("Mã danh sách ở góc phải tờ giấy (nếu có)", "The code in the paper's corner, if any")} hint="K7M-2QX" value={code} onInput={setCode} />
    </Form>
  );
}

function Whole(props: Sitting) {
  const { roll } = useRoll(props.session.id, props.unit.id);
  const why = early(props.session.state);
  if (why && props.session.state !== "planned") return <Notice tone="wait" title={why} />;
  return (
    <Read of={roll}>
      {(value) => (value.units.length === 0 ? <Empty>{t("Không ai của đơn vị thuộc lớp này.", "Nobody of the unit belongs to this session.")}</Empty> : <Numbers {...props} units={value.units} />)}
    </Read>
  );
}

export default function NumbersPage() {
  return <SittingPage title={t("Ghi theo số thứ tự", "By row numbers")}>{(sitting) => <Whole {...sitting} />}</SittingPage>;
}
