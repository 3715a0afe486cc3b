/* Mails and messages that leave, and those that wait for a person. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { confirmed, tell } from "../parts/asking";
import { Badge, Button, Empty, Page, ProblemNotice, Section, Tabs } from "../parts/basics";
import { Table } from "../parts/table";
import { useAct } from "../saving";
import { count, moment, t } from "../words";
import { actName } from "./acts";
import { deliveryState } from "./naming";
import { PagedRead, usePaged } from "./readings";

type Delivery = Schemas["DeliveryView"];

const templateName = (name: string): string =>
  ({ report: t("báo cáo", "report"), invitation: t("thư mời", "invitation"), "webhook.test": t("tin thử", "test") })[name] ?? actName(name);

export default function DeliveriesPage() {
  const acting = useAct();
  const [state, setState] = useState("");
  const listed = usePaged<Delivery>(
    (query, signal) => api.GET("/api/v1/deliveries", { signal, params: { query: { ...query, ...(state ? { state: state as Schemas["DeliveryState"] } : {}) } } }),
    [state],
  );
  const replay = async (delivery: Delivery) => {
    if (delivery.state === "uncertain") {
      const yes = await confirmed({
        title: t("Gửi lại?", "Send again?"),
        text: t(`Chưa rõ thư tới ${delivery.destination} đã đến chưa. Nên hỏi trước: gửi lại có thể thành hai thư.`, `Nobody knows whether it reached ${delivery.destination}: ask first, or there may be two.`),
        yes: t("Gửi lại", "Send again"),
      });
      if (!yes) return;
    }
    const answer = await acting.run(t(`Gửi lại tới ${delivery.destination}`, `Send again to ${delivery.destination}`), () => ask(() => api.POST("/api/v1/deliveries/{delivery_id}/replay", { params: { path: { delivery_id: delivery.id } } })));
    if (answer) tell(t("Đã đưa vào hàng gửi.", "It is queued again."));
    listed.again();
  };
  return (
    <Page title={t("Thư và tin gửi đi", "Mails and messages")} lead={t("Thư báo cáo, thư mời, và tin gửi phần mềm khác.", "Reports, invitations, and messages to other programs.")}>
      <Section title={t("Hàng gửi, mới nhất trước", "The queue, newest first")} aside={<Button kind="plain" onClick={listed.again}>{t("Xem lại", "Look again")}</Button>}>
        <Tabs
          label={t("Thư nào", "Which")}
          chosen={state}
          onChoose={setState}
          options={[["", t("Tất cả", "All")], ["dead", t("Không gửi được", "Dead")], ["uncertain", t("Chưa rõ", "Uncertain")], ["waiting", t("Chờ gửi", "Waiting")], ["sent", t("Đã gửi", "Sent")]]}
        />
        <ProblemNotice problem={acting.problem} />
        <PagedRead of={listed}>
          {(items) =>
            items.length === 0 ? (
              <Empty>{t("Không có thư nào ở đây.", "Nothing here.")}</Empty>
            ) : (
              <Table
                caption={t("Chỉ “không gửi được” và “chưa rõ” cần người xem", "Only dead and uncertain ones need a person")}
                rows={items}
                rowKey={(each) => each.id}
                tone={(each) => (each.state === "dead" ? "bad" : each.state === "uncertain" ? "wait" : "plain")}
                columns={[
                  { head: t("Gửi tới", "To"), cell: (each) => each.destination },
                  { head: t("Nội dung", "What"), cell: (each) => templateName(each.template) },
                  { head: t("Lập lúc", "Made"), cell: (each) => moment(each.created_at) },
                  { head: t("Tình trạng", "State"), cell: (each) => <><Badge tone={deliveryState(each.state).tone}>{deliveryState(each.state).name}</Badge>{each.attempts > 1 && ` ${t(`${count(each.attempts)} lần`, `${count(each.attempts)} tries`)}`}{each.last_error && <span class="soft"> {each.last_error}</span>}</> },
                  { head: t("Việc", "Do"), cell: (each) => (each.state === "dead" || each.state === "uncertain" ? <Button isBusy={acting.isBusy} label={t(`Gửi lại tới ${each.destination}`, `Send again to ${each.destination}`)} onClick={() => void replay(each)}>{t("Gửi lại", "Send again")}</Button> : "–") },
                ]}
              />
            )
          }
        </PagedRead>
      </Section>
    </Page>
  );
}
