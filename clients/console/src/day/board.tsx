/* The live board of a session: how many are here, at which point, and where somebody should ring. */
import { signal } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import type { Params } from "../entry";
import { useSessions } from "../lists";
import { Badge, Button, Empty, Field, Figure, Figures, Notice, Page, Read, Select, Tabs } from "../parts/basics";
import { CopyText } from "../parts/files";
import { FORMS, formName, sessionState } from "../parts/naming";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useLive } from "../stream";
import { clock, count, percent, t } from "../words";
import { type Line, PointTable, unknownOf } from "./board-table";
import { fits } from "./readings";

type Session = Schemas["SessionView"];
type Live = Schemas["Live"];

const EVIDENCE_SECONDS = 5;
const watched = signal(""); // which session was looked at last

function firstOf(sessions: readonly Session[]): Session | undefined {
  const rank: Partial<Record<Session["state"], number>> = { open: 0, rehearsing: 1, closed: 2, planned: 3 };
  return [...sessions].sort((one, other) => (rank[one.state] ?? 9) - (rank[other.state] ?? 9) || (other.starts_at ?? "").localeCompare(one.starts_at ?? ""))[0];
}

function Choice(props: { sessions: readonly Session[]; session: Session; form: string; onForm: (form: string) => void }) {
  const shown = props.sessions.filter((each) => props.form === "all" || each.form === props.form);
  return (
    <div class="choice">
      <Tabs
        label={t("Hình thức", "Form")}
        chosen={props.form}
        onChoose={props.onForm}
        options={[["all", t("Mọi hình thức", "All forms")], ...FORMS.map((form) => [form, formName(form)] as const)]}
      />
      <Select
        label={t("Lớp", "Session")}
        value={props.session.id}
        onInput={(value) => (watched.value = value)}
        options={shown.map((each) => [each.id, `${each.title} (${sessionState(each.state).name})`])}
      />
    </div>
  );
}

function Whole(props: { live: Live; session: Session }) {
  const { live } = props;
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div class="wall" ref={frame}>
      <p class="wall-title">
        {props.session.title} <Badge tone={sessionState(props.session.state).tone}>{sessionState(props.session.state).name}</Badge>
      </p>
      <Figures>
        <Figure name={t("Triệu tập", "Expected")} value={count(live.expected)} />
        <Figure name={t("Có mặt", "Here")} value={count(live.present)} tone="good" />
        <Figure name={t("Tỷ lệ", "Rate")} value={percent(live.present, live.expected)} />
        <Figure name={t("Chờ bí thư", "Pending")} value={count(live.pending)} tone={live.pending ? "wait" : "plain"} />
        <Figure name={t("Tên tự khai", "Typed names")} value={count(live.typed_names)} tone={live.typed_names ? "wait" : "plain"} />
        <Figure name={t("Vắng có lý do", "Excused")} value={count(live.excused)} />
        <Figure name={t("Vắng không lý do", "Unexcused")} value={count(live.unexcused)} />
        <Figure name={t("Chưa rõ", "Unknown")} value={count(unknownOf(live))} />
      </Figures>
      {document.fullscreenEnabled && (
        <Button kind="plain" onClick={() => void frame.current?.requestFullscreen()}>{t("Chiếu lên tường", "Show on the wall")}</Button>
      )}
    </div>
  );
}

function Units(props: { live: Live }) {
  const [query, set] = useState("");
  const shown = props.live.units.filter((each) => fits(query, each.name));
  return (
    <>
      <Field label={t("Tìm đơn vị", "Find a unit")} type="search" value={query} onInput={set} />
      {shown.length === 0 ? (
        <Empty>{t("Không có đơn vị nào.", "No unit.")}</Empty>
      ) : (
        <Table
          caption={t("Theo đơn vị, dù đảng viên dự ở điểm cầu nào", "By unit, wherever its members are")}
          rows={shown}
          rowKey={(each) => each.unit_id}
          columns={[
            { head: t("Đơn vị", "Unit"), cell: (each) => each.name },
            { head: t("Triệu tập", "Expected"), isNumber: true, cell: (each) => count(each.expected) },
            { head: t("Có mặt", "Here"), isNumber: true, cell: (each) => <b>{count(each.present)}</b> },
            { head: t("Tỷ lệ", "Rate"), isNumber: true, cell: (each) => percent(each.present, each.expected) },
            { head: t("Chờ", "Pending"), isNumber: true, cell: (each) => count(each.pending) },
            { head: t("Vắng", "Absent"), isNumber: true, cell: (each) => count(each.excused + each.unexcused) },
            { head: t("Chưa rõ", "Unknown"), isNumber: true, cell: (each) => count(unknownOf(each)) },
          ]}
        />
      )}
    </>
  );
}

/* Units of which nothing at all is known: somebody should ring their secretaries. */
function Unheard(props: { live: Live; title: string }) {
  const units = props.live.units.filter((each) => each.expected > 0 && each.present + each.pending + each.excused + each.unexcused === 0);
  if (units.length === 0) return <Empty>{t("Đơn vị nào cũng đã có thông tin.", "Every unit has been heard of.")}</Empty>;
  const names = units.map((each) => `- ${each.name}: ${count(each.expected)} ${t("đồng chí", "members")}`).join("\n");
  const text = t(
    `${props.title}: các đơn vị sau chưa có thông tin điểm danh, đề nghị đồng chí bí thư kiểm tra giúp:\n${names}`,
    `${props.title}: nothing is known yet of these units; would their secretaries please look:\n${names}`,
  );
  return (
    <>
      <Notice tone="wait" title={t(`${count(units.length)} đơn vị chưa có thông tin`, `${count(units.length)} units of which nothing is known`)}>
        <p>{t("Chép lời nhắc này gửi nhóm bí thư:", "Copy this for the secretaries' group:")}</p>
      </Notice>
      <CopyText label={t("Lời nhắc", "Reminder")} text={text} rows={Math.min(12, units.length + 2)} />
    </>
  );
}

/* The counts are newer than the evidence: where somebody has come since, nobody calls the point silent. */
function lineOf(point: Schemas["PointCount"], evidence: Schemas["PointEvidence"] | undefined): Line {
  if (!evidence) return { ...point, evidence };
  const known = evidence.qr + evidence.digits + evidence.named + evidence.by_hand;
  return { ...point, evidence: { ...evidence, is_silent: evidence.is_silent && point.present <= known } };
}

function Board(props: { session: Session }) {
  const { session } = props;
  const { live, isConnected, isOver } = useLive(session.id);
  const [view, setView] = useState("points");
  const evidence = useRead(
    (signal) => ask((own) => api.GET("/api/v1/sessions/{session_id}/live/evidence", { signal: own, params: { path: { session_id: session.id } } }), signal),
    [session.id],
    isOver ? 0 : EVIDENCE_SECONDS,
  );
  if (!live) return isOver ? <Empty>{t("Chưa đọc được số liệu lớp này.", "This session's counts cannot be read.")}</Empty> : <p class="progress" role="status">{t("Đang nối số liệu trực tiếp…", "Connecting…")}</p>;
  const of = new Map((evidence.value?.points ?? []).map((each) => [each.point_id, each]));
  return (
    <>
      {!isConnected && !isOver && (
        <Notice tone="wait" title={t("Mất nối số liệu trực tiếp – máy đang tự nối lại", "The live counts broke off: connecting again")}>
          <p>{t("Số liệu bên dưới có thể đã cũ.", "What is shown may be old.")}</p>
        </Notice>
      )}
      <Whole live={live} session={session} />
      <Tabs
        label={t("Xem theo", "View by")}
        chosen={view}
        onChoose={setView}
        options={[["points", t("Theo điểm cầu", "By point")], ["units", t("Theo đơn vị", "By unit")], ["unheard", t("Chưa có thông tin", "Not heard of")]]}
      />
      {view === "points" && (
        <>
          <PointTable session={session} lines={live.points.map((each) => lineOf(each, of.get(each.point_id)))} />
          {evidence.value && <p class="soft">{t("“Ghi nhận bằng” đếm lúc", "Evidence counted at")} {clock(evidence.value.counted_at)}.</p>}
        </>
      )}
      {view === "units" && <Units live={live} />}
      {view === "unheard" && <Unheard live={live} title={session.title} />}
    </>
  );
}

export default function BoardPage(props: { params: Params }) {
  const sessions = useSessions(props.params.conference!);
  const [form, setForm] = useState("all");
  return (
    <Page title={t("Bảng theo dõi", "Live board")} lead={t("Số liệu tự chạy, không cần tải lại trang.", "The counts move by themselves.")}>
      <Read of={sessions}>
        {(all) => {
          const those = all.filter((each) => each.state !== "cancelled" && (form === "all" || each.form === form));
          const session = those.find((each) => each.id === watched.value) ?? firstOf(those);
          if (!session) {
            return (
              <>
                <Empty>{t("Chưa có lớp nào. Thêm lớp ở trang Kế hoạch.", "There is no session yet: add one to the plan.")}</Empty>
                {form !== "all" && <Button onClick={() => setForm("all")}>{t("Xem mọi hình thức", "All forms")}</Button>}
              </>
            );
          }
          return (
            <>
              <Choice sessions={all.filter((each) => each.state !== "cancelled")} session={session} form={form} onForm={setForm} />
              <Board key={session.id} session={session} />
            </>
          );
        }}
      </Read>
    </Page>
  );
}
