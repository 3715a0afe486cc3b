/* What may be reported on: each class that is or was on, and the whole conference; and what the units below owe. */
import { api, ask, type Schemas, whole } from "../api";
import { conferences } from "../chosen";
import { Badge, Empty, Go, Read, Section } from "../parts/basics";
import { CopyText } from "../parts/files";
import { reportKind, reportState } from "../parts/naming";
import { go } from "../place";
import { useRead } from "../reading";
import { count, t } from "../words";
import { run } from "./deciding";
import { isWhole, sessions, type Unit } from "./sitting";
import { SittingPage, type Sitting } from "./sitting-page";

type Line = Schemas["ReportLine"];
type New = Schemas["NewQuickReport"] | Schemas["NewResultReport"];

const isHeld = (state: Schemas["SessionState"]): boolean => ["open", "closed", "locked"].includes(state);

async function open(wanted: New, known: Line | undefined): Promise<void> {
  if (known) {
    go(`/my/reports/${known.id}`);
    return;
  }
  // There is one report of a kind, so that whoever asks twice gets the same.
  const done = await run(t("Mở báo cáo", "Open the report"), () => ask((signal) => api.POST("/api/v1/reports", { signal, body: wanted })));
  if (done) go(`/my/reports/${done.value.id}`);
}

function Choice(props: { wanted: New; title: string; lines: readonly Line[]; unit: Unit }) {
  const { wanted } = props;
  const known = props.lines.find((each) => each.unit_id === props.unit.id && each.kind === wanted.kind && (wanted.kind === "quick" ? each.session_id === wanted.session_id : true));
  const said = reportState(known?.state);
  return (
    <li>
      <button type="button" class="row" onClick={() => void open(wanted, known)}>
        <strong>{reportKind(wanted.kind)}</strong>
        <span>{props.title}</span>
        <Badge tone={said.tone}>{said.name}</Badge>
      </button>
    </li>
  );
}

function Owed(props: { conference: string; unit: Unit; session: string | null; title: string }) {
  const status = useRead(
    (signal) =>
      ask((inTime) => api.GET("/api/v1/conferences/{conference_id}/report-status", { signal: inTime, params: { path: { conference_id: props.conference }, query: { unit_id: props.unit.id, ...(props.session ? { session_id: props.session } : {}) } } }), signal),
    [props.conference, props.unit.id, props.session],
  );
  const value = status.value;
  if (!value || value.units.length === 0) return null;
  return (
    <Section title={props.title}>
      <p>
        {t(`${value.totals.handed_in}/${value.totals.units} đơn vị đã gửi`, `${value.totals.handed_in} of ${value.totals.units} units have handed in`)}
        {value.totals.late ? t(`, ${value.totals.late} chậm.`, `, ${value.totals.late} late.`) : "."}
      </p>
      <ul class="cards">
        {value.units.map((each) => {
          const said = reportState(each.state);
          return (
            <li key={each.unit_id} class="card">
              <p class="card-title">{each.name} <Badge tone={each.is_late ? "bad" : said.tone}>{each.is_late ? t("Chậm · ", "Late · ") : ""}{said.name}</Badge></p>
              <p>{t(`${count(each.present)}/${count(each.convened)} có mặt`, `${count(each.present)}/${count(each.convened)} present`)}{each.unknown ? t(`, ${each.unknown} chưa rõ`, `, ${each.unknown} not known`) : ""}.</p>
              {each.report_id && <Go to={`/my/reports/${each.report_id}`} kind="quiet">{t("Xem báo cáo", "Look at it")}</Go>}
            </li>
          );
        })}
      </ul>
      {value.reminder && <CopyText label={t("Lời nhắc để gửi nhóm", "A reminder for the group")} text={value.reminder} />}
    </Section>
  );
}

function Reports(props: Sitting) {
  const { unit, session } = props;
  const conference = session.conference_id;
  const lines = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/reports", { signal: inTime, params: { query: { conference_id: conference, unit_id: unit.id, ...query } } }), signal),
    [conference, unit.id],
  );
  const held = sessions.value.filter((each) => isHeld(each.state));
  return (
    <>
      <Section title={conferences.value.find((each) => each.id === conference)?.title ?? t("Hội nghị", "Conference")}>
        {held.length === 0 ? (
          <Empty>{t("Chưa có lớp nào mở. Lớp mở rồi mới có báo cáo.", "No session has been opened yet. Reports follow.")}</Empty>
        ) : (
          <Read of={lines}>
            {(value) => (
              <ul class="rows">
                {held.map((each) => <Choice key={each.id} wanted={{ kind: "quick", unit_id: unit.id, session_id: each.id }} title={each.title} lines={value} unit={unit} />)}
                <Choice wanted={{ kind: "result", unit_id: unit.id, conference_id: conference }} title={t("Cả hội nghị", "The whole conference")} lines={value} unit={unit} />
              </ul>
            )}
          </Read>
        )}
      </Section>
      {isWhole(unit) && isHeld(session.state) && <Owed conference={conference} unit={unit} session={session.id} title={t(`Báo cáo nhanh của đơn vị cấp dưới: ${session.title}`, `Quick reports of the units below: ${session.title}`)} />}
      {isWhole(unit) && <Owed conference={conference} unit={unit} session={null} title={t("Báo cáo kết quả của đơn vị cấp dưới", "Result reports of the units below")} />}
    </>
  );
}

export default function ReportsPage() {
  return <SittingPage title={t("Báo cáo", "Reports")} isOfUnit>{(sitting) => <Reports {...sitting} />}</SittingPage>;
}
