/* What there is to do before a conference, what is done, and where each thing is done. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { conferenceId, conferences } from "../chosen";
import type { Params } from "../entry";
import { readMe } from "../me";
import { Badge, Field, Form, Go, Notice, Page, Read, Section, Select, type Tone } from "../parts/basics";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { t } from "../words";
import { hasNoOffice, organisers } from "./naming";
import { readSteps, type Step } from "./steps";

const LOOK_SECONDS = 30;

function badge(step: Step): { tone: Tone; text: string } {
  if (step.state === "done") return { tone: "good", text: t("Xong", "Done") };
  if (step.state === "part") return { tone: "wait", text: t("Còn thiếu", "Not all") };
  return step.isOptional ? { tone: "plain", text: t("Nếu cần", "If needed") } : { tone: "wait", text: t("Chưa làm", "To do") };
}

function Steps(props: { title: string; steps: readonly Step[]; next: Step | undefined }) {
  return (
    <Section title={props.title}>
      <ol class="ready-steps">
        {props.steps.map((step) => (
          <li key={step.key} data-state={step.state}>
            <div class="step-text">
              <p><b>{step.title()}</b> <Badge tone={badge(step).tone}>{badge(step).text}</Badge></p>
              <p class="soft">{step.told()}</p>
            </div>
            <Go kind={step === props.next ? "main" : "quiet"} to={step.to}>{step.link()}</Go>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/* The very first day: nobody has named the organiser yet. */
function NameOffice() {
  const [name, type] = useState("");
  const [kind, choose] = useState("committee");
  const [preset, take] = useState("");
  const acting = useAct();
  const setup = useRead((signal) => ask((inTime) => api.GET("/api/v1/setup", { signal: inTime }), signal), []);
  const send = async () => {
    const done = await acting.run(t("Ghi tên đơn vị tổ chức", "Name the organiser"), (key) =>
      ask((signal) =>
        api.POST("/api/v1/setup", {
          signal,
          params: { header: { "idempotency-key": key } },
          body: { organiser: { name: name.trim(), kind: kind as "committee" }, preset: preset || null },
        }),
      ),
    );
    if (done) await readMe();
  };
  return (
    <Read of={setup}>
      {(read) =>
        read.is_needed ? (
          <Section title={t("Đơn vị tổ chức hội nghị", "The organiser")}>
            <Form acting={acting} label={t("Bắt đầu", "Begin")} onSubmit={() => void send()}>
              <Field label={t("Tên đơn vị", "Name")} hint={t("Ví dụ: Đảng bộ huyện Bù Đăng.", "As in: Đảng bộ huyện Bù Đăng.")} value={name} onInput={type} maxLength={200} required />
              <Select
                label={t("Loại", "Kind")}
                value={kind}
                options={[["committee", t("Đảng ủy cấp trên cơ sở", "Party committee of a province, a district")], ["grassroots_committee", t("Đảng bộ cơ sở", "Grassroots committee")]]}
                onInput={choose}
              />
              <Select
                label={t("Mẫu kế hoạch", "A plan to begin with")}
                hint={t("Mẫu có sẵn đơn vị, điểm cầu, lớp; không có đảng viên nào.", "Brings units, points and sessions; no members.")}
                value={preset}
                options={[["", t("Không dùng mẫu", "None")], ...read.presets.map((each) => [each.key, each.title] as const)]}
                onInput={take}
              />
            </Form>
          </Section>
        ) : (
          <Notice tone="wait" title={t("Tài khoản này chưa được giao quyền nào", "This account has no grant yet")}>
            <p>{t("Mời đồng chí hỏi người cấp tài khoản.", "Ask whoever gave it to you.")}</p>
          </Notice>
        )
      }
    </Read>
  );
}

function Checklist() {
  const [organiser, choose] = useState(organisers()[0]?.id ?? "");
  const conference = conferenceId.value;
  const reading = useRead((signal) => readSteps(organiser, conference, signal), [organiser, conference], LOOK_SECONDS);
  const title = conferences.value.find((each) => each.id === conference)?.title;
  return (
    <>
      {organisers().length > 1 && <Select label={t("Đơn vị tổ chức", "Organiser")} value={organiser} options={organisers().map((each) => [each.id, each.name] as const)} onInput={choose} />}
      <Read of={reading}>
        {(steps) => {
          const next = steps.find((step) => step.state !== "done" && !step.isOptional);
          return (
            <>
              {next ? (
                <Notice tone="plain" title={t(`Việc tiếp theo: ${next.title().toLocaleLowerCase("vi")}`, `Next: ${next.title()}`)} />
              ) : (
                <Notice tone="good" title={t("Mọi việc đã sẵn sàng", "Everything is ready")} />
              )}
              <Steps title={t("Văn phòng: làm một lần", "The office: once")} steps={steps.filter((step) => step.of === "office")} next={next} />
              <Steps title={title ?? t("Hội nghị: mỗi quý", "The conference: each quarter")} steps={steps.filter((step) => step.of === "conference")} next={next} />
            </>
          );
        }}
      </Read>
    </>
  );
}

export default function FirstDay(_props: { params: Params }) {
  return (
    <Page
      title={t("Các bước chuẩn bị", "Getting ready")}
      lead={t("Trang này biết việc gì đã xong. Làm lần lượt từ trên xuống.", "This page knows what is done. Go from top to bottom.")}
      actions={!hasNoOffice() && <Go to="/new-conference">{t("Lập hội nghị mới", "New conference")}</Go>}
    >
      {hasNoOffice() ? <NameOffice /> : <Checklist />}
    </Page>
  );
}
