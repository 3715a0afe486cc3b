/* A further session of the conference. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { useDraft } from "../changing";
import type { Params } from "../entry";
import { type Session, useSessions } from "../lists";
import { tell } from "../parts/asking";
import { Form as SentForm, Page, Read, Section, Tabs } from "../parts/basics";
import { type Form, FORMS, formName } from "../parts/naming";
import { go } from "../place";
import { useAct } from "../saving";
import { t } from "../words";
import { BLANK, everySent, SessionFields, usualTitle } from "./session-fields";

function Fields(props: { conference: string; sessions: readonly Session[] }) {
  const last = props.sessions[props.sessions.length - 1];
  const [form, choose] = useState<Form>(last?.form ?? "line");
  const ordinal = Math.max(0, ...props.sessions.filter((each) => each.form === form).map((each) => each.ordinal)) + 1;
  const draft = useDraft({ ...BLANK, title: usualTitle(form, ordinal) });
  const acting = useAct();
  const { title } = draft.value;

  const add = async () => {
    const added = await acting.run(t(`Thêm ${title}`, `Add ${title}`), (key) =>
      ask((signal) =>
        api.POST("/api/v1/sessions", {
          signal,
          params: { header: { "idempotency-key": key } },
          body: { conference_id: props.conference, form, ordinal, ...everySent(draft.value) },
        }),
      ),
    );
    if (!added) return;
    tell(t(`Đã thêm ${title}.`, `${title} was added.`));
    go(`/conferences/${props.conference}/times`);
  };
  return (
    <Section title={t("Lớp mới", "New session")}>
      <Tabs label={t("Hình thức", "Form")} chosen={form} options={FORMS.map((each) => [each, formName(each)] as const)} onChoose={(each) => choose(each as Form)} />
      <SentForm acting={acting} label={t("Thêm lớp", "Add the session")} onSubmit={() => void add()} onCancel={() => go(`/conferences/${props.conference}/times`)}>
        <SessionFields draft={draft} form={form} />
      </SentForm>
    </Section>
  );
}

export default function NewSession(props: { params: Params }) {
  const conference = props.params.conference!;
  const sessions = useSessions(conference);
  return (
    <Page title={t("Thêm lớp", "Add a session")}>
      <Read of={sessions}>{(all) => <Fields conference={conference} sessions={all} />}</Read>
    </Page>
  );
}
