/* Choosing units among hundreds by a few letters of their names, in a province as in a commune. */
import { useEffect, useState } from "preact/hooks";
import { api, ask } from "../api";
import { useRead } from "../reading";
import { t } from "../words";
import { Button, Field, Read, Select } from "./basics";

export type Named = { id: string; name: string };

const PAUSE_MS = 300;
const MOST = 100; // the units right below a district, all of them
const OFFERED = 12;

function useSettled(text: string): string {
  const [settled, set] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => set(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/* With nothing typed, those right below `parent`, or the first of all. */
function useFound(typed: string, parent?: string) {
  const q = useSettled(typed).trim();
  const where = q ? { q } : parent ? { parent_id: parent } : {};
  return useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/units", { signal: inTime, params: { query: { limit: MOST, ...where } } }), signal),
    [q, parent],
  );
}

/* One unit; `name` is that of the one which is chosen already. */
export function UnitPicker(props: {
  label: string;
  hint?: string;
  value: string;
  name?: string;
  onChoose: (id: string, name: string) => void;
  required?: boolean;
  without?: string;
}) {
  const [typed, type] = useState("");
  const [kept, keep] = useState<Named | null>(null);
  const found = useFound(typed);
  const items: Named[] = (found.value?.items ?? []).filter((each) => each.id !== props.without);
  const current = kept?.id === props.value ? kept : props.name ? { id: props.value, name: props.name } : null;
  const options = current && !items.some((each) => each.id === current.id) ? [current, ...items] : items;
  const choose = (id: string) => {
    const unit = options.find((each) => each.id === id) ?? null;
    keep(unit);
    props.onChoose(id, unit?.name ?? "");
  };
  const none = options.length ? t("– chọn –", "– choose –") : t("không thấy đơn vị nào", "nothing found");
  return (
    <div class="fields">
      <Field label={t(`Tìm ${props.label.toLowerCase()}`, `Find: ${props.label.toLowerCase()}`)} type="search" value={typed} onInput={type} />
      <Select
        label={props.label}
        {...(props.hint ? { hint: props.hint } : {})}
        required={props.required ?? false}
        value={props.value}
        onInput={choose}
        options={[["", none], ...options.map((each) => [each.id, each.name] as const)]}
      />
    </div>
  );
}

function Chips(props: { units: readonly Named[]; onRemove: (unit: Named) => void }) {
  if (props.units.length === 0) return null;
  return (
    <ul class="unit-chips">
      {props.units.map((unit) => (
        <li key={unit.id}>
          <button type="button" onClick={() => props.onRemove(unit)} aria-label={t(`Bỏ ${unit.name}`, `Take ${unit.name} away`)}>
            {unit.name} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/* Several units; with nothing typed, those right below `parent` are offered. */
export function UnitsPicker(props: { label: string; hint?: string; parent: string; chosen: readonly Named[]; onChoose: (units: Named[]) => void }) {
  const [typed, type] = useState("");
  const found = useFound(typed, props.parent);
  const has = (id: string) => props.chosen.some((each) => each.id === id);
  return (
    <fieldset class="unit-choice">
      <legend>{props.label}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      <Chips units={props.chosen} onRemove={(unit) => props.onChoose(props.chosen.filter((each) => each.id !== unit.id))} />
      <Field label={t("Tìm đơn vị để thêm", "Find units to add")} type="search" value={typed} onInput={type} />
      <Read of={found}>
        {(page) => {
          const offered = page.items.filter((unit) => !has(unit.id)).map(({ id, name }) => ({ id, name }));
          return (
            <>
              <ul class="unit-list">
                {offered.slice(0, OFFERED).map((unit) => (
                  <li key={unit.id}>
                    <Button onClick={() => props.onChoose([...props.chosen, unit])} label={t(`Thêm ${unit.name}`, `Add ${unit.name}`)}>+ {unit.name}</Button>
                  </li>
                ))}
              </ul>
              {offered.length > OFFERED && <p class="soft">{t(`Còn ${offered.length - OFFERED} đơn vị nữa: gõ thêm để tìm.`, `${offered.length - OFFERED} more: type to find them.`)}</p>}
              {offered.length > 1 && (
                <Button kind="plain" onClick={() => props.onChoose([...props.chosen, ...offered])}>
                  {t(`Thêm cả ${offered.length} đơn vị này`, `Add all ${offered.length} of these`)}
                </Button>
              )}
            </>
          );
        }}
      </Read>
    </fieldset>
  );
}
