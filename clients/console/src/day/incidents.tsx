/* What went wrong, told by units and points, until it is written how it was resolved. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { type Match, useChange, useDraft } from "../changing";
import type { Params } from "../entry";
import { isStaff } from "../me";
import { tell } from "../parts/asking";
import { Badge, Button, Empty, Form, More, Page, Read, Section, Tabs, TextArea } from "../parts/basics";
import { UnitPicker } from "../parts/unit-picker";
import { useRead } from "../reading";
import { save, useAct } from "../saving";
import { moment, t } from "../words";
import { PagedRead, usePaged } from "./readings";

type Incident = Schemas["IncidentView"];

function Resolving(props: { id: string; onDone: () => void }) {
  const path = { incident_id: props.id };
  const reading = useRead((signal) => ask((own) => api.GET("/api/v1/incidents/{incident_id}", { signal: own, params: { path } }), signal), [props.id]);
  const acting = useChange(reading);
  const { value, set } = useDraft({ resolution: reading.value?.resolution ?? "" });
  const put = (resolution: string | null, match: Match) => ask(() => api.PATCH("/api/v1/incidents/{incident_id}", { params: { path, header: match }, body: { resolution } }));
  const resolve = async () => {
    const saved = await acting.run(t("Ghi cách giải quyết", "Resolve"), (match) => put(value.resolution, match));
    if (!saved) return;
    props.onDone();
    tell(t("Đã ghi cách giải quyết.", "Resolved."), () => void save(t("Mở lại", "Open again"), () => put(null, {})).then(props.onDone));
  };
  return (
    <Read of={reading}>
      {() => (
        <Form acting={acting} label={t("Ghi cách giải quyết", "Write it")} onSubmit={() => void resolve()}>
          <TextArea label={t("Giải quyết thế nào?", "How was it resolved?")} hint={t("Đơn vị đọc được, và báo cáo nêu nguyên văn.", "The unit reads it, and reports name it.")} value={value.resolution} onInput={set("resolution")} maxLength={2000} required />
        </Form>
      )}
    </Read>
  );
}

function One(props: { incident: Incident; onDone: () => void }) {
  const { incident } = props;
  return (
    <li class="item">
      <p>
        <Badge tone={incident.resolved_at ? "good" : "wait"}>{incident.resolved_at ? t("đã giải quyết", "resolved") : t("chưa giải quyết", "open")}</Badge>{" "}
        <b>{incident.point_name ?? incident.unit_name}</b> · {moment(incident.reported_at)}{incident.reported_by && ` · ${incident.reported_by}`}
      </p>
      <p class="written">{incident.text}</p>
      {incident.resolved_at ? (
        <p class="soft">{incident.resolution} ({incident.resolved_by ?? "–"}, {moment(incident.resolved_at)})</p>
      ) : (
        isStaff() && <More summary={t("Trả lời, ghi cách giải quyết", "Answer and resolve")}><Resolving id={incident.id} onDone={props.onDone} /></More>
      )}
    </li>
  );
}

function Add(props: { conference: string; onAdded: () => void }) {
  const acting = useAct();
  const [unit, setUnit] = useState("");
  const [text, setText] = useState("");
  const add = async () => {
    const answer = await acting.run(t("Ghi vấn đề phát sinh", "Tell of a problem"), (key) =>
      ask(() => api.POST("/api/v1/incidents", { params: { header: { "idempotency-key": key } }, body: { conference_id: props.conference, unit_id: unit, text } })),
    );
    if (!answer) return;
    tell(t("Đã ghi.", "Noted."));
    setText("");
    props.onAdded();
  };
  return (
    <More summary={t("Ghi một vấn đề nghe qua điện thoại", "Note a problem told by telephone")}>
      <Form acting={acting} label={t("Ghi", "Note")} onSubmit={() => void add()}>
        <UnitPicker label={t("Đơn vị", "Unit")} value={unit} onChoose={setUnit} required />
        <TextArea label={t("Việc gì?", "What happened?")} value={text} onInput={setText} maxLength={2000} required />
      </Form>
    </More>
  );
}

export default function IncidentsPage(props: { params: Params }) {
  const conference = props.params.conference!;
  const [which, setWhich] = useState("open");
  const listed = usePaged<Incident>(
    (query, signal) => api.GET("/api/v1/incidents", { signal, params: { query: { ...query, conference_id: conference, ...(which === "all" ? {} : { resolved: which === "resolved" }) } } }),
    [conference, which],
  );
  return (
    <Page title={t("Vấn đề phát sinh", "Incidents")} actions={<Button kind="plain" onClick={listed.again}>{t("Xem lại", "Look again")}</Button>}>
      <Section title={t("Các điểm cầu, đơn vị báo", "Told by points and units")}>
        {isStaff() && <Add conference={conference} onAdded={listed.again} />}
        <Tabs
          label={t("Vấn đề nào", "Which")}
          chosen={which}
          onChoose={setWhich}
          options={[["open", t("Chưa giải quyết", "Open")], ["resolved", t("Đã giải quyết", "Resolved")], ["all", t("Tất cả", "All")]]}
        />
        <PagedRead of={listed}>
          {(items) => (items.length === 0 ? <Empty>{t("Không có vấn đề nào ở đây.", "Nothing here.")}</Empty> : <ul class="items">{items.map((each) => <One key={each.id} incident={each} onDone={listed.again} />)}</ul>)}
        </PagedRead>
      </Section>
    </Page>
  );
}
