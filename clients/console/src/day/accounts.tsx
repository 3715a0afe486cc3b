/* Who may sign in, and inviting somebody new. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { roleName } from "../me";
import { Badge, Empty, Field, Form, More, Notice, Page, Section } from "../parts/basics";
import { CopyText } from "../parts/files";
import { Table } from "../parts/table";
import { useAct } from "../saving";
import { day, moment, t } from "../words";
import { emptyGrant, GrantFields, grantOf } from "./grant-fields";
import { PagedRead, plain, usePaged } from "./readings";

type Account = Schemas["AccountView"];

export function grantText(grant: Schemas["GrantView"]): string {
  const deputy = grant.deputy ? t(" (làm thay)", " (deputy)") : "";
  const until = grant.valid_until ? t(` đến hết ${day(grant.valid_until)}`, ` until ${day(grant.valid_until)}`) : "";
  return `${roleName(grant.role)}${deputy} – ${grant.unit_name}${until}`;
}

export function standingOf(account: Account): { name: string; tone: "good" | "wait" | "bad" | "plain" } {
  if (account.is_disabled) return { name: t("đang khóa", "disabled"), tone: "bad" };
  if (account.invitation_expires_at && !account.has_password) return { name: t("chưa nhận lời mời", "invited"), tone: "wait" };
  if (!account.has_password) return { name: t("chưa có mật khẩu", "no password"), tone: "wait" };
  return { name: t("đang dùng", "in use"), tone: "good" };
}

/* "Điểu Thị Hoa" → "dieu-thi-hoa" */
function usernameOf(name: string): string {
  return plain(name).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
}

export function InvitationLink(props: { name: string; url: string; expiresAt: string | null }) {
  const until = props.expiresAt ? t(`Dùng một lần, trước ${moment(props.expiresAt)}.`, `Good once, before ${moment(props.expiresAt)}.`) : "";
  return (
    <Notice tone="good" title={t(`Đường dẫn mời ${props.name}`, `The link for ${props.name}`)}>
      <p>{until} {t("Chỉ hiện lần này: chép gửi riêng cho đồng chí ấy, không gửi vào nhóm.", "Shown this once: send it to that person alone.")}</p>
      <CopyText label={t("Đường dẫn mời", "Invitation link")} text={props.url} rows={3} />
    </Notice>
  );
}

function Invite(props: { onInvited: () => void }) {
  const [name, setName] = useState("");
  const [username, setUsername] = useState("");
  const [isOwnName, own] = useState(false);
  const [grant, setGrant] = useState(emptyGrant());
  const [invited, setInvited] = useState<Schemas["InvitedAccount"] | null>(null);
  const acting = useAct();
  const send = async () => {
    const answer = await acting.run(t(`Mời ${name}`, `Invite ${name}`), () =>
      ask(() => api.POST("/api/v1/accounts", { body: { username, display_name: name, grants: grant.unit ? [grantOf(grant)] : [] } })),
    );
    if (!answer) return;
    setInvited(answer.value);
    setName("");
    setUsername("");
    own(false);
    setGrant(emptyGrant());
    props.onInvited();
  };
  return (
    <Section title={t("Mời người mới", "Invite somebody")}>
      {invited && <InvitationLink name={invited.display_name} url={invited.invitation_url} expiresAt={invited.invitation_expires_at} />}
      <More summary={invited ? t("Mời người khác", "Invite another") : t("Điền họ tên, quyền và đơn vị", "Name, role and unit")}>
        <Form acting={acting} label={t("Lập tài khoản và lấy đường dẫn mời", "Make the account and get its link")} onSubmit={() => void send()}>
          <Field
            label={t("Họ tên", "Name")}
            value={name}
            maxLength={200}
            required
            onInput={(value) => {
              setName(value);
              if (!isOwnName) setUsername(usernameOf(value));
            }}
          />
          <Field
            label={t("Tên đăng nhập", "Username")}
            hint={t("Chữ thường không dấu, số và dấu - . _", "Small letters, digits and - . _")}
            value={username}
            required
            maxLength={60}
            onInput={(value) => {
              own(true);
              setUsername(value);
            }}
          />
          <GrantFields value={grant} onInput={setGrant} />
        </Form>
      </More>
    </Section>
  );
}

export default function AccountsPage() {
  const [query, setQuery] = useState("");
  const accounts = usePaged<Account>(
    (page, signal) => api.GET("/api/v1/accounts", { signal, params: { query: { ...page, ...(query.trim() ? { q: query.trim() } : {}) } } }),
    [query],
  );
  return (
    <Page title={t("Tài khoản", "Accounts")} lead={t("Ai được vào làm việc, với quyền gì. Đảng viên không cần tài khoản.", "Who works here, and as what. Members need no account.")}>
      <Invite onInvited={accounts.again} />
      <Section title={t("Danh sách tài khoản", "All accounts")}>
        <Field label={t("Tìm theo họ tên hoặc tên đăng nhập", "Find by name or username")} type="search" value={query} onInput={setQuery} />
        <PagedRead of={accounts}>
          {(items) =>
            items.length === 0 ? (
              <Empty>{query ? t("Không có ai tên như vậy.", "Nobody is called so.") : t("Chưa có tài khoản nào. Mời người đầu tiên ở trên.", "No account yet: invite somebody above.")}</Empty>
            ) : (
              <Table
                caption={t("Bấm họ tên để sửa", "Press a name to change it")}
                rows={items}
                rowKey={(each) => each.id}
                columns={[
                  { head: t("Họ tên", "Name"), cell: (each) => <a href={`#/accounts/${each.id}`}>{each.display_name}</a> },
                  { head: t("Tên đăng nhập", "Username"), cell: (each) => each.username },
                  { head: t("Quyền", "Roles"), cell: (each) => (each.grants.length ? each.grants.map((grant) => <div key={grant.id}>{grantText(grant)}</div>) : t("chưa có", "none")) },
                  { head: t("Hai bước", "2nd factor"), cell: (each) => (each.has_totp ? t("có", "yes") : t("chưa", "no")) },
                  { head: t("Tình trạng", "Standing"), cell: (each) => <Badge tone={standingOf(each).tone}>{standingOf(each).name}</Badge> },
                ]}
              />
            )
          }
        </PagedRead>
      </Section>
    </Page>
  );
}
