/* Choosing one unit among hundreds: type a piece of its name, then choose. */
import { useEffect, useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { Field, Select } from "../parts/basics";
import { useRead } from "../reading";
import { t } from "../words";

type Unit = Pick<Schemas["UnitView"], "id" | "name">;

const PAUSE_MS = 300;
const MOST = 50;

function useSettled(text: string): string {
  const [settled, set] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => set(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export function UnitPicker(props: { label: string; hint?: string; value: string; onChoose: (id: string, name: string) => void; required?: boolean; without?: string }) {
  const [typed, setTyped] = useState("");
  const [kept, setKept] = useState<Unit | null>(null);
  const query = useSettled(typed).trim();
  const found = useRead(
    (signal) => ask((own) => api.GET("/api/v1/units", { signal: own, params: { query: { limit: MOST, ...(query ? { q: query } : {}) } } }), signal),
    [query],
  );
  const items: Unit[] = (found.value?.items ?? []).filter((each) => each.id !== props.without);
  const options = kept && !items.some((each) => each.id === kept.id) ? [kept, ...items] : items;
  const choose = (id: string) => {
    const unit = options.find((each) => each.id === id) ?? null;
    setKept(unit);
    props.onChoose(id, unit?.name ?? "");
  };
  return (
    <div class="fields">
      <Field label={t(`Tìm ${props.label.toLowerCase()}`, `Find: ${props.label.toLowerCase()}`)} type="search" value={typed} onInput={setTyped} />
      <Select
        label={props.label}
        {...(props.hint ? { hint: props.hint } : {})}
        required={props.required ?? false}
        value={props.value}
        onInput={choose}
        options={[["", options.length ? t("– chọn –", "– choose –") : t("không thấy đơn vị nào", "nothing found")], ...options.map((each) => [each.id, each.name] as const)]}
      />
    </div>
  );
}
