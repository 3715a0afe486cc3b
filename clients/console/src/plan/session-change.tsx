/* A session: its name, time, link; whether it is postponed, cancelled, taken away. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { orNull, useChange, useDraft } from "../changing";
import type { Params } from "../entry";
import type { Session } from "../lists";
import { confirmed, tell } from "../parts/asking";
import { Button, Field, Form, Go, Notice, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { formName } from "../parts/naming";
import { go } from "../place";
import type { Reading } from "../reading";
import { useAct } from "../saving";
import { t } from "../words";
import { timeOf } from "./naming";
import { ReasonForm, StateBadge } from "./pieces";
import { useSession } from "./readings";
import { SessionFields, touchedSent, typedOf } from "./session-fields";

function Change(props: { session: Session; reading: Reading<Session> }) {
  const { session, reading } = props;
  const draft = useDraft(typedOf(session));
  const acting = useChange(reading);
  const send = async () => {
    const touched = touchedSent(draft.value, draft.changes());
    const saved = await acting.run(t(`Sửa ${session.title}`, `Change ${session.title}`), (match) =>
      ask((signal) =>
        api.PATCH("/api/v1/sessions/{session_id}", {
          signal,
          params: { path: { session_id: session.id }, header: match },
          body: touched,
        }),
      ),
    );
    if (!saved) return;
    tell(t("Đã lưu. Đơn vị đã báo rồi thì cần báo lại nếu giờ, nơi hoặc đường dẫn đã đổi.", "Saved. Units that were told need to be told again where the time, place or link changed."));
    go(`/conferences/${session.conference_id}/times`);
  };
  return (
    <Section title={t("Nội dung lớp", "The session")} aside={<StateBadge session={session} />}>
      <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void send()} onCancel={() => go(`/conferences/${session.conference_id}/times`)}>
        <SessionFields draft={draft} form={session.form} />
      </Form>
    </Section>
  );
}

type Asked = "" | "postpone" | "cancel";

function Postpone(props: { session: Session; onDone: () => void; onCancel: () => void }) {
  const { session } = props;
  const [hint, set] = useState(session.date_hint ?? "");
  const [reason, say] = useState("");
  const acting = useAct();
  const send = async () => {
    const done = await acting.run(t(`Hoãn ${session.title}`, `Postpone ${session.title}`), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/postpone", { signal, params: { path: { session_id: session.id } }, body: { reason: reason.trim(), date_hint: orNull(hint) } })),
    );
    if (done) props.onDone();
  };
  return (
    <Form acting={acting} label={t("Hoãn lớp này", "Postpone this session")} onSubmit={() => void send()} onCancel={props.onCancel}>
      <p>{t("Phân bổ được giữ nguyên; lớp chưa có giờ cho đến khi đồng chí định lại.", "Who goes there stays; it has no time until you set one.")}</p>
      <Field label={t("Lý do hoãn", "Reason")} value={reason} onInput={say} maxLength={500} required />
      <Field label={t("Thời gian dự kiến mới", "New date hint")} value={hint} onInput={set} maxLength={200} />
    </Form>
  );
}

function Fate(props: { session: Session; onChanged: () => void }) {
  const { session } = props;
  const [asked, choose] = useState<Asked>("");
  const acting = useAct();
  const path = { session_id: session.id };
  const isAhead = session.state === "planned" || session.state === "postponed";
  const done = (text: string) => {
    choose("");
    tell(text);
    props.onChanged();
  };
  const takeBack = async () => {
    const back = await acting.run(t("Làm lại lớp", "Plan it again"), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/reopen", { signal, params: { path } })),
    );
    if (back) done(t("Lớp trở lại như chưa mở.", "The session is planned again."));
  };
  const cancel = async (reason: string) => {
    const off = await acting.run(t(`Hủy ${session.title}`, `Cancel ${session.title}`), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/cancel", { signal, params: { path }, body: { reason } })),
    );
    if (off) done(t("Đã hủy lớp. Mời đề xuất phân bổ lại.", "Cancelled. Propose the allocation again."));
  };
  const remove = async () => {
    const yes = await confirmed({
      title: t(`Xóa ${session.title}?`, `Remove ${session.title}?`),
      text: t("Chỉ xóa lớp thêm nhầm. Lớp đã báo cho đơn vị thì hãy hủy, có lý do.", "Only for one that was added by mistake. Cancel, with a reason, what units know of."),
      yes: t("Xóa lớp", "Remove"),
      isDanger: true,
    });
    if (!yes) return;
    const gone = await acting.run(t(`Xóa ${session.title}`, `Remove ${session.title}`), () =>
      ask((signal) => api.DELETE("/api/v1/sessions/{session_id}", { signal, params: { path } })),
    );
    if (!gone) return;
    tell(t(`Đã xóa ${session.title}.`, `${session.title} was removed.`));
    go(`/conferences/${session.conference_id}/times`);
  };
  return (
    <Section title={t("Hoãn, hủy, xóa", "Postpone, cancel, remove")}>
      {asked === "postpone" && <Postpone session={session} onDone={() => done(t("Đã hoãn lớp.", "Postponed."))} onCancel={() => choose("")} />}
      {asked === "cancel" && (
        <>
          <Notice tone="wait" title={t("Hủy thì người của lớp thành “chưa xếp lớp”", "Its members will have no session")}>
            <p>{t("Đề xuất phân bổ lại sẽ xếp họ vào lớp khác. Hủy nhầm thì làm lại được.", "Another proposal puts them elsewhere. It may be taken back.")}</p>
          </Notice>
          <ReasonForm acting={acting} label={t("Hủy lớp này", "Cancel this session")} question={t("Lý do hủy", "Reason")} onReason={(reason) => void cancel(reason)} onCancel={() => choose("")} />
        </>
      )}
      {asked === "" && (
        <>
          <ProblemNotice problem={acting.problem} />
          <div class="row-actions">
            {session.state === "planned" && <Button onClick={() => choose("postpone")}>{t("Hoãn", "Postpone")}</Button>}
            {isAhead && <Button onClick={() => choose("cancel")}>{t("Hủy có lý do", "Cancel")}</Button>}
            {(session.state === "postponed" || session.state === "cancelled") && <Button isBusy={acting.isBusy} onClick={() => void takeBack()}>{t("Làm lại", "Plan it again")}</Button>}
            {isAhead && <Button isBusy={acting.isBusy} onClick={() => void remove()}>{t("Xóa lớp thêm nhầm", "Remove")}</Button>}
          </div>
          {!isAhead && session.state !== "cancelled" && <p class="soft">{t("Lớp đang chạy hoặc đã xong: mở trang “Mở, đóng lớp”.", "It runs, or is over: see “Open and close”.")}</p>}
        </>
      )}
    </Section>
  );
}

export default function SessionChange(props: { params: Params }) {
  const reading = useSession(props.params.session!);
  const session = reading.value;
  return (
    <Page
      title={session?.title ?? t("Lớp", "Session")}
      lead={session && `${formName(session.form)} · ${timeOf(session)}`}
      actions={session && <Go to={`/conferences/${session.conference_id}/times`}>{t("Về danh sách lớp", "All sessions")}</Go>}
    >
      <Read of={reading}>
        {(read) => (
          <>
            <Change session={read} reading={reading} />
            <Fate session={read} onChanged={reading.again} />
          </>
        )}
      </Read>
    </Page>
  );
}
