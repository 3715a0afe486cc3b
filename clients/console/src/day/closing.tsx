/* Closing the conference: who is missing is said first; what changes later becomes an addendum. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { confirmed, tell } from "../parts/asking";
import { Button, Empty, More, Notice, ProblemNotice, Section } from "../parts/basics";
import { useAct } from "../saving";
import { count, moment, t } from "../words";
import { PagedRead, usePaged } from "./readings";

type Props = { conference: string; isClosed: boolean; onChanged: () => void };

const MOST_NAMES = 12;

async function missingNow(conference: string): Promise<string> {
  const status = await ask((signal) => api.GET("/api/v1/conferences/{conference_id}/report-status", { signal, params: { path: { conference_id: conference } } }));
  if (status.kind !== "ok") return "";
  const missing = status.value.units.filter((each) => each.state !== "submitted" && each.state !== "accepted").map((each) => each.name);
  if (missing.length === 0) return t("Mọi đơn vị đã gửi báo cáo. ", "Every unit has reported. ");
  const more = missing.length - MOST_NAMES;
  const names = missing.slice(0, MOST_NAMES).join(", ") + (more > 0 ? t(` và ${more} đơn vị nữa`, ` and ${more} more`) : "");
  return t(`${missing.length} đơn vị chưa gửi báo cáo: ${names}. `, `${missing.length} units have not reported: ${names}. `);
}

export function Closing(props: Props) {
  const acting = useAct();
  const [warnings, setWarnings] = useState<Schemas["CloseWarning"][]>([]);
  const path = { conference_id: props.conference };
  const versions = usePaged<Schemas["SummaryVersionLine"]>(
    (query, signal) => api.GET("/api/v1/conferences/{conference_id}/summary/versions", { signal, params: { path, query } }),
    [props.conference, props.isClosed],
  );
  const close = async () => {
    const missing = await missingNow(props.conference);
    const yes = await confirmed({
      title: t("Đóng hội nghị?", "Close the conference?"),
      text: missing + t("Số liệu chốt thành bản 1. Ghi bổ sung, học bù, báo cáo vẫn làm tiếp; có thay đổi thì lập bản bổ sung.", "The figures are frozen as version 1. Everything else goes on; what changes becomes an addendum."),
      yes: t("Đóng hội nghị", "Close"),
      isDanger: true,
    });
    if (!yes) return;
    const answer = await acting.run(t("Đóng hội nghị", "Close the conference"), () => ask(() => api.POST("/api/v1/conferences/{conference_id}/close", { params: { path } })));
    if (!answer) return;
    setWarnings(answer.value.warnings);
    tell(t(`Đã đóng hội nghị: bản ${answer.value.number}.`, `Closed: version ${answer.value.number}.`));
    versions.again();
    props.onChanged();
  };
  const amend = async () => {
    const answer = await acting.run(t("Lập bản bổ sung", "Add an addendum"), () => ask(() => api.POST("/api/v1/conferences/{conference_id}/summary/addenda", { params: { path } })));
    if (!answer) return;
    tell(t(`Đã lập bản ${answer.value.number}.`, `Version ${answer.value.number} is made.`));
    versions.again();
    props.onChanged();
  };
  return (
    <Section title={t("Chốt số liệu", "Freezing the figures")}>
      {warnings.map((each) => <Notice key={each.code} tone="wait" title={each.message} />)}
      <PagedRead of={versions}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{t("Hội nghị chưa đóng: số liệu còn chạy. Khi các lớp đã đóng, bấm “Đóng hội nghị” để chốt bản 1.", "Not closed yet: the figures are live. When all sessions are over, close it to freeze version 1.")}</Empty>
          ) : (
            <>
              {items.map((each) => (
                <More key={each.number} summary={`${t("Bản", "Version")} ${count(each.number)} – ${moment(each.made_at)}, ${each.made_by_name ?? "–"}`}>
                  {each.difference.length === 0 ? <p>{t("Bản đầu.", "The first version.")}</p> : <ul>{each.difference.map((line) => <li key={line.path}>{line.line}</li>)}</ul>}
                </More>
              ))}
            </>
          )
        }
      </PagedRead>
      <ProblemNotice problem={acting.problem} />
      {props.isClosed ? (
        <Button isBusy={acting.isBusy} onClick={() => void amend()}>{t("Lập bản bổ sung", "Make an addendum")}</Button>
      ) : (
        <Button kind="main" isBusy={acting.isBusy} onClick={() => void close()}>{t("Đóng hội nghị", "Close the conference")}</Button>
      )}
    </Section>
  );
}
