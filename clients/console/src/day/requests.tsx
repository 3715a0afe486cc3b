/* What members asked about their own data: answered within 2 working days, done within 10 days. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { useChange, useDraft } from "../changing";
import { tell } from "../parts/asking";
import { Badge, Empty, Form, Go, More, Page, Read, Section, Select, TextArea } from "../parts/basics";
import { type Reading, useRead } from "../reading";
import { day, moment, t } from "../words";
import { requestState } from "./naming";
import { PagedRead, usePaged } from "./readings";

type Request = Schemas["ListedDataRequest"];
type State = Schemas["DataRequestChange"]["state"];

type Own = Schemas["DataRequestView"];

function Fields(props: { request: Own; reading: Reading<Own>; onDone: () => void }) {
  const { request } = props;
  const acting = useChange(props.reading);
  const [state, setState] = useState<State>("answered");
  const { value, set } = useDraft({ answer: request.answer ?? "" });
  const send = async () => {
    const saved = await acting.run(t(`Trả lời ${request.full_name}`, `Answer ${request.full_name}`), (match) =>
      ask(() => api.PATCH("/api/v1/data-requests/{request_id}", { params: { path: { request_id: request.id }, header: match }, body: { state, answer: value.answer || null } })),
    );
    if (!saved) return;
    tell(t("Đã trả lời; đồng chí ấy đọc trên điện thoại của mình.", "Answered: the member reads it on the phone."));
    props.onDone();
  };
  return (
    <>
      <p>{t("Việc này không tự sửa dữ liệu: nếu đồng chí ấy đúng, sửa trước ở trang ", "This changes no data: put it right first at ")}<a href={`#/units/${request.unit_id}`}>{request.unit_name}</a>.</p>
      <Form acting={acting} label={t("Gửi trả lời", "Send")} onSubmit={() => void send()}>
        <Select
          label={t("Kết quả", "Result")}
          value={state}
          onInput={(value) => setState(value as State)}
          options={[["answered", t("đã nhận, đang làm", "answered, under way")], ["done", t("đã làm xong", "done")], ["declined", t("không làm được, nêu lý do", "declined, with the reason")]]}
        />
        <TextArea label={t("Lời trả lời", "Answer")} value={value.answer} onInput={set("answer")} maxLength={2000} required />
      </Form>
    </>
  );
}

function Answering(props: { id: string; onDone: () => void }) {
  const reading = useRead((signal) => ask((own) => api.GET("/api/v1/data-requests/{request_id}", { signal: own, params: { path: { request_id: props.id } } }), signal), [props.id]);
  return <Read of={reading}>{(request) => <Fields request={request} reading={reading} onDone={props.onDone} />}</Read>;
}

function Clock(props: { request: Request }) {
  const { request } = props;
  if (request.closed_at) return <span class="soft">{t("xong lúc", "closed")} {moment(request.closed_at)}</span>;
  const due = request.answered_at ? t(`xong trước hết ngày ${day(request.done_due_on)}`, `done by ${day(request.done_due_on)}`) : t(`trả lời trước hết ngày ${day(request.answer_due_on)}, xong trước ${day(request.done_due_on)}`, `answer by ${day(request.answer_due_on)}, done by ${day(request.done_due_on)}`);
  return <Badge tone={request.is_overdue ? "bad" : "wait"}>{request.is_overdue ? t(`quá hạn: ${due}`, `overdue: ${due}`) : due}</Badge>;
}

export default function RequestsPage() {
  const [state, setState] = useState("");
  const listed = usePaged<Request>(
    (query, signal) => api.GET("/api/v1/data-requests", { signal, params: { query: { ...query, ...(state ? { state: state as Schemas["DataRequestState"] } : {}) } } }),
    [state],
  );
  const states: readonly Schemas["DataRequestState"][] = ["open", "answered", "done", "declined"];
  return (
    <Page title={t("Đề nghị về dữ liệu cá nhân", "Data requests")} lead={t("Trả lời trong 2 ngày làm việc, làm xong trong 10 ngày.", "Answered in 2 working days, done in 10 days.")} actions={<Go to="/units">{t("Sửa đảng viên", "Change a member")}</Go>}>
      <Section title={t("Các đề nghị, cũ nhất trước", "Requests, the oldest first")}>
        <Select label={t("Tình trạng", "State")} value={state} onInput={setState} options={[["", t("tất cả", "all")], ...states.map((each) => [each, requestState(each)] as const)]} />
        <PagedRead of={listed}>
          {(items) =>
            items.length === 0 ? (
              <Empty>{t("Chưa có đề nghị nào. Đảng viên gửi từ máy của mình, ở trang Máy của tôi.", "None yet. Members send them from their own phones.")}</Empty>
            ) : (
              <ul class="items">
                {items.map((each) => (
                  <li key={each.id} class="item">
                    <p><b>{each.full_name}</b> · {each.unit_name} · {each.kind === "erasure" ? t("xin xóa tên", "erasure") : t("xin sửa", "correction")} · {requestState(each.state)}</p>
                    <p><Clock request={each} /></p>
                    <p class="written">{each.text}</p>
                    {each.answer && <p class="soft">{t("Đã trả lời", "Answered")}: {each.answer}</p>}
                    {!each.closed_at && <More summary={t("Trả lời", "Answer")}><Answering id={each.id} onDone={listed.again} /></More>}
                  </li>
                ))}
              </ul>
            )
          }
        </PagedRead>
      </Section>
    </Page>
  );
}
