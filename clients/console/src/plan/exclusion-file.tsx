/* An exclusion list from the office's file: looked at first, taken then. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { tell } from "../parts/asking";
import { Button, Field, FileField, Notice, ProblemNotice, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { useAct } from "../saving";
import { count, t } from "../words";
import { doubtName } from "./naming";

type Seen = Schemas["ExclusionsImport"];

function Preview(props: { seen: Seen }) {
  const { seen } = props;
  const unclear = seen.rows.filter((row) => row.doubt);
  return (
    <>
      <Notice tone={seen.unmatched_count > 0 ? "wait" : "good"} title={t(`Đọc được ${count(seen.rows.length)} dòng: ${count(seen.matched_count)} đã khớp, ${count(seen.unmatched_count)} phải chỉ rõ sau`, `${count(seen.rows.length)} lines: ${count(seen.matched_count)} matched, ${count(seen.unmatched_count)} to settle afterwards`)}>
        {seen.file.dropped_columns.length > 0 && <p>{t(`Cột không lấy: ${seen.file.dropped_columns.join(", ")}.`, `Columns not taken: ${seen.file.dropped_columns.join(", ")}.`)}</p>}
        {seen.warnings.length > 0 && <ul>{seen.warnings.map((each, i) => <li key={i}>{each.row !== null ? t(`Dòng ${each.row}: `, `Row ${each.row}: `) : ""}{each.text}</li>)}</ul>}
      </Notice>
      {unclear.length > 0 && (
        <Table
          caption={t("Những dòng chưa rõ là ai", "Lines that are not clear")}
          rows={unclear.slice(0, 50)}
          rowKey={(row) => String(row.row)}
          columns={[
            { head: t("Dòng", "Row"), cell: (row) => count(row.row) },
            { head: t("Họ tên", "Name"), cell: (row) => row.full_name ?? "–" },
            { head: t("Đơn vị", "Unit"), cell: (row) => row.unit_name ?? "–" },
            { head: t("Vì sao", "Why"), cell: (row) => (row.doubt ? doubtName(row.doubt) : "") },
          ]}
        />
      )}
    </>
  );
}

export function ExclusionFile(props: { conference: string; onDone: () => void }) {
  const [file, choose] = useState<File | null>(null);
  const [number, write] = useState("");
  const [seen, see] = useState<Seen | null>(null);
  const acting = useAct();
  const send = async (isDryRun: boolean) => {
    if (!file) return;
    const form = new FormData();
    form.append("file", file);
    form.append("document_number", number.trim());
    form.append("dry_run", String(isDryRun));
    const answer = await acting.run(isDryRun ? t("Đọc tệp", "Read the file") : t("Nhập diện không triệu tập", "Take the list"), (key) =>
      ask((signal) =>
        api.POST("/api/v1/conferences/{conference_id}/exclusions/import", {
          signal,
          params: { path: { conference_id: props.conference }, ...(isDryRun ? {} : { header: { "idempotency-key": key } }) },
          body: form as never,
          bodySerializer: (body) => body as never,
        }),
      ),
    );
    if (!answer) return;
    if (isDryRun) {
      see(answer.value);
      return;
    }
    tell(t(`Đã ghi ${count(answer.value.added_count)} dòng.`, `${count(answer.value.added_count)} lines were added.`));
    props.onDone();
  };
  return (
    <Section title={t("Nhập từ tệp", "From a file")}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!acting.isBusy) void send(seen === null);
        }}
      >
        <Field label={t("Số văn bản", "Document number")} hint={t("Ví dụ: Kế hoạch 43-KH/HU.", "As in: Kế hoạch 43-KH/HU.")} value={number} onInput={(text) => { write(text); see(null); }} maxLength={120} required />
        <FileField label={t("Tệp .xlsx hoặc CSV", "An .xlsx or CSV file")} accept=".xlsx,.csv" onFile={(chosen) => { choose(chosen); see(null); }} />
        {file && <p>{t("Tệp đã chọn: ", "Chosen: ")}<b>{file.name}</b></p>}
        <ProblemNotice problem={acting.problem} />
        {acting.isBusy && <p class="progress" role="status">{t("Đang đọc tệp…", "Reading the file…")}</p>}
        {seen && <Preview seen={seen} />}
        <div class="form-actions">
          <Button kind="main" type="submit" isBusy={acting.isBusy} disabled={!file}>{seen ? t(`Nhập ${count(seen.rows.length)} dòng`, `Take ${count(seen.rows.length)} lines`) : t("Xem trước", "Preview")}</Button>
        </div>
      </form>
    </Section>
  );
}
