/* Handing a report in: the final version, one of the moment, or what has changed since. */
import { api, ask } from "../api";
import { confirmed, tell } from "../parts/asking";
import { Button, Notice, ProblemNotice, Section } from "../parts/basics";
import { useAct } from "../saving";
import { t } from "../words";
import { identity, type Report } from "./report-words";

export function Handing(props: { report: Report; again: () => void }) {
  const { report } = props;
  const acting = useAct();
  const isAddendum = report.is_frozen;

  const handIn = async (interim: boolean) => {
    const yes = await confirmed({
      title: isAddendum ? t("Gửi bản bổ sung?", "Hand in an addendum?") : interim ? t("Gửi báo cáo bước đầu?", "Hand in an interim report?") : t("Gửi báo cáo chính thức?", "Hand in the final report?"),
      text: isAddendum
        ? report.pending_difference.map((each) => each.line).join("; ")
        : interim
          ? t("Ban Tuyên giáo thấy số liệu đến lúc này. Báo cáo chính thức gửi sau.", "The office sees the figures of this moment. The final one follows.")
          : t(`${identity(report.figures)}. Gửi rồi thì số liệu được chốt; có thay đổi thì gửi bản bổ sung.`, `${identity(report.figures)}. That freezes the figures; changes go into an addendum.`),
      yes: t("Đúng, gửi", "Yes, hand it in"),
    });
    if (!yes) return;
    const done = await acting.run(t("Gửi báo cáo", "Hand in the report"), () =>
      ask((signal) => api.POST("/api/v1/reports/{report_id}/submit", { signal, params: { path: { report_id: report.id } }, body: { interim, confirm_pending: false, expected_version: report.versions.length } })),
    );
    props.again();
    if (done) tell(interim ? t("Đã gửi báo cáo bước đầu. Khi đủ số liệu, mời đồng chí gửi báo cáo chính thức.", "The interim report is handed in.") : t("Đã gửi báo cáo. Cấp trên đã nhận được số liệu này.", "The report is handed in."));
  };

  if (isAddendum && report.pending_difference.length === 0) return <ProblemNotice problem={acting.problem} />;
  return (
    <Section title={isAddendum ? t("Từ lúc gửi đến nay đã thay đổi", "Changed since it was handed in") : t("Gửi báo cáo", "Hand in")}>
      {isAddendum && <ul>{report.pending_difference.map((each) => <li key={each.path}>{each.line}</li>)}</ul>}
      {!isAddendum && !report.can_submit && <Notice tone="wait" title={t("Còn thiếu số liệu nên mới gửi được báo cáo bước đầu.", "Figures are missing: only an interim report can go.")} />}
      <ProblemNotice problem={acting.problem} />
      <div class="row-actions">
        {report.can_submit && <Button kind="main" isBusy={acting.isBusy} onClick={() => void handIn(false)}>{isAddendum ? t("Gửi bản bổ sung", "Hand in the addendum") : t("Gửi báo cáo", "Hand in the report")}</Button>}
        {!isAddendum && <Button isBusy={acting.isBusy} onClick={() => void handIn(true)}>{t("Gửi báo cáo bước đầu", "Hand in an interim report")}</Button>}
      </div>
    </Section>
  );
}
