/* Names that were typed and fitted nobody: a member of the list, a new one, a guest, or nobody. */
import { useRef, useState } from "preact/hooks";
import { api, ask, type Schemas, whole } from "../api";
import { tell } from "../parts/asking";
import { Button, Empty, Field, Form, Read, Section, Select } from "../parts/basics";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { t } from "../words";
import { run } from "./deciding";
import { useRows } from "./reading-rows";
import { Reasons, Sheet } from "./sheet";
import { isWhole } from "./sitting";
import type { Sitting } from "./sitting-page";
import { finds, howKnown } from "./words";

type Name = Schemas["TypedNameView"];
type Settling = Schemas["SettleMatched"] | Schemas["SettleAdded"] | Schemas["SettleGuest"] | Schemas["SettleRejected"];
type Doing = { name: Name; what: "find" | "add" | "reject" | "more" };
type Settle = (name: Name, outcome: Settling) => void;

const SHOWN_AT_MOST = 12;

function fits(each: Schemas["SuggestionView"]): string {
  if (each.last4_fits) return t(", đúng 4 số thẻ", ", the card digits fit");
  return each.last4_fits === false ? t(", 4 số thẻ không khớp", ", the card digits do not fit") : "";
}

function Card(props: { name: Name; onSettle: Settle; onDo: (what: Doing["what"]) => void }) {
  const { name } = props;
  return (
    <li class="card">
      <p class="card-title">“{name.name}”</p>
      <p class="soft">{name.unit_name ?? t("Không chọn đơn vị", "No unit chosen")}{name.last4 ? t(`, 4 số thẻ đã gõ: ${name.last4}`, `, card digits typed: ${name.last4}`) : ""}</p>
      <p>{howKnown(name)}.</p>
      {name.suggestions.map((each) => (
        <button key={each.member_id} type="button" class="row" onClick={() => props.onSettle(name, { outcome: "matched", member_id: each.member_id })}>
          <strong>{t(`Là ${each.full_name}`, `Is ${each.full_name}`)}</strong>
          <span>{each.unit_name}{fits(each)}</span>
        </button>
      ))}
      <div class="row-actions">
        <Button label={t(`Tìm người khác: “${name.name}”`, `Find somebody else: “${name.name}”`)} onClick={() => props.onDo("find")}>{t("Tìm người khác", "Find somebody else")}</Button>
        <Button label={t(`Việc khác: “${name.name}”`, `More: “${name.name}”`)} onClick={() => props.onDo("more")}>{t("Việc khác…", "More…")}</Button>
      </div>
    </li>
  );
}

function Finder(props: { sitting: Sitting; name: Name; onSettle: Settle; onClose: () => void }) {
  const [query, setQuery] = useState("");
  const rows = useRows(props.sitting.session.id, props.sitting.unit.id);
  return (
    <Sheet title={t(`Ai đã gõ “${props.name.name}”?`, `Who typed “${props.name.name}”?`)} onClose={props.onClose}>
      <Field label={t("Tên hoặc số, không cần dấu", "Name or number, without marks")} type="search" value={query} onInput={setQuery} />
      <Read of={rows}>
        {(value) => {
          const found = query.trim() ? value.filter((each) => finds(query, each)).slice(0, SHOWN_AT_MOST) : [];
          return (
            <div class="answers">
              {found.map((each) => (
                <button key={each.member_id} type="button" class="row" onClick={() => props.onSettle(props.name, { outcome: "matched", member_id: each.member_id })}>
                  <strong>{t(`Là ${each.full_name}`, `Is ${each.full_name}`)}</strong>
                  <span>{each.unit_name}</span>
                </button>
              ))}
              {query.trim() && found.length === 0 && <Empty>{t("Không thấy ai như vậy.", "Nobody like that.")}</Empty>}
            </div>
          );
        }}
      </Read>
    </Sheet>
  );
}

function Adding(props: { name: Name; units: readonly Schemas["RollUnit"][]; onSettle: Settle; onClose: () => void }) {
  const [unit, setUnit] = useState(props.name.unit_id ?? props.units[0]?.unit_id ?? "");
  const [fullName, setFullName] = useState(props.name.name);
  const [status, setStatus] = useState<"official" | "probationary">("official");
  const acting = useAct();
  return (
    <Sheet title={t("Thêm vào danh sách", "Add to the list")} text={t("Chỉ thêm đảng viên thật sự thuộc đơn vị.", "Only members who truly belong to the unit.")} onClose={props.onClose}>
      <Form
        acting={acting}
        label={t("Thêm và ghi có mặt", "Add and write present")}
        onSubmit={() => props.onSettle(props.name, { outcome: "added", unit_id: unit, full_name: fullName.trim().replace(/\s+/g, " "), card_number: null, status })}
      >
        <Select label={t("Đơn vị", "Unit")} value={unit} onInput={setUnit} options={props.units.map((each) => [each.unit_id, each.name] as const)} />
        <Field label={t("Họ và tên", "Full name")} value={fullName} onInput={setFullName} required />
        <Select label={t("Đảng viên", "Membership")} value={status} onInput={(value) => setStatus(value as "official")} options={[["official", t("chính thức", "full")], ["probationary", t("dự bị", "probationary")]]} />
      </Form>
    </Sheet>
  );
}

export function TypedNames(props: Sitting & { units: readonly Schemas["RollUnit"][]; onDone: () => void }) {
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [doing, does] = useState<Doing | null>(null);
  // For one's whole unit without a filter: a name may have come without any unit.
  const narrow = isWhole(props.unit) ? {} : { unit_id: props.unit.id };
  const names = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/typed-names", { signal: inTime, params: { query: { session_id: props.session.id, settled: false, ...narrow, ...query } } }), signal),
    [props.session.id, props.unit.id],
  );

  const list = useRef<HTMLDivElement>(null);
  const settle: Settle = (name, outcome) => {
    does(null);
    setTimeout(() => list.current?.focus()); // its card is gone, and the sheet has closed
    setSettled((before) => new Set(before).add(name.id));
    void run(t(`Tên đã gõ “${name.name}”`, `Typed name “${name.name}”`), () =>
      ask((signal) =>
        api.POST("/api/v1/sessions/{session_id}/typed-names/{name_id}/settle", { signal, params: { path: { session_id: props.session.id, name_id: name.id } }, body: outcome }),
      ),
    ).then((done) => {
      if (!done) setSettled((before) => new Set([...before].filter((each) => each !== name.id)));
      else if (done.value.was_already_there) tell(t("Người này đã được ghi từ trước, không tính thêm lần nữa.", "Was recorded before: not counted twice."));
      else tell(t(`Đã ghi “${name.name}”`, `“${name.name}” is settled`));
      props.onDone();
    });
  };

  return (
    <Section title={t("Tên chưa khớp danh sách", "Names that fit nobody")}>
      <div ref={list} tabIndex={-1}>
      <Read of={names}>
        {(value) => {
          const left = value.filter((each) => !each.attendance_id && !settled.has(each.id)); // whose name fitted waits above
          return left.length === 0 ? (
            <Empty>{t("Không còn tên nào chưa khớp.", "No name is left.")}</Empty>
          ) : (
            <ul class="cards">
              {left.map((each) => <Card key={each.id} name={each} onSettle={settle} onDo={(what) => does({ name: each, what })} />)}
            </ul>
          );
        }}
      </Read>
      </div>
      {doing?.what === "find" && <Finder sitting={props} name={doing.name} onSettle={settle} onClose={() => does(null)} />}
      {doing?.what === "add" && <Adding name={doing.name} units={props.units} onSettle={settle} onClose={() => does(null)} />}
      {doing?.what === "reject" && (
        <Sheet title={t("Vì sao không tính?", "Why not counted?")} text={doing.name.name} onClose={() => does(null)}>
          <Reasons
            reasons={[t("Không có người này trong hội trường", "Nobody of that name in the hall"), t("Gõ nhầm hoặc gõ đùa", "A mistake or a joke")]}
            onReason={(reason) => settle(doing.name, { outcome: "rejected", reason })}
          />
        </Sheet>
      )}
      {doing?.what === "more" && (
        <Sheet title={`“${doing.name.name}”`} onClose={() => does(null)}>
          <Button onClick={() => settle(doing.name, { outcome: "guest" })}>{t("Là khách, không phải đảng viên", "A guest, no member")}</Button>
          <Button onClick={() => does({ name: doing.name, what: "add" })}>{t("Đảng viên thiếu trong danh sách: thêm vào", "A member missing on the list: add")}</Button>
          <Button onClick={() => does({ name: doing.name, what: "reject" })}>{t("Không tính…", "Do not count…")}</Button>
        </Sheet>
      )}
    </Section>
  );
}
