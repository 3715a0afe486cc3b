/* Phones that were bound by name and card digits, until somebody says whose they are. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas, whole } from "../api";
import { me } from "../me";
import { tell } from "../parts/asking";
import { Button, Read, Section } from "../parts/basics";
import { useRead, type Reading } from "../reading";
import { moment, t } from "../words";
import { run } from "./deciding";
import type { Unit } from "./sitting";

export type MemberPhone = Schemas["MemberPhone"];
type State = Schemas["PhoneState"];

export function usePhones(unit: string, state: State): Reading<MemberPhone[]> {
  return useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/units/{unit_id}/devices", { signal: inTime, params: { path: { unit_id: unit }, query: { state, ...query } } }), signal),
    [unit, state],
  );
}

export function PhoneCard(props: { one: MemberPhone; onConfirm: (() => void) | undefined; onRevoke: (() => void) | undefined }) {
  const { one } = props;
  const isOwn = one.member_id === me.value?.member.member_id;
  return (
    <li class="card">
      <p class="card-title">{one.full_name}</p>
      <p class="soft">{one.unit_name}{one.device ? t(`. Gắn lúc ${moment(one.device.bound_at)}`, `. Bound ${moment(one.device.bound_at)}`) : ""}</p>
      {isOwn && one.device && !one.device.is_confirmed && <p class="hint">{t("Máy của đồng chí: nhờ người khác xác nhận.", "Your own phone: ask somebody else.")}</p>}
      <div class="row-actions">
        {!isOwn && props.onConfirm && <Button kind="main" label={t(`Đúng máy của người này: ${one.full_name}`, `It is his phone: ${one.full_name}`)} onClick={props.onConfirm}>{t("Đúng máy của người này", "It is his phone")}</Button>}
        {props.onRevoke && <Button label={t(`Mất máy, gỡ ra: ${one.full_name}`, `Lost: take it away: ${one.full_name}`)} onClick={props.onRevoke}>{t("Mất máy, gỡ ra…", "Lost: take it away…")}</Button>}
      </div>
    </li>
  );
}

export async function confirmPhone(one: MemberPhone): Promise<boolean> {
  const done = await run(t(`Xác nhận máy của ${one.full_name}`, `Confirm the phone of ${one.full_name}`), () =>
    ask((signal) => api.POST("/api/v1/members/{member_id}/device/confirm", { signal, params: { path: { member_id: one.member_id } } })),
  );
  if (done) tell(t(`Đã xác nhận máy của ${one.full_name}`, `The phone of ${one.full_name} is confirmed`));
  return done !== undefined;
}

export function NewPhones(props: { unit: Unit }) {
  const phones = usePhones(props.unit.id, "provisional");
  const [settled, settle] = useState<ReadonlySet<string>>(new Set());
  const confirm = async (one: MemberPhone) => {
    settle((before) => new Set(before).add(one.member_id));
    if (!(await confirmPhone(one))) settle((before) => new Set([...before].filter((each) => each !== one.member_id)));
  };
  return (
    <Read of={phones}>
      {(value) => {
        const left = value.filter((each) => !settled.has(each.member_id));
        if (left.length === 0) return null;
        return (
          <Section title={t("Máy chờ xác nhận", "Phones to confirm")}>
            <ul class="cards">
              {left.map((each) => <PhoneCard key={each.member_id} one={each} onConfirm={() => void confirm(each)} onRevoke={undefined} />)}
            </ul>
          </Section>
        );
      }}
    </Read>
  );
}
