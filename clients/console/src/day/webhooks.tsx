/* Addresses of other programs that are told what happens; no name ever goes there. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { orNull, useChange, useDraft } from "../changing";
import { confirmed, tell } from "../parts/asking";
import { Badge, Button, Check, Empty, Field, Form, More, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { UnitPicker } from "../parts/unit-picker";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { moment, t } from "../words";
import { actName, TOLD } from "./acts";
import { PagedRead, usePaged } from "./readings";
import { Secret } from "./secret";

type Webhook = Schemas["WebhookView"];
type Act = Schemas["ToldAct"];

function Acts(props: { value: readonly Act[]; onInput: (value: Act[]) => void }) {
  const { value } = props;
  return (
    <fieldset class="choices">
      <legend>{t("Báo những việc", "Tell of")}</legend>
      {TOLD.map((each) => (
        <Check key={each} label={actName(each)} checked={value.includes(each)} onInput={(on) => props.onInput(on ? [...value, each] : value.filter((other) => other !== each))} />
      ))}
    </fieldset>
  );
}

function Add(props: { onAdded: () => void }) {
  const acting = useAct();
  const [unit, setUnit] = useState("");
  const [url, setUrl] = useState("");
  const [description, setDescription] = useState("");
  const [acts, setActs] = useState<readonly Act[]>(["session.opened", "session.closed", "report.submitted"]);
  const [added, setAdded] = useState<Schemas["AddedWebhook"] | null>(null);
  const add = async () => {
    const answer = await acting.run(t("Thêm địa chỉ nhận tin", "Add a webhook"), () => ask(() => api.POST("/api/v1/webhooks", { body: { unit_id: unit, url, description: description || null, acts: [...acts] } })));
    if (!answer) return;
    setAdded(answer.value);
    setUrl("");
    setDescription("");
    props.onAdded();
  };
  return (
    <>
      {added && <Secret title={t("Khóa ký của địa chỉ vừa thêm", "The new webhook's secret")} lines={added.secret} />}
      <More summary={t("Thêm địa chỉ nhận tin", "Add an address")}>
        <Form acting={acting} label={t("Thêm", "Add")} onSubmit={() => void add()}>
          <UnitPicker label={t("Đơn vị", "Unit")} hint={t("Tin của đơn vị này và bên dưới", "What happens there and below")} value={unit} onChoose={setUnit} required />
          <Field label={t("Địa chỉ (https)", "Address (https)")} type="url" value={url} onInput={setUrl} required />
          <Field label={t("Của phần mềm nào", "Whose it is")} value={description} onInput={setDescription} maxLength={200} />
          <Acts value={acts} onInput={setActs} />
        </Form>
      </More>
    </>
  );
}

function Change(props: { id: string; onChanged: () => void }) {
  const path = { webhook_id: props.id };
  const reading = useRead((signal) => ask((own) => api.GET("/api/v1/webhooks/{webhook_id}", { signal: own, params: { path } }), signal), [props.id]);
  const acting = useChange(reading);
  const { url = "", description = "", acts = [] } = reading.value ?? {};
  const draft = useDraft({ url, description: description ?? "", acts });
  const { value, set } = draft;
  const change = async () => {
    const { description: said, ...changes } = draft.changes();
    const body = said === undefined ? changes : { ...changes, description: orNull(said) };
    const saved = await acting.run(t("Sửa địa chỉ nhận tin", "Change a webhook"), (match) =>
      ask(() => api.PATCH("/api/v1/webhooks/{webhook_id}", { params: { path, header: match }, body })),
    );
    if (!saved) return;
    tell(t("Đã lưu địa chỉ nhận tin.", "The webhook was saved."));
    props.onChanged();
  };
  return (
    <Read of={reading}>
      {() => (
        <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void change()}>
          <Field label={t("Địa chỉ (https)", "Address (https)")} type="url" value={value.url} onInput={set("url")} required />
          <Field label={t("Của phần mềm nào", "Whose it is")} value={value.description} onInput={set("description")} maxLength={200} />
          <Acts value={value.acts} onInput={set("acts")} />
        </Form>
      )}
    </Read>
  );
}

function One(props: { webhook: Webhook; again: () => void }) {
  const { webhook, again } = props;
  const acting = useAct();
  const [secret, setSecret] = useState("");
  const path = { webhook_id: webhook.id };
  const turn = (is_disabled: boolean) => acting.run(t("Đổi địa chỉ nhận tin", "Change a webhook"), () => ask(() => api.PATCH("/api/v1/webhooks/{webhook_id}", { params: { path }, body: { is_disabled } }))).then(again);
  const test = async () => {
    const answer = await acting.run(t("Gửi tin thử", "Send a test"), (key) => ask(() => api.POST("/api/v1/webhooks/{webhook_id}/test", { params: { path, header: { "idempotency-key": key } } })));
    if (answer) tell(t("Đã gửi tin thử; xem ở trang Thư và tin gửi đi.", "A test was sent: see Mails and messages."));
  };
  const renew = async () => {
    const yes = await confirmed({ title: t("Thay khóa ký?", "A new secret?"), text: t("Trong một ngày tin mang cả hai chữ ký để bên nhận kịp thay.", "For a day messages bear both signatures."), yes: t("Thay khóa ký", "Renew") });
    if (!yes) return;
    const answer = await acting.run(t("Thay khóa ký", "A new secret"), () => ask(() => api.POST("/api/v1/webhooks/{webhook_id}/secret", { params: { path } })));
    if (answer) setSecret(answer.value.secret);
  };
  const remove = async () => {
    const yes = await confirmed({ title: t("Xóa địa chỉ này?", "Remove this address?"), text: webhook.url, yes: t("Xóa", "Remove"), isDanger: true });
    if (!yes) return;
    await acting.run(t("Xóa địa chỉ nhận tin", "Remove a webhook"), () => ask(() => api.DELETE("/api/v1/webhooks/{webhook_id}", { params: { path } })));
    again();
  };
  return (
    <li class="item">
      <p><b>{webhook.description ?? webhook.url}</b> <Badge tone={webhook.is_disabled ? "bad" : "good"}>{webhook.is_disabled ? t("đang tắt", "off") : t("đang bật", "on")}</Badge></p>
      <p class="soft">{webhook.url} · {webhook.unit_name} · {webhook.acts.map(actName).join(", ")}</p>
      {webhook.disabled_reason && <p class="soft">{webhook.disabled_reason}{webhook.disabled_at && ` (${moment(webhook.disabled_at)})`}</p>}
      <ProblemNotice problem={acting.problem} />
      {secret && <Secret title={t("Khóa ký mới", "The new secret")} lines={secret} />}
      <div class="row-actions">
        <Button isBusy={acting.isBusy} onClick={() => void test()}>{t("Gửi tin thử", "Send a test")}</Button>
        <Button isBusy={acting.isBusy} onClick={() => void turn(!webhook.is_disabled)}>{webhook.is_disabled ? t("Bật", "Turn on") : t("Tắt", "Turn off")}</Button>
        <Button isBusy={acting.isBusy} onClick={() => void renew()}>{t("Thay khóa ký", "New secret")}</Button>
        <Button isBusy={acting.isBusy} onClick={() => void remove()}>{t("Xóa", "Remove")}</Button>
      </div>
      <More summary={t("Sửa", "Change")}><Change id={webhook.id} onChanged={again} /></More>
    </li>
  );
}

export default function WebhooksPage() {
  const listed = usePaged<Webhook>((query, signal) => api.GET("/api/v1/webhooks", { signal, params: { query } }), []);
  return (
    <Page title={t("Báo tin cho phần mềm khác", "Webhooks")} lead={t("Phần mềm khác được báo khi có việc. Không bao giờ có họ tên, không báo lớp mật.", "Other programs are told what happens: never a name, never a confidential session.")}>
      <Section title={t("Địa chỉ nhận tin", "Addresses")}>
        <Add onAdded={listed.again} />
        <PagedRead of={listed}>
          {(items) => (items.length === 0 ? <Empty>{t("Chưa có địa chỉ nào. Chỉ cần khi có phần mềm khác muốn nhận tin.", "None: only needed where another program wants to be told.")}</Empty> : <ul class="items">{items.map((each) => <One key={each.id} webhook={each} again={listed.again} />)}</ul>)}
        </PagedRead>
      </Section>
    </Page>
  );
}
