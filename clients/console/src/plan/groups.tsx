/* Which Zalo group of secretaries holds which units; notices go to each group as one text. */
import { useEffect, useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { useChange } from "../changing";
import { tell } from "../parts/asking";
import { Button, Empty, Field, Notice, ProblemNotice, Read, Section } from "../parts/basics";
import { type Named, UnitsPicker } from "../parts/unit-picker";
import { type Reading, useRead } from "../reading";
import { count, t } from "../words";
import type { Conference } from "./readings";

type Group = { key: number; label: string; units: Named[] };

let key = 0;

function editable(read: Schemas["GroupsView"]): Group[] {
  return read.groups.map(({ label, units }) => ({ key: (key += 1), label, units: units.map(({ id, name }) => ({ id, name })) }));
}

function Editor(props: { conference: Conference; read: Schemas["GroupsView"]; reading: Reading<Schemas["GroupsView"]>; onSaved: () => void }) {
  const { conference, read, reading } = props;
  const [groups, set] = useState(() => editable(read));
  const [isTouched, touch] = useState(false);
  const acting = useChange(reading);
  useEffect(() => {
    if (!isTouched) set(editable(read));
  }, [read]);
  const change = (changed: Group[]) => {
    touch(true);
    set(changed);
  };
  /* A unit belongs to one group: taken into this one, it leaves the others. */
  const give = (group: Group, units: Named[]) => {
    const taken = new Set(units.map((unit) => unit.id));
    change(groups.map((each) => (each === group ? { ...group, units } : { ...each, units: each.units.filter((unit) => !taken.has(unit.id)) })));
  };
  const grouped = new Set(groups.flatMap((group) => group.units.map((unit) => unit.id)));
  const left = [...read.ungrouped_units, ...read.groups.flatMap((group) => group.units)].filter((unit) => !grouped.has(unit.id));
  const send = async () => {
    const saved = await acting.run(t("Lưu các nhóm", "Save the groups"), (match) =>
      ask((signal) =>
        api.PUT("/api/v1/conferences/{conference_id}/groups", {
          signal,
          params: { path: { conference_id: conference.id }, header: match },
          body: { groups: groups.map((group) => ({ label: group.label.trim(), unit_ids: group.units.map((unit) => unit.id) })) },
        }),
      ),
    );
    if (!saved) return;
    props.onSaved();
    touch(false);
    tell(t("Đã lưu các nhóm.", "The groups were saved."));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!acting.isBusy) void send();
      }}
    >
      {groups.length === 0 && <Empty>{t("Chưa có nhóm nào: mọi đơn vị nhận chung một nội dung.", "There is none: all units get one text.")}</Empty>}
      {groups.map((group, i) => (
        <div class="group" key={group.key}>
          <Field label={t(`Tên nhóm ${i + 1}`, `Name of group ${i + 1}`)} value={group.label} onInput={(label) => change(groups.map((each) => (each === group ? { ...group, label } : each)))} maxLength={60} required />
          <UnitsPicker label={t(`Đơn vị trong nhóm (${count(group.units.length)})`, `Units (${count(group.units.length)})`)} parent={conference.organiser_id} chosen={group.units} onChoose={(units) => give(group, units)} />
          {left.length > 0 && (
            <Button kind="plain" onClick={() => give(group, [...group.units, ...left.map(({ id, name }) => ({ id, name }))])}>
              {t(`Thêm ${count(left.length)} đơn vị chưa vào nhóm nào`, `Add the ${count(left.length)} units of no group`)}
            </Button>
          )}
          <Button kind="plain" onClick={() => change(groups.filter((each) => each !== group))}>{t("Bỏ nhóm này", "Take this group away")}</Button>
        </div>
      ))}
      {groups.length > 0 && left.length > 0 && (
        <Notice tone="plain" title={t(`${count(left.length)} đơn vị chưa vào nhóm nào`, `${count(left.length)} units are in no group`)}>
          <p>{left.slice(0, 8).map((unit) => unit.name).join(", ")}{left.length > 8 ? "…" : ""}</p>
        </Notice>
      )}
      <ProblemNotice problem={acting.problem} />
      <div class="form-actions">
        <Button onClick={() => change([...groups, { key: (key += 1), label: "", units: [] }])}>{t("Thêm nhóm", "Add a group")}</Button>
        {isTouched && <Button kind="main" type="submit" isBusy={acting.isBusy}>{t("Lưu các nhóm", "Save the groups")}</Button>}
      </div>
    </form>
  );
}

/* The ETag of the conference names its groups: `onSaved` reads it again. */
export function Groups(props: { conference: Conference; onSaved: () => void }) {
  const { conference } = props;
  const reading = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/conferences/{conference_id}/groups", { signal: inTime, params: { path: { conference_id: conference.id } } }), signal),
    [conference.id],
  );
  return (
    <Section title={t("Nhóm Zalo của các bí thư", "Zalo groups of the secretaries")}>
      <Read of={reading}>{(read) => <Editor conference={conference} read={read} reading={reading} onSaved={props.onSaved} />}</Read>
    </Section>
  );
}
