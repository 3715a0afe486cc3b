/* What the conference is about, what its points are checked for, and which Zalo group tells which units. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { linesOf, orNull, useChange, useDraft } from "../changing";
import { conferenceId, readConferences } from "../chosen";
import type { Params } from "../entry";
import { confirmed, tell } from "../parts/asking";
import { Button, Field, Form, Page, ProblemNotice, Read, Section, Select, TextArea } from "../parts/basics";
import { go } from "../place";
import type { Reading } from "../reading";
import { useAct } from "../saving";
import { t } from "../words";
import { Checklist } from "./checklist";
import { Groups } from "./groups";
import { quarterOf } from "./naming";
import { type Conference, useConference } from "./readings";

function Fields(props: { conference: Conference; reading: Reading<Conference> }) {
  const { conference, reading } = props;
  const draft = useDraft({
    title: conference.title,
    number: conference.plan_number ?? "",
    topics: conference.topics.join("\n"),
    regulations: conference.regulations.join("\n"),
    blocs: conference.blocs.join("\n"),
    email: conference.report_email ?? "",
    profile: conference.document_profile,
  });
  const { value, set } = draft;
  const acting = useChange(reading);
  const send = async () => {
    const touched = draft.changes();
    const saved = await acting.run(t("Lưu nội dung hội nghị", "Save the conference"), (match) =>
      ask((signal) =>
        api.PATCH("/api/v1/conferences/{conference_id}", {
          signal,
          params: { path: { conference_id: conference.id }, header: match },
          body: {
            ...(touched.title === undefined ? {} : { title: touched.title.trim() }),
            ...(touched.number === undefined ? {} : { plan_number: orNull(touched.number) }),
            ...(touched.topics === undefined ? {} : { topics: linesOf(touched.topics) }),
            ...(touched.regulations === undefined ? {} : { regulations: linesOf(touched.regulations) }),
            ...(touched.blocs === undefined ? {} : { blocs: linesOf(touched.blocs) }),
            ...(touched.email === undefined ? {} : { report_email: orNull(touched.email) }),
            ...(touched.profile === undefined ? {} : { document_profile: touched.profile }),
          },
        }),
      ),
    );
    if (!saved) return;
    tell(t("Đã lưu nội dung hội nghị.", "The conference was saved."));
    await readConferences();
  };
  return (
    <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void send()}>
      <Field label={t("Tên hội nghị", "Title")} value={value.title} onInput={set("title")} maxLength={300} required />
      <Field label={t("Số kế hoạch", "Plan number")} value={value.number} onInput={set("number")} maxLength={60} />
      <TextArea label={t("Nội dung", "Topics")} hint={t("Mỗi dòng một chuyên đề.", "One a line.")} value={value.topics} onInput={set("topics")} rows={4} />
      <TextArea label={t("Quy định", "Regulations")} hint={t("Mỗi dòng một điều; in trên giấy triệu tập.", "One a line; printed on each summons.")} value={value.regulations} onInput={set("regulations")} rows={6} />
      <TextArea label={t("Thứ tự các khối", "Order of the blocs")} hint={t("Mỗi dòng một khối, như trong kế hoạch; báo cáo tổng hợp xếp theo đó.", "One a line, as in the plan; summaries list them so.")} value={value.blocs} onInput={set("blocs")} rows={4} />
      <Field label={t("Hộp thư nhận báo cáo", "Mailbox for reports")} type="email" value={value.email} onInput={set("email")} maxLength={254} />
      <Select
        label={t("Thể thức văn bản", "Layout of documents")}
        value={value.profile}
        options={[["hd36_2018", t("Hướng dẫn 36 năm 2018", "Guidance 36 of 2018")], ["hd05_2026", t("Hướng dẫn 05 năm 2026", "Guidance 05 of 2026")]]}
        onInput={(each) => set("profile")(each as Conference["document_profile"])}
      />
    </Form>
  );
}

function Removal(props: { conference: Conference }) {
  const { conference } = props;
  const acting = useAct();
  const [isOpen, open] = useState(false);
  const remove = async () => {
    const yes = await confirmed({
      title: t(`Xóa “${conference.title}”?`, `Remove “${conference.title}”?`),
      text: t("Điểm cầu, lớp, nhóm, phiếu kiểm tra của hội nghị này mất theo. Chỉ xóa được khi chưa có gì diễn ra.", "Its points, sessions, groups and checklists go with it; possible only while nothing happened."),
      yes: t("Xóa hội nghị", "Remove"),
      isDanger: true,
    });
    if (!yes) return;
    const gone = await acting.run(t("Xóa hội nghị", "Remove the conference"), () =>
      ask((signal) => api.DELETE("/api/v1/conferences/{conference_id}", { signal, params: { path: { conference_id: conference.id } } })),
    );
    if (!gone) return;
    conferenceId.value = "";
    await readConferences();
    tell(t("Đã xóa hội nghị.", "The conference was removed."));
    go("/first-day");
  };
  return (
    <Section title={t("Hội nghị lập nhầm", "Made by mistake")}>
      <ProblemNotice problem={acting.problem} />
      {isOpen ? <Button kind="danger" isBusy={acting.isBusy} onClick={() => void remove()}>{t("Xóa hội nghị này", "Remove this conference")}</Button> : <Button onClick={() => open(true)}>{t("Muốn xóa…", "Remove…")}</Button>}
    </Section>
  );
}

export default function About(props: { params: Params }) {
  const reading = useConference(props.params.conference!);
  return (
    <Page title={t("Nội dung, nhóm Zalo", "Topics and groups")} lead={reading.value && quarterOf(reading.value.year, reading.value.quarter)}>
      <Read of={reading}>
        {(conference) => (
          <>
            <Section title={t("Nội dung hội nghị", "The conference")}>
              <Fields conference={conference} reading={reading} />
            </Section>
            <Checklist conference={conference} reading={reading} />
            <Groups conference={conference} onSaved={reading.again} />
            <Removal conference={conference} />
          </>
        )}
      </Read>
    </Page>
  );
}
