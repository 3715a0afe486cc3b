/* What strikes the eye about a session: sentences for a person, who says what he makes of them. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import type { Params } from "../entry";
import { useSessions } from "../lists";
import { tell } from "../parts/asking";
import { Badge, Button, Empty, Form, More, Page, Read, Section, Select, Tabs, TextArea } from "../parts/basics";
import { useAct } from "../saving";
import { count, moment, t } from "../words";
import { FLAGS, flagName } from "./naming";
import { PagedRead, usePaged } from "./readings";

type Flag = Schemas["FlagView"];

function Deciding(props: { flag: Flag; session: string; onDecided: () => void }) {
  const acting = useAct();
  const [note, setNote] = useState("");
  const [verdict, setVerdict] = useState<Schemas["FlagVerdict"]>("explained");
  const decide = async () => {
    const answer = await acting.run(t("Kết luận", "Decide"), () =>
      ask(() => api.POST("/api/v1/sessions/{session_id}/flags/{flag_id}/decide", { params: { path: { session_id: props.session, flag_id: props.flag.id } }, body: { verdict, note: note || null } })),
    );
    if (!answer) return;
    tell(t("Đã ghi kết luận.", "Noted."));
    props.onDecided();
  };
  return (
    <More summary={t("Kết luận", "Decide")}>
      <Form acting={acting} label={t("Ghi kết luận", "Note it")} onSubmit={() => void decide()}>
        <Tabs
          label={t("Kết luận", "Verdict")}
          chosen={verdict}
          onChoose={(value) => setVerdict(value as typeof verdict)}
          options={[["explained", t("Đã giải thích được", "Explained")], ["upheld", t("Giữ để xem xét", "Upheld")]]}
        />
        <TextArea label={t("Vì sao?", "Why?")} value={note} onInput={setNote} maxLength={500} required />
      </Form>
    </More>
  );
}

function One(props: { flag: Flag; session: string; onDecided: () => void }) {
  const { flag } = props;
  return (
    <li class="item">
      <p>
        <Badge tone={flag.decision ? "plain" : "wait"}>{flagName(flag.kind)}</Badge> {[flag.unit_name, flag.point_name].filter(Boolean).join(" · ")}
      </p>
      <p>{flag.sentence}</p>
      {flag.decision ? (
        <p class="soft">
          {flag.decision.verdict === "explained" ? t("Đã giải thích được", "Explained") : t("Giữ để xem xét", "Upheld")}: {flag.decision.note ?? "–"} ({flag.decision.decided_by_name}, {moment(flag.decision.decided_at)})
        </p>
      ) : (
        <Deciding flag={flag} session={props.session} onDecided={props.onDecided} />
      )}
    </li>
  );
}

function Flags(props: { session: string }) {
  const [kind, setKind] = useState("");
  const [which, setWhich] = useState("open");
  const flags = usePaged<Flag>(
    (query, signal) =>
      api.GET("/api/v1/flags", {
        signal,
        params: { query: { ...query, session_id: props.session, ...(kind ? { kind: kind as Schemas["FlagKind"] } : {}), ...(which === "all" ? {} : { decided: which === "decided" }) } },
      }),
    [props.session, kind, which],
  );
  return (
    <Section title={t("Dấu hiệu", "Flags")} aside={<Button kind="plain" onClick={flags.again}>{t("Xem lại", "Look again")}</Button>}>
      <Tabs
        label={t("Dấu hiệu nào", "Which")}
        chosen={which}
        onChoose={setWhich}
        options={[["open", t("Chưa kết luận", "Open")], ["decided", t("Đã kết luận", "Decided")], ["all", t("Tất cả", "All")]]}
      />
      <Select label={t("Loại", "Kind")} value={kind} onInput={setKind} options={[["", t("mọi loại", "all kinds")], ...FLAGS.map((each) => [each, flagName(each)] as const)]} />
      <PagedRead of={flags}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{t("Không có dấu hiệu nào ở đây.", "Nothing here.")}</Empty>
          ) : (
            <>
              <p class="soft">{t(`${count(items.length)} dấu hiệu. Dấu hiệu không từ chối ai và không đổi số liệu; chỉ để người xem.`, `${count(items.length)} flags. They refuse nobody and change no figure.`)}</p>
              <ul class="items">{items.map((each) => <One key={each.id} flag={each} session={props.session} onDecided={flags.again} />)}</ul>
            </>
          )
        }
      </PagedRead>
    </Section>
  );
}

export default function FlagsPage(props: { params: Params }) {
  const sessions = useSessions(props.params.conference!);
  const [session, setSession] = useState("");
  return (
    <Page title={t("Dấu hiệu cần xem", "Flags")}>
      <Read of={sessions}>
        {(all) => {
          const held = all.filter((each) => each.opened_at);
          const chosen = session || held[held.length - 1]?.id;
          if (!chosen) return <Empty>{t("Chưa lớp nào mở. Dấu hiệu có khi điểm danh bắt đầu.", "No session has been opened yet.")}</Empty>;
          return (
            <>
              <Select label={t("Lớp", "Session")} value={chosen} onInput={setSession} options={held.map((each) => [each.id, each.title])} />
              <Flags key={chosen} session={chosen} />
            </>
          );
        }}
      </Read>
    </Page>
  );
}
