/* A conference to begin with: as last quarter, from a plan kept ready, or from nothing. */
import { useState } from "preact/hooks";
import { api, ask, type Problem, type Schemas } from "../api";
import { linesOf, orNull } from "../changing";
import { conferenceId, conferences, readConferences } from "../chosen";
import type { Params } from "../entry";
import { tell } from "../parts/asking";
import { Check, Empty, Field, Form, Page, Read, Section, Select, Tabs, TextArea } from "../parts/basics";
import { go } from "../place";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, t } from "../words";
import { organisers, quarterOf } from "./naming";

const QUARTERS = () => ["1", "2", "3", "4"].map((each) => [each, t(`Quý ${["I", "II", "III", "IV"][Number(each) - 1]}`, `Quarter ${each}`)] as const);

/* The quarter after the newest conference, or this one's by the browser's calendar. */
function nextQuarter(): { year: string; quarter: string } {
  const newest = [...conferences.value].sort((one, other) => other.year - one.year || other.quarter - one.quarter)[0];
  if (!newest) {
    const now = new Date();
    return { year: String(now.getFullYear()), quarter: String(Math.floor(now.getMonth() / 3) + 1) };
  }
  return newest.quarter === 4 ? { year: String(newest.year + 1), quarter: "1" } : { year: String(newest.year), quarter: String(newest.quarter + 1) };
}

async function arrived(id: string, title: string): Promise<void> {
  conferenceId.value = id;
  await readConferences();
  tell(t(`Đã lập “${title}”.`, `“${title}” was made.`));
  go("/first-day");
}

/* The quarter has a conference already: once more only if that is meant. */
function Another(props: { problem: Problem | undefined; another: boolean; onInput: (another: boolean) => void }) {
  if (!props.another && props.problem?.status !== 409) return null;
  return <Check label={t("Đúng, lập thêm một hội nghị nữa trong quý này", "Yes, one more in this quarter")} checked={props.another} onInput={props.onInput} />;
}

function Quarter(props: { year: string; quarter: string; onYear: (year: string) => void; onQuarter: (quarter: string) => void }) {
  return (
    <div class="fields">
      <Select label={t("Quý", "Quarter")} value={props.quarter} options={QUARTERS()} onInput={props.onQuarter} />
      <Field label={t("Năm", "Year")} type="number" min={2000} max={2100} value={props.year} onInput={props.onYear} required />
    </div>
  );
}

function Copy() {
  const next = nextQuarter();
  const [from, choose] = useState(conferenceId.value || conferences.value[0]?.id || "");
  const [year, setYear] = useState(next.year);
  const [quarter, setQuarter] = useState(next.quarter);
  const [number, setNumber] = useState("");
  const [topics, setTopics] = useState("");
  const [another, setAnother] = useState(false);
  const acting = useAct();
  if (conferences.value.length === 0) return <Empty>{t("Chưa có hội nghị nào để làm theo. Mời chọn cách khác.", "There is none to copy yet: choose another way.")}</Empty>;
  const send = async () => {
    const made = await acting.run(t("Làm lại như quý trước", "Copy the conference"), (key) =>
      ask((signal) =>
        api.POST("/api/v1/conferences/{conference_id}/copy", {
          signal,
          params: { path: { conference_id: from }, header: { "idempotency-key": key } },
          body: { year: Number(year), quarter: Number(quarter), plan_number: orNull(number), topics: linesOf(topics), another },
        }),
      ),
    );
    if (made) await arrived(made.value.id, made.value.title);
  };
  return (
    <Form acting={acting} label={t("Lập hội nghị này", "Make this conference")} onSubmit={() => void send()}>
      <p>{t("Giữ điểm cầu, hội trường, lớp, nhóm Zalo, quy định. Giờ, đường dẫn, phân bổ làm mới.", "Points, halls, sessions, groups and regulations stay; times, links and the allocation are new.")}</p>
      <Select label={t("Làm lại như", "As in")} value={from} options={conferences.value.map((each) => [each.id, each.title] as const)} onInput={choose} />
      <Quarter year={year} quarter={quarter} onYear={setYear} onQuarter={setQuarter} />
      <Field label={t("Số kế hoạch", "Plan number")} value={number} onInput={setNumber} maxLength={60} />
      <TextArea label={t("Nội dung", "Topics")} hint={t("Mỗi dòng một chuyên đề; để sau cũng được.", "One a line; may wait.")} value={topics} onInput={setTopics} />
      <Another problem={acting.problem} another={another} onInput={setAnother} />
    </Form>
  );
}

function PresetCard(props: { preset: Schemas["PresetView"]; organiser: string }) {
  const { preset } = props;
  const acting = useAct();
  const [createUnits, setCreate] = useState(true);
  const [another, setAnother] = useState(false);
  const send = async () => {
    const made = await acting.run(t(`Lập từ mẫu ${preset.title}`, `Make from ${preset.title}`), (key) =>
      ask((signal) =>
        api.POST("/api/v1/conferences/from-preset", {
          signal,
          params: { header: { "idempotency-key": key } },
          body: { preset: preset.key, organiser_id: props.organiser, create_units: createUnits, another },
        }),
      ),
    );
    if (made) await arrived(made.value.id, made.value.title);
  };
  return (
    <Form acting={acting} label={t("Lập từ mẫu này", "Make from this plan")} onSubmit={() => void send()}>
      <p><b>{preset.title}</b></p>
      {preset.note && <p class="soft">{preset.note}</p>}
      <p>
        {t(
          `${count(preset.unit_count)} đơn vị, ${count(preset.line_point_count)} điểm cầu đường truyền, ${count(preset.meet_point_count)} điểm cầu Meet, ${count(preset.line_session_count + preset.meet_session_count)} lớp.`,
          `${count(preset.unit_count)} units, ${count(preset.line_point_count)} line points, ${count(preset.meet_point_count)} Meet points, ${count(preset.line_session_count + preset.meet_session_count)} sessions.`,
        )}
      </p>
      <Check label={t("Thêm cả những đơn vị của mẫu mà danh sách mình chưa có", "Add the plan's units that are not there yet")} checked={createUnits} onInput={setCreate} />
      <Another problem={acting.problem} another={another} onInput={setAnother} />
    </Form>
  );
}

function Presets(props: { organiser: string }) {
  const presets = useRead((signal) => ask((inTime) => api.GET("/api/v1/presets", { signal: inTime }), signal), []);
  return (
    <Read of={presets}>
      {(page) => (
        <ul class="cards">
          {page.items.map((preset) => (
            <li key={preset.key}><PresetCard preset={preset} organiser={props.organiser} /></li>
          ))}
        </ul>
      )}
    </Read>
  );
}

/* What each point is checked for, where no plan says it; the conference may change it. */
const CHECKLIST: readonly Schemas["PreparationItem"][] = [
  { key: "hall", text: "Hội trường: trang trí, chỗ ngồi, điện dự phòng", kind: "done", forms: ["line", "meet"] },
  { key: "equipment", text: "Âm thanh, màn hình, máy tính", kind: "done", forms: ["line", "meet"] },
  { key: "line_test", text: "Kiểm tra đường truyền", kind: "tested", forms: ["line", "meet"] },
  { key: "camera", text: "Camera luôn mở và chiếu lên màn hình chung", kind: "tested", forms: ["meet"] },
];

function Plain(props: { organiser: string }) {
  const next = nextQuarter();
  const [year, setYear] = useState(next.year);
  const [quarter, setQuarter] = useState(next.quarter);
  const [title, setTitle] = useState("");
  const [number, setNumber] = useState("");
  const [another, setAnother] = useState(false);
  const acting = useAct();
  const usual = `Hội nghị Thông tin thời sự định kỳ ${quarterOf(Number(year), Number(quarter))}`;
  const send = async () => {
    const made = await acting.run(t("Lập hội nghị", "Make the conference"), (key) =>
      ask((signal) =>
        api.POST("/api/v1/conferences", {
          signal,
          params: { header: { "idempotency-key": key } },
          body: { organiser_id: props.organiser, title: title.trim() || usual, year: Number(year), quarter: Number(quarter), plan_number: orNull(number), preparation_items: [...CHECKLIST], another },
        }),
      ),
    );
    if (made) await arrived(made.value.id, made.value.title);
  };
  return (
    <Form acting={acting} label={t("Lập hội nghị này", "Make this conference")} onSubmit={() => void send()}>
      <Quarter year={year} quarter={quarter} onYear={setYear} onQuarter={setQuarter} />
      <Field label={t("Tên hội nghị", "Title")} hint={t(`Để trống thì ghi: ${usual}`, `Left empty: ${usual}`)} value={title} onInput={setTitle} maxLength={300} />
      <Field label={t("Số kế hoạch", "Plan number")} value={number} onInput={setNumber} maxLength={60} />
      <Another problem={acting.problem} another={another} onInput={setAnother} />
    </Form>
  );
}

export default function NewConference(_props: { params: Params }) {
  const offices = organisers();
  const [organiser, choose] = useState(offices[0]?.id ?? "");
  const [way, take] = useState(conferences.value.length > 0 ? "copy" : "preset");
  return (
    <Page title={t("Lập hội nghị", "New conference")} lead={t("Chọn một trong ba cách; sau đó sửa được mọi thứ.", "Three ways to begin; everything may be changed afterwards.")}>
      {offices.length > 1 && <Select label={t("Đơn vị tổ chức", "Organiser")} value={organiser} options={offices.map((each) => [each.id, each.name] as const)} onInput={choose} />}
      <Tabs
        label={t("Cách lập", "How")}
        chosen={way}
        options={[["copy", t("Như quý trước", "As last quarter")], ["preset", t("Từ mẫu kế hoạch", "From a plan kept ready")], ["plain", t("Từ đầu", "From nothing")]]}
        onChoose={take}
      />
      <Section title={way === "copy" ? t("Làm lại như quý trước", "As last quarter") : way === "preset" ? t("Từ mẫu kế hoạch", "From a plan kept ready") : t("Hội nghị mới từ đầu", "From nothing")}>
        {way === "copy" && <Copy />}
        {way === "preset" && <Presets organiser={organiser} />}
        {way === "plain" && <Plain organiser={organiser} />}
      </Section>
    </Page>
  );
}
