/* One session as it runs: rehearse, open, close, take back, lock; each says first what will happen. */
import { api, ask, type Outcome } from "../api";
import type { Params } from "../entry";
import type { Session } from "../lists";
import { confirmed, tell } from "../parts/asking";
import { Button, Go, Notice, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { formName } from "../parts/naming";
import type { Reading } from "../reading";
import { useAct } from "../saving";
import { moment, t } from "../words";
import { timeOf } from "./naming";
import { StateBadge } from "./pieces";
import { useSession } from "./readings";
import { Windows } from "./windows";

type Act = "open" | "close" | "reopen" | "lock" | "rehearse" | "end-rehearsal";

const LOOK_SECONDS = 20;
const ANOTHER_DATE = "other_date";

const OFFERED: Record<Session["state"], readonly Act[]> = {
  planned: ["open", "rehearse"],
  postponed: ["reopen", "rehearse"],
  cancelled: ["reopen"],
  rehearsing: ["end-rehearsal"],
  open: ["close"],
  closed: ["reopen", "lock"],
  locked: [],
};

type Saying = { label: string; title: string; text: string; told: string; isDanger?: boolean };

function saying(act: Act, session: Session): Saying {
  const all: Record<Act, Saying> = {
    open: {
      label: t("Mở lớp", "Open"),
      title: t(`Mở ${session.title}?`, `Open ${session.title}?`),
      text: t("Mỗi điểm cầu được một số cửa, màn hình hiện mã ngay và lượt đầu giờ bắt đầu.", "Each point gets a door, screens show codes at once, and the opening window begins."),
      told: t("Lớp đã mở.", "It is open."),
    },
    close: {
      label: t("Đóng lớp", "Close"),
      title: t(`Đóng ${session.title}?`, `Close ${session.title}?`),
      text: t("Màn hình thôi hiện mã. Mã đã quét đúng giờ còn gửi được 24 giờ, bí thư còn ghi được, rồi danh sách tự khóa. Đóng nhầm thì mở lại được.", "Screens stop. What was scanned in time may arrive for 24 hours, then the roster locks itself. It may be opened again."),
      told: t("Lớp đã đóng.", "It is closed."),
    },
    reopen: {
      label: session.state === "closed" ? t("Mở lại", "Open again") : t("Làm lại", "Plan it again"),
      title: session.state === "closed" ? t(`Mở lại ${session.title}?`, `Open ${session.title} again?`) : t(`Làm lại ${session.title}?`, `Plan ${session.title} again?`),
      text: session.state === "closed" ? t("Màn hình hiện mã trở lại, với số cửa cũ. Ai đã điểm danh thì giữ nguyên.", "Screens show codes again, with the same doors. Who is recorded stays.") : t("Lớp trở lại như chưa mở; đơn vị đã báo hoãn, hủy thì cần báo lại.", "It is planned again; units that were told otherwise must be told."),
      told: t("Đã làm lại lớp.", "Done."),
    },
    lock: {
      label: t("Khóa danh sách", "Lock the roster"),
      title: t(`Khóa danh sách ${session.title}?`, `Lock the roster of ${session.title}?`),
      text: t("Điện thoại không gửi thêm được gì, số cửa được trả lại. Không mở lại được nữa. Không khóa thì máy tự khóa sau 24 giờ.", "Nothing more arrives by phone and the doors are given back. This cannot be taken back. Otherwise it locks itself after 24 hours."),
      told: t("Danh sách đã khóa.", "The roster is locked."),
      isDanger: true,
    },
    rehearse: {
      label: t("Chạy thử", "Rehearse"),
      title: t(`Chạy thử ${session.title}?`, `Rehearse ${session.title}?`),
      text: t("Màn hình, mã, điện thoại thật, nhưng không tính gì vào danh sách. Lớp tự mở thì máy tự kết thúc chạy thử.", "Real screens, codes and phones, and nothing counts. It ends by itself when the session opens."),
      told: t("Đang chạy thử.", "It is being rehearsed."),
    },
    "end-rehearsal": {
      label: t("Kết thúc chạy thử", "End the rehearsal"),
      title: t("Kết thúc chạy thử?", "End the rehearsal?"),
      text: t("Màn hình thôi hiện mã; lớp trở lại như chưa mở.", "Screens stop; the session is planned as before."),
      told: t("Đã kết thúc chạy thử.", "The rehearsal has ended."),
    },
  };
  return all[act];
}


function send(act: Act, session: Session, onAnotherDate: boolean, signal: AbortSignal) {
  const given = { signal, params: { path: { session_id: session.id } } };
  if (act === "open") return api.POST("/api/v1/sessions/{session_id}/open", { ...given, body: { on_another_date: onAnotherDate } });
  if (act === "close") return api.POST("/api/v1/sessions/{session_id}/close", given);
  if (act === "reopen") return api.POST("/api/v1/sessions/{session_id}/reopen", given);
  if (act === "lock") return api.POST("/api/v1/sessions/{session_id}/lock", given);
  if (act === "rehearse") return api.POST("/api/v1/sessions/{session_id}/rehearse", given);
  return api.POST("/api/v1/sessions/{session_id}/end-rehearsal", given);
}

function Steps(props: { session: Session; reading: Reading<Session> }) {
  const { session, reading } = props;
  const acting = useAct();
  const carryOut = async (act: Act, onAnotherDate: boolean) => {
    const { label, told } = saying(act, session);
    const done = await acting.run(`${label}: ${session.title}`, () => ask((signal) => send(act, session, onAnotherDate, signal)) as Promise<Outcome<Session>>);
    reading.again();
    if (done) tell(told);
  };
  const press = async (act: Act) => {
    const { label, title, text, isDanger = false } = saying(act, session);
    if (await confirmed({ title, text, yes: label, isDanger })) await carryOut(act, false);
  };
  return (
    <Section title={t("Lớp", "The session")} aside={<StateBadge session={session} />}>
      {session.opened_at && <p>{t("Mở lúc", "Opened")} {moment(session.opened_at)}</p>}
      {session.closed_at && <p>{t("Đóng lúc", "Closed")} {moment(session.closed_at)}</p>}
      {session.state === "closed" && session.locks_at && <p>{t("Danh sách tự khóa lúc", "The roster locks itself")} {moment(session.locks_at)}</p>}
      {session.state === "planned" && session.starts_at && session.opens_ahead_minutes !== null && (
        <p>{t(`Lớp tự mở lúc ${moment(new Date(Date.parse(session.starts_at) - session.opens_ahead_minutes * 60_000).toISOString())}.`, `It opens by itself at ${moment(new Date(Date.parse(session.starts_at) - session.opens_ahead_minutes * 60_000).toISOString())}.`)}</p>
      )}
      {session.confidential && <Notice tone="wait" title={t("Lớp mật: không có mã, chỉ có danh sách in", "Confidential: no codes, a printed roster only")} />}
      <ProblemNotice problem={acting.problem} />
      {acting.problem?.code === ANOTHER_DATE && (
        <p><Button kind="danger" isBusy={acting.isBusy} onClick={() => void carryOut("open", true)}>{t("Đúng là làm hôm nay, vẫn mở", "It is held today: open it")}</Button></p>
      )}
      <div class="row-actions">
        {OFFERED[session.state].map((act, i) => (
          <Button key={act} kind={i === 0 ? "main" : "quiet"} isBusy={acting.isBusy} onClick={() => void press(act)}>{saying(act, session).label}</Button>
        ))}
      </div>
    </Section>
  );
}

export default function Run(props: { params: Params }) {
  const reading = useSession(props.params.session!, LOOK_SECONDS);
  const session = reading.value;
  return (
    <Page
      title={session?.title ?? t("Điều hành lớp", "Run a session")}
      lead={session && `${formName(session.form)} · ${timeOf(session)}`}
      actions={session && <Go to={`/conferences/${session.conference_id}/running`}>{t("Mọi lớp", "All sessions")}</Go>}
    >
      <Read of={reading}>
        {(read) => (
          <>
            <Steps session={read} reading={reading} />
            {(read.state === "open" || read.state === "closed" || read.state === "rehearsing") && <Windows session={read} />}
          </>
        )}
      </Read>
    </Page>
  );
}
