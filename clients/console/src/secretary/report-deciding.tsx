/* What a unit above says to a report that was handed in: accepted, or back with a word. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { tell } from "../parts/asking";
import { Button, Form, Section, TextArea } from "../parts/basics";
import { useAct } from "../saving";
import { t } from "../words";
import type { Report } from "./report-words";

export function Deciding(props: { report: Report; again: () => void }) {
  const { report } = props;
  const [comment, setComment] = useState("");
  const acting = useAct();
  if (!report.is_frozen) return null;
  const path = { report_id: report.id };
  const seen = { expected_version: report.versions.length };

  const accept = async () => {
    const done = await acting.run(t("Chấp nhận báo cáo", "Accept the report"), () => ask((signal) => api.POST("/api/v1/reports/{report_id}/accept", { signal, params: { path }, body: seen })));
    props.again();
    if (done) tell(t("Đã chấp nhận báo cáo", "The report is accepted"));
  };
  const giveBack = async () => {
    const done = await acting.run(t("Trả lại báo cáo", "Return the report"), () => ask((signal) => api.POST("/api/v1/reports/{report_id}/return", { signal, params: { path }, body: { ...seen, comment: comment.trim() } })));
    props.again();
    if (!done) return;
    setComment("");
    tell(t("Đã trả lại báo cáo", "The report is returned"));
  };
  return (
    <Section title={t("Ý kiến của cấp trên", "Your decision")}>
      {report.state === "submitted" && <Button kind="main" isBusy={acting.isBusy} onClick={() => void accept()}>{t("Chấp nhận báo cáo", "Accept it")}</Button>}
      <Form acting={acting} label={t("Trả lại để sửa", "Return it")} onSubmit={() => void giveBack()}>
        <TextArea label={t("Cần sửa gì?", "What has to be put right?")} value={comment} onInput={setComment} maxLength={1000} required />
      </Form>
    </Section>
  );
}
