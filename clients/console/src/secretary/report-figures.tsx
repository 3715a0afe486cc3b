/* The figures of a report, part by part, and what is missing before it may be handed in. */
import type { Schemas } from "../api";
import { More, Notice, Section } from "../parts/basics";
import { go } from "../place";
import { t } from "../words";
import { identity, more, type Report } from "./report-words";
import { sessionId, unitId } from "./sitting";

function Problem(props: { problem: Schemas["ReportProblem"] }) {
  const { problem } = props;
  return (
    <>
      <p>{problem.sentence}.</p>
      {problem.units.length > 0 && (
        <ul>
          {problem.units.map((each) => <li key={each.unit_id}>{t(`${each.name}: ${each.missing} đồng chí`, `${each.name}: ${each.missing}`)}</li>)}
        </ul>
      )}
    </>
  );
}

/* The list and what waits, of this report's unit and class. */
function look(report: Report, to: string): void {
  unitId.value = report.unit_id;
  if (report.session_id) sessionId.value = report.session_id;
  go(to);
}

function Blocks(props: { report: Report }) {
  const { report } = props;
  const lines = [
    ...(report.kind === "result" ? report.sessions.map((each) => ({ name: each.title, figures: each.figures })) : []),
    ...report.blocks.flatMap((block) => [{ name: t(`${block.name} (cộng)`, `${block.name} (sum)`), figures: block.figures }, ...block.units]),
  ];
  if (lines.length === 0) return null;
  return (
    <More summary={t("Số liệu từng lớp, từng đơn vị", "Session by session, unit by unit")}>
      <ul class="rows">
        {lines.map((each, i) => (
          <li key={`${i}${each.name}`} class="card"><strong>{each.name}</strong><br />{identity(each.figures)}</li>
        ))}
      </ul>
    </More>
  );
}

export function FiguresOf(props: { report: Report }) {
  const { report } = props;
  const blocking = report.problems.some((each) => each.is_blocking);
  return (
    <Section title={t("Số liệu", "Figures")}>
      <p class="sum-line">{identity(report.figures)}</p>
      <p class="soft">{more(report)}</p>
      {report.problems.length > 0 && (
        <Notice tone={blocking ? "bad" : "wait"} title={blocking && !report.is_frozen ? t("Chưa gửi được báo cáo chính thức, vì:", "It cannot be handed in yet, because:") : t("Cần xem lại:", "Please look at this:")}>
          {report.problems.map((each) => <Problem key={each.sentence} problem={each} />)}
          <div class="row-actions">
            <button type="button" class="button quiet" onClick={() => look(report, "/my/roll")}>{t("Ghi nốt ở Danh sách", "Go to the roll")}</button>
            {report.figures.pending > 0 && <button type="button" class="button quiet" onClick={() => look(report, "/my/pending")}>{t(`Xác nhận ${report.figures.pending} người đang chờ`, `Confirm the ${report.figures.pending} who wait`)}</button>}
          </div>
        </Notice>
      )}
      <Blocks report={report} />
    </Section>
  );
}
