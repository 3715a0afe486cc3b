/* A list of members taken from the office's own file: first what it would do, then exactly that. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { tell } from "../parts/asking";
import { Badge, Button, Check, Empty, Figure, Figures, FileField, Go, More, Notice, Page, ProblemNotice, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { UnitPicker } from "../parts/unit-picker";
import { useAct } from "../saving";
import { count, t } from "../words";
import { memberStatus } from "./naming";

type Preview = Schemas["ImportPreview"];
type Item = Schemas["ImportItem"];
type Answer = Preview | Schemas["ImportResult"];

const MOST_ROWS = 200;

function send(unit: string, file: File, fields: Record<string, string>, key: string) {
  const body = new FormData();
  body.set("file", file);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return ask<Answer>(() =>
    api.POST("/api/v1/units/{unit_id}/members/import", {
      params: { path: { unit_id: unit }, header: { "idempotency-key": key } },
      body: body as never,
      bodySerializer: (form) => form as never,
    }),
  );
}

const deedName = (deed: Schemas["Deed"]): string => ({ add: t("thêm", "add"), change: t("sửa", "change"), leave: t("cho ra khỏi danh sách", "leave") })[deed];

function person(of: Schemas["ImportedPerson"] | null): string {
  if (!of) return "–";
  return `${of.full_name}${of.card_number ? ` · ${of.card_number}` : ""} · ${memberStatus(of.status)}`;
}

function Rows(props: { items: readonly Item[] }) {
  const [deed, setDeed] = useState<string>("");
  const shown = props.items.filter((each) => !deed || each.action === deed);
  if (props.items.length === 0) return <Empty>{t("Tệp này không thay đổi gì: mọi người đã có đúng như vậy.", "This file changes nothing.")}</Empty>;
  return (
    <>
      <div class="tabs" role="group" aria-label={t("Việc nào", "Which")}>
        {(["", "add", "change", "leave"] as const).map((each) => (
          <button key={each} type="button" aria-pressed={deed === each} onClick={() => setDeed(each)}>{each ? deedName(each) : t("Tất cả", "All")}</button>
        ))}
      </div>
      <Table
        caption={shown.length > MOST_ROWS ? t(`${MOST_ROWS} dòng đầu trong ${count(shown.length)} dòng`, `The first ${MOST_ROWS} of ${count(shown.length)}`) : t("Sẽ làm những việc này", "What would be done")}
        rows={shown.slice(0, MOST_ROWS)}
        rowKey={(each) => `${each.row}-${each.member_id ?? ""}`}
        columns={[
          { head: t("Dòng", "Row"), cell: (each) => count(each.row) },
          { head: t("Việc", "Deed"), cell: (each) => deedName(each.action) },
          { head: t("Đơn vị", "Unit"), cell: (each) => each.unit_name },
          { head: t("Đang có", "Now"), cell: (each) => person(each.before) },
          { head: t("Sẽ là", "Then"), cell: (each) => person(each.after) },
        ]}
      />
    </>
  );
}

function Found(props: { preview: Preview }) {
  const { preview } = props;
  const { file, warnings } = preview;
  return (
    <>
      <Figures>
        <Figure name={t("Thêm", "Add")} value={count(preview.counts.add)} tone={preview.counts.add ? "good" : "plain"} />
        <Figure name={t("Sửa", "Change")} value={count(preview.counts.change)} />
        <Figure name={t("Cho ra", "Leave")} value={count(preview.counts.leave)} tone={preview.counts.leave ? "bad" : "plain"} />
        <Figure name={t("Dòng bỏ qua", "Skipped rows")} value={count(preview.counts.skipped)} tone={preview.counts.skipped ? "wait" : "plain"} />
        <Figure name={t("Không có trong tệp", "Not in the file")} value={count(preview.counts.unlisted)} />
      </Figures>
      <p>
        {t("Đọc các cột", "Columns read")}: {file.columns.map((each) => each.header).join(", ") || "–"}.
        {file.sheet && ` ${t("Trang tính", "Sheet")}: ${file.sheet}.`}
      </p>
      {file.dropped_columns.length > 0 && (
        <Notice tone="plain" title={t("Các cột không lấy, không lưu", "Columns that are not kept")}>
          <p>{file.dropped_columns.join(", ")}</p>
        </Notice>
      )}
      {warnings.length > 0 && (
        <More open summary={<Badge tone="wait">{t(`${count(warnings.length)} điều cần xem`, `${count(warnings.length)} to look at`)}</Badge>}>
          <ul>
            {warnings.map((each, i) => (
              <li key={i}>{each.rows.length > 0 && <b>{t("Dòng", "Row")} {each.rows.slice(0, 12).map(count).join(", ")}: </b>}{each.text}</li>
            ))}
          </ul>
        </More>
      )}
      <Rows items={preview.items} />
      {preview.unlisted.length > 0 && (
        <More summary={t(`${count(preview.unlisted.length)} đồng chí đang có mà tệp không ghi: giữ nguyên`, `${count(preview.unlisted.length)} not in the file stay as they are`)}>
          <ul>{preview.unlisted.slice(0, MOST_ROWS).map((each) => <li key={each.member_id}>{each.full_name} – {each.unit_name}</li>)}</ul>
        </More>
      )}
    </>
  );
}

export default function ImportPage() {
  const [unit, setUnit] = useState({ id: "", name: "" });
  const [whole, setWhole] = useState(true);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [done, setDone] = useState<Schemas["ImportResult"] | null>(null);
  const looking = useAct();
  const taking = useAct();
  const scope = whole ? "tree" : "unit";
  const look = async (chosen: File) => {
    setFile(chosen);
    setPreview(null);
    setDone(null);
    taking.forget();
    const answer = await looking.run(t(`Xem trước ${chosen.name}`, `Preview ${chosen.name}`), (key) => send(unit.id, chosen, { dry_run: "true", scope }, key));
    if (answer && "items" in answer.value) setPreview(answer.value);
  };
  const take = async () => {
    if (!file || !preview) return;
    const answer = await taking.run(t(`Nhập ${file.name}`, `Import ${file.name}`), (key) => send(unit.id, file, { dry_run: "false", scope, preview_id: preview.preview_id }, key));
    if (!answer || !("imported_at" in answer.value)) return;
    setDone(answer.value);
    setPreview(null);
    tell(t("Đã nhập danh sách.", "The list is imported."));
  };
  return (
    <Page title={t("Nhập danh sách đảng viên", "Import members")} lead={t("Từ tệp .xlsx hoặc CSV sẵn có. Chỉ lấy họ tên, số thẻ, đơn vị, tình trạng.", "From the .xlsx or CSV you have. Only name, card, unit and status are read.")}>
      <Section title={t("1. Của đơn vị nào, tệp nào", "1. Which unit, which file")}>
        <UnitPicker label={t("Đơn vị", "Unit")} value={unit.id} onChoose={(id, name) => { setUnit({ id, name }); setPreview(null); setDone(null); }} required />
        <Check label={t("Tệp có cả các chi bộ bên dưới (cột “Chi bộ”, hoặc dòng tên chi bộ)", "The file holds units below as well")} checked={whole} onInput={(value) => { setWhole(value); setPreview(null); }} />
        {unit.id ? (
          <FileField label={t("Tệp danh sách", "The list")} hint={t("Chưa lưu gì: máy đọc và cho xem trước.", "Nothing is kept yet: you see first what it would do.")} accept=".xlsx,.csv" onFile={(chosen) => void look(chosen)} />
        ) : (
          <Empty>{t("Chọn đơn vị rồi mới chọn tệp.", "Choose the unit first.")}</Empty>
        )}
        {looking.isBusy && <p class="progress" role="status">{t("Đang đọc tệp…", "Reading…")}</p>}
        <ProblemNotice problem={looking.problem} />
      </Section>
      {preview && file && (
        <Section title={t(`2. Xem trước: ${file.name}`, `2. Preview: ${file.name}`)}>
          <Found preview={preview} />
          <ProblemNotice problem={taking.problem} />
          <div class="form-actions">
            <Button kind="main" isBusy={taking.isBusy} disabled={preview.items.length === 0} onClick={() => void take()}>
              {taking.isBusy ? t("Đang nhập…", "Importing…") : t(`Nhập vào ${unit.name}`, `Import into ${unit.name}`)}
            </Button>
            <Button kind="plain" onClick={() => setPreview(null)}>{t("Thôi, chưa nhập", "Not now")}</Button>
          </div>
        </Section>
      )}
      {done && (
        <Notice tone="good" title={t(`Đã nhập: thêm ${count(done.counts.add)}, sửa ${count(done.counts.change)}, cho ra ${count(done.counts.leave)}`, `Imported: ${count(done.counts.add)} added, ${count(done.counts.change)} changed, ${count(done.counts.leave)} left`)}>
          <Go to={`/units/${unit.id}`}>{t("Xem danh sách của đơn vị", "See the unit's members")}</Go>
        </Notice>
      )}
    </Page>
  );
}
