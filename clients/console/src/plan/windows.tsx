/* The roll-calls of a running session, and what staff decided on one for a single point. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { type Point, type Session, usePoints } from "../lists";
import { confirmed, tell } from "../parts/asking";
import { Badge, Button, Empty, Field, Form, ProblemNotice, Read, Section, Select, Tabs } from "../parts/basics";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { clock, instantOf, localOf, moment, t } from "../words";
import { windowName } from "./naming";

type Window = Schemas["WindowView"];
type Kind = Schemas["NewWindow"]["kind"];

function Exception(props: { session: Session; window: Window; points: readonly Point[]; onDone: () => void; onCancel: () => void }) {
  const { session, window } = props;
  const [point, choose] = useState(props.points[0]?.id ?? "");
  const [way, take] = useState("void");
  const [until, setUntil] = useState(localOf(new Date(Date.now() + 30 * 60_000).toISOString()));
  const [reason, say] = useState("");
  const acting = useAct();
  const send = async () => {
    const done = await acting.run(t("Ghi ngoại lệ ở một điểm cầu", "Note an exception"), () =>
      ask((signal) =>
        api.PUT("/api/v1/sessions/{session_id}/windows/{window_id}/points/{point_id}", {
          signal,
          params: { path: { session_id: session.id, window_id: window.id, point_id: point } },
          body: way === "void" ? { is_voided: true, reason: reason.trim() } : { is_voided: false, ends_at: instantOf(until), reason: reason.trim() },
        }),
      ),
    );
    if (!done) return;
    tell(way === "void" ? t("Lượt này không tính ở điểm cầu đó.", "The window does not count at that point.") : t("Đã gia hạn lượt này ở điểm cầu đó.", "The window goes on at that point."));
    props.onDone();
  };
  return (
    <Form acting={acting} label={way === "void" ? t("Không tính lượt này ở đó", "It does not count there") : t("Gia hạn lượt này ở đó", "It goes on there")} onSubmit={() => void send()} onCancel={props.onCancel}>
      <Select label={t("Điểm cầu", "Point")} value={point} options={props.points.map((each) => [each.id, each.name] as const)} onInput={choose} />
      <Tabs label={t("Cách làm", "What to do")} chosen={way} options={[["void", t("Không tính lượt này", "Void it")], ["extend", t("Gia hạn", "Extend it")]]} onChoose={take} />
      <p class="soft">
        {way === "void"
          ? t("Mất điện, mất mạng một lúc: không ai ở đó bị tính đến muộn, về sớm vì lượt này. Ai đã quét vẫn giữ.", "Power or line was cut: nobody there misses anything by it. Who checked in stays.")
          : t("Vào được muộn: mã ở đó đến giờ ấy vẫn tính cho lượt này, nhiều nhất thêm 12 giờ.", "They got in late: codes there count for this window until then, by at most 12 hours.")}
      </p>
      {way === "extend" && <Field label={t("Gia hạn đến", "Until")} type="datetime-local" value={until} onInput={setUntil} required />}
      <Field label={t("Lý do", "Reason")} hint={t("Ghi trong báo cáo, ví dụ: Mất điện 40 phút.", "Reports name it: power was cut for 40 minutes.")} value={reason} onInput={say} maxLength={500} required />
    </Form>
  );
}

function OneWindow(props: { session: Session; window: Window; points: readonly Point[]; onChanged: () => void }) {
  const { session, window, points } = props;
  const [isAsking, asking] = useState(false);
  const acting = useAct();
  const restore = async (point: string) => {
    const done = await acting.run(t("Bỏ ngoại lệ", "Take the exception back"), () =>
      ask((signal) => api.DELETE("/api/v1/sessions/{session_id}/windows/{window_id}/points/{point_id}", { signal, params: { path: { session_id: session.id, window_id: window.id, point_id: point } } })),
    );
    if (!done) return;
    props.onChanged();
    tell(t("Đã bỏ ngoại lệ.", "The exception was taken back."));
  };
  return (
    <li class="card">
      <p>
        <b>{windowName(window.kind)}</b>{" "}
        <Badge tone={window.closed_at ? "plain" : "good"}>{window.closed_at ? t("đã kết thúc", "ended") : t("đang diễn ra", "going on")}</Badge>{" "}
        {clock(window.opened_at)}{window.closed_at ? ` – ${clock(window.closed_at)}` : ""}
      </p>
      <ProblemNotice problem={acting.problem} />
      {window.exceptions.map((each) => (
        <p key={each.bridge_point_id}>
          <Badge tone="wait">{each.is_voided ? t("không tính", "void") : t(`gia hạn đến ${each.ends_at ? moment(each.ends_at) : ""}`, `until ${each.ends_at ? moment(each.ends_at) : ""}`)}</Badge>{" "}
          {points.find((point) => point.id === each.bridge_point_id)?.name}: {each.reason}{" "}
          <Button kind="plain" isBusy={acting.isBusy} onClick={() => void restore(each.bridge_point_id)}>{t("Bỏ ngoại lệ này", "Take it back")}</Button>
        </p>
      ))}
      {window.kind !== "rehearsal" &&
        (isAsking ? (
          <Exception
            session={session}
            window={window}
            points={points}
            onCancel={() => asking(false)}
            onDone={() => {
              asking(false);
              props.onChanged();
            }}
          />
        ) : (
          <Button onClick={() => asking(true)} label={t(`Một điểm cầu gặp sự cố, lượt ${windowName(window.kind).toLowerCase()}`, `A point had a failure, ${windowName(window.kind)}`)}>{t("Một điểm cầu gặp sự cố…", "A point had a failure…")}</Button>
        ))}
    </li>
  );
}

const CALLED: readonly Kind[] = ["after_break", "closing", "unannounced"];

export function Windows(props: { session: Session }) {
  const { session } = props;
  const acting = useAct();
  const points = usePoints(session.conference_id);
  const windows = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/sessions/{session_id}/windows", { signal: inTime, params: { path: { session_id: session.id } } }), signal),
    [session.id, session.state],
  );
  const call = async (kind: Kind) => {
    const name = windowName(kind);
    const yes = await confirmed({
      title: t(`Mở lượt ${name.toLowerCase()}?`, `Call the roll: ${name}?`),
      text: t("Lượt đang diễn ra kết thúc. Mọi người trong hội trường quét mã thêm một lần; ai không quét sẽ bị tính thiếu lượt này.", "The window that is open ends. Everybody in the halls scans once more; who does not, misses this one."),
      yes: t("Mở lượt", "Call it"),
    });
    if (!yes) return;
    const done = await acting.run(t(`Mở lượt ${name.toLowerCase()}`, `Call the roll: ${name}`), (key) =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/windows", { signal, params: { path: { session_id: session.id }, header: { "idempotency-key": key } }, body: { kind } })),
    );
    windows.again();
    if (done) tell(t(`Đã mở lượt ${name.toLowerCase()}.`, `The window is open: ${name}.`));
  };
  const end = async () => {
    const yes = await confirmed({
      title: t("Kết thúc lượt đang diễn ra?", "End the window?"),
      text: t("Mã quét từ bây giờ không tính cho lượt nào, đến khi mở lượt khác. Ai đã quét thì giữ nguyên.", "Codes count for no window until another is called. Who is recorded stays."),
      yes: t("Kết thúc lượt", "End it"),
    });
    if (!yes) return;
    const done = await acting.run(t("Kết thúc lượt", "End the window"), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/windows/close", { signal, params: { path: { session_id: session.id } } })),
    );
    windows.again();
    if (done) tell(t("Đã kết thúc lượt.", "The window has ended."));
  };
  return (
    <Section title={t("Lượt điểm danh", "Roll-calls")}>
      <ProblemNotice problem={acting.problem} />
      <Read of={windows}>
        {(page) => (
          <>
            {session.state === "open" && (
              <div class="row-actions">
                {CALLED.map((kind) => (
                  <Button key={kind} isBusy={acting.isBusy} onClick={() => void call(kind)}>{t(`Mở lượt ${windowName(kind).toLowerCase()}`, `Call: ${windowName(kind)}`)}</Button>
                ))}
                {page.items.some((each) => !each.closed_at) && <Button kind="plain" isBusy={acting.isBusy} onClick={() => void end()}>{t("Kết thúc lượt", "End the window")}</Button>}
              </div>
            )}
            {page.items.length === 0 && <Empty>{t("Chưa có lượt nào.", "There is none yet.")}</Empty>}
            <Read of={points}>
              {(all) => (
                <ul class="cards">
                  {page.items.map((window) => (
                    <OneWindow key={window.id} session={session} window={window} points={all.filter((point) => point.form === session.form)} onChanged={windows.again} />
                  ))}
                </ul>
              )}
            </Read>
          </>
        )}
      </Read>
    </Section>
  );
}
