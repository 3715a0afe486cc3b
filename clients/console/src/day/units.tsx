/* The tree of units: found, opened, and grown. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { me } from "../me";
import { tell } from "../parts/asking";
import { Check, Empty, Field, Form, More, Page, Read, Section, Select } from "../parts/basics";
import { UnitPicker } from "../parts/unit-picker";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, day, t } from "../words";
import { unitKind } from "./naming";
import { fits } from "./readings";

type Unit = Schemas["TreeUnit"];

export const KINDS: readonly Schemas["UnitKind"][] = ["grassroots_cell", "grassroots_committee", "cell", "committee"];

function Line(props: { unit: Unit }) {
  const { unit } = props;
  return (
    <li class="tree-line" style={{ paddingLeft: `${Math.min(unit.depth, 6) * 20}px` }}>
      <a href={`#/units/${unit.id}`}>{unit.name}</a>{" "}
      <span class="soft">
        {unit.bloc ?? ""}
        {unit.valid_until && t(` · kết thúc ${day(unit.valid_until)}`, ` · ended ${day(unit.valid_until)}`)}
      </span>
    </li>
  );
}

function Add(props: { onAdded: () => void }) {
  const acting = useAct();
  const [parent, setParent] = useState("");
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Schemas["UnitKind"]>("grassroots_cell");
  const [bloc, setBloc] = useState("");
  const [same, setSame] = useState(false);
  const add = async () => {
    const answer = await acting.run(t(`Thêm ${name}`, `Add ${name}`), (key) =>
      ask(() => api.POST("/api/v1/units", { params: { header: { "idempotency-key": key } }, body: { parent_id: parent, name, kind, aliases: [], same_name: same, ...(bloc ? { bloc } : {}) } })),
    );
    if (!answer) return;
    tell(t(`Đã thêm ${answer.value.name}.`, `${answer.value.name} is added.`));
    setName("");
    setSame(false);
    props.onAdded();
  };
  return (
    <More summary={t("Thêm đơn vị", "Add a unit")}>
      <Form acting={acting} label={t("Thêm đơn vị", "Add the unit")} onSubmit={() => void add()}>
        <UnitPicker label={t("Đơn vị cấp trên", "Parent")} value={parent} onChoose={setParent} required />
        <Field label={t("Tên đơn vị", "Name")} value={name} onInput={setName} maxLength={200} required />
        <Select label={t("Loại", "Kind")} value={kind} onInput={(value) => setKind(value as typeof kind)} options={KINDS.map((each) => [each, unitKind(each)])} />
        <Field label={t("Khối (nếu có)", "Bloc, if any")} hint={t("Ví dụ: Khối Đảng, Xã, thị trấn", "For example: Xã, thị trấn")} value={bloc} onInput={setBloc} />
        {acting.problem && <Check label={t("Đúng là một đơn vị khác trùng tên", "It is another unit of the same name")} checked={same} onInput={setSame} />}
      </Form>
    </More>
  );
}

function Tree(props: { root: string }) {
  const [query, setQuery] = useState("");
  const [ended, setEnded] = useState(false);
  const tree = useRead(
    (signal) => ask((own) => api.GET("/api/v1/units/{unit_id}/tree", { signal: own, params: { path: { unit_id: props.root }, query: { include_ended: ended } } }), signal),
    [props.root, ended],
  );
  return (
    <Section title={t("Cây đơn vị", "The tree")}>
      <Add onAdded={tree.again} />
      <Field label={t("Tìm đơn vị", "Find a unit")} type="search" value={query} onInput={setQuery} />
      <Check label={t("Cả đơn vị đã kết thúc", "Ended units as well")} checked={ended} onInput={setEnded} />
      <Read of={tree}>
        {({ items }) => {
          const shown = items.filter((each) => fits(query, each.name, each.bloc, ...each.aliases));
          if (shown.length === 0) return <Empty>{t("Không có đơn vị nào tên như vậy.", "No unit is called so.")}</Empty>;
          return (
            <>
              <p class="soft">{t(`${count(shown.length)} đơn vị`, `${count(shown.length)} units`)}</p>
              <ul class="tree">{shown.map((each) => <Line key={each.id} unit={each} />)}</ul>
            </>
          );
        }}
      </Read>
    </Section>
  );
}

export default function UnitsPage() {
  const roots = [...new Map((me.value?.grants ?? []).filter((each) => each.role === "district_admin" || each.role === "district_staff").map((each) => [each.unit_id, each.unit_name]))];
  const [root, setRoot] = useState(roots[0]?.[0] ?? "");
  return (
    <Page title={t("Đơn vị, đảng viên", "Units and members")} lead={t("Bấm tên đơn vị để xem đảng viên, đổi tên, chuyển, sáp nhập.", "Press a unit for its members, its name, moving and merging.")}>
      {roots.length > 1 && <Select label={t("Từ đơn vị", "Below")} value={root} onInput={setRoot} options={roots} />}
      <Tree root={root} />
    </Page>
  );
}
