/* One report, read by whom it was handed in to: its figures, its words, and what is answered. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import type { Params } from "../entry";
import { isStaff } from "../me";
import { tell } from "../parts/asking";
import { Badge, Empty, Field, Form, Go, More, Notice, Page, Read, Section, TextArea } from "../parts/basics";
import { Download } from "../parts/files";
import { reportKind, reportState } from "../parts/naming";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, day, moment, percent, t } from "../words";
import { Identity } from "./figures";

type Report = Schemas["ReportView"];

const lastOf = (report: Report) => report.versions[report.versions.length - 1]?.number ?? null;

function Answering(props: { report: Report; onAnswered: () => void }) {
  const { report } = props;
  const [comment, setComment] = useState("");
  const accepting = useAct();
  const returning = useAct();
  const path = { report_id: report.id };
  const accept = async () => {
    const answer = await accepting.run(t("Chấp nhận báo cáo", "Accept the report"), () =>
      ask(() => api.POST("/api/v1/reports/{report_id}/accept", { params: { path }, body: { expected_version: lastOf(report) } })),
    );
    if (!answer) return;
    tell(t(`Đã chấp nhận báo cáo của ${report.unit_name}.`, `The report of ${report.unit_name} is accepted.`));
    props.onAnswered();
  };
  const giveBack = async () => {
    const answer = await returning.run(t("Trả lại báo cáo", "Return the report"), () =>
      ask(() => api.POST("/api/v1/reports/{report_id}/return", { params: { path }, body: { comment, expected_version: lastOf(report) } })),
    );
    if (!answer) return;
    tell(t(`Đã trả lại ${report.unit_name} kèm lời nhắn.`, `Returned to ${report.unit_name}.`));
    setComment("");
    props.onAnswered();
  };
  return (
    <Section title={t("Trả lời báo cáo này", "Answer this report")}>
      <Form acting={accepting} label={t("Chấp nhận", "Accept")} onSubmit={() => void accept()}>
        <p>{t("Số liệu khớp, lời văn ổn: chấp nhận.", "Figures agree, words are right: accept it.")}</p>
      </Form>
      <More summary={t("Trả lại để sửa", "Return it to be put right")}>
        <Form acting={returning} label={t("Trả lại", "Return")} onSubmit={() => void giveBack()}>
          <TextArea label={t("Cần sửa gì?", "What has to be put right?")} hint={t("Bí thư đọc nguyên văn.", "The secretary reads these very words.")} value={comment} onInput={setComment} maxLength={2000} required />
        </Form>
      </More>
    </Section>
  );
}

function Sending(props: { report: Report; onSent: () => void }) {
  const { report } = props;
  const mailing = useAct();
  const noting = useAct();
  const [sentOn, setSentOn] = useState("");
  const path = { report_id: report.id };
  const mail = async () => {
    const answer = await mailing.run(t("Gửi thư báo cáo", "Mail the report"), () => ask(() => api.POST("/api/v1/reports/{report_id}/mail", { params: { path } })));
    if (answer) tell(t("Đã đưa vào hàng gửi thư.", "The mail is on its way."));
    if (answer) props.onSent();
  };
  const note = async () => {
    const answer = await noting.run(t("Ghi ngày gửi công văn", "Note the day"), () => ask(() => api.POST("/api/v1/reports/{report_id}/sent-by-mail", { params: { path }, body: { sent_on: sentOn } })));
    if (answer) props.onSent();
  };
  return (
    <>
      <div class="row-actions">
        <Download path={`/api/v1/reports/${report.id}/document.docx`} name="bao-cao.docx">{t("Tải văn bản (.docx)", "Document (.docx)")}</Download>
        {report.photos.length > 0 && <Download path={`/api/v1/reports/${report.id}/collage.jpg`} name="anh-hoi-truong.jpg">{t(`Tải ${count(report.photos.length)} ảnh ghép`, "Collage of photos")}</Download>}
        {report.signed_scan && <Download path={`/api/v1/reports/${report.id}/signed-scan`} name="ban-ky">{t("Tải bản ký", "Signed scan")}</Download>}
      </div>
      <p class="soft">
        {report.sent.marked_on ? `${t("Đã gửi công văn ngày", "Sent by mail on")} ${day(report.sent.marked_on)}. ` : ""}
        {report.sent.mail ? `${t("Thư", "Mail")}: ${report.sent.mail === "sent" ? t("đã gửi", "sent") : t("đang chờ gửi", "waiting")}.` : ""}
      </p>
      {isStaff() && lastOf(report) !== null && (
        <More summary={t("Gửi tới hộp thư nhận báo cáo", "Mail it to the conference's address")}>
          <Form acting={mailing} label={t("Gửi thư", "Mail")} onSubmit={() => void mail()}>
            <p>{t("Mỗi bản chỉ gửi một lần.", "One version leaves only once.")}</p>
          </Form>
          <Form acting={noting} label={t("Ghi ngày gửi", "Note the day")} onSubmit={() => void note()}>
            <Field label={t("Hoặc đã gửi bằng công văn ngày", "Or it left by official mail on")} type="date" value={sentOn} onInput={setSentOn} required />
          </Form>
        </More>
      )}
    </>
  );
}

function Words(props: { texts: Schemas["ReportTexts"] }) {
  const parts: [string, Schemas["ReportText"]][] = [
    [t("Đánh giá chung", "Assessment"), props.texts.assessment],
    [t("Công tác chuẩn bị", "Preparation"), props.texts.preparation],
    [t("Vấn đề phát sinh", "Incidents"), props.texts.incidents],
    [t("Kiến nghị", "Proposals"), props.texts.proposals],
  ];
  const written = parts.filter(([, each]) => each.text);
  if (written.length === 0) return <Empty>{t("Báo cáo không viết thêm lời nào.", "The report says nothing more.")}</Empty>;
  return (
    <>
      {written.map(([name, each]) => (
        <div key={name}>
          <h3>{name}</h3>
          <p class="written">{each.text}</p>
        </div>
      ))}
    </>
  );
}

function Body(props: { report: Report; again: () => void }) {
  const { report } = props;
  const state = reportState(report.state);
  return (
    <>
      <p>
        <Badge tone={state.tone}>{state.name}</Badge> {report.submitted_at && `${t("gửi", "sent")} ${moment(report.submitted_at)}`}
        {report.is_late && <> <Badge tone="wait">{t("chậm", "late")}</Badge></>}
        {!report.is_frozen && ` ${t("Đang viết: số liệu còn thay đổi.", "Being written: figures still change.")}`}
      </p>
      {report.comment && (
        <Notice tone={report.state === "returned" ? "bad" : "plain"} title={t("Lời nhắn khi trả lại", "What was said when it was returned")}>
          <p>{report.comment}</p>
        </Notice>
      )}
      {report.problems.map((each) => (
        <Notice key={each.sentence} tone={each.is_blocking ? "bad" : "wait"} title={each.sentence} />
      ))}
      {report.state === "submitted" && isStaff() && <Answering report={report} onAnswered={props.again} />}
      <Section title={t("Số liệu", "Figures")}>
        <Identity of={report.figures} caption={report.unit_name} />
        {report.sessions.length > 1 && (
          <Table
            caption={t("Theo từng lớp", "By session")}
            rows={report.sessions}
            rowKey={(each) => each.session_id}
            columns={[
              { head: t("Lớp", "Session"), cell: (each) => each.title },
              { head: "B", isNumber: true, cell: (each) => count(each.figures.convened) },
              { head: t("Có mặt", "Present"), isNumber: true, cell: (each) => count(each.figures.present) },
              { head: t("Tỷ lệ", "Rate"), isNumber: true, cell: (each) => percent(each.figures.present, each.figures.convened) },
            ]}
          />
        )}
        <p class="soft">
          {t("Khách mời, quần chúng", "Guests")}: {count(report.guests)}
          {report.head_count !== null && `; ${t("đếm tại hội trường", "heads counted")}: ${count(report.head_count)}`}
        </p>
      </Section>
      <Section title={t("Lời văn", "Words")}>
        <Words texts={report.texts} />
      </Section>
      <Section title={t("Văn bản và gửi đi", "Document and sending")}>
        <Sending report={report} onSent={props.again} />
      </Section>
      {report.versions.length > 0 && (
        <Section title={t("Các bản đã gửi", "Versions")}>
          {[...report.versions].reverse().map((each) => (
            <More key={each.number} summary={`${t("Bản", "Version")} ${each.number}${each.kind === "interim" ? t(" (bước đầu)", " (interim)") : each.kind === "addendum" ? t(" (bổ sung)", " (addendum)") : ""} – ${moment(each.submitted_at)}, ${each.submitted_by_name ?? "–"}`}>
              {each.difference.length === 0 ? <p>{t("Không khác bản trước, hoặc là bản đầu.", "Nothing differs, or it is the first.")}</p> : <ul>{each.difference.map((line) => <li key={line.path}>{line.line}</li>)}</ul>}
            </More>
          ))}
        </Section>
      )}
    </>
  );
}

export default function ReportPage(props: { params: Params }) {
  const id = props.params.report!;
  const reading = useRead((signal) => ask((own) => api.GET("/api/v1/reports/{report_id}", { signal: own, params: { path: { report_id: id } } }), signal), [id]);
  const report = reading.value;
  return (
    <Page
      title={report ? `${reportKind(report.kind)} – ${report.unit_name}` : t("Báo cáo", "Report")}
      actions={report && <Go to={`/conferences/${report.conference_id}/reports`}>{t("Về danh sách báo cáo", "Back to the reports")}</Go>}
    >
      <Read of={reading}>{(found) => <Body report={found} again={reading.again} />}</Read>
    </Page>
  );
}
