/* The class of today: where the unit stands in it, and what to do next. */
import type { Schemas } from "../api";
import { Empty, Figure, Figures, Go, Notice, Read, Section } from "../parts/basics";
import { sessionState } from "../parts/naming";
import { useRead } from "../reading";
import { count, t } from "../words";
import { useRoll } from "./rolling";
import { isWhole, readRoll, sessionId, sessions, unitId, type Roll } from "./sitting";
import { SittingPage, type Sitting } from "./sitting-page";
import { isSettled, stepsOf, type Step } from "./steps";
import { waiting, written } from "./ticks";
import { early, type Session, sessionTimes } from "./words";

type Total = Schemas["RollFigures"];

const OTHERS = 6;

function among(total: Total): string {
  const parts = [
    total.late && t(`${total.late} đến muộn`, `${total.late} late`),
    total.left_early && t(`${total.left_early} về sớm`, `${total.left_early} left early`),
    total.on_duty && t(`${total.on_duty} làm nhiệm vụ`, `${total.on_duty} on duty`),
    total.unexcused && t(`${total.unexcused} vắng không lý do`, `${total.unexcused} without a reason`),
    total.from_elsewhere && t(`${total.from_elsewhere} người của lớp khác, nơi khác đến dự thêm`, `${total.from_elsewhere} from another session or place`),
    total.head_count?.guests && t(`${total.head_count.guests} khách`, `${total.head_count.guests} guests`),
  ].filter(Boolean);
  return parts.length > 0 ? t(`Trong đó: ${parts.join(", ")}.`, `Among them: ${parts.join(", ")}.`) : "";
}

function Numbers(props: { total: Total }) {
  const { total } = props;
  return (
    <>
      <Figures>
        <Figure name={t("Triệu tập", "Convened")} value={count(total.convened)} />
        <Figure name={t("Có mặt", "Present")} value={count(total.present)} tone="good" />
        <Figure name={t("Chờ xác nhận", "Wait for you")} value={count(total.pending)} tone={total.pending ? "wait" : "plain"} />
        <Figure name={t("Vắng", "Absent")} value={count(total.excused + total.unexcused)} tone={total.excused + total.unexcused ? "bad" : "plain"} />
        <Figure name={t("Chưa rõ", "Not known yet")} value={count(total.unknown)} tone={total.unknown ? "wait" : "plain"} />
      </Figures>
      {among(total) && <p class="soft">{among(total)}</p>}
    </>
  );
}

function Steps(props: { steps: readonly Step[] }) {
  const next = props.steps.find((each) => !each.isDone);
  if (props.steps.length === 0) return null;
  return (
    <Section title={t("Việc tiếp theo", "What is next")}>
      {next && (
        <div class="next">
          <Go to={next.to} kind="main">{next.name}</Go>
          <p>{next.says}</p>
        </div>
      )}
      <ol class="steps">
        {props.steps.map((each) => (
          <li key={each.key} data-tone={each.isDone ? "good" : "plain"}>
            <a href={`#${each.to}`}>
              <strong>{each.name}</strong>
              <span>{each.isDone ? t("Xong: ", "Done: ") : ""}{each.says}</span>
            </a>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function left(unit: Total): string {
  const parts = [
    unit.unknown && t(`${unit.unknown} chưa rõ`, `${unit.unknown} not known`),
    unit.pending && t(`${unit.pending} chờ xác nhận`, `${unit.pending} wait`),
    unit.typed_names && t(`${unit.typed_names} tên chưa khớp`, `${unit.typed_names} names fit nobody`),
  ].filter(Boolean);
  return parts.join(", ");
}

/* Of a commune: the cells that are not done yet. */
function Cells(props: { roll: Roll; unit: string }) {
  const open = props.roll.units.filter((each) => each.unit_id !== props.unit && each.convened > 0 && !isSettled(each));
  if (open.length === 0) return null;
  return (
    <Section title={t(`${open.length} đơn vị chưa ghi xong`, `${open.length} units are not done`)}>
      <ul class="rows">
        {open.map((each) => (
          <li key={each.unit_id}>
            <button type="button" class="row" onClick={() => { unitId.value = each.unit_id; }}>
              <strong>{each.name}</strong>
              <span>{left(each)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/* The other classes in which the unit has people. */
function Others(props: Sitting) {
  const others = sessions.value.filter((each) => each.id !== props.session.id).slice(0, OTHERS);
  const read = useRead(
    async () => {
      const rolls = await Promise.all(others.map((each) => readRoll(each.id, props.unit.id)));
      const found = others.flatMap((each, i) => {
        const roll = rolls[i]!;
        return roll.kind === "ok" && roll.value.total.convened > 0 ? [{ session: each, total: roll.value.total }] : [];
      });
      return { kind: "ok", value: found, etag: null } as const;
    },
    [props.unit.id, others.map((each) => each.id).join()],
  );
  if (!read.value || read.value.length === 0) return null;
  return (
    <Section title={t("Lớp khác của đơn vị", "Other sessions of the unit")}>
      <ul class="rows">
        {read.value.map((each) => (
          <li key={each.session.id}>
            <button type="button" class="row" onClick={() => { sessionId.value = each.session.id; }}>
              <strong>{each.session.title}</strong>
              <span>
                {sessionState(each.session.state).name} · {t(`${each.total.convened} người của đồng chí, ${each.total.present} có mặt`, `${each.total.convened} of yours, ${each.total.present} present`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/* The stream tells of a state that the list of sessions has not heard of yet. */
function inState(session: Session, roll: Roll): Session {
  return roll.state === session.state ? session : { ...session, state: roll.state };
}

function Class(props: Sitting) {
  const { roll, isLive } = useRoll(props.session.id, props.unit.id);
  const isSaved = ![...written.value.values()].some((each) => !each.isSaved) || waiting() === 0;
  return (
    <>
      <p class="soft">
        {sessionTimes(props.session)} {props.session.state === "open" && (isLive ? t("Số liệu tự cập nhật.", "The figures keep up by themselves.") : "")}
      </p>
      <Read of={roll}>
        {(value) => {
          const session = inState(props.session, value);
          const steps = stepsOf(session, value.total);
          return (
            <>
              {early(session.state) && <Notice tone="wait" title={early(session.state)} />}
              <Numbers total={value.total} />
              {value.total.convened === 0 && <Empty>{t("Không ai của đơn vị thuộc lớp này.", "Nobody of the unit belongs to this session.")}</Empty>}
              {value.total.convened > 0 && isSettled(value.total) && isSaved && <Notice tone="good" title={t("Đã ghi xong: không còn ai chờ hoặc chưa rõ.", "Done: nobody waits and nobody is unknown.")} />}
              <Steps steps={steps} />
              {isWhole(props.unit) && <Cells roll={value} unit={props.unit.id} />}
            </>
          );
        }}
      </Read>
      <Others {...props} />
    </>
  );
}

export default function Today() {
  return <SittingPage title={t("Lớp hôm nay", "Today's session")}>{(sitting) => <Class {...sitting} />}</SittingPage>;
}
