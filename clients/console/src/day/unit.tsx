/* One unit: its name and place in the tree, its end, and its members. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { linesOf, orNull, useChange, useDraft } from "../changing";
import type { Params } from "../entry";
import { confirmed, tell } from "../parts/asking";
import { Badge, Check, Field, Form, Go, More, Notice, Page, Read, Section, Select, TextArea } from "../parts/basics";
import { UnitPicker } from "../parts/unit-picker";
import { go } from "../place";
import { type Reading, useRead } from "../reading";
import { useAct } from "../saving";
import { count, day, t } from "../words";
import { Members } from "./members";
import { unitKind } from "./naming";
import { KINDS } from "./units";

type Unit = Schemas["UnitView"];
type Warning = Schemas["UnitWarning"];
type Props = { unit: Unit; again: () => void };

function Naming(props: { unit: Unit; reading: Reading<Unit> }) {
  const { unit } = props;
  const acting = useChange(props.reading);
  const draft = useDraft({ name: unit.name, kind: unit.kind, bloc: unit.bloc ?? "", aliases: unit.aliases.join("\n") });
  const { value, set } = draft;
  const [same, setSame] = useState(false);
  const put = async () => {
    const { bloc, aliases, ...touched } = draft.changes();
    const saved = await acting.run(t(`Sửa ${unit.name}`, `Change ${unit.name}`), (match) =>
      ask(() =>
        api.PATCH("/api/v1/units/{unit_id}", {
          params: { path: { unit_id: unit.id }, header: match },
          body: { ...touched, ...(bloc === undefined ? {} : { bloc: orNull(bloc) }), ...(aliases === undefined ? {} : { aliases: linesOf(aliases) }), same_name: same },
        }),
      ),
    );
    if (saved) tell(t("Đã lưu.", "Saved."));
  };
  return (
    <More summary={t("Đổi tên, loại, khối, tên gọi khác", "Name, kind, bloc, other names")}>
      <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void put()}>
        <Field label={t("Tên đơn vị", "Name")} hint={t("Tên cũ vẫn giữ cho những ngày trước.", "The old name stays for the days before.")} value={value.name} onInput={set("name")} maxLength={200} required />
        <Select label={t("Loại", "Kind")} value={value.kind} onInput={(kind) => set("kind")(kind as Unit["kind"])} options={KINDS.map((each) => [each, unitKind(each)])} />
        <Field label={t("Khối", "Bloc")} value={value.bloc} onInput={set("bloc")} />
        <TextArea label={t("Tên gọi khác, mỗi dòng một tên", "Other names, one a line")} value={value.aliases} onInput={set("aliases")} />
        {(same || acting.problem?.status === 409) && <Check label={t("Đúng là trùng tên với đơn vị khác", "The same name as another is meant")} checked={same} onInput={setSame} />}
      </Form>
    </More>
  );
}

function Moving(props: Props) {
  const acting = useAct();
  const [parent, setParent] = useState({ id: "", name: "" });
  const move = async () => {
    const yes = await confirmed({ title: t("Chuyển đơn vị?", "Move the unit?"), text: t(`${props.unit.name} cùng mọi đơn vị bên dưới sẽ thuộc ${parent.name}.`, `${props.unit.name} and all below go below ${parent.name}.`), yes: t("Chuyển", "Move") });
    if (!yes) return;
    const answer = await acting.run(t("Chuyển đơn vị", "Move the unit"), () => ask(() => api.POST("/api/v1/units/{unit_id}/move", { params: { path: { unit_id: props.unit.id } }, body: { parent_id: parent.id, same_name: false } })));
    if (!answer) return;
    tell(t("Đã chuyển.", "Moved."));
    props.again();
  };
  return (
    <More summary={t("Chuyển sang đơn vị cấp trên khác", "Move below another unit")}>
      <Form acting={acting} label={t("Chuyển", "Move")} onSubmit={() => void move()}>
        <UnitPicker label={t("Đơn vị cấp trên mới", "New parent")} value={parent.id} without={props.unit.id} onChoose={(id, name) => setParent({ id, name })} required />
      </Form>
    </More>
  );
}

/* What is to be looked at afterwards is told by the page: a unit that has ended changes no more. */
function Merging(props: Props & { onWarned: (warnings: Warning[]) => void }) {
  const acting = useAct();
  const [into, setInto] = useState({ id: "", name: "" });
  const [on, setOn] = useState("");
  const merge = async () => {
    const yes = await confirmed({
      title: t("Sáp nhập?", "Merge?"),
      text: t(`Từ ngày ${day(on)}, ${props.unit.name} kết thúc; đơn vị bên dưới và đảng viên chuyển về ${into.name}. Số liệu đã có giữ tên đơn vị của ngày đó.`, `From ${day(on)} ${props.unit.name} ends; its units and members pass to ${into.name}.`),
      yes: t("Sáp nhập", "Merge"),
      isDanger: true,
    });
    if (!yes) return;
    const answer = await acting.run(t("Sáp nhập", "Merge"), () => ask(() => api.POST("/api/v1/units/{unit_id}/merge", { params: { path: { unit_id: props.unit.id } }, body: { successor_id: into.id, on, children: "move" } })));
    if (!answer) return;
    props.onWarned(answer.value.warnings);
    tell(t(`Đã sáp nhập: ${count(answer.value.moved_members)} đảng viên, ${count(answer.value.moved_units)} đơn vị chuyển về ${answer.value.successor.name}.`, `Merged: ${count(answer.value.moved_members)} members, ${count(answer.value.moved_units)} units.`));
    props.again();
  };
  return (
    <More summary={t("Sáp nhập vào đơn vị khác", "Merge into another unit")}>
      <Form acting={acting} label={t("Sáp nhập", "Merge")} onSubmit={() => void merge()}>
        <UnitPicker label={t("Đơn vị kế thừa", "Successor")} value={into.id} without={props.unit.id} onChoose={(id, name) => setInto({ id, name })} required />
        <Field label={t("Từ ngày", "From")} type="date" value={on} onInput={setOn} required />
      </Form>
    </More>
  );
}

function Ending(props: Props) {
  const acting = useAct();
  const end = async () => {
    const yes = await confirmed({ title: t("Kết thúc đơn vị?", "End the unit?"), text: t("Chỉ khi không còn đảng viên và không còn đơn vị bên dưới. Không mở lại được.", "Only without members and units below; it cannot be undone."), yes: t("Kết thúc", "End"), isDanger: true });
    if (!yes) return;
    const answer = await acting.run(t("Kết thúc đơn vị", "End the unit"), () => ask(() => api.POST("/api/v1/units/{unit_id}/end", { params: { path: { unit_id: props.unit.id } }, body: {} })));
    if (!answer) return;
    tell(t(`${props.unit.name} đã kết thúc.`, `${props.unit.name} has ended.`));
    go("/units");
  };
  return (
    <More summary={t("Kết thúc đơn vị (không còn ai)", "End the unit (nobody is left)")}>
      <Form acting={acting} label={t("Kết thúc đơn vị", "End the unit")} onSubmit={() => void end()}>
        <p>{t("Đơn vị đã kết thúc vẫn giữ trong số liệu cũ.", "An ended unit stays in old figures.")}</p>
      </Form>
    </More>
  );
}

export default function UnitPage(props: { params: Params }) {
  const id = props.params.unit!;
  const reading = useRead((signal) => ask((own) => api.GET("/api/v1/units/{unit_id}", { signal: own, params: { path: { unit_id: id } } }), signal), [id]);
  const [warnings, warn] = useState<Warning[]>([]);
  return (
    <Page title={reading.value?.name ?? t("Đơn vị", "Unit")} actions={<Go to="/units">{t("Về cây đơn vị", "The tree")}</Go>}>
      <Read of={reading}>
        {(unit) => (
          <>
            <p>
              {unitKind(unit.kind)}{unit.bloc && ` · ${unit.bloc}`} {unit.valid_until && <Badge tone="wait">{t(`kết thúc ${day(unit.valid_until)}`, `ended ${day(unit.valid_until)}`)}</Badge>}
            </p>
            {warnings.map((each) => <Notice key={each.message} tone="wait" title={each.message} />)}
            <Members key={unit.valid_until ?? ""} unit={unit} />
            {!unit.valid_until && (
              <Section title={t("Sửa đơn vị", "Change the unit")}>
                <Naming unit={unit} reading={reading} />
                <Moving unit={unit} again={reading.again} />
                <Merging unit={unit} again={reading.again} onWarned={warn} />
                <Ending unit={unit} again={reading.again} />
              </Section>
            )}
          </>
        )}
      </Read>
    </Page>
  );
}
