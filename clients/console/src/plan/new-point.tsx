/* A further bridge point of the conference. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { useDraft } from "../changing";
import type { Params } from "../entry";
import { tell } from "../parts/asking";
import { Check, Form as SentForm, Page, Read, Section, Tabs } from "../parts/basics";
import { type Form, FORMS, formName } from "../parts/naming";
import { go } from "../place";
import { useAct } from "../saving";
import { t } from "../words";
import { BLANK, PointFields } from "./point-fields";
import { type Conference, useConference } from "./readings";

function Fields(props: { conference: Conference }) {
  const { conference } = props;
  const [form, choose] = useState<Form>("line");
  const draft = useDraft(BLANK);
  const acting = useAct();
  const [move, setMove] = useState(false);
  const { value } = draft;
  const send = async () => {
    const added = await acting.run(t(`Thêm ${value.name}`, `Add ${value.name}`), (key) =>
      ask((signal) =>
        api.POST("/api/v1/conferences/{conference_id}/points", {
          signal,
          params: { path: { conference_id: conference.id }, header: { "idempotency-key": key } },
          body: {
            name: value.name.trim(),
            venue: value.venue.trim(),
            form,
            host_unit_id: value.host?.id ?? "",
            is_hub: form === "meet" && value.isHub,
            keeps_units_together: value.keepsTogether,
            expected_unit_ids: value.units.map((unit) => unit.id),
            move,
          },
        }),
      ),
    );
    if (!added) return;
    tell(t(`Đã thêm ${added.value.name}.`, `${added.value.name} was added.`));
    go(`/conferences/${conference.id}/points`);
  };
  return (
    <Section title={t("Điểm cầu mới", "New point")}>
      <Tabs label={t("Hình thức", "Form")} chosen={form} options={FORMS.map((each) => [each, formName(each)] as const)} onChoose={(each) => choose(each as Form)} />
      <SentForm acting={acting} label={t("Thêm điểm cầu", "Add the point")} onSubmit={() => void send()} onCancel={() => go(`/conferences/${conference.id}/points`)}>
        <PointFields draft={draft} form={form} organiser={conference.organiser_id} />
        {(move || acting.problem?.status === 409) && <Check label={t("Chuyển các đơn vị này từ điểm cầu cũ sang đây", "Take these units from where they are expected")} checked={move} onInput={setMove} />}
      </SentForm>
    </Section>
  );
}

export default function NewPoint(props: { params: Params }) {
  const reading = useConference(props.params.conference!);
  return (
    <Page title={t("Thêm điểm cầu", "Add a bridge point")}>
      <Read of={reading}>{(conference) => <Fields conference={conference} />}</Read>
    </Page>
  );
}
