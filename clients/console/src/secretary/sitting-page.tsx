/* What stands around each page of a secretary: who he is, which class, which unit. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { areRead, conferenceId, conferences } from "../chosen";
import { me } from "../me";
import { Badge, Empty, More, Page } from "../parts/basics";
import { sessionState } from "../parts/naming";
import { t } from "../words";
import { below, chosenSession, chosenUnit, find, forget, hasFound, isSchool, ownUnits, sessionId, sessions, unitId, type Unit } from "./sitting";
import { begin } from "./ticks";
import { Who } from "./who";
import type { Session } from "./words";

export type Sitting = { session: Session; unit: Unit };

let whose = "";

function Choice(props: { label: string; value: string; options: readonly (readonly [string, string])[]; onInput: (value: string) => void }) {
  if (props.options.length < 2) return null;
  return (
    <label>
      {props.label}
      <select value={props.value} onInput={(event) => props.onInput(event.currentTarget.value)}>
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>{name}</option>
        ))}
      </select>
    </label>
  );
}

function unitOptions(): (readonly [string, string])[] {
  const own = ownUnits();
  const cells = below.value.filter((each) => !own.some((unit) => unit.id === each.id));
  return [
    ...own.map((each) => [each.id, each.name] as const),
    ...cells.map((each) => [each.id, `– ${each.name}${isSchool(each.id) ? t(" (trường học)", " (school)") : ""}`] as const),
  ];
}

function Where(props: Sitting & { isOfUnit: boolean }) {
  const isOnly = unitOptions().length < 2 && (props.isOfUnit || sessions.value.length < 2);
  return (
    <div class="where">
      {!props.isOfUnit && (
        <p>
          <strong>{props.session.title}</strong> <Badge tone={sessionState(props.session.state).tone}>{sessionState(props.session.state).name}</Badge>
        </p>
      )}
      {isOnly ? (
        <p class="soft">{props.unit.name}</p>
      ) : (
        <More summary={t(`${props.unit.name} – đổi`, `${props.unit.name} – change`)}>
          <Choice label={t("Đơn vị", "Unit")} value={props.unit.id} options={unitOptions()} onInput={(value) => { unitId.value = value; }} />
          {!props.isOfUnit && (
            <Choice
              label={t("Lớp", "Session")}
              value={props.session.id}
              options={sessions.value.map((each) => [each.id, `${each.title} – ${sessionState(each.state).name}`] as const)}
              onInput={(value) => { sessionId.value = value; }}
            />
          )}
        </More>
      )}
    </div>
  );
}

/* `isOfUnit`: the page is about the unit, whatever class is on. */
export function SittingPage(props: { title: string; isOfUnit?: boolean; children: (sitting: Sitting) => ComponentChildren }) {
  const id = me.value?.id ?? "";
  const isStated = me.value?.member.stated ?? false;
  useEffect(() => {
    if (whose && whose !== id) forget();
    whose = id;
    void begin(id);
  }, [id]);
  const root = ownUnits().some((each) => each.id === unitId.value) ? unitId.value : "";
  useEffect(() => {
    if (isStated) void find();
  }, [isStated, areRead.value, conferenceId.value, root, id]);

  if (!isStated) return <Who />;
  const session = chosenSession();
  const unit = chosenUnit();
  const isEmpty = (areRead.value && conferences.value.length === 0) || (hasFound.value && !session);
  return (
    <Page title={props.title}>
      {session && unit ? (
        <>
          <Where session={session} unit={unit} isOfUnit={props.isOfUnit ?? false} />
          <div key={`${session.id}${unit.id}`}>{props.children({ session, unit })}</div>
        </>
      ) : isEmpty ? (
        <Empty>{t("Chưa có lớp nào. Khi Ban Tuyên giáo lập lớp, lớp sẽ hiện ở đây.", "There is no session yet. It appears here as soon as the district office plans one.")}</Empty>
      ) : (
        <p class="progress" role="status">{t("Đang tìm lớp của đồng chí…", "Looking for your session…")}</p>
      )}
    </Page>
  );
}
