/* The units of the organiser: the direct ones, those below each, and a form to add one. */
import { useState } from "preact/hooks";
import { api, ask, askAll, type Schemas } from "../api";
import type { Params } from "../entry";
import { tell } from "../parts/asking";
import { Button, Check, Empty, Field, Form, Page, Read, Section, Select } from "../parts/basics";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, day, t } from "../words";
import { orNull } from "./draft";
import { organisers } from "./naming";
import { paged } from "./readings";
import type { Named } from "./units";

type Unit = Schemas["UnitView"];
type Kind = Schemas["UnitKind"];

function kindName(kind: Kind): string {
  const names: Record<Kind, string> = {
    committee: t("Đảng ủy cấp trên cơ sở", "Party committee"),
    grassroots_committee: t("Đảng bộ cơ sở", "Grassroots committee"),
    grassroots_cell: t("Chi bộ cơ sở", "Grassroots cell"),
    cell: t("Chi bộ trực thuộc đảng ủy cơ sở", "Cell of a grassroots committee"),
  };
  return names[kind];
}

const KINDS: readonly Kind[] = ["grassroots_cell", "grassroots_committee", "cell", "committee"];

function NewUnit(props: { parent: Named; onAdded: () => void; onCancel: () => void }) {
  const { parent } = props;
  const [name, type] = useState("");
  const [kind, choose] = useState<Kind>("grassroots_cell");
  const [bloc, write] = useState("");
  const [from, since] = useState("");
  const [isSame, repeat] = useState(false);
  const acting = useAct();
  const send = async () => {
    const added = await acting.run(t(`Thêm ${name}`, `Add ${name}`), (key) =>
      ask((signal) =>
        api.POST("/api/v1/units", {
          signal,
          params: { header: { "idempotency-key": key } },
          body: { parent_id: parent.id, name: name.trim(), kind, bloc: orNull(bloc), aliases: [], same_name: isSame, ...(from ? { valid_from: from } : {}) },
        }),
      ),
    );
    if (!added) return;
    tell(t(`Đã thêm ${added.value.name}.`, `${added.value.name} was added.`));
    type("");
    props.onAdded();
  };
  return (
    <Section title={t(`Đơn vị mới, thuộc ${parent.name}`, `A new unit below ${parent.name}`)}>
      <Form acting={acting} label={t("Thêm đơn vị", "Add the unit")} onSubmit={() => void send()} onCancel={props.onCancel}>
        <Field label={t("Tên", "Name")} hint={t("Ghi đủ: Chi bộ Bưu điện, Đảng bộ xã Bom Bo.", "In full: Chi bộ Bưu điện, Đảng bộ xã Bom Bo.")} value={name} onInput={type} maxLength={200} required />
        <div class="fields">
          <Select label={t("Loại", "Kind")} value={kind} options={KINDS.map((each) => [each, kindName(each)] as const)} onInput={(each) => choose(each as Kind)} />
          <Field label={t("Khối", "Bloc")} hint={t("Để gộp trong báo cáo; có thể để trống.", "To group reports by; may be empty.")} value={bloc} onInput={write} maxLength={100} />
          <Field label={t("Có từ ngày", "Valid from")} hint={t("Để trống là từ hôm nay.", "Left empty: from today.")} type="date" value={from} onInput={since} />
        </div>
        {(isSame || acting.problem?.status === 409) && <Check label={t("Đúng là một đơn vị khác trùng tên", "It is another unit of that name")} checked={isSame} onInput={repeat} />}
      </Form>
    </Section>
  );
}

export default function UnitsPage(_props: { params: Params }) {
  const offices = organisers();
  const [trail, walk] = useState<readonly Named[]>(offices.slice(0, 1));
  const [query, seek] = useState("");
  const [isAdding, adding] = useState(false);
  const parent = trail[trail.length - 1] ?? { id: "", name: "" };
  const q = query.trim();
  const units = useRead(
    (signal) =>
      askAll((cursor) =>
        ask((inTime) => api.GET("/api/v1/units", { signal: inTime, params: { query: { ...paged(cursor), ...(q ? { q } : { parent_id: parent.id }) } } }), signal),
      ),
    [parent.id, q],
  );
  const open = (unit: Unit) => {
    seek("");
    walk(q ? [...offices.slice(0, 1), unit] : [...trail, unit]);
  };
  return (
    <Page
      title={t("Đơn vị", "Units")}
      lead={t("Chi, đảng bộ trực thuộc và các chi bộ ở dưới. Bấm tên để xem bên trong.", "Direct units and those below them: open one to look inside.")}
      actions={<Button kind="main" onClick={() => adding(!isAdding)}>{t("Thêm đơn vị", "Add a unit")}</Button>}
    >
      {isAdding && <NewUnit key={parent.id} parent={parent} onAdded={units.again} onCancel={() => adding(false)} />}
      <Field label={t("Tìm theo tên", "Find by name")} type="search" value={query} onInput={seek} />
      {!q && (
        <nav class="trail" aria-label={t("Đang xem", "Where you are")}>
          {trail.map((each, i) =>
            i === trail.length - 1 ? <b key={each.id}>{each.name}</b> : <Button key={each.id} kind="plain" onClick={() => walk(trail.slice(0, i + 1))}>{each.name}</Button>,
          )}
        </nav>
      )}
      <Read of={units}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{q ? t("Không có đơn vị nào tên như vậy.", "No unit bears such a name.") : t("Chưa có đơn vị nào ở dưới. Bấm “Thêm đơn vị”.", "There is none below it: press “Add a unit”.")}</Empty>
          ) : (
            <Table
              caption={t(`${count(all.length)} đơn vị`, `${count(all.length)} units`)}
              rows={all}
              rowKey={(each) => each.id}
              columns={[
                { head: t("Đơn vị", "Unit"), cell: (each) => (each.kind === "cell" || each.kind === "grassroots_cell" ? each.name : <Button kind="plain" onClick={() => open(each)}>{each.name}</Button>) },
                { head: t("Loại", "Kind"), cell: (each) => kindName(each.kind) },
                { head: t("Khối", "Bloc"), cell: (each) => each.bloc ?? "–" },
                { head: t("Có từ", "Since"), cell: (each) => day(each.valid_from) },
              ]}
            />
          )
        }
      </Read>
    </Page>
  );
}
