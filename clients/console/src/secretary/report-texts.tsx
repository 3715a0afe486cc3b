/* The four texts: filled in from what was recorded, until somebody writes them. */
import { useEffect, useState } from "preact/hooks";
import { api, ask } from "../api";
import { useChange } from "../changing";
import { tell } from "../parts/asking";
import { Button, Form, Section, TextArea } from "../parts/basics";
import type { Reading } from "../reading";
import { t } from "../words";
import type { Report } from "./report-words";

type Name = keyof Report["texts"];

const NAMES: readonly Name[] = ["assessment", "preparation", "incidents", "proposals"];
const LINE = 44; // letters of a line on a telephone

const labels = (): Record<Name, string> => ({
  assessment: t("Đánh giá chung", "Assessment"),
  preparation: t("Công tác chuẩn bị", "Preparation"),
  incidents: t("Vấn đề phát sinh", "Problems"),
  proposals: t("Kiến nghị, đề xuất", "Proposals"),
});

const rowsFor = (text: string): number => Math.min(14, Math.max(3, text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0)));

export function Texts(props: { report: Report; reading: Pick<Reading<Report>, "etag" | "again"> }) {
  const { report } = props;
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const changed = NAMES.filter((name) => typed[name] !== undefined && typed[name]!.trim() !== report.texts[name].text.trim());
  const acting = useChange(props.reading, changed.length > 0);

  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (changed.length > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", stay);
    return () => window.removeEventListener("beforeunload", stay);
  }, [changed.length]);

  const send = async (body: Partial<Record<Name, string | null>>, said: string) => {
    const done = await acting.run(t("Nội dung báo cáo", "The report's texts"), (match) =>
      ask((signal) => api.PATCH("/api/v1/reports/{report_id}", { signal, params: { path: { report_id: report.id }, header: match }, body })),
    );
    if (!done) return;
    setTyped((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in body))));
    tell(said);
  };
  const save = () => send(Object.fromEntries(changed.map((name) => [name, typed[name]!.trim() || null])), t("Đã lưu nội dung", "The texts are saved"));

  if (report.is_frozen) {
    return (
      <Section title={t("Nội dung", "Texts")}>
        {NAMES.filter((name) => report.texts[name].text).map((name) => (
          <div key={name}>
            <h3>{labels()[name]}</h3>
            <p class="written">{report.texts[name].text}</p>
          </div>
        ))}
      </Section>
    );
  }
  return (
    <Section title={t("Nội dung", "Texts")}>
      <p>{t("Máy điền sẵn từ số liệu. Đồng chí sửa được từng mục.", "Filled in from the records. Each part may be changed.")}</p>
      <Form acting={acting} label={t("Lưu nội dung", "Save the texts")} onSubmit={() => void save()}>
        {NAMES.map((name) => {
          const text = typed[name] ?? report.texts[name].text;
          return (
            <div key={name}>
              <TextArea
                label={labels()[name]}
                hint={report.texts[name].is_filled_in ? t("Máy điền sẵn.", "Filled in.") : t("Đồng chí đã viết.", "Written by you.")}
                value={text}
                rows={rowsFor(text)}
                onInput={(value) => setTyped((before) => ({ ...before, [name]: value }))}
              />
              {!report.texts[name].is_filled_in && (
                <Button kind="plain" label={t(`Lấy lại chữ máy điền: ${labels()[name]}`, `Fill in again: ${labels()[name]}`)} onClick={() => void send({ [name]: null }, t("Đã lấy lại chữ máy điền", "Filled in again"))}>
                  {t("Lấy lại chữ máy điền", "Fill in again")}
                </Button>
              )}
            </div>
          );
        })}
      </Form>
      {changed.length > 0 && <p class="hint">{t(`${changed.length} mục chưa lưu.`, `${changed.length} not saved.`)}</p>}
    </Section>
  );
}
