/* Programs of others that read or write here with a secret of their own, as far as their scopes go. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { useChange, useDraft } from "../changing";
import { confirmed, tell } from "../parts/asking";
import { Badge, Button, Check, Empty, Field, Form, More, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { UnitPicker } from "../parts/unit-picker";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, day, moment, t } from "../words";
import { PagedRead, usePaged } from "./readings";
import { Secret } from "./secret";

type Client = Schemas["ClientView"];
type Scope = Schemas["ClientScope"];

const SCOPES: Record<Scope, () => string> = {
  "attendance:count": () => t("Đọc số liệu, không có họ tên (nên dùng trước)", "Counts without names (the smallest)"),
  "units:read": () => t("Đọc tên và cây đơn vị", "Units and their tree"),
  "sessions:read": () => t("Đọc hội nghị, lớp, điểm cầu", "Conferences, sessions, points"),
  "attendance:read": () => t("Đọc điểm danh CÓ HỌ TÊN – chỉ khi thật cần", "Attendance WITH NAMES: only where it must"),
  "reports:write": () => t("Viết và gửi báo cáo của đơn vị", "Write and submit reports"),
  "checkins:write": () => t("Gửi điểm danh (luôn chờ bí thư xác nhận)", "Send check-ins (always pending)"),
};
const ALL = Object.keys(SCOPES) as Scope[];

function Scopes(props: { value: readonly Scope[]; onInput: (value: Scope[]) => void }) {
  return (
    <fieldset class="choices">
      <legend>{t("Được làm gì", "What it may do")}</legend>
      {ALL.map((each) => (
        <Check key={each} label={SCOPES[each]()} checked={props.value.includes(each)} onInput={(on) => props.onInput(on ? [...props.value, each] : props.value.filter((other) => other !== each))} />
      ))}
    </fieldset>
  );
}

function secretLines(client: Schemas["ClientWithSecret"]): string {
  return `client_id: ${client.id}\nclient_secret: ${client.client_secret}`;
}

function Add(props: { onAdded: () => void }) {
  const acting = useAct();
  const [unit, setUnit] = useState("");
  const [name, setName] = useState("");
  const [contact, setContact] = useState("");
  const [scopes, setScopes] = useState<Scope[]>(["attendance:count"]);
  const [added, setAdded] = useState<Schemas["ClientWithSecret"] | null>(null);
  const add = async () => {
    const answer = await acting.run(t(`Thêm ${name}`, `Add ${name}`), () => ask(() => api.POST("/api/v1/clients", { body: { unit_id: unit, name, contact, scopes } as Schemas["NewClient"] })));
    if (!answer) return;
    setAdded(answer.value);
    setName("");
    setContact("");
    props.onAdded();
  };
  return (
    <>
      {added && <Secret title={t(`Khóa của ${added.name}`, `The secret of ${added.name}`)} lines={secretLines(added)} />}
      <More summary={t("Cho một phần mềm kết nối", "Let a program in")}>
        <Form acting={acting} label={t("Thêm và lấy khóa", "Add and get its secret")} onSubmit={() => void add()}>
          <Field label={t("Tên phần mềm", "Name")} value={name} onInput={setName} maxLength={100} required />
          <Field label={t("Ai chịu trách nhiệm, liên hệ thế nào", "Whom to ask")} value={contact} onInput={setContact} maxLength={200} required />
          <UnitPicker label={t("Đơn vị", "Unit")} hint={t("Chỉ thấy đơn vị này và bên dưới", "It sees this unit and below")} value={unit} onChoose={setUnit} required />
          <Scopes value={scopes} onInput={setScopes} />
        </Form>
      </More>
    </>
  );
}

function Change(props: { id: string; onChanged: () => void }) {
  const path = { client_id: props.id };
  const reading = useRead((signal) => ask((own) => api.GET("/api/v1/clients/{client_id}", { signal: own, params: { path } }), signal), [props.id]);
  const acting = useChange(reading);
  const { value, set } = useDraft({ scopes: [...(reading.value?.scopes ?? [])] });
  const change = async () => {
    const saved = await acting.run(t("Sửa quyền của phần mềm", "Change a program"), (match) =>
      ask(() => api.PATCH("/api/v1/clients/{client_id}", { params: { path, header: match }, body: { scopes: value.scopes } as Schemas["ClientChange"] })),
    );
    if (!saved) return;
    tell(t("Đã lưu; quyền bỏ đi có hiệu lực ngay.", "Saved: what was taken away is gone at once."));
    props.onChanged();
  };
  return <Read of={reading}>{() => <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void change()}><Scopes value={value.scopes} onInput={set("scopes")} /></Form>}</Read>;
}

function One(props: { client: Client; again: () => void }) {
  const { client, again } = props;
  const acting = useAct();
  const [renewed, setRenewed] = useState<Schemas["ClientWithSecret"] | null>(null);
  const path = { client_id: client.id };
  const renew = async () => {
    const yes = await confirmed({ title: t("Lấy khóa mới?", "A new secret?"), text: t("Khóa cũ còn dùng thêm một ngày để bên kia kịp thay.", "The old one holds for another day."), yes: t("Lấy khóa mới", "Renew") });
    if (!yes) return;
    const answer = await acting.run(t(`Thay khóa ${client.name}`, `Renew ${client.name}`), () => ask(() => api.POST("/api/v1/clients/{client_id}/secret", { params: { path } })));
    if (answer) setRenewed(answer.value);
    again();
  };
  const revoke = async () => {
    const yes = await confirmed({ title: t(`Ngắt ${client.name}?`, `Revoke ${client.name}?`), text: t("Phần mềm này không vào được nữa, ngay bây giờ và mãi mãi.", "It is out at once, and for ever."), yes: t("Ngắt", "Revoke"), isDanger: true });
    if (!yes) return;
    await acting.run(t(`Ngắt ${client.name}`, `Revoke ${client.name}`), () => ask(() => api.DELETE("/api/v1/clients/{client_id}", { params: { path } })));
    again();
  };
  return (
    <li class="item">
      <p><b>{client.name}</b> · {client.unit_name} {client.revoked_at && <Badge tone="bad">{t(`đã ngắt ${day(client.revoked_at)}`, `revoked ${day(client.revoked_at)}`)}</Badge>}</p>
      <p class="soft">{client.contact} · {t(`${count(client.requests_per_minute)} lần mỗi phút`, `${count(client.requests_per_minute)} a minute`)} · {client.scopes.map((each) => SCOPES[each]()).join("; ")}</p>
      {client.previous_secret_ends_at && <p class="soft">{t("Khóa cũ còn dùng đến", "The old secret holds until")} {moment(client.previous_secret_ends_at)}.</p>}
      {renewed && <Secret title={t(`Khóa mới của ${client.name}`, `The new secret of ${client.name}`)} lines={secretLines(renewed)} />}
      <ProblemNotice problem={acting.problem} />
      {!client.revoked_at && (
        <>
          <div class="row-actions">
            <Button isBusy={acting.isBusy} onClick={() => void renew()}>{t("Lấy khóa mới", "New secret")}</Button>
            <Button isBusy={acting.isBusy} onClick={() => void revoke()}>{t("Ngắt", "Revoke")}</Button>
          </div>
          <More summary={t("Sửa quyền", "Change what it may do")}><Change id={client.id} onChanged={again} /></More>
        </>
      )}
    </li>
  );
}

export default function ClientsPage() {
  const [revoked, setRevoked] = useState(false);
  const listed = usePaged<Client>((query, signal) => api.GET("/api/v1/clients", { signal, params: { query: { ...query, include_revoked: revoked } } }), [revoked]);
  return (
    <Page title={t("Phần mềm kết nối", "Connected programs")} lead={t("Phần mềm khác đọc hoặc gửi dữ liệu bằng khóa riêng, chỉ trong phạm vi được giao.", "Other programs, each with a secret and scopes of its own.")}>
      <Section title={t("Các phần mềm", "Programs")}>
        <Add onAdded={listed.again} />
        <Check label={t("Cả phần mềm đã ngắt", "Revoked ones as well")} checked={revoked} onInput={setRevoked} />
        <PagedRead of={listed}>
          {(items) => (items.length === 0 ? <Empty>{t("Chưa phần mềm nào kết nối.", "None yet.")}</Empty> : <ul class="items">{items.map((each) => <One key={each.id} client={each} again={listed.again} />)}</ul>)}
        </PagedRead>
      </Section>
    </Page>
  );
}
