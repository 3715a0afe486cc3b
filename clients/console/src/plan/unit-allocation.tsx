/* One unit's members by session: move some, or all, or give the choice back to the proposal. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas, whole } from "../api";
import type { Params } from "../entry";
import { usePoints, useSessions } from "../lists";
import { tell } from "../parts/asking";
import { Badge, Button, Check, Empty, Field, Go, Page, ProblemNotice, Read, Section, Select } from "../parts/basics";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, t } from "../words";
import { Warnings } from "./pieces";

type Member = Schemas["AllocatedMember"];

const FREE = "free";

function useMembers(unit: string, conference: string) {
  return useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/units/{unit_id}/allocation/{conference_id}", { signal: inTime, params: { path: { unit_id: unit, conference_id: conference }, query } }), signal),
    [unit, conference],
  );
}

function useNumbers(unit: string, conference: string) {
  return useRead(
    (signal) =>
      ask(
        (inTime) => api.GET("/api/v1/conferences/{conference_id}/allocation", { signal: inTime, params: { path: { conference_id: conference }, query: { unit_id: unit, limit: 100 } } }),
        signal,
      ),
    [unit, conference],
  );
}

export default function UnitAllocation(props: { params: Params }) {
  const { conference = "", unit = "" } = props.params;
  const members = useMembers(unit, conference);
  const numbers = useNumbers(unit, conference);
  const sessions = useSessions(conference);
  const points = usePoints(conference);
  const [ticked, tick] = useState<readonly string[]>([]);
  const [target, aim] = useState("");
  const [note, write] = useState("");
  const acting = useAct();

  const offered = (sessions.value ?? []).filter((each) => each.state !== "cancelled" && each.state !== "locked" && each.state !== "closed");
  const titleOf = (id: string | null) => sessions.value?.find((each) => each.id === id)?.title ?? t("Chưa xếp lớp", "No session");
  const pointOf = (id: string | null) => points.value?.find((each) => each.id === id)?.name ?? "–";
  const chosen = target || offered[0]?.id || FREE;
  const own = numbers.value?.items.find((each) => each.unit_id === unit);
  const warnings = numbers.value?.items.flatMap((each) => each.warnings) ?? [];

  const send = async (moved: readonly { member_id: string; session_id: string | null; bridge_point_id: string | null }[], undo: (() => void) | undefined) => {
    const done = await acting.run(t(`Chuyển ${moved.length} người`, `Move ${moved.length} members`), () =>
      ask((signal) =>
        api.PUT("/api/v1/units/{unit_id}/allocation/{conference_id}", {
          signal,
          params: { path: { unit_id: unit, conference_id: conference } },
          body: { moves: [...moved], ...(note.trim() ? { note: note.trim() } : {}) },
        }),
      ),
    );
    members.again();
    numbers.again();
    if (!done) return;
    tick([]);
    const kept = done.value.kept > 0 ? ` ${t(`${count(done.value.kept)} người giữ nguyên vì lớp đã mở.`, `${count(done.value.kept)} stay: their session was opened.`)}` : "";
    tell(t(`Đã chuyển ${count(done.value.moved)} người.`, `${count(done.value.moved)} moved.`) + kept, undo);
  };
  const move = (all: readonly Member[]) => {
    const named = all.filter((each) => ticked.includes(each.member_id));
    const back = named.map((each) => ({ member_id: each.member_id, session_id: each.is_fixed ? each.session_id : null, bridge_point_id: each.is_fixed ? each.bridge_point_id : null }));
    const session = chosen === FREE ? null : chosen;
    void send(
      named.map((each) => ({ member_id: each.member_id, session_id: session, bridge_point_id: null })),
      named.every((each) => each.is_fixed || each.session_id === null) ? () => void send(back, undefined) : undefined,
    );
  };

  return (
    <Page
      title={own?.unit_name ?? t("Phân bổ của đơn vị", "A unit's allocation")}
      lead={own && t(`${count(own.convened)} người được triệu tập, ${count(own.unallocated)} chưa xếp lớp.`, `${count(own.convened)} convened, ${count(own.unallocated)} without a session.`)}
      actions={<Go to={`/conferences/${conference}/allocation`}>{t("Mọi đơn vị", "All units")}</Go>}
    >
      <Warnings warnings={warnings} />
      <Read of={members}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{t("Đơn vị này chưa có ai được triệu tập.", "Nobody of this unit is convened.")}</Empty>
          ) : (
            <>
              <Section title={t("Chuyển lớp", "Move")}>
                <p>{t("Đánh dấu tên ở bảng dưới, chọn lớp, rồi bấm chuyển. Ai được chuyển bằng tay thì đề xuất sau giữ nguyên.", "Tick names below, choose a session, move. Who is moved by hand stays in later proposals.")}</p>
                <div class="fields">
                  <Select label={t("Chuyển đến", "To")} value={chosen} options={[...offered.map((each) => [each.id, each.title] as const), [FREE, t("Để máy đề xuất lại", "Let the next proposal choose")]]} onInput={aim} />
                  <Field label={t("Ghi chú của đơn vị", "The unit's note")} hint={t("Vì sao khác tỷ lệ chung, nếu có.", "Why it differs from the share.")} value={note} onInput={write} maxLength={500} />
                </div>
                <ProblemNotice problem={acting.problem} />
                <div class="row-actions">
                  <Button kind="main" isBusy={acting.isBusy} disabled={ticked.length === 0} onClick={() => move(all)}>{t(`Chuyển ${ticked.length} người`, `Move ${ticked.length}`)}</Button>
                  <Button onClick={() => tick(ticked.length === all.length ? [] : all.map((each) => each.member_id))}>{ticked.length === all.length ? t("Bỏ chọn", "Untick all") : t(`Chọn cả ${count(all.length)} người`, `Tick all ${count(all.length)}`)}</Button>
                </div>
              </Section>
              <Table
                caption={t(`${count(all.length)} người được triệu tập`, `${count(all.length)} convened`)}
                rows={all}
                rowKey={(each) => each.member_id}
                tone={(each) => (each.session_id === null ? "wait" : "plain")}
                columns={[
                  { head: t("Họ và tên", "Name"), cell: (each) => <Check label={each.full_name} checked={ticked.includes(each.member_id)} onInput={(yes) => tick(yes ? [...ticked, each.member_id] : ticked.filter((id) => id !== each.member_id))} /> },
                  { head: t("Đơn vị", "Unit"), cell: (each) => each.unit_name },
                  { head: t("Lớp", "Session"), cell: (each) => <span>{titleOf(each.session_id)}{each.is_fixed && <> <Badge tone="plain">{t("đã cố định", "fixed")}</Badge></>}</span> },
                  { head: t("Điểm cầu", "Point"), cell: (each) => pointOf(each.bridge_point_id) },
                ]}
              />
            </>
          )
        }
      </Read>
    </Page>
  );
}
