/* The fields of a bridge point, for a new one and for one that changes. */
import type { Draft } from "../changing";
import type { Point } from "../lists";
import { Check, Field } from "../parts/basics";
import type { Form } from "../parts/naming";
import { type Named, UnitPicker, UnitsPicker } from "../parts/unit-picker";
import { t } from "../words";

export type Typed = { name: string; venue: string; host: Named | null; isHub: boolean; keepsTogether: boolean; units: Named[] };

export const BLANK: Typed = { name: "", venue: "", host: null, isHub: false, keepsTogether: false, units: [] };

export function typedOf(point: Point, hostName: string): Typed {
  return {
    name: point.name,
    venue: point.venue,
    host: { id: point.host_unit_id, name: hostName },
    isHub: point.is_hub,
    keepsTogether: point.keeps_units_together,
    units: point.expected_units.map(({ id, name }) => ({ id, name })),
  };
}

export function PointFields(props: { draft: Draft<Typed>; form: Form; organiser: string }) {
  const { value, set } = props.draft;
  return (
    <>
      <Field label={t("Tên điểm cầu", "Name")} hint={t("Ví dụ: Điểm cầu xã Bom Bo.", "As in: Điểm cầu xã Bom Bo.")} value={value.name} onInput={set("name")} maxLength={200} required />
      <Field label={t("Địa điểm", "Venue")} hint={t("Hội trường nào, ở đâu: in trên giấy triệu tập.", "Which hall, where: printed on the summons.")} value={value.venue} onInput={set("venue")} maxLength={300} required />
      <UnitPicker
        label={t("Đơn vị chủ trì điểm cầu", "Host unit")}
        hint={t("Bí thư và người trực của đơn vị này ghép màn hình, kiểm tra chuẩn bị.", "Its secretary and operators run the screen and the checklist.")}
        value={value.host?.id ?? ""}
        name={value.host?.name ?? ""}
        onChoose={(id, name) => set("host")(id ? { id, name } : null)}
        required
      />
      <UnitsPicker
        label={t("Đơn vị dự tại đây", "Units expected here")}
        hint={t("Gồm cả các chi bộ trực thuộc, trừ chi bộ được xếp ở điểm cầu khác.", "Each with those below it, except what is expected elsewhere.")}
        parent={props.organiser}
        chosen={value.units}
        onChoose={set("units")}
      />
      {props.form === "meet" && <Check label={t("Điểm cầu chủ trì Google Meet", "The hub that Meet comes from")} checked={value.isHub} onInput={set("isHub")} />}
      <Check label={t("Giữ cả chi bộ đi cùng một lớp", "Keep each cell together in one session")} checked={value.keepsTogether} onInput={set("keepsTogether")} />
    </>
  );
}
