/* Sending a member to another unit, for good or for a time. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { tell } from "../parts/asking";
import { Field, Form, Select } from "../parts/basics";
import { UnitPicker } from "../parts/unit-picker";
import { useAct } from "../saving";
import { t } from "../words";

export function Transferring(props: { member: Schemas["ListedMember"]; onDone: () => void }) {
  const acting = useAct();
  const [unit, setUnit] = useState({ id: "", name: "" });
  const [kind, setKind] = useState<Schemas["TransferKind"]>("permanent");
  const [until, setUntil] = useState("");
  const send = async () => {
    const answer = await acting.run(t(`Chuyển ${props.member.full_name}`, `Transfer ${props.member.full_name}`), () =>
      ask(() =>
        api.POST("/api/v1/members/{member_id}/transfer", {
          params: { path: { member_id: props.member.id } },
          body: { unit_id: unit.id, kind, ...(kind === "temporary" ? { until } : {}) },
        }),
      ),
    );
    if (!answer) return;
    tell(t(`Đã chuyển ${props.member.full_name} về ${unit.name}.`, `${props.member.full_name} goes to ${unit.name}.`));
    props.onDone();
  };
  return (
    <Form acting={acting} label={t("Chuyển", "Transfer")} onSubmit={() => void send()}>
      <UnitPicker label={t("Đến đơn vị", "To unit")} value={unit.id} without={props.member.unit_id} onChoose={(id, name) => setUnit({ id, name })} required />
      <Select
        label={t("Chuyển thế nào", "How")}
        value={kind}
        onInput={(value) => setKind(value as typeof kind)}
        options={[["permanent", t("chính thức", "for good")], ["temporary", t("sinh hoạt tạm thời", "for a time")]]}
      />
      {kind === "temporary" && <Field label={t("Đến hết ngày", "Until")} type="date" value={until} onInput={setUntil} required />}
    </Form>
  );
}
