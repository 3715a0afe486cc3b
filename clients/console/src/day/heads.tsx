/* Heads counted in a hall, and whether its camera is on. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { tell } from "../parts/asking";
import { Empty, Field, Form, More, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { useAct } from "../saving";
import { clock, count, t } from "../words";
import { PagedRead, usePaged } from "./readings";

function difference(value: number): string {
  if (value === 0) return t("khớp", "equal");
  return value > 0 ? t(`nhiều hơn ghi nhận ${count(value)}`, `${count(value)} more than recorded`) : t(`ít hơn ghi nhận ${count(-value)}`, `${count(-value)} fewer than recorded`);
}

export function Heads(props: { session: string; point: string }) {
  const path = { session_id: props.session, point_id: props.point };
  const acting = useAct();
  const [persons, setPersons] = useState("");
  const [guests, setGuests] = useState("0");
  const listed = usePaged<Schemas["HeadCountView"]>(
    (query, signal) => api.GET("/api/v1/sessions/{session_id}/points/{point_id}/head-counts", { signal, params: { path, query } }),
    [props.session, props.point],
  );
  const save = async () => {
    const answer = await acting.run(t("Ghi số đếm người", "Write the head count"), (key) =>
      ask(() =>
        api.POST("/api/v1/sessions/{session_id}/points/{point_id}/head-counts", {
          params: { path, header: { "idempotency-key": key } },
          body: { persons: Number(persons), guests: Number(guests) },
        }),
      ),
    );
    if (!answer) return;
    tell(`${t("Đã ghi", "Noted")}: ${difference(answer.value.difference)}.`);
    setPersons("");
    setGuests("0");
    listed.again();
  };
  return (
    <Section title={t("Đếm người tại chỗ", "Head counts")}>
      <PagedRead of={listed}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{t("Chưa ai đếm. Người trực điểm cầu hoặc bí thư ghi, hoặc ghi dưới đây.", "Nobody has counted yet.")}</Empty>
          ) : (
            <Table
              caption={t("Lần đếm sau cùng được tính", "The last count holds")}
              rows={items}
              rowKey={(each) => each.id}
              tone={(each) => (each.difference < 0 ? "wait" : "plain")}
              columns={[
                { head: t("Lúc", "At"), cell: (each) => clock(each.counted_at) },
                { head: t("Nơi", "Of"), cell: (each) => each.unit_name ?? t("cả hội trường", "the hall") },
                { head: t("Số người", "Persons"), isNumber: true, cell: (each) => count(each.persons) },
                { head: t("Trong đó khách", "Guests"), isNumber: true, cell: (each) => count(each.guests) },
                { head: t("So với ghi nhận", "Against recorded"), cell: (each) => difference(each.difference) },
                { head: t("Người đếm", "By"), cell: (each) => each.counted_by ?? "–" },
              ]}
            />
          )
        }
      </PagedRead>
      <More summary={t("Ghi một lần đếm", "Write a count")}>
        <Form acting={acting} label={t("Ghi số đếm", "Write the count")} onSubmit={() => void save()}>
          <Field label={t("Số người trong hội trường", "Persons in the hall")} type="number" min={0} value={persons} onInput={setPersons} required />
          <Field label={t("Trong đó khách mời, quần chúng", "Guests among them")} type="number" min={0} value={guests} onInput={setGuests} required />
        </Form>
      </More>
    </Section>
  );
}
