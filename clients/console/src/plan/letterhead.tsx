/* What the organiser's documents bear at their head and over the signature. */
import { api, ask, type Schemas } from "../api";
import { linesOf, orNull, useChange, useDraft } from "../changing";
import type { Params } from "../entry";
import { tell } from "../parts/asking";
import { Empty, Field, Form, Page, Read, Section, Select, TextArea } from "../parts/basics";
import { type Reading, useRead } from "../reading";
import { t } from "../words";
import { organisers } from "./naming";

type Letterhead = Schemas["LetterheadView"];

/* What the unit states itself; what is empty follows from its place in the tree. */
function stated(read: Letterhead) {
  const own = <T,>(field: string, value: T, empty: T) => (read.own.includes(field) ? value : empty);
  return {
    superior: own("superior_name", read.superior_name ?? "", ""),
    issuing: own("issuing_name", read.issuing_name, ""),
    abbreviation: own("abbreviation", read.abbreviation, ""),
    place: own("place", read.place ?? "", ""),
    authority: own<string>("authority", read.authority, ""),
    body: own("body_title", read.body_title, ""),
    head: own("head_title", read.head_title, ""),
    deputy: read.deputy_title ?? "",
    signer: read.signer_name ?? "",
    recipients: own("recipients", read.recipients.join("\n"), ""),
  };
}

function Fields(props: { read: Letterhead; reading: Reading<Letterhead> }) {
  const { read, reading } = props;
  const { value, set } = useDraft(stated(read));
  const acting = useChange(reading);
  const send = async () => {
    const saved = await acting.run(t("Lưu thể thức văn bản", "Save the letterhead"), (match) =>
      ask((signal) =>
        api.PUT("/api/v1/units/{unit_id}/letterhead", {
          signal,
          params: { path: { unit_id: read.unit_id }, header: match },
          body: {
            superior_name: orNull(value.superior),
            issuing_name: orNull(value.issuing),
            abbreviation: orNull(value.abbreviation),
            place: orNull(value.place),
            authority: (value.authority || null) as Schemas["SigningAuthority"] | null,
            body_title: orNull(value.body),
            head_title: orNull(value.head),
            deputy_title: orNull(value.deputy),
            signer_name: orNull(value.signer),
            recipients: linesOf(value.recipients),
          },
        }),
      ),
    );
    if (saved) tell(t("Đã lưu thể thức văn bản.", "The letterhead was saved."));
  };
  const usual = (text: string | null) => (text ? t(`Để trống thì ghi: ${text}`, `Left empty: ${text}`) : t("Có thể để trống.", "May be empty."));
  return (
    <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void send()}>
      <div class="fields">
        <Field label={t("Cơ quan cấp trên", "Superior")} hint={usual(read.superior_name)} value={value.superior} onInput={set("superior")} maxLength={200} />
        <Field label={t("Cơ quan ban hành", "Issued by")} hint={usual(read.issuing_name)} value={value.issuing} onInput={set("issuing")} maxLength={200} />
        <Field label={t("Chữ viết tắt sau số", "Abbreviation")} hint={usual(read.abbreviation)} value={value.abbreviation} onInput={set("abbreviation")} maxLength={30} />
        <Field label={t("Địa danh", "Place")} hint={usual(read.place)} value={value.place} onInput={set("place")} maxLength={100} />
      </div>
      <Select
        label={t("Thể thức ký", "Signing authority")}
        value={value.authority}
        options={[["", t("Theo loại đơn vị", "By the kind of unit")], ["collective", t("Thay mặt tập thể (T/M …)", "For a collective")], ["department", t("Thủ trưởng", "Head of a department")]]}
        onInput={set("authority")}
      />
      <div class="fields">
        <Field label={t("Ký thay mặt", "In whose name")} hint={usual(read.body_title)} value={value.body} onInput={set("body")} maxLength={100} />
        <Field label={t("Chức vụ người đứng đầu", "Title of the head")} hint={usual(read.head_title)} value={value.head} onInput={set("head")} maxLength={100} />
        <Field label={t("Chức vụ cấp phó ký", "Title of a deputy who signs")} hint={t("Chỉ khi cấp phó ký.", "Only where a deputy signs.")} value={value.deputy} onInput={set("deputy")} maxLength={100} />
        <Field label={t("Họ tên người ký", "Name of the signer")} hint={t("Có thể để trống.", "May be empty.")} value={value.signer} onInput={set("signer")} maxLength={100} />
      </div>
      <TextArea label={t("Nơi nhận", "Recipients")} hint={t("Mỗi dòng một nơi; dòng “Lưu” máy tự thêm.", "One a line.")} value={value.recipients} onInput={set("recipients")} rows={4} />
    </Form>
  );
}

export default function LetterheadPage(_props: { params: Params }) {
  const unit = organisers()[0];
  const reading = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/units/{unit_id}/letterhead", { signal: inTime, params: { path: { unit_id: unit?.id ?? "" } } }), signal),
    [unit?.id],
  );
  return (
    <Page title={t("Thể thức văn bản", "Letterhead")} lead={t("Phần đầu và phần ký của giấy triệu tập, báo cáo.", "Head and signature of summonses and reports.")}>
      {!unit && <Empty>{t("Chưa có đơn vị tổ chức.", "There is no organiser yet.")}</Empty>}
      <Read of={reading}>
        {(read) => (
          <>
            <Section title={read.unit_name}>
              <Fields read={read} reading={reading} />
            </Section>
            <Section title={t("Khi in ra sẽ thấy", "As it is printed")}>
              <div class="paper">
                <p>{read.superior_name}<br /><b>{read.issuing_name}</b><br />{t("Số …", "No. …")}-…/{read.abbreviation}</p>
                <p>{read.place && <i>{read.place}, {t("ngày … tháng … năm …", "date …")}</i>}<br />{read.signature_lines.map((line) => <b key={line}>{line}<br /></b>)}<br />{read.signer_name}</p>
              </div>
            </Section>
          </>
        )}
      </Read>
    </Page>
  );
}
