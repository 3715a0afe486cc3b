/* Who attended an earlier conference instead: the list, from a file, and the lines somebody must settle. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas, whole } from "../api";
import type { Params } from "../entry";
import { tell } from "../parts/asking";
import { Badge, Button, Empty, Figure, Figures, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, t } from "../words";
import { ExclusionFile } from "./exclusion-file";
import { doubtName } from "./naming";

type Line = Schemas["ExclusionView"];

function OneLine(props: { line: Line; onChanged: () => void }) {
  const { line } = props;
  const acting = useAct();
  const name = line.full_name ?? line.card_number ?? "–";
  const settle = async (member: string | null, before: string | null) => {
    const done = await acting.run(t(`Chỉ rõ ${name}`, `Settle ${name}`), () =>
      ask((signal) => api.PATCH("/api/v1/exclusions/{exclusion_id}", { signal, params: { path: { exclusion_id: line.id } }, body: { member_id: member } })),
    );
    props.onChanged();
    if (done) tell(member ? t(`${name}: đã khớp, không triệu tập.`, `${name}: matched, not convened.`) : t(`${name}: đã bỏ khớp, triệu tập lại.`, `${name}: no longer matched.`), () => void settle(before, member));
  };
  const remove = async () => {
    const done = await acting.run(t(`Bỏ ${name} khỏi diện không triệu tập`, `Take ${name} off the list`), () =>
      ask((signal) => api.DELETE("/api/v1/exclusions/{exclusion_id}", { signal, params: { path: { exclusion_id: line.id } } })),
    );
    if (!done) return;
    props.onChanged();
    tell(t(`Đã bỏ ${name} khỏi danh sách: triệu tập lại.`, `${name} was taken off: convened again.`), () => void restore());
  };
  const restore = async () => {
    await acting.run(t(`Ghi lại ${name}`, `Add ${name} again`), (key) =>
      ask((signal) =>
        api.POST("/api/v1/conferences/{conference_id}/exclusions", {
          signal,
          params: { path: { conference_id: line.conference_id }, header: { "idempotency-key": key } },
          body: { document_number: line.document_number, lines: [{ full_name: line.full_name, unit_name: line.unit_name, card_number: line.card_number }] },
        }),
      ),
    );
    props.onChanged();
  };
  return (
    <>
      <ProblemNotice problem={acting.problem} />
      {line.member ? (
        <>
          <p><b>{line.member.full_name}</b>, {line.member.unit_name} <Badge tone="good">{t("đã khớp", "matched")}</Badge></p>
          <Button kind="plain" onClick={() => void settle(null, line.member_id)} label={t(`Không phải người này: ${name}`, `Not this one: ${name}`)}>{t("Không phải người này", "Not this one")}</Button>
        </>
      ) : (
        <>
          {line.doubt && <p><Badge tone="wait">{doubtName(line.doubt)}</Badge></p>}
          {line.candidates.map((person) => (
            <Button key={person.id} isBusy={acting.isBusy} onClick={() => void settle(person.id, null)}>
              {t(`Là ${person.full_name}, ${person.unit_name}`, `It is ${person.full_name}, ${person.unit_name}`)}{person.card_number ? ` (${person.card_number})` : ""}
            </Button>
          ))}
        </>
      )}
      <Button kind="plain" isBusy={acting.isBusy} onClick={() => void remove()} label={t(`Bỏ dòng ${name}`, `Take ${name} off`)}>{t("Bỏ dòng này", "Take it off")}</Button>
    </>
  );
}

export default function Exclusions(props: { params: Params }) {
  const conference = props.params.conference!;
  const [isImporting, importing] = useState(false);
  const lines = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/conferences/{conference_id}/exclusions", { signal: inTime, params: { path: { conference_id: conference }, query } }), signal),
    [conference],
  );
  return (
    <Page
      title={t("Diện không triệu tập", "Not convened")}
      lead={t("Ai đã dự hội nghị khác, theo văn bản. Sau khi đổi danh sách, mời đề xuất phân bổ lại.", "Who attended elsewhere, by a document. Propose the allocation again after a change.")}
      actions={<Button kind="main" onClick={() => importing(!isImporting)}>{t("Nhập từ tệp", "From a file")}</Button>}
    >
      {isImporting && (
        <ExclusionFile
          conference={conference}
          onDone={() => {
            importing(false);
            lines.again();
          }}
        />
      )}
      <Read of={lines}>
        {(all) => {
          const open = all.filter((each) => !each.member_id);
          const row = (title: string, some: readonly Line[]) => (
            <Section title={title}>
              <Table
                caption={t("Như văn bản đã ghi", "As the document has it")}
                rows={some}
                rowKey={(each) => each.id}
                columns={[
                  { head: t("Họ tên trong văn bản", "Name"), cell: (each) => each.full_name ?? "–" },
                  { head: t("Đơn vị trong văn bản", "Unit"), cell: (each) => each.unit_name ?? "–" },
                  { head: t("Số thẻ", "Card"), cell: (each) => each.card_number ?? "–" },
                  { head: t("Văn bản", "Document"), cell: (each) => each.document_number },
                  { head: t("Là ai", "Who it is"), cell: (each) => <div class="cell-actions"><OneLine line={each} onChanged={lines.again} /></div> },
                ]}
              />
            </Section>
          );
          return (
            <>
              <Figures>
                <Figure name={t("dòng", "lines")} value={count(all.length)} />
                <Figure name={t("đã khớp, không triệu tập", "matched")} value={count(all.length - open.length)} />
                <Figure name={t("chờ chỉ rõ là ai", "to settle")} value={count(open.length)} tone={open.length > 0 ? "wait" : "plain"} />
              </Figures>
              {all.length === 0 && <Empty>{t("Chưa có ai. Có văn bản thì bấm “Nhập từ tệp”; không có thì bỏ qua bước này.", "Nobody yet. With a document press “From a file”; without one, skip this.")}</Empty>}
              {open.length > 0 && row(t("Cần chỉ rõ là ai", "To settle"), open)}
              {all.length > open.length && row(t("Đã khớp", "Matched"), all.filter((each) => each.member_id))}
            </>
          );
        }}
      </Read>
    </Page>
  );
}
