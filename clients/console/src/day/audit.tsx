/* The audit trail: who did what, when, and which names were read. Nobody changes it. */
import { useState } from "preact/hooks";
import { api, type Schemas } from "../api";
import { Button, Empty, Field, Form, More, Page, Section, Select } from "../parts/basics";
import { Table } from "../parts/table";
import { useAct } from "../saving";
import { instantOf, moment, t } from "../words";
import { actName, KNOWN_ACTS } from "./acts";
import { PagedRead, usePaged } from "./readings";

type Event = Schemas["EventView"];
type Filters = { act: string; since: string; until: string; subject: string };

const NONE: Filters = { act: "", since: "", until: "", subject: "" };

function who(actor: Schemas["ActorView"]): string {
  if (actor.display_name) return actor.display_name;
  const kinds: Record<string, string> = {
    account: t("một tài khoản", "an account"),
    device: t("một máy điện thoại", "a phone"),
    screen: t("một màn hình", "a screen"),
    client: t("một phần mềm", "a program"),
  };
  return kinds[actor.kind] ?? t("máy chủ", "the server");
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function Detail(props: { event: Event }) {
  const { detail, changes, subject_id } = props.event;
  return (
    <More summary={t("Chi tiết", "Detail")}>
      <ul>
        {Object.entries(changes).map(([name, change]) => (
          <li key={name}>{name}: {shown(change.before)} → {shown(change.after)}</li>
        ))}
        {Object.entries(detail).map(([name, value]) => (
          <li key={name}>{name}: {shown(value)}</li>
        ))}
        <li>{t("đối tượng", "subject")}: {subject_id}</li>
      </ul>
    </More>
  );
}

export default function AuditPage() {
  const [draft, setDraft] = useState(NONE);
  const [filters, setFilters] = useState(NONE);
  const acting = useAct();
  const events = usePaged<Event>(
    (query, signal) =>
      api.GET("/api/v1/events", {
        signal,
        params: {
          query: {
            ...query,
            ...(filters.act ? { act: filters.act } : {}),
            ...(filters.subject ? { subject_id: filters.subject } : {}),
            ...(filters.since ? { since: instantOf(filters.since) } : {}),
            ...(filters.until ? { until: instantOf(filters.until) } : {}),
          },
        },
      }),
    [filters],
  );
  const put = (part: Partial<Filters>) => setDraft({ ...draft, ...part });
  return (
    <Page title={t("Nhật ký kiểm tra", "Audit trail")} lead={t("Ai đã làm gì, đã xem danh sách nào. Không ai sửa hay xóa được.", "Who did what, and who read which list. Nobody changes it.")}>
      <Section title={t("Lọc", "Filter")}>
        <Form acting={acting} label={t("Xem", "Show")} onSubmit={() => setFilters(draft)}>
          <Select label={t("Việc", "What")} value={draft.act} onInput={(act) => put({ act })} options={[["", t("mọi việc", "everything")], ...KNOWN_ACTS.map((each) => [each, actName(each)] as const)]} />
          <div class="fields">
            <Field label={t("Từ lúc", "Since")} type="datetime-local" value={draft.since} onInput={(since) => put({ since })} />
            <Field label={t("Đến lúc", "Until")} type="datetime-local" value={draft.until} onInput={(until) => put({ until })} />
          </div>
          <Field label={t("Mã đối tượng", "Subject's id")} hint={t("Chép từ “Chi tiết” của một việc; thường để trống", "From the detail of an event; usually empty")} value={draft.subject} onInput={(subject) => put({ subject })} />
        </Form>
      </Section>
      <Section title={t("Việc đã ghi, mới nhất trước", "Events, the newest first")} aside={<Button kind="plain" onClick={events.again}>{t("Xem lại", "Look again")}</Button>}>
        <PagedRead of={events}>
          {(items) =>
            items.length === 0 ? (
              <Empty>{t("Không có việc nào như vậy. Nới khoảng thời gian hoặc bỏ lọc.", "Nothing: widen the filter.")}</Empty>
            ) : (
              <Table
                caption={t("Giờ Việt Nam", "Viet Nam's time")}
                rows={items}
                rowKey={(each) => each.id}
                columns={[
                  { head: t("Lúc", "At"), cell: (each) => moment(each.happened_at) },
                  { head: t("Ai", "Who"), cell: (each) => who(each.actor) },
                  { head: t("Việc", "What"), cell: (each) => actName(each.act) },
                  { head: t("Chi tiết", "Detail"), cell: (each) => <Detail event={each} /> },
                ]}
              />
            )
          }
        </PagedRead>
      </Section>
    </Page>
  );
}
