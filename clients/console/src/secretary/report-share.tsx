/* What leaves the page: the message and the picture for the group, the document, the mail, the signed scan. */
import { useState } from "preact/hooks";
import { api, ask, carried, upload, type Schemas } from "../api";
import { tell } from "../parts/asking";
import { Button, Field, FileField, Form, Notice, ProblemNotice, Section } from "../parts/basics";
import { CopyText, Download, keep } from "../parts/files";
import { useAct } from "../saving";
import { moment, t } from "../words";
import { type Report, sentOf } from "./report-words";
import { asAddress } from "./shrinking";

const today = (): string => new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);

function Card(props: { report: Report }) {
  const [text, setText] = useState("");
  const [picture, setPicture] = useState<{ address: string; blob: Blob } | null>(null);
  const acting = useAct();
  const path = `/api/v1/reports/${props.report.id}/share-card.png`;

  const make = async () => {
    const done = await acting.run(t("Thẻ chia sẻ", "Share card"), () => ask((signal) => api.GET("/api/v1/reports/{report_id}/share-card", { signal, params: { path: { report_id: props.report.id } } })));
    if (!done) return;
    setText(done.value.text);
    const answer = await carried(path).catch(() => null);
    if (!answer?.ok) return;
    const blob = await answer.blob();
    setPicture({ blob, address: await asAddress(blob) });
  };
  return (
    <>
      <ProblemNotice problem={acting.problem} />
      <Button isBusy={acting.isBusy} onClick={() => void make()}>{t("Tin nhắn và ảnh số liệu cho nhóm Zalo", "Message and picture for the group")}</Button>
      {text && (
        <>
          <CopyText label={t("Tin nhắn cho nhóm", "The message for the group")} text={text} />
          <p class="hint">{t("Mời đồng chí mở nhóm Zalo, bấm giữ ô soạn tin rồi dán.", "Open the group and paste it.")}</p>
        </>
      )}
      {picture && (
        <div class="card">
          <img src={picture.address} alt={t(`Ảnh số liệu của ${props.report.unit_name}`, `The figures of ${props.report.unit_name} as a picture`)} />
          <Button onClick={() => keep(picture.blob, "so-lieu.png")}>{t("Tải ảnh", "Fetch the picture")}</Button>
        </div>
      )}
    </>
  );
}

function Mail(props: { report: Report; isSecret: boolean; again: () => void }) {
  const { report } = props;
  const [on, setOn] = useState(today());
  const acting = useAct();
  const path = { report_id: report.id };
  const mail = async () => {
    const done = await acting.run(t("Gửi thư", "Send by mail"), () => ask((signal) => api.POST("/api/v1/reports/{report_id}/mail", { signal, params: { path } })));
    props.again();
    if (done) tell(t("Đã đưa vào hàng gửi. Thư kèm văn bản sẽ đi trong ít phút.", "The mail leaves within minutes."));
  };
  const mark = async () => {
    const done = await acting.run(t("Ngày gửi mail công vụ", "Day of the official mail"), () => ask((signal) => api.POST("/api/v1/reports/{report_id}/sent-by-mail", { signal, params: { path }, body: { sent_on: on } })));
    props.again();
    if (done) tell(t("Đã ghi ngày gửi", "The day is written down"));
  };
  return (
    <>
      <h3>{t("Gửi văn bản", "Sending the paper")}</h3>
      <p>{sentOf(report)}</p>
      {!props.isSecret && <Button isBusy={acting.isBusy} onClick={() => void mail()}>{t("Gửi thư đến địa chỉ của hội nghị", "Mail it to the conference's address")}</Button>}
      <Form acting={acting} label={t("Ghi: đã gửi mail công vụ", "It went out by official mail")} onSubmit={() => void mark()}>
        <Field label={t("Ngày gửi", "On")} type="date" value={on} onInput={setOn} max={today()} required />
      </Form>
    </>
  );
}

function Scan(props: { report: Report; again: () => void }) {
  const { report } = props;
  const [percent, setPercent] = useState<number | null>(null);
  const acting = useAct();
  const send = async (file: File) => {
    const form = new FormData();
    form.append("file", file, file.name);
    setPercent(0);
    const done = await acting.run(t("Bản ký quét", "The signed scan"), (key) => upload<Schemas["SignedScanView"]>(`/api/v1/reports/${report.id}/signed-scan`, form, key, setPercent));
    setPercent(null);
    props.again();
    if (done) tell(t("Đã nhận bản ký quét", "The signed scan has arrived"));
  };
  return (
    <>
      <h3>{t("Bản có chữ ký", "The signed paper")}</h3>
      {report.signed_scan && <Notice tone="good" title={t(`Đã có bản ký của bản số ${report.signed_scan.version}, lúc ${moment(report.signed_scan.added_at)}.`, `The scan of version ${report.signed_scan.version} came ${moment(report.signed_scan.added_at)}.`)} />}
      <ProblemNotice problem={acting.problem} />
      {percent !== null ? (
        <p class="progress" role="status">{t(`Đang gửi ${percent} %`, `Sending ${percent} %`)}</p>
      ) : (
        <FileField label={t("Gửi bản ký quét", "Send the signed scan")} hint={t("PDF hoặc ảnh, nhiều nhất 10 MB.", "PDF or a picture, at most 10 MB.")} accept="application/pdf,image/jpeg,image/png" onFile={(file) => void send(file)} />
      )}
      {report.signed_scan && <Download path={`/api/v1/reports/${report.id}/signed-scan`} name="ban-ky.pdf">{t("Tải bản ký", "Fetch the scan")}</Download>}
    </>
  );
}

export function Share(props: { report: Report; isSecret: boolean; again: () => void }) {
  const { report } = props;
  const isFinal = report.versions.some((each) => each.kind !== "interim");
  const name = report.kind === "quick" ? "bao-cao-nhanh.docx" : "bao-cao-ket-qua.docx";
  return (
    <Section title={t("Đưa báo cáo đi", "Where the report goes")}>
      <div class="row-actions">
        {!props.isSecret && <Card report={report} />}
        <Download path={`/api/v1/reports/${report.id}/document.docx`} name={name}>{t("Tải văn bản Word", "Fetch the Word document")}</Download>
      </div>
      {isFinal && <Mail {...props} />}
      {isFinal && <Scan report={report} again={props.again} />}
    </Section>
  );
}
