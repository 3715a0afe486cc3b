/* The texts to paste into the groups, and which units know of a session. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import type { Params } from "../entry";
import type { Session } from "../lists";
import { tell } from "../parts/asking";
import { Badge, Button, Check, Empty, Figure, Figures, More, Notice, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { CopyText, Download } from "../parts/files";
import { type Reading, useRead } from "../reading";
import { useAct } from "../saving";
import { count, t } from "../words";
import { byWhom, timeOf } from "./naming";
import { ForSession } from "./session-choice";

type Notices = Schemas["SessionNotices"];
type Sheet = Schemas["NoticeView"];

function nameOf(sheet: Sheet): string {
  return sheet.label === null ? t("Đơn vị chưa vào nhóm nào", "Units of no group") : t(`Nhóm ${sheet.label}`, `Group ${sheet.label}`);
}

function Told(props: { session: Session; sheet: Sheet; onTold: () => void }) {
  const { session, sheet } = props;
  const [ticked, tick] = useState<readonly string[]>([]);
  const acting = useAct();
  const waiting = sheet.units.filter((unit) => !unit.received);
  const send = async (units: readonly string[]) => {
    const done = await acting.run(t(`Ghi ${units.length} đơn vị đã nhận`, `Note that ${units.length} units know`), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/notices/received", { signal, params: { path: { session_id: session.id } }, body: { unit_ids: [...units], sequence: sheet.units.find((unit) => unit.unit_id === units[0])?.sequence ?? null } })),
    );
    props.onTold();
    if (!done) return;
    tick([]);
    tell(t(`Đã ghi ${count(units.length)} đơn vị đã nhận.`, `${count(units.length)} units know.`));
  };
  return (
    <More summary={t(`Danh sách đã báo: ${count(sheet.received_count)}/${count(sheet.unit_count)} đơn vị đã nhận`, `Told-list: ${count(sheet.received_count)} of ${count(sheet.unit_count)} units know`)}>
      <ProblemNotice problem={acting.problem} />
      <ul class="told">
        {sheet.units.map((unit) => (
          <li key={unit.unit_id}>
            {unit.received ? (
              <p>{unit.name} <Badge tone="good">{t("đã nhận", "knows")}</Badge> <span class="soft">{byWhom(unit.received)}</span></p>
            ) : (
              <Check label={unit.name} checked={ticked.includes(unit.unit_id)} onInput={(yes) => tick(yes ? [...ticked, unit.unit_id] : ticked.filter((each) => each !== unit.unit_id))} />
            )}
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <div class="row-actions">
          <Button kind="main" isBusy={acting.isBusy} disabled={ticked.length === 0} onClick={() => void send(ticked)}>{t(`Đã nhận (${ticked.length})`, `They know (${ticked.length})`)}</Button>
          <Button onClick={() => tick(waiting.map((unit) => unit.unit_id))}>{t(`Chọn cả ${waiting.length} đơn vị`, `Choose all ${waiting.length}`)}</Button>
        </div>
      )}
    </More>
  );
}

function Posting(props: { session: Session; sheet: Sheet; reading: Reading<Notices> }) {
  const { session, sheet, reading } = props;
  const acting = useAct();
  const post = async () => {
    const done = await acting.run(t(`Đã gửi, ${nameOf(sheet)}`, `Posted, ${nameOf(sheet)}`), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/notices/posted", { signal, params: { path: { session_id: session.id } }, body: { label: sheet.label, sequence: sheet.sequence } })),
    );
    reading.again();
    if (done) tell(t(`Đã ghi: nội dung đã gửi vào ${nameOf(sheet).toLowerCase()}.`, `Noted: posted to ${nameOf(sheet)}.`));
  };
  return (
    <Section title={nameOf(sheet)} aside={<Badge tone={sheet.posted ? "good" : "wait"}>{sheet.posted ? t("Đã gửi", "Posted") : t("Chưa gửi", "Not posted")}</Badge>}>
      {sheet.changes.length > 0 && (
        <Notice tone="wait" title={t("Khác với lần đã gửi trước", "What differs from the last one")}>
          <ul>{sheet.changes.map((change) => <li key={change}>{change}</li>)}</ul>
        </Notice>
      )}
      <CopyText label={t(`Nội dung gửi: ${nameOf(sheet)}`, `Text for ${nameOf(sheet)}`)} text={sheet.text} rows={Math.min(16, sheet.text.split("\n").length + 2)} />
      <ProblemNotice problem={acting.problem} />
      {sheet.posted ? <p class="soft">{byWhom(sheet.posted)}</p> : <p><Button kind="main" isBusy={acting.isBusy} onClick={() => void post()}>{t("Tôi đã gửi vào nhóm", "I have posted it")}</Button></p>}
      <Told session={session} sheet={sheet} onTold={reading.again} />
    </Section>
  );
}

function Book(props: { session: Session }) {
  const { session } = props;
  const [onlyMissing, only] = useState(false);
  const reading = useRead(
    (signal) =>
      ask((inTime) => api.GET("/api/v1/sessions/{session_id}/notices", { signal: inTime, params: { path: { session_id: session.id }, query: { only_missing: onlyMissing } } }), signal),
    [session.id, onlyMissing],
  );
  return (
    <>
      <p class="soft">{timeOf(session)}</p>
      <Read of={reading}>
        {(read) => (
          <>
            <Figures>
              <Figure name={t("nhóm chưa gửi", "groups to post to")} value={count(read.unposted_count)} tone={read.unposted_count > 0 ? "wait" : "good"} />
              <Figure name={t("đơn vị đã nhận", "units know")} value={`${count(read.received_count)}/${count(read.unit_count)}`} tone={read.received_count < read.unit_count ? "wait" : "good"} />
            </Figures>
            <div class="row-actions">
              <Check label={t("Chỉ hiện việc còn phải làm", "Only what is still to do")} checked={onlyMissing} onInput={only} />
              {session.starts_at && <Download path={`/api/v1/sessions/${session.id}/calendar.ics`} name={`lop-${session.form}-${session.ordinal}.ics`}>{t("Tải lịch (.ics)", "Calendar (.ics)")}</Download>}
            </div>
            {read.notices.length === 0 && <Empty>{onlyMissing ? t("Đã báo xong lớp này.", "All is told.") : t("Lớp này chưa có đơn vị nào dự: xếp đơn vị vào điểm cầu trước.", "No unit is expected in it yet: give points their units first.")}</Empty>}
            {read.notices.map((sheet) => <Posting key={`${sheet.label}`} session={session} sheet={sheet} reading={reading} />)}
          </>
        )}
      </Read>
    </>
  );
}

export default function NoticesPage(props: { params: Params }) {
  return (
    <Page title={t("Thông báo", "Notices")} lead={t("Chép nội dung, dán vào nhóm Zalo, rồi ghi đã gửi. Không có tên đảng viên nào trong nội dung.", "Copy the text, paste it into the Zalo group, note that it was posted. It names no member.")}>
      <ForSession conference={props.params.conference!} isOffered={(session) => !session.confidential}>
        {(session) => <Book session={session} />}
      </ForSession>
    </Page>
  );
}
