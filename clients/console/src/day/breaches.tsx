/* Data that came into wrong hands: recorded, told to the authority within 72 hours, and closed. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { orNull, useChange, useDraft } from "../changing";
import { tell } from "../parts/asking";
import { Badge, Button, Empty, Field, Form, More, Page, Read, Section, TextArea } from "../parts/basics";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, instantOf, localOf, moment, t } from "../words";
import { PagedRead, usePaged } from "./readings";

type Breach = Schemas["ListedBreach"];

function Clock(props: { breach: Breach }) {
  const { breach } = props;
  if (breach.closed_at) return <Badge tone="plain">{t("đã xong", "closed")}</Badge>;
  if (breach.reported_at) return <Badge tone="good">{t(`đã báo cơ quan lúc ${moment(breach.reported_at)}`, `reported ${moment(breach.reported_at)}`)}</Badge>;
  if (breach.is_overdue) return <Badge tone="bad">{t(`quá hạn báo: ${moment(breach.report_due_at)}`, `overdue since ${moment(breach.report_due_at)}`)}</Badge>;
  return <Badge tone="wait">{t(`còn ${count(breach.hours_left ?? 0)} giờ để báo cơ quan (trước ${moment(breach.report_due_at)})`, `${count(breach.hours_left ?? 0)} hours left (until ${moment(breach.report_due_at)})`)}</Badge>;
}

function Add(props: { onAdded: () => void }) {
  const acting = useAct();
  const [found, setFound] = useState("");
  const [text, setText] = useState("");
  const [persons, setPersons] = useState("");
  const add = async () => {
    const answer = await acting.run(t("Ghi vụ lộ dữ liệu", "Record a breach"), (key) =>
      ask(() => api.POST("/api/v1/breaches", { params: { header: { "idempotency-key": key } }, body: { found_at: instantOf(found), text, persons: persons ? Number(persons) : null } })),
    );
    if (!answer) return;
    tell(t("Đã ghi. Đồng hồ 72 giờ tính từ lúc phát hiện.", "Recorded: 72 hours count from when it was found."));
    setText("");
    setPersons("");
    props.onAdded();
  };
  return (
    <More summary={t("Ghi một vụ lộ dữ liệu", "Record a breach")}>
      <Form acting={acting} label={t("Ghi", "Record")} onSubmit={() => void add()}>
        <Field label={t("Phát hiện lúc", "Found at")} hint={t("Giờ Việt Nam", "Viet Nam's time")} type="datetime-local" value={found} onInput={setFound} required />
        <TextArea label={t("Việc gì, dữ liệu gì", "What happened, which data")} hint={t("Ghi bao nhiêu người, không ghi tên ai.", "How many, not who.")} value={text} onInput={setText} maxLength={4000} required />
        <Field label={t("Bao nhiêu người", "How many persons")} type="number" min={0} value={persons} onInput={setPersons} />
      </Form>
    </More>
  );
}

function Change(props: { id: string; onChanged: () => void }) {
  const path = { breach_id: props.id };
  const reading = useRead((signal) => ask((own) => api.GET("/api/v1/breaches/{breach_id}", { signal: own, params: { path } }), signal), [props.id]);
  const acting = useChange(reading);
  const read = reading.value;
  const draft = useDraft({ measures: read?.measures ?? "", reported: read?.reported_at ? localOf(read.reported_at) : "" });
  const { value, set } = draft;
  const put = async (what: string, body: Schemas["BreachChange"]) => {
    if (!(await acting.run(what, (match) => ask(() => api.PATCH("/api/v1/breaches/{breach_id}", { params: { path, header: match }, body }))))) return;
    tell(t("Đã lưu.", "Saved."));
    props.onChanged();
  };
  const keep = () => {
    const { measures, reported } = draft.changes();
    return put(t("Lưu vụ lộ dữ liệu", "Save the breach"), { ...(measures === undefined ? {} : { measures: orNull(measures) }), ...(reported ? { reported_at: instantOf(reported) } : {}) });
  };
  return (
    <Read of={reading}>
      {() => (
        <>
          <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void keep()}>
            <TextArea label={t("Đã làm những gì", "Measures")} value={value.measures} onInput={set("measures")} maxLength={4000} />
            <Field label={t("Đã báo cơ quan lúc", "Told the authority at")} type="datetime-local" value={value.reported} onInput={set("reported")} />
          </Form>
          <Button isBusy={acting.isBusy} onClick={() => void put(t("Kết thúc vụ việc", "Close it"), { closed_at: new Date().toISOString() })}>{t("Vụ việc đã xong", "It is over")}</Button>
        </>
      )}
    </Read>
  );
}

function One(props: { breach: Breach; again: () => void }) {
  const { breach } = props;
  return (
    <li class="item">
      <p><b>{t("Phát hiện", "Found")} {moment(breach.found_at)}</b> {breach.persons !== null && `· ${t(`${count(breach.persons)} người`, `${count(breach.persons)} persons`)}`}</p>
      <p><Clock breach={breach} /></p>
      <p class="written">{breach.text}</p>
      {!breach.closed_at && <More summary={t("Đã làm gì, đã báo chưa", "What was done")}><Change id={breach.id} onChanged={props.again} /></More>}
    </li>
  );
}

export default function BreachesPage() {
  const listed = usePaged<Breach>((query, signal) => api.GET("/api/v1/breaches", { signal, params: { query } }), []);
  return (
    <Page title={t("Lộ dữ liệu", "Breaches")} lead={t("Phải báo cơ quan có thẩm quyền trong 72 giờ từ lúc phát hiện.", "The authority is told within 72 hours of finding it.")}>
      <Section title={t("Các vụ việc", "Breaches")}>
        <Add onAdded={listed.again} />
        <PagedRead of={listed}>
          {(items) => (items.length === 0 ? <Empty>{t("Chưa có vụ nào.", "None.")}</Empty> : <ul class="items">{items.map((each) => <One key={each.id} breach={each} again={listed.again} />)}</ul>)}
        </PagedRead>
      </Section>
    </Page>
  );
}
