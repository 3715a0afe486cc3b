/* One account: its name, its grants, its link, and what is done when a phone or a password is lost. */
import { useState } from "preact/hooks";
import { api, ask, type Outcome, type Schemas } from "../api";
import { type Changing, type Match, useChange, useDraft } from "../changing";
import type { Params } from "../entry";
import { confirmed, tell } from "../parts/asking";
import { Badge, Button, Empty, Field, Form, Go, More, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { type Reading, useRead } from "../reading";
import { save, useAct } from "../saving";
import { t } from "../words";
import { grantText, InvitationLink, standingOf } from "./accounts";
import { emptyGrant, GrantFields, grantOf } from "./grant-fields";

type Account = Schemas["AccountView"];
type Props = { account: Account; again: () => void };

const pathOf = (account: Account) => ({ account_id: account.id });

type Changed = { account: Account; reading: Reading<Account> };

function Naming(props: Changed) {
  const { value, set } = useDraft({ name: props.account.display_name });
  const acting = useChange(props.reading);
  const put = async () => {
    const saved = await acting.run(t("Đổi tên hiển thị", "Change the name"), (match) =>
      ask(() => api.PATCH("/api/v1/accounts/{account_id}", { params: { path: pathOf(props.account), header: match }, body: { display_name: value.name } })),
    );
    if (saved) tell(t("Đã đổi tên.", "The name has changed."));
  };
  return (
    <More summary={t("Đổi họ tên hiển thị", "Change the name")}>
      <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void put()}>
        <Field label={t("Họ tên", "Name")} value={value.name} onInput={set("name")} maxLength={200} required />
      </Form>
    </More>
  );
}

function Grants(props: Props) {
  const adding = useAct();
  const taking = useAct();
  const [draft, setDraft] = useState(emptyGrant());
  const path = pathOf(props.account);
  const give = (body: Schemas["NewGrant"]) => (key: string) =>
    ask(() => api.POST("/api/v1/accounts/{account_id}/grants", { params: { path, header: { "idempotency-key": key } }, body }));
  const add = async () => {
    const answer = await adding.run(t("Giao quyền", "Grant"), give(grantOf(draft)));
    if (!answer) return;
    tell(t(`Đã giao: ${grantText(answer.value)}.`, `Granted: ${grantText(answer.value)}.`));
    setDraft(emptyGrant());
    props.again();
  };
  const take = async (grant: Schemas["GrantView"]) => {
    const done = await taking.run(t("Thu quyền", "Take a grant"), () => ask(() => api.DELETE("/api/v1/accounts/{account_id}/grants/{grant_id}", { params: { path: { ...path, grant_id: grant.id } } })));
    props.again();
    if (!done) return;
    tell(t(`Đã thu: ${grantText(grant)}.`, `Taken: ${grantText(grant)}.`), () => {
      void save(t("Giao lại quyền", "Grant again"), give({ role: grant.role, unit_id: grant.unit_id, deputy: grant.deputy, valid_from: null, valid_until: grant.valid_until })).then(props.again);
    });
  };
  return (
    <Section title={t("Quyền được giao", "Grants")}>
      <ProblemNotice problem={taking.problem} />
      {props.account.grants.length === 0 ? (
        <Empty>{t("Chưa có quyền nào: đăng nhập được nhưng không làm được gì. Giao quyền dưới đây.", "None: grant one below.")}</Empty>
      ) : (
        <ul class="lines">
          {props.account.grants.map((grant) => (
            <li key={grant.id}>
              <span>{grantText(grant)}</span>
              <Button isBusy={taking.isBusy} label={t(`Thu quyền ${grantText(grant)}`, `Take ${grantText(grant)}`)} onClick={() => void take(grant)}>{t("Thu quyền", "Take")}</Button>
            </li>
          ))}
        </ul>
      )}
      <More summary={t("Giao thêm quyền, hoặc giao làm thay", "Grant another, or lend a duty")}>
        <Form acting={adding} label={t("Giao quyền", "Grant")} onSubmit={() => void add()}>
          <GrantFields value={draft} onInput={setDraft} />
        </Form>
      </More>
    </Section>
  );
}

function Inviting(props: Props) {
  const linking = useAct();
  const mailing = useAct();
  const [link, setLink] = useState<Schemas["InvitationView"] | null>(null);
  const [to, setTo] = useState("");
  const path = pathOf(props.account);
  const again = async () => {
    const yes = await confirmed({
      title: t("Lấy đường dẫn mời mới?", "Make a new link?"),
      text: t("Đường dẫn cũ hết dùng, mọi máy đang đăng nhập bị đăng xuất. Mật khẩu cũ còn dùng đến khi đồng chí ấy mở đường dẫn mới.", "Older links die and every sign-in ends; the password counts until the new link is used."),
      yes: t("Lấy đường dẫn mới", "Make it"),
    });
    if (!yes) return;
    const answer = await linking.run(t("Lấy đường dẫn mời", "A new link"), () => ask(() => api.POST("/api/v1/accounts/{account_id}/invitation", { params: { path } })));
    if (!answer) return;
    setLink(answer.value);
    props.again();
  };
  const mail = async () => {
    const answer = await mailing.run(t("Gửi thư mời", "Mail the invitation"), (key) =>
      ask(() => api.POST("/api/v1/accounts/{account_id}/invitation/mail", { params: { path, header: { "idempotency-key": key } }, body: { to } })),
    );
    if (!answer) return;
    tell(t("Thư mời đang được gửi.", "The invitation is on its way."));
    setTo("");
    props.again();
  };
  return (
    <Section title={t("Mời lại, quên mật khẩu", "Inviting again")}>
      {link && <InvitationLink name={props.account.display_name} url={link.invitation_url} expiresAt={link.expires_at} />}
      <ProblemNotice problem={linking.problem} />
      <Button isBusy={linking.isBusy} onClick={() => void again()}>{t("Lấy đường dẫn mời mới", "Make a new link")}</Button>
      <More summary={t("Hoặc gửi thẳng bằng thư điện tử", "Or mail it")}>
        <Form acting={mailing} label={t("Gửi thư mời", "Mail it")} onSubmit={() => void mail()}>
          <Field label={t("Địa chỉ thư", "Address")} type="email" value={to} onInput={setTo} required />
        </Form>
      </More>
    </Section>
  );
}

async function sure(acting: Changing, asked: { title: string; text: string; yes: string }, done: string, send: (match: Match) => Promise<Outcome<unknown>>): Promise<void> {
  if (!(await confirmed({ ...asked, isDanger: true }))) return;
  if (await acting.run(asked.yes, send)) tell(done);
}

function Safety(props: Changed) {
  const acting = useChange(props.reading);
  const { account } = props;
  const path = pathOf(account);
  const disable = (is_disabled: boolean) => (match: Match) =>
    ask(() => api.PATCH("/api/v1/accounts/{account_id}", { params: { path, header: match }, body: { is_disabled } }));
  return (
    <Section title={t("Khi mất máy, lộ mật khẩu, thôi việc", "When a phone is lost, or somebody leaves")}>
      <ProblemNotice problem={acting.problem} />
      <div class="row-actions">
        {account.is_disabled ? (
          <Button isBusy={acting.isBusy} onClick={() => void acting.run(t("Mở khóa", "Enable"), disable(false))}>{t("Mở khóa tài khoản", "Enable the account")}</Button>
        ) : (
          <Button
            kind="danger"
            isBusy={acting.isBusy}
            onClick={() =>
              void sure(acting, { title: t("Khóa tài khoản này?", "Disable this account?"), text: t("Đồng chí ấy bị đăng xuất ngay và không vào được nữa. Mở khóa lại được.", "Signed out at once and kept out, until it is enabled again."), yes: t("Khóa", "Disable") }, t("Đã khóa.", "Disabled."), disable(true))
            }
          >
            {t("Khóa tài khoản", "Disable the account")}
          </Button>
        )}
        <Button
          isBusy={acting.isBusy}
          onClick={() =>
            void sure(acting, { title: t("Đăng xuất khỏi mọi máy?", "Sign out everywhere?"), text: t("Mật khẩu vẫn còn; đồng chí ấy phải đăng nhập lại.", "The password stays."), yes: t("Đăng xuất mọi máy", "Sign out") }, t("Đã đăng xuất khỏi mọi máy.", "Signed out everywhere."), () => ask(() => api.DELETE("/api/v1/accounts/{account_id}/sign-ins", { params: { path } })))
          }
        >
          {t("Đăng xuất mọi máy", "Sign out everywhere")}
        </Button>
        {account.has_totp && (
          <Button
            isBusy={acting.isBusy}
            onClick={() =>
              void sure(acting, { title: t("Gỡ xác thực hai bước?", "Remove the second factor?"), text: t("Chỉ khi đã gặp mặt đúng đồng chí ấy: nghe giọng qua điện thoại là chưa đủ. Mọi máy bị đăng xuất.", "Only when you have met the person: a voice on the telephone is not enough."), yes: t("Gỡ", "Remove") }, t("Đã gỡ xác thực hai bước.", "Removed."), () => ask(() => api.DELETE("/api/v1/accounts/{account_id}/totp", { params: { path } })))
            }
          >
            {t("Gỡ xác thực hai bước", "Remove the second factor")}
          </Button>
        )}
      </div>
    </Section>
  );
}

export default function AccountPage(props: { params: Params }) {
  const id = props.params.account!;
  const reading = useRead((signal) => ask((own) => api.GET("/api/v1/accounts/{account_id}", { signal: own, params: { path: { account_id: id } } }), signal), [id]);
  const { again } = reading;
  return (
    <Page title={reading.value?.display_name ?? t("Tài khoản", "Account")} actions={<Go to="/accounts">{t("Về danh sách", "All accounts")}</Go>}>
      <Read of={reading}>
        {(account) => (
          <>
            <p>{t("Tên đăng nhập", "Username")}: <b>{account.username}</b> · <Badge tone={standingOf(account).tone}>{standingOf(account).name}</Badge> · {account.has_totp ? t("có xác thực hai bước", "second factor on") : t("chưa có xác thực hai bước", "no second factor")}</p>
            <Naming account={account} reading={reading} />
            <Grants account={account} again={again} />
            <Inviting account={account} again={again} />
            <Safety account={account} reading={reading} />
          </>
        )}
      </Read>
    </Page>
  );
}
