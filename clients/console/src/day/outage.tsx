/* When a point fails altogether: the paper list, its photographed pages, and the absence by technical fault. */
import { useEffect, useState } from "preact/hooks";
import { api, ask, carried, type Schemas } from "../api";
import { confirmed, tell } from "../parts/asking";
import { Empty, Field, FileField, Form, More, ProblemNotice, Section, Select } from "../parts/basics";
import { Download } from "../parts/files";
import { useAct } from "../saving";
import { count, moment, t } from "../words";
import { PagedRead, usePaged } from "./readings";

type Props = { session: string; point: string; found: Schemas["BridgePointView"] };

function Picture(props: { id: string; name: string }) {
  const [url, set] = useState("");
  useEffect(() => {
    let made = "";
    void carried(`/api/v1/paper-sheets/${props.id}/picture`)
      .then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error("no picture"))))
      .then((blob) => set((made = URL.createObjectURL(blob))))
      .catch(() => set(""));
    return () => URL.revokeObjectURL(made);
  }, [props.id]);
  return url ? <img class="sheet-picture" src={url} alt={props.name} /> : <p class="soft">{t("Đang tải ảnh…", "Loading…")}</p>;
}

function Sheets(props: Props) {
  const acting = useAct();
  const expected = props.found.expected_units;
  const units = expected.length > 0 ? expected : [{ id: props.found.host_unit_id, name: t("Đơn vị chủ trì", "Host unit") }];
  const [unit, setUnit] = useState(units[0]!.id);
  const [note, setNote] = useState("");
  const listed = usePaged<Schemas["PaperSheetView"]>(
    (query, signal) => api.GET("/api/v1/sessions/{session_id}/paper-sheets", { signal, params: { path: { session_id: props.session }, query: { ...query, unit_id: unit } } }),
    [props.session, unit],
  );
  const add = async (file: File) => {
    const body = new FormData();
    body.set("file", file);
    body.set("unit_id", unit);
    if (note) body.set("note", note);
    const answer = await acting.run(t(`Gửi ảnh ${file.name}`, `Send ${file.name}`), (key) =>
      ask(() =>
        api.POST("/api/v1/sessions/{session_id}/paper-sheets", {
          params: { path: { session_id: props.session }, header: { "idempotency-key": key } },
          body: body as never,
          bodySerializer: (form) => form as never,
        }),
      ),
    );
    if (!answer) return;
    tell(t("Đã lưu ảnh trang danh sách.", "The page is kept."));
    setNote("");
    listed.again();
  };
  return (
    <>
      <Select label={t("Đơn vị", "Unit")} value={unit} onInput={setUnit} options={units.map((each) => [each.id, each.name])} />
      <Field label={t("Ghi chú cho ảnh", "Note on the picture")} value={note} onInput={setNote} maxLength={500} />
      <FileField label={t("Ảnh trang danh sách đã ký", "Photographed page")} accept="image/*" onFile={(file) => void add(file)} />
      {acting.isBusy && <p class="progress" role="status">{t("Đang gửi ảnh…", "Sending…")}</p>}
      <ProblemNotice problem={acting.problem} />
      <PagedRead of={listed}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{t("Chưa có ảnh nào của đơn vị này.", "No page of this unit yet.")}</Empty>
          ) : (
            <ul class="sheets">
              {items.map((each) => (
                <li key={each.id}>
                  <More summary={`${moment(each.added_at)}${each.note ? ` – ${each.note}` : ""}`}>
                    <Picture id={each.id} name={t("Ảnh trang danh sách", "Page of the list")} />
                  </More>
                </li>
              ))}
            </ul>
          )
        }
      </PagedRead>
    </>
  );
}

export function Outage(props: Props) {
  const acting = useAct();
  const [note, setNote] = useState("");
  const mark = async () => {
    const yes = await confirmed({
      title: t("Ghi vắng vì sự cố kỹ thuật?", "Mark absent for a technical fault?"),
      text: t(
        `Mọi đồng chí thuộc ${props.found.name} mà chưa có thông tin sẽ ghi vắng, lý do KT. Ai đã điểm danh hoặc đã ghi thì giữ nguyên; bí thư sửa lại được từng người.`,
        `Everybody expected at ${props.found.name} of whom nothing is known is marked absent (KT). Who was seen or marked stays.`,
      ),
      yes: t("Ghi vắng KT", "Mark absent"),
      isDanger: true,
    });
    if (!yes) return;
    const answer = await acting.run(t("Ghi sự cố tại điểm cầu", "Mark an outage"), (key) =>
      ask(() =>
        api.POST("/api/v1/sessions/{session_id}/points/{point_id}/outage", {
          params: { path: { session_id: props.session, point_id: props.point }, header: { "idempotency-key": key } },
          body: { note },
        }),
      ),
    );
    if (!answer) return;
    tell(t(`Đã ghi ${count(answer.value.marked)} đồng chí vắng vì sự cố kỹ thuật.`, `${count(answer.value.marked)} are marked absent.`));
    setNote("");
  };
  return (
    <Section title={t("Khi mất mạng, mất điện", "When everything fails")}>
      <p>{t("Điểm danh bằng giấy trước: in danh sách, cho ký, chụp lại từng trang; bí thư ghi số thứ tự sau.", "Use paper first: print the list, let people sign, photograph the pages; secretaries write the numbers later.")}</p>
      <div class="row-actions">
        <Download path={`/api/v1/sessions/${props.session}/roster?point_id=${props.point}&format=docx`} name={`danh-sach-${props.found.ordinal}.docx`}>{t("Tải danh sách để in", "List to print")}</Download>
        <Download path={`/api/v1/sessions/${props.session}/signing-sheet?point_id=${props.point}&format=docx`} name={`phieu-ky-ten-${props.found.ordinal}.docx`}>{t("Tải phiếu ký tên trống", "Blank signing sheet")}</Download>
      </div>
      <More summary={t("Ảnh các trang danh sách đã ký", "Photographed pages")}>
        <Sheets {...props} />
      </More>
      <More summary={t("Không điểm danh được nữa: ghi vắng vì sự cố kỹ thuật", "No check-in at all: mark absent for a technical fault")}>
        <Form acting={acting} label={t("Ghi vắng KT", "Mark absent")} onSubmit={() => void mark()}>
          <Field label={t("Sự cố gì?", "What failed?")} hint={t("Ví dụ: mất điện toàn xã từ 7 giờ 40", "For example: power cut since 7:40")} value={note} onInput={setNote} maxLength={500} required />
        </Form>
      </More>
      <p class="soft">{t("Cần đổi lịch cho cả điểm cầu: báo ở trang Vấn đề phát sinh và xếp học bù.", "To move a whole point, tell it as an incident and plan a make-up.")}</p>
    </Section>
  );
}
