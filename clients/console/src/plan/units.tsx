/* Choosing units by a few letters of their names, in a province as in a commune. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { Button, Empty, Field, Read } from "../parts/basics";
import { useRead } from "../reading";
import { t } from "../words";

export type Named = { id: string; name: string };

function useFound(query: string, parent: string | undefined) {
  const q = query.trim();
  return useRead(
    (signal) =>
      ask(
        (inTime) => api.GET("/api/v1/units", { signal: inTime, params: { query: { limit: 100, ...(q ? { q } : parent ? { parent_id: parent } : {}) } } }),
        signal,
      ),
    [q, parent],
  );
}

/* One unit, such as the host of a point. */
export function UnitChoice(props: { label: string; hint?: string; chosen: Named | null; onChoose: (unit: Named | null) => void }) {
  const [query, set] = useState("");
  const found = useFound(query, undefined);
  return (
    <fieldset class="unit-choice">
      <legend>{props.label}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {props.chosen ? (
        <p class="unit-chosen">
          <b>{props.chosen.name}</b>
          <Button onClick={() => props.onChoose(null)}>{t("Chọn đơn vị khác", "Choose another")}</Button>
        </p>
      ) : (
        <>
          <Field label={t("Tìm theo tên", "Find by name")} type="search" value={query} onInput={set} />
          <Read of={found}>
            {(page) => (
              <ul class="unit-list">
                {page.items.slice(0, 12).map((unit) => (
                  <li key={unit.id}>
                    <Button onClick={() => props.onChoose({ id: unit.id, name: unit.name })}>{unit.name}</Button>
                  </li>
                ))}
                {page.items.length === 0 && <li><Empty>{t("Không có đơn vị nào tên như vậy.", "No unit bears such a name.")}</Empty></li>}
              </ul>
            )}
          </Read>
        </>
      )}
    </fieldset>
  );
}

/* Several units; with nothing typed, those right below `parent` are offered. */
export function UnitPicker(props: { label: string; hint?: string; parent: string; chosen: readonly Named[]; onChoose: (units: Named[]) => void }) {
  const [query, set] = useState("");
  const found = useFound(query, props.parent);
  const has = (id: string) => props.chosen.some((each) => each.id === id);
  return (
    <fieldset class="unit-choice">
      <legend>{props.label}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {props.chosen.length > 0 && (
        <ul class="unit-chips">
          {props.chosen.map((unit) => (
            <li key={unit.id}>
              <button type="button" onClick={() => props.onChoose(props.chosen.filter((each) => each.id !== unit.id))} aria-label={t(`Bỏ ${unit.name}`, `Take ${unit.name} away`)}>
                {unit.name} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field label={t("Tìm đơn vị để thêm", "Find units to add")} type="search" value={query} onInput={set} />
      <Read of={found}>
        {(page) => {
          const offered = page.items.filter((unit) => !has(unit.id)).map(({ id, name }) => ({ id, name }));
          return (
            <>
              <ul class="unit-list">
                {offered.slice(0, 12).map((unit) => (
                  <li key={unit.id}>
                    <Button onClick={() => props.onChoose([...props.chosen, unit])} label={t(`Thêm ${unit.name}`, `Add ${unit.name}`)}>+ {unit.name}</Button>
                  </li>
                ))}
              </ul>
              {offered.length > 12 && <p class="soft">{t(`Còn ${offered.length - 12} đơn vị nữa: gõ thêm để tìm.`, `${offered.length - 12} more: type to find them.`)}</p>}
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
