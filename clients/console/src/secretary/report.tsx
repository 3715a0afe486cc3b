/* One report: its figures and what they lack, its texts, handing it in, and what came back. */
import { useEffect, useState } from "preact/hooks";
import { api, ask } from "../api";
import type { Params } from "../entry";
import { sessionsOf } from "../lists";
import { me } from "../me";
import { Badge, Go, Notice, Page, Read } from "../parts/basics";
import { reportKind, reportState } from "../parts/naming";
import { useRead } from "../reading";
import { moment, t } from "../words";
import { begin } from "./pictures";
import { Deciding } from "./report-deciding";
import { FiguresOf } from "./report-figures";
import { Handing } from "./report-handing";
import { Photos } from "./report-photos";
import { Share } from "./report-share";
import { Texts } from "./report-texts";
import { dueOf, type Report, versionName } from "./report-words";
import { ownUnits, sessions } from "./sitting";

const EVERY_SECONDS = 30;

function Versions(props: { report: Report }) {
  if (props.report.versions.length === 0) return null;
  return (
    <ul class="cards">
      {[...props.report.versions].reverse().map((each) => (
        <li key={each.number} class="card">
          <p class="card-title">{versionName(each.kind)} {t(`số ${each.number}`, `no. ${each.number}`)}</p>
          <p class="soft">{t(`Gửi ${moment(each.submitted_at)}`, `Handed in ${moment(each.submitted_at)}`)}{each.submitted_by_name ? ` · ${each.submitted_by_name}` : ""}</p>
          {each.difference.map((one) => <p key={one.path}>{one.line}</p>)}
        </li>
      ))}
    </ul>
  );
}

export default function ReportPage(props: { params: Params }) {
  const id = props.params.report!;
  const [isFrozen, freeze] = useState(false);
  const account = me.value?.id ?? "";
  useEffect(() => void begin(account), [account]);
  const report = useRead((signal) => ask((inTime) => api.GET("/api/v1/reports/{report_id}", { signal: inTime, params: { path: { report_id: id } } }), signal), [id], isFrozen ? 0 : EVERY_SECONDS);
  const value = report.value;
  useEffect(() => freeze(value?.is_frozen ?? false), [value?.is_frozen]);
  const conference = value?.conference_id;
  const held = useRead(
    (signal) => (conference ? sessionsOf(conference, signal) : Promise.resolve({ kind: "ok", value: undefined, etag: null } as const)),
    [conference],
  );
  const of = (held.value ?? sessions.value).filter((each) => each.conference_id === conference && (!value?.session_id || each.id === value.session_id));
  const isSecret = of.some((each) => each.confidential); // no pictures and no messages leave such a class
  const isOwn = value !== undefined && ownUnits().some((each) => each.id === value.unit_id);
  const said = value && reportState(value.state);

  return (
    <Page title={value ? reportKind(value.kind) : t("Báo cáo", "Report")} actions={<Go to="/my/reports">{t("Về các báo cáo", "All reports")}</Go>}>
      <Read of={report}>
        {(one) => (
          <>
            <p>
              <strong>{one.unit_name}</strong>{one.session_id && of[0] ? ` · ${of[0].title}` : ""} {said && <Badge tone={one.is_late ? "bad" : said.tone}>{said.name}</Badge>} <span class="soft">{dueOf(one)}</span>
            </p>
            {one.state === "returned" && one.comment && <Notice tone="bad" title={t("Cấp trên ghi:", "What has to be put right:")}><p>{one.comment}</p></Notice>}
            <FiguresOf report={one} />
            <Texts report={one} reading={report} />
            <Photos report={one} isSecret={isSecret} again={report.again} />
            <Handing report={one} again={report.again} />
            {!isOwn && <Deciding report={one} again={report.again} />}
            <Share report={one} isSecret={isSecret} again={report.again} />
            <Versions report={one} />
          </>
        )}
      </Read>
    </Page>
  );
}
