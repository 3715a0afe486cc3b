/* The units below and one's own: what is written by hand in each, and the second person's word. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { confirmed, tell } from "../parts/asking";
import { Badge, Button, Empty, Read } from "../parts/basics";
import { go } from "../place";
import { count, t } from "../words";
import { run } from "./deciding";
import { useRoll } from "./rolling";
import { unitId } from "./sitting";
import { SittingPage, type Sitting } from "./sitting-page";
import { isSettled } from "./steps";

type Figures = Schemas["RollFigures"];

function stateOf(figures: Figures) {
  if (figures.is_countersign_needed) return <Badge tone="bad">{t("Cần đối chiếu", "To countersign")}</Badge>;
  if (!isSettled(figures)) return <Badge tone="wait">{t("Chưa ghi xong", "Not done")}</Badge>;
  return <Badge tone="good">{t("Đã ghi xong", "Done")}</Badge>;
}

function Line(props: { name: string; figures: Figures; isBusy: boolean; onSign: () => void; onLook: () => void }) {
  const { figures, name } = props;
  return (
    <li class="card">
      <p class="card-title">{name} {stateOf(figures)}</p>
      <p>
        {t(`${count(figures.present)}/${count(figures.convened)} có mặt`, `${count(figures.present)}/${count(figures.convened)} present`)}
        {figures.unknown ? t(`, ${figures.unknown} chưa rõ`, `, ${figures.unknown} not known`) : ""}
        {figures.pending ? t(`, ${figures.pending} chờ xác nhận`, `, ${figures.pending} wait`) : ""}.{" "}
        {t(`${figures.manual} người ghi tay hoặc xác nhận tay, ${figures.not_countersigned} chưa đối chiếu.`, `${figures.manual} by hand, ${figures.not_countersigned} not countersigned.`)}
      </p>
      <div class="row-actions">
        <Button label={t(`Xem danh sách: ${name}`, `Look at the list: ${name}`)} onClick={props.onLook}>{t("Xem danh sách", "Look at the list")}</Button>
        {figures.not_countersigned > 0 && (
          <Button kind="main" isBusy={props.isBusy} label={t(`Tôi đã xem lại, đúng: ${name}`, `I have looked: it is right: ${name}`)} onClick={props.onSign}>{t("Tôi đã xem lại, đúng", "I have looked: it is right")}</Button>
        )}
      </div>
    </li>
  );
}

function Below(props: Sitting) {
  const { roll } = useRoll(props.session.id, props.unit.id);
  const [busy, setBusy] = useState("");

  const sign = async (id: string, name: string, figures: Figures) => {
    const yes = await confirmed({
      title: t(`Đối chiếu ${name}?`, `Countersign ${name}?`),
      text: t(`${figures.not_countersigned} người ghi tay chưa đối chiếu. Người đã ghi không tự đối chiếu.`, `${figures.not_countersigned} written by hand. Nobody countersigns what he wrote himself.`),
      yes: t("Đúng, tôi đã xem lại", "Yes, I have looked"),
    });
    if (!yes) return;
    setBusy(id);
    const done = await run(t(`Đối chiếu ${name}`, `Countersign ${name}`), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/units/{unit_id}/countersign", { signal, params: { path: { session_id: props.session.id, unit_id: id } } })),
    );
    setBusy("");
    roll.again();
    if (!done) return;
    const { countersigned, left_own } = done.value;
    tell([
      t(`Đã đối chiếu ${countersigned} người.`, `${countersigned} countersigned.`),
      left_own && t(`Còn ${left_own} người do chính đồng chí ghi: cần người khác đối chiếu.`, `${left_own} were written by yourself: somebody else must look.`),
    ].filter(Boolean).join(" "));
  };

  return (
    <Read of={roll}>
      {(value) => {
        const lines = [{ id: props.unit.id, name: props.unit.name, figures: value.total as Figures }, ...value.units.filter((each) => each.unit_id !== props.unit.id).map((each) => ({ id: each.unit_id, name: each.name, figures: each as Figures }))];
        const shown = lines.filter((each) => each.figures.convened > 0 || each.figures.manual > 0);
        if (shown.length === 0) return <Empty>{t("Không đơn vị nào có người trong lớp này.", "No unit has anybody in this session.")}</Empty>;
        return (
          <>
            <p>{t("Ghi tay nhiều thì cần người thứ hai (phó bí thư, cấp trên) xem lại danh sách rồi đối chiếu.", "Where much was written by hand a second person (the deputy, the unit above) looks at it again.")}</p>
            <ul class="cards">
              {shown.map((each) => (
                <Line key={each.id} {...each} isBusy={busy === each.id} onSign={() => void sign(each.id, each.name, each.figures)} onLook={() => { unitId.value = each.id; go("/my/roll"); }} />
              ))}
            </ul>
          </>
        );
      }}
    </Read>
  );
}

export default function BelowPage() {
  return <SittingPage title={t("Đối chiếu, đơn vị cấp dưới", "Countersign, units below")}>{(sitting) => <Below {...sitting} />}</SittingPage>;
}
