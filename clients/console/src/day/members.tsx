/* The members of a unit: found, added, changed, sent to another unit and taken back. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { orNull, useChange, useDraft } from "../changing";
import { confirmed, tell } from "../parts/asking";
import { Badge, Button, Check, Empty, Field, Form, Go, More, ProblemNotice, Read, Section, Select } from "../parts/basics";
import { Table } from "../parts/table";
import { type Reading, useRead } from "../reading";
import { useAct } from "../saving";
import { day, t } from "../words";
import { memberStatus } from "./naming";
import { PagedRead, usePaged } from "./readings";
import { Transferring } from "./transferring";

type Member = Schemas["ListedMember"];
type Status = Schemas["MemberEntry"]["status"];

const STATUSES = ["official", "probationary", "exempt", "reduced", "suspended"] as const;

export function StatusSelect(props: { value: string; onInput: (value: string) => void; withLeft?: boolean }) {
  const options = [...STATUSES, ...(props.withLeft ? (["left"] as const) : [])];
  return <Select label={t("Tình trạng", "Status")} value={props.value} onInput={props.onInput} options={options.map((each) => [each, memberStatus(each)])} />;
}

function Add(props: { unit: Schemas["UnitView"]; onAdded: () => void }) {
  const acting = useAct();
  const [name, setName] = useState("");
  const [card, setCard] = useState("");
  const [status, setStatus] = useState<string>("official");
  const add = async () => {
    const answer = await acting.run(t(`Thêm ${name}`, `Add ${name}`), (key) =>
      ask(() => api.POST("/api/v1/units/{unit_id}/members", { params: { path: { unit_id: props.unit.id }, header: { "idempotency-key": key } }, body: { full_name: name, card_number: card || null, status: status as NonNullable<Status> } })),
    );
    if (!answer) return;
    tell(t(`Đã thêm ${answer.value.full_name}.`, `${answer.value.full_name} is added.`));
    setName("");
    setCard("");
    props.onAdded();
  };
  return (
    <More summary={t("Thêm đảng viên", "Add a member")}>
      <Form acting={acting} label={t("Thêm", "Add")} onSubmit={() => void add()}>
        <Field label={t("Họ tên", "Name")} value={name} onInput={setName} maxLength={100} required />
        <Field label={t("Số thẻ đảng viên", "Card number")} hint={t("Để trống nếu chưa có", "Empty where there is none")} value={card} onInput={setCard} maxLength={20} />
        <StatusSelect value={status} onInput={setStatus} />
      </Form>
    </More>
  );
}

type Own = Schemas["MemberView"];

function Fields(props: { member: Own; reading: Reading<Own>; onChanged: () => void }) {
  const { member } = props;
  const acting = useChange(props.reading);
  const draft = useDraft({ name: member.full_name, card: member.card_number ?? "", status: member.status });
  const { value, set } = draft;
  const put = async () => {
    const { name, card, status } = draft.changes();
    const saved = await acting.run(t(`Sửa ${member.full_name}`, `Change ${member.full_name}`), (match) =>
      ask(() =>
        api.PATCH("/api/v1/members/{member_id}", {
          params: { path: { member_id: member.id }, header: match },
          body: { ...(name === undefined ? {} : { full_name: name }), ...(card === undefined ? {} : { card_number: orNull(card) }), ...(status === undefined ? {} : { status }) },
        }),
      ),
    );
    if (!saved) return;
    tell(t(`Đã sửa ${saved.value.full_name}.`, `${saved.value.full_name} is changed.`));
    props.onChanged();
  };
  return (
    <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void put()}>
      <Field label={t("Họ tên", "Name")} value={value.name} onInput={set("name")} maxLength={100} required />
      <Field label={t("Số thẻ đảng viên", "Card number")} value={value.card} onInput={set("card")} maxLength={20} />
      <StatusSelect value={value.status} onInput={(status) => set("status")(status as Own["status"])} withLeft />
    </Form>
  );
}

function Change(props: { id: string; onChanged: () => void }) {
  const reading = useRead((signal) => ask((own) => api.GET("/api/v1/members/{member_id}", { signal: own, params: { path: { member_id: props.id } } }), signal), [props.id]);
  return <Read of={reading}>{(member) => <Fields member={member} reading={reading} onChanged={props.onChanged} />}</Read>;
}

function Chosen(props: { member: Member; onDone: () => void; onClose: () => void }) {
  const { member } = props;
  const acting = useAct();
  const takeBack = async () => {
    const yes = await confirmed({ title: t("Kết thúc sinh hoạt tạm thời?", "End the temporary stay?"), text: t(`${member.full_name} trở về sinh hoạt ở đơn vị của mình.`, `${member.full_name} is counted at home again.`), yes: t("Cho về", "End it") });
    if (!yes) return;
    const answer = await acting.run(t(`Cho ${member.full_name} về`, "End the stay"), () => ask(() => api.POST("/api/v1/members/{member_id}/return", { params: { path: { member_id: member.id } } })));
    if (answer) props.onDone();
  };
  return (
    <Section title={member.full_name} aside={<Button kind="plain" onClick={props.onClose}>{t("Đóng", "Close")}</Button>}>
      <ProblemNotice problem={acting.problem} />
      {member.away_at && <Button isBusy={acting.isBusy} onClick={() => void takeBack()}>{t("Kết thúc sinh hoạt tạm thời", "End the temporary stay")}</Button>}
      <More open summary={t("Sửa họ tên, số thẻ, tình trạng", "Name, card, status")}><Change id={member.id} onChanged={props.onDone} /></More>
      <More summary={t("Chuyển sinh hoạt đảng", "Transfer")}><Transferring member={member} onDone={props.onDone} /></More>
    </Section>
  );
}

export function Members(props: { unit: Schemas["UnitView"] }) {
  const [query, setQuery] = useState("");
  const [below, setBelow] = useState(props.unit.kind !== "cell" && props.unit.kind !== "grassroots_cell");
  const [left, setLeft] = useState(false);
  const [chosen, choose] = useState<Member | null>(null);
  const listed = usePaged<Member>(
    (page, signal) =>
      api.GET("/api/v1/units/{unit_id}/members", { signal, params: { path: { unit_id: props.unit.id }, query: { ...page, scope: below ? "tree" : "unit", include_left: left, ...(query.trim() ? { q: query.trim() } : {}) } } }),
    [props.unit.id, below, left, query],
  );
  const done = () => {
    choose(null);
    listed.again();
  };
  return (
    <Section title={t("Đảng viên", "Members")} aside={<Go to="/import">{t("Nhập từ tệp", "Import a file")}</Go>}>
      {!props.unit.valid_until && <Add unit={props.unit} onAdded={listed.again} />}
      <Field label={t("Tìm đảng viên", "Find a member")} type="search" value={query} onInput={setQuery} />
      <div class="fields">
        <Check label={t("Cả các đơn vị bên dưới", "Units below as well")} checked={below} onInput={setBelow} />
        <Check label={t("Cả người không còn sinh hoạt", "Those who left as well")} checked={left} onInput={setLeft} />
      </div>
      {chosen && <Chosen key={chosen.id} member={chosen} onDone={done} onClose={() => choose(null)} />}
      <PagedRead of={listed}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{query ? t("Không có ai tên như vậy.", "Nobody is called so.") : t("Chưa có đảng viên. Thêm ở trên, hoặc nhập từ tệp.", "Nobody yet: add above, or import a file.")}</Empty>
          ) : (
            <Table
              caption={t("Xếp theo tên. Máy ghi lại ai đã xem danh sách này.", "By given name. That this list was read is noted.")}
              rows={items}
              rowKey={(each) => each.id}
              columns={[
                { head: t("Họ tên", "Name"), cell: (each) => each.full_name },
                { head: t("Số thẻ", "Card"), cell: (each) => each.card_number ?? "–" },
                {
                  head: t("Tình trạng", "Status"),
                  cell: (each) => (
                    <>
                      {memberStatus(each.status)} {each.away_at && <Badge tone="wait">{each.is_temporary ? t("nơi khác đến", "here for a time") : t("đang ở nơi khác", "away")}{each.away_until && ` ${t("đến", "until")} ${day(each.away_until)}`}</Badge>}
                    </>
                  ),
                },
                { head: t("Việc", "Do"), cell: (each) => <Button label={t(`Sửa ${each.full_name}`, `Change ${each.full_name}`)} onClick={() => choose(each)}>{t("Sửa", "Change")}</Button> },
              ]}
            />
          )
        }
      </PagedRead>
    </Section>
  );
}
