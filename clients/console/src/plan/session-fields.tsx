/* The fields of a session, for a new one and for one that changes. */
import { type Draft, linesOf, orNull } from "../changing";
import type { Session } from "../lists";
import { Check, Field, Select, TextArea } from "../parts/basics";
import type { Form } from "../parts/naming";
import { instantOf, localOf, t } from "../words";

export type Typed = {
  title: string;
  starts: string; // what <input type="datetime-local"> holds
  hint: string;
  meet: string;
  ahead: string; // minutes, empty: only by hand
  isConfidential: boolean;
  presenters: string;
  share: string;
};

export const BLANK: Typed = { title: "", starts: "", hint: "", meet: "", ahead: "45", isConfidential: false, presenters: "", share: "1" };

export function typedOf(session: Session): Typed {
  return {
    title: session.title,
    starts: session.starts_at ? localOf(session.starts_at) : "",
    hint: session.date_hint ?? "",
    meet: session.meet_url ?? "",
    ahead: session.opens_ahead_minutes === null ? "" : String(session.opens_ahead_minutes),
    isConfidential: session.confidential,
    presenters: session.presenters.join("\n"),
    share: String(session.share),
  };
}

/* As the API names them. */
export function everySent(typed: Typed) {
  return {
    title: typed.title.trim(),
    starts_at: typed.starts ? instantOf(typed.starts) : null,
    date_hint: orNull(typed.hint),
    meet_url: typed.isConfidential ? null : orNull(typed.meet),
    opens_ahead_minutes: typed.ahead === "" ? null : Number(typed.ahead),
    confidential: typed.isConfidential,
    presenters: linesOf(typed.presenters),
    share: Number(typed.share),
  };
}

type Sent = ReturnType<typeof everySent>;

const NAMES: Record<keyof Typed, keyof Sent> = {
  title: "title",
  starts: "starts_at",
  hint: "date_hint",
  meet: "meet_url",
  ahead: "opens_ahead_minutes",
  isConfidential: "confidential",
  presenters: "presenters",
  share: "share",
};

/* Only what was touched. */
export function touchedSent(typed: Typed, touched: Partial<Typed>): Partial<Sent> {
  const all = everySent(typed);
  return Object.fromEntries((Object.keys(touched) as (keyof Typed)[]).map((field) => [NAMES[field], all[NAMES[field]]]));
}

/* The name that a session gets where nobody thinks of another. */
export function usualTitle(form: Form, ordinal: number): string {
  return form === "line" ? `Lớp ${ordinal} – trực tuyến đường truyền` : `Lớp ${ordinal} – trực tuyến Google Meet`;
}

function aheadChoices(given: string): (readonly [string, string])[] {
  const usual = ["0", "15", "30", "45", "60", "90"];
  const minutes = given === "" || usual.includes(given) ? usual : [...usual, given];
  return [
    ...minutes.map((each) => [each, each === "0" ? t("Đúng giờ", "On time") : t(`Trước ${each} phút`, `${each} minutes before`)] as const),
    ["", t("Không tự mở, có người bấm mở", "Not by itself: somebody opens it")] as const,
  ];
}

export function SessionFields(props: { draft: Draft<Typed>; form: Form }) {
  const { value, set } = props.draft;
  return (
    <>
      <Field label={t("Tên lớp", "Name of the session")} value={value.title} onInput={set("title")} maxLength={200} required />
      <div class="fields">
        <Field
          label={t("Giờ bắt đầu", "Begins at")}
          hint={t("Giờ Việt Nam. Chưa định giờ thì để trống.", "Vietnam's time. Leave empty while it is not set.")}
          type="datetime-local"
          value={value.starts}
          onInput={set("starts")}
        />
        <Field
          label={t("Thời gian dự kiến", "Date hint")}
          hint={t("Khi chưa có giờ, ví dụ: trung tuần tháng 3/2027.", "While there is no time: mid-March 2027.")}
          value={value.hint}
          onInput={set("hint")}
          maxLength={200}
        />
      </div>
      {value.starts && (
        <Select label={t("Tự mở điểm danh", "Opens by itself")} value={value.ahead} options={aheadChoices(value.ahead)} onInput={set("ahead")} />
      )}
      {props.form === "meet" && !value.isConfidential && (
        <Field
          label={t("Đường dẫn Google Meet", "Meet link")}
          hint={t("Bắt đầu bằng https://. Chưa có thì để trống, sửa được cả khi lớp đã mở.", "Begins with https://; may also be changed once the session is open.")}
          type="url"
          value={value.meet}
          onInput={set("meet")}
          maxLength={300}
        />
      )}
      <TextArea label={t("Báo cáo viên", "Presenters")} hint={t("Mỗi dòng một người.", "One a line.")} value={value.presenters} onInput={set("presenters")} rows={2} />
      <Field
        label={t("Tỷ lệ mỗi lớp", "Share")}
        hint={t("Các lớp cùng hình thức đều ghi 1 thì chia đều: ba lớp, mỗi lớp 1/3. Ghi 0 thì lớp chỉ nhận người được chỉ định.", "Sessions of share 1 divide evenly: three take 1/3 each. 0 takes only whom a person puts there.")}
        type="number"
        min={0}
        max={100}
        value={value.share}
        onInput={set("share")}
        required
      />
      <Check
        label={t("Lớp mật: không có mã, đường dẫn, thông báo, ảnh; chỉ có danh sách in", "Confidential: no codes, link, notices or pictures; a printed roster only")}
        checked={value.isConfidential}
        onInput={set("isConfidential")}
      />
    </>
  );
}
