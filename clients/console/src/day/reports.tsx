/* Who has handed in a report, who is late, and the words to remind them. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import type { Params } from "../entry";
import { useSessions } from "../lists";
import { tell } from "../parts/asking";
import { Badge, Button, Empty, Field, Figure, Figures, Go, More, Page, Read, Section, Select, Tabs } from "../parts/basics";
import { copied, CopyText } from "../parts/files";
import { reportState } from "../parts/naming";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { count, moment, percent, t } from "../words";
import { fits } from "./readings";

type Owed = Schemas["OwedReport"];
type Status = Schemas["ReportStatus"];

const HANDED_IN = ["submitted", "accepted"];

function reminderOf(owed: Owed, what: string): string {
  const due = owed.due_at ? t(`hạn ${moment(owed.due_at)}`, `due ${moment(owed.due_at)}`) : "";
  const left = owed.unknown > 0 ? t(` Còn ${count(owed.unknown)} đồng chí chưa rõ.`, ` ${count(owed.unknown)} are not accounted for.`) : "";
  return t(
    `Kính gửi đồng chí bí thư ${owed.name}: ${what} chưa gửi${due ? `, ${due}` : ""}.${left} Đề nghị đồng chí hoàn thành và gửi giúp. Trân trọng!`,
    `To the secretary of ${owed.name}: ${what} has not come${due ? `, ${due}` : ""}.${left} Would you please finish and send it.`,
  );
}

function Remind(props: { owed: Owed; what: string }) {
  const text = reminderOf(props.owed, props.what);
  const [byHand, set] = useState(false);
  if (byHand) return <CopyText label={t(`Lời nhắc ${props.owed.name}`, `Reminder to ${props.owed.name}`)} text={text} rows={4} />;
  return (
    <Button
      label={t(`Chép lời nhắc ${props.owed.name}`, `Copy the reminder to ${props.owed.name}`)}
      onClick={() => void copied(text).then((done) => (done ? tell(t(`Đã chép lời nhắc ${props.owed.name}.`, "Copied.")) : set(true)))}
    >
      {t("Chép lời nhắc", "Copy reminder")}
    </Button>
  );
}

function Owing(props: { status: Status; what: string }) {
  const [query, setQuery] = useState("");
  const [which, setWhich] = useState("all");
  const tests: Record<string, (each: Owed) => boolean> = {
    all: () => true,
    late: (each) => each.is_late && !HANDED_IN.includes(each.state ?? ""),
    waiting: (each) => each.state === "submitted",
    owed: (each) => !HANDED_IN.includes(each.state ?? ""),
    accepted: (each) => each.state === "accepted",
  };
  const number = (name: string) => count(props.status.units.filter(tests[name]!).length);
  const shown = props.status.units.filter((each) => tests[which]!(each) && fits(query, each.name));
  return (
    <>
      <Tabs
        label={t("Báo cáo nào", "Which reports")}
        chosen={which}
        onChoose={setWhich}
        options={[
          ["all", `${t("Tất cả", "All")} ${number("all")}`],
          ["late", `${t("Chậm", "Late")} ${number("late")}`],
          ["waiting", `${t("Chờ xem", "To read")} ${number("waiting")}`],
          ["owed", `${t("Chưa gửi", "Owed")} ${number("owed")}`],
          ["accepted", `${t("Đã chấp nhận", "Accepted")} ${number("accepted")}`],
        ]}
      />
      {props.status.units.length > 8 && <Field label={t("Tìm đơn vị", "Find a unit")} type="search" value={query} onInput={setQuery} />}
      {shown.length === 0 ? (
        <Empty>{t("Không có đơn vị nào ở đây.", "No unit here.")}</Empty>
      ) : (
        <Table
          caption={t("Bấm tên để đọc báo cáo", "Press a name to read the report")}
          rows={shown}
          rowKey={(each) => each.unit_id}
          tone={(each) => (each.is_late && !HANDED_IN.includes(each.state ?? "") ? "wait" : "plain")}
          columns={[
            { head: t("Đơn vị", "Unit"), cell: (each) => (each.report_id ? <a href={`#/reports/${each.report_id}`}>{each.name}</a> : each.name) },
            { head: t("Báo cáo", "Report"), cell: (each) => <><Badge tone={reportState(each.state).tone}>{reportState(each.state).name}</Badge>{each.version && each.version > 1 ? ` ${t("bản", "version")} ${each.version}` : ""}</> },
            { head: t("Gửi lúc", "Sent"), cell: (each) => (each.submitted_at ? moment(each.submitted_at) : "–") },
            { head: t("Hạn", "Due"), cell: (each) => (each.due_at ? <>{moment(each.due_at)} {each.is_late && <Badge tone="wait">{t("chậm", "late")}</Badge>}</> : "–") },
            { head: t("Có mặt", "Here"), isNumber: true, cell: (each) => `${count(each.present)}/${count(each.convened)}` },
            { head: t("Chưa rõ", "Unknown"), isNumber: true, cell: (each) => count(each.unknown) },
            { head: t("Nhắc", "Remind"), cell: (each) => (HANDED_IN.includes(each.state ?? "") ? "–" : <Remind owed={each} what={props.what} />) },
          ]}
        />
      )}
    </>
  );
}

function Reminders(props: { status: Status }) {
  const { reminder, reminders } = props.status;
  if (!reminder) return <Empty>{t("Chưa có đơn vị nào phải nhắc.", "Nobody needs a reminder.")}</Empty>;
  return (
    <>
      <CopyText label={t("Lời nhắc chung", "Reminder to all")} text={reminder} rows={8} />
      {reminders.length > 0 && (
        <More summary={t(`Theo từng nhóm (${count(reminders.length)})`, `By group (${count(reminders.length)})`)}>
          {reminders.map((each) => (
            <div key={each.group ?? ""}>
              <h3>{each.group ? t(`Nhóm ${each.group}`, `Group ${each.group}`) : t("Đơn vị chưa có nhóm", "Units without a group")}</h3>
              <CopyText label={each.group ? t(`Lời nhắc nhóm ${each.group}`, `Reminder to ${each.group}`) : t("Lời nhắc đơn vị chưa có nhóm", "Reminder to units without a group")} text={each.text} />
            </div>
          ))}
        </More>
      )}
    </>
  );
}

export default function ReportsPage(props: { params: Params }) {
  const conference = props.params.conference!;
  const sessions = useSessions(conference);
  const [session, setSession] = useState("");
  const status = useRead(
    (signal) =>
      ask((own) => api.GET("/api/v1/conferences/{conference_id}/report-status", { signal: own, params: { path: { conference_id: conference }, query: session ? { session_id: session } : {} } }), signal),
    [conference, session],
    30,
  );
  const of = sessions.value?.find((each) => each.id === session);
  const what = of ? t(`báo cáo nhanh ${of.title}`, `the quick report of ${of.title}`) : t("báo cáo kết quả hội nghị", "the result report");
  return (
    <Page title={t("Báo cáo của các đơn vị", "Reports of the units")} actions={<Go to={`/conferences/${conference}/summary`}>{t("Tổng hợp", "Summary")}</Go>}>
      <Select
        label={t("Báo cáo nào", "Which report")}
        value={session}
        onInput={setSession}
        options={[["", t("Báo cáo kết quả hội nghị", "Result reports")], ...(sessions.value ?? []).map((each) => [each.id, t(`Báo cáo nhanh: ${each.title}`, `Quick reports: ${each.title}`)] as const)]}
      />
      <Read of={status}>
        {(found) => (
          <>
            <Figures>
              <Figure name={t("Đơn vị phải gửi", "Units")} value={count(found.totals.units)} />
              <Figure name={t("Đã gửi", "Handed in")} value={count(found.totals.handed_in)} />
              <Figure name={t("Đã chấp nhận", "Accepted")} value={count(found.totals.accepted)} tone="good" />
              <Figure name={t("Chậm", "Late")} value={count(found.totals.late)} tone={found.totals.late ? "wait" : "plain"} />
              <Figure name={t("Có mặt", "Present")} value={percent(found.totals.present, found.totals.convened)} />
              <Figure name={t("Người chưa rõ", "Unknown")} value={count(found.totals.unknown)} tone={found.totals.unknown ? "wait" : "plain"} />
            </Figures>
            <Section title={t("Từng đơn vị", "Each unit")}>
              {found.units.length === 0 ? <Empty>{t("Chưa có đơn vị nào phải báo cáo: chưa xếp ai vào lớp.", "No unit owes a report yet: nobody is convened.")}</Empty> : <Owing status={found} what={what} />}
            </Section>
            <Section title={t("Lời nhắc", "Reminders")}>
              <Reminders status={found} />
            </Section>
          </>
        )}
      </Read>
    </Page>
  );
}
