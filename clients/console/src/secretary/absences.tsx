/* Who of the unit missed a class, why, and how he makes up for it. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas, whole } from "../api";
import { me } from "../me";
import { tell } from "../parts/asking";
import { Badge, Button, Empty, Notice, ProblemNotice, Read, Section } from "../parts/basics";
import { CopyText } from "../parts/files";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { day, moment, t } from "../words";
import { run } from "./deciding";
import { useRows } from "./reading-rows";
import { SittingPage, type Sitting } from "./sitting-page";
import { isAbsent, type Row, standing } from "./words";

type MakeUp = Schemas["MakeUpView"];

function saysOf(one: MakeUp | undefined): string {
  if (!one) return "";
  if (one.kind === "retold") return t(`Chi bộ đã phổ biến lại ${one.retold_on ? `ngày ${day(one.retold_on)}` : ""}.`, `Told again by the cell ${one.retold_on ? day(one.retold_on) : ""}.`);
  if (one.has_made_up) return t("Đã học bù.", "Has made up for it.");
  return t(`Học bù: ${one.session_title ?? ""}${one.starts_at ? `, ${moment(one.starts_at)}` : ""}.`, `Makes up: ${one.session_title ?? ""}${one.starts_at ? `, ${moment(one.starts_at)}` : ""}.`);
}

function Absent(props: { row: Row; makeUp: MakeUp | undefined; mayPlan: boolean; onRetold: () => void; onRemove: () => void }) {
  const { row, makeUp } = props;
  const said = standing(row);
  const isOwn = row.member_id === me.value?.member.member_id;
  return (
    <li class="card">
      <p class="card-title">{row.full_name} <Badge tone={said.tone}>{said.word}</Badge></p>
      <p class="soft">{row.unit_name}{said.more ? ` · ${said.more}` : ""}{row.mark?.note ? ` · ${row.mark.note}` : ""}</p>
      {makeUp && <p>{saysOf(makeUp)}</p>}
      {props.mayPlan && !isOwn && (
        <div class="row-actions">
          {makeUp ? (
            <Button label={t(`Bỏ: ${row.full_name}`, `Drop: ${row.full_name}`)} onClick={props.onRemove}>{t("Bỏ", "Drop")}</Button>
          ) : (
            <Button label={t(`Hôm nay đã phổ biến lại: ${row.full_name}`, `Told again today: ${row.full_name}`)} onClick={props.onRetold}>{t("Hôm nay đã phổ biến lại", "Told again today")}</Button>
          )}
        </div>
      )}
    </li>
  );
}

function Absences(props: Sitting) {
  const { session, unit } = props;
  const isOver = session.state === "closed" || session.state === "locked";
  const rows = useRows(session.id, unit.id);
  const acting = useAct();
  const [proposed, setProposed] = useState<Schemas["MakeUpsProposed"] | null>(null);
  const path = { conference_id: session.conference_id };
  const makeUps = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/conferences/{conference_id}/make-ups", { signal: inTime, params: { path, query: { unit_id: unit.id, missed_session_id: session.id, ...query } } }), signal),
    [session.id, unit.id],
  );
  const texts = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/conferences/{conference_id}/make-ups/texts", { signal: inTime, params: { path, query: { unit_id: unit.id } } }), signal),
    [session.conference_id, unit.id, proposed],
  );
  const again = () => {
    makeUps.again();
    texts.again();
  };

  const propose = async () => {
    const done = await acting.run(t("Đề xuất học bù", "Propose make-ups"), () =>
      ask((signal) => api.POST("/api/v1/conferences/{conference_id}/make-ups/propose", { signal, params: { path }, body: { session_id: session.id, unit_id: unit.id } })),
    );
    if (!done) return;
    setProposed(done.value);
    again();
  };
  const change = async (what: string, said: string, send: () => Promise<boolean>) => {
    if (await send()) tell(`${what}: ${said}`);
    again();
  };
  const member = (row: Row) => ({ ...path, member_id: row.member_id });
  const retold = (row: Row) => change(row.full_name, t("đã phổ biến lại", "told again"), async () => {
    const today = new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);
    return (await run(row.full_name, () => ask((signal) => api.PUT("/api/v1/conferences/{conference_id}/make-ups/{member_id}", { signal, params: { path: member(row) }, body: { kind: "retold", retold_on: today, missed_session_id: session.id, note: null } })))) !== undefined;
  });
  const remove = (row: Row) => change(row.full_name, t("đã bỏ kế hoạch học bù", "the plan is dropped"), async () =>
    (await run(row.full_name, () => ask((signal) => api.DELETE("/api/v1/conferences/{conference_id}/make-ups/{member_id}", { signal, params: { path: member(row) } })))) !== undefined,
  );

  return (
    <>
      {!isOver && <Notice tone="plain" title={t("Lớp kết thúc rồi mới xếp học bù.", "Make-ups are planned when the session is over.")} />}
      <Section title={t("Người vắng", "Absent")}>
        <Read of={rows}>
          {(value) => {
            const absent = value.filter(isAbsent);
            const unknown = value.filter((each) => each.presence === "unknown" && !each.is_on_duty).length;
            return (
              <>
                {unknown > 0 && <p><a href="#/my/roll">{t(`Còn ${unknown} người chưa rõ: ghi ở trang Danh sách.`, `${unknown} are not known yet: see the roll.`)}</a></p>}
                {absent.length === 0 ? (
                  <Empty>{t("Chưa ghi ai vắng.", "Nobody is written absent.")}</Empty>
                ) : (
                  <ul class="cards">
                    {absent.map((row) => (
                      <Absent key={row.member_id} row={row} makeUp={makeUps.value?.find((each) => each.member_id === row.member_id)} mayPlan={isOver} onRetold={() => void retold(row)} onRemove={() => void remove(row)} />
                    ))}
                  </ul>
                )}
              </>
            );
          }}
        </Read>
      </Section>
      {isOver && (
        <Section title={t("Học bù", "Make-ups")}>
          <ProblemNotice problem={acting.problem} />
          {proposed && <Notice tone="good" title={t(`${proposed.proposed} người được xếp vào lớp sau, ${proposed.not_needed} người không cần.`, `${proposed.proposed} were put to a later session, ${proposed.not_needed} need none.`)} />}
          <Button kind="main" isBusy={acting.isBusy} onClick={() => void propose()}>{t("Xếp người vắng vào lớp sau", "Put the absent to a later session")}</Button>
          <Read of={texts}>
            {(value) => (
              <>
                {value.sessions.map((each) => each.text && <CopyText key={each.session_id} label={t(`Tin nhắn về ${each.title}`, `The text about ${each.title}`)} text={each.text} />)}
              </>
            )}
          </Read>
        </Section>
      )}
    </>
  );
}

export default function AbsencesPage() {
  return <SittingPage title={t("Người vắng, học bù", "Absences, make-ups")}>{(sitting) => <Absences {...sitting} />}</SittingPage>;
}
