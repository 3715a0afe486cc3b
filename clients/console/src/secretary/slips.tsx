/* Slips by which a member binds his phone: made, shown once here, printed, taken back. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas, whole } from "../api";
import { tell } from "../parts/asking";
import { Button, Empty, Notice, ProblemNotice, Read, Section, Select } from "../parts/basics";
import { Download } from "../parts/files";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { moment, t } from "../words";
import { run } from "./deciding";
import type { MemberPhone } from "./new-phones";
import type { Unit } from "./sitting";

function New(props: { slips: readonly Schemas["NewSlip"][] }) {
  return (
    <Notice tone="good" title={t(`Đã làm ${props.slips.length} phiếu`, `${props.slips.length} slips were made`)}>
      <p>{t("Đưa tận tay từng người, không gửi lên Zalo. Mở trang này lần sau thì mã không hiện nữa, chỉ còn trên tờ in.", "Hand each over in person. The codes are not shown again here, only on the printed page.")}</p>
      <ul class="cards">
        {props.slips.map((each) => (
          <li key={each.id} class="card">
            <p class="card-title">{each.full_name}</p>
            <p class="slip-code">{each.code}</p>
            <p class="soft">{t(`Dùng một lần, đến ${moment(each.expires_at)}`, `One use, until ${moment(each.expires_at)}`)}</p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function Slips(props: { unit: Unit; phoneless: readonly MemberPhone[] }) {
  const [made, setMade] = useState<readonly Schemas["NewSlip"][]>([]);
  const [whose, setWhose] = useState("");
  const acting = useAct();
  const open = useRead(
    (signal) =>
      whole<Schemas["OpenSlip"]>(async (query, inTime) => {
        const page = await api.GET("/api/v1/units/{unit_id}/enrolment-slips", { signal: inTime, params: { path: { unit_id: props.unit.id }, query } });
        return page as { data?: Schemas["Page_OpenSlip_"]; response: Response }; // as data, and not as the page to print
      }, signal),
    [props.unit.id],
  );

  const make = async () => {
    const done = await acting.run(t("Làm phiếu gắn máy", "Make slips"), (key) =>
      ask((signal) =>
        api.POST("/api/v1/units/{unit_id}/enrolment-slips", {
          signal,
          params: { path: { unit_id: props.unit.id }, header: { "idempotency-key": key } },
          body: { member_ids: whose ? [whose] : null },
        }),
      ),
    );
    if (!done) return;
    setMade(done.value.items);
    if (done.value.items.length === 0) tell(t("Ai cũng có máy hoặc đã có phiếu.", "Everybody has a phone or a slip."));
    open.again();
  };
  const revoke = async (slip: Schemas["OpenSlip"]) => {
    const done = await run(t(`Hủy phiếu của ${slip.full_name}`, `Take back the slip of ${slip.full_name}`), () =>
      ask((signal) => api.DELETE("/api/v1/enrolment-slips/{slip_id}", { signal, params: { path: { slip_id: slip.id } } })),
    );
    if (!done) return;
    tell(t(`Đã hủy phiếu của ${slip.full_name}`, `The slip of ${slip.full_name} is void`));
    open.again();
  };

  return (
    <Section title={t("Phiếu gắn máy", "Slips to bind a phone")}>
      <p>{t("Mỗi phiếu một mã, dùng một lần trong 72 giờ. Làm phiếu mới thì phiếu cũ của người đó hết dùng.", "One code each, one use, 72 hours. A new slip voids the one before.")}</p>
      {props.phoneless.length > 0 && (
        <Select
          label={t("Phiếu cho", "Slip for")}
          value={whose}
          onInput={setWhose}
          options={[["", t("Tất cả người chưa có máy", "Everybody without a phone")], ...props.phoneless.map((each) => [each.member_id, `${each.full_name} – ${each.unit_name}`] as const)]}
        />
      )}
      <ProblemNotice problem={acting.problem} />
      <div class="row-actions">
        <Button kind="main" isBusy={acting.isBusy} onClick={() => void make()}>{whose ? t("Làm phiếu", "Make the slip") : t("Làm phiếu cho người chưa có máy", "Make slips for those without a phone")}</Button>
        <Download path={`/api/v1/units/${props.unit.id}/enrolment-slips?format=docx`} name="phieu-gan-may.docx">{t("Tải tờ phiếu để in", "Fetch the page to print")}</Download>
      </div>
      {made.length > 0 && <New slips={made} />}
      <h3>{t("Phiếu còn dùng được", "Slips that can still be used")}</h3>
      <Read of={open}>
        {(value) =>
          value.length === 0 ? (
            <Empty>{t("Chưa có phiếu nào.", "None.")}</Empty>
          ) : (
            <ul class="cards">
              {value.map((each) => (
                <li key={each.id} class="card">
                  <p class="card-title">{each.full_name}</p>
                  <p class="soft">{t(`${each.unit_name}. Đến ${moment(each.expires_at)}`, `${each.unit_name}. Until ${moment(each.expires_at)}`)}</p>
                  <Button label={t(`Hủy phiếu: ${each.full_name}`, `Void: ${each.full_name}`)} onClick={() => void revoke(each)}>{t("Hủy phiếu", "Void")}</Button>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </Section>
  );
}
