/* Phones of the unit: whose is bound, a lost one, and slips for those who have none. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { confirmed, tell } from "../parts/asking";
import { Empty, Read, Tabs } from "../parts/basics";
import { t } from "../words";
import { run } from "./deciding";
import { confirmPhone, PhoneCard, type MemberPhone, usePhones } from "./new-phones";
import type { Unit } from "./sitting";
import { SittingPage } from "./sitting-page";
import { Slips } from "./slips";

type State = "provisional" | "confirmed" | "none";

function Phones(props: { unit: Unit }) {
  const [state, setState] = useState<State>("provisional");
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const phones = usePhones(props.unit.id, state);

  const settle = async (one: MemberPhone, send: () => Promise<boolean>) => {
    setGone((before) => new Set(before).add(one.member_id));
    if (!(await send())) setGone((before) => new Set([...before].filter((each) => each !== one.member_id)));
  };
  const revoke = async (one: MemberPhone) => {
    const yes = await confirmed({
      title: t(`Gỡ máy của ${one.full_name}?`, `Take the phone of ${one.full_name} away?`),
      text: t("Máy đó không điểm danh thay được nữa. Người này dùng phiếu để gắn máy mới.", "It counts for him no more. He binds a new one with a slip."),
      yes: t("Gỡ ngay", "Take it away"),
      isDanger: true,
    });
    if (!yes) return;
    await settle(one, async () => {
      const done = await run(t(`Gỡ máy của ${one.full_name}`, `Take the phone of ${one.full_name} away`), () =>
        ask((signal) => api.DELETE("/api/v1/members/{member_id}/device", { signal, params: { path: { member_id: one.member_id } } })),
      );
      if (done) tell(t(`Đã gỡ máy của ${one.full_name}`, `The phone of ${one.full_name} is taken away`));
      return done !== undefined;
    });
  };

  return (
    <>
      <p>{t("Máy đã gắn và được xác nhận thì quét mã là có mặt ngay.", "Whose phone is bound and confirmed is present as soon as he scans.")}</p>
      <Tabs
        label={t("Hiện những ai", "Show")}
        chosen={state}
        onChoose={(value) => { setState(value as State); setGone(new Set()); }}
        options={[["provisional", t("Chờ xác nhận", "To confirm")], ["confirmed", t("Đã xác nhận", "Confirmed")], ["none", t("Chưa gắn máy", "No phone")]]}
      />
      <Read of={phones}>
        {(value) => {
          const left = value.filter((each) => !gone.has(each.member_id));
          if (left.length === 0) return <Empty>{t("Không có ai.", "Nobody.")}</Empty>;
          return (
            <ul class="cards">
              {left.map((each) => (
                <PhoneCard
                  key={each.member_id}
                  one={each}
                  onConfirm={each.device && !each.device.is_confirmed ? () => void settle(each, () => confirmPhone(each)) : undefined}
                  onRevoke={each.device ? () => void revoke(each) : undefined}
                />
              ))}
            </ul>
          );
        }}
      </Read>
      <Slips unit={props.unit} phoneless={state === "none" ? (phones.value ?? []) : []} />
    </>
  );
}

export default function PhonesPage() {
  return <SittingPage title={t("Máy của đảng viên", "Members' phones")} isOfUnit>{({ unit }) => <Phones unit={unit} />}</SittingPage>;
}
