/* What is recorded of everybody in a session, and putting one of it right with a reason: after the lock, an addendum. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import type { Params } from "../entry";
import { useSessions } from "../lists";
import { tell } from "../parts/asking";
import { Badge, Button, Empty, Form, Notice, Page, Read, Section, Select, TextArea } from "../parts/basics";
import { evidenceName, sessionState } from "../parts/naming";
import { Table } from "../parts/table";
import { UnitPicker } from "../parts/unit-picker";
import { useAct } from "../saving";
import { clock, t } from "../words";
import { standingName } from "./naming";
import { PagedRead, usePaged } from "./readings";

type Row = Schemas["AttendanceView"];

function Correcting(props: { row: Row; onDone: () => void; onClose: () => void }) {
  const { row } = props;
  const acting = useAct();
  const [standing, setStanding] = useState<Schemas["Correction"]["standing"]>(row.standing === "rejected" ? "present" : "rejected");
  const [reason, setReason] = useState("");
  const correct = async () => {
    const answer = await acting.run(t(`Sửa ghi nhận của ${row.full_name}`, `Correct ${row.full_name}`), () =>
      ask(() => api.POST("/api/v1/sessions/{session_id}/attendance/{attendance_id}/correct", { params: { path: { session_id: row.session_id, attendance_id: row.id } }, body: { standing, reason } })),
    );
    if (!answer) return;
    tell(t(`Đã sửa: ${row.full_name} ${standingName(answer.value.standing)}.`, `Corrected: ${row.full_name} ${standingName(answer.value.standing)}.`));
    props.onDone();
  };
  return (
    <Section title={t(`Sửa: ${row.full_name}`, `Correct: ${row.full_name}`)} aside={<Button kind="plain" onClick={props.onClose}>{t("Đóng", "Close")}</Button>}>
      <Form acting={acting} label={t("Sửa", "Correct")} onSubmit={() => void correct()}>
        <Select label={t("Sửa thành", "To")} value={standing} onInput={(value) => setStanding(value as typeof standing)} options={[["present", standingName("present")], ["rejected", standingName("rejected")]]} />
        <TextArea label={t("Lý do", "Reason")} hint={t("Lý do ở lại trong nhật ký.", "It stays in the audit trail.")} value={reason} onInput={setReason} maxLength={500} required />
      </Form>
    </Section>
  );
}

function Rows(props: { session: Schemas["SessionView"] }) {
  const [unit, setUnit] = useState("");
  const [standing, setStanding] = useState("");
  const [chosen, choose] = useState<Row | null>(null);
  const listed = usePaged<Row>(
    (query, signal) =>
      api.GET("/api/v1/attendance", {
        signal,
        params: { query: { ...query, session_id: props.session.id, ...(unit ? { unit_id: unit } : {}), ...(standing ? { standing: standing as Schemas["Standing"] } : {}) } },
      }),
    [props.session.id, unit, standing],
  );
  const done = () => {
    choose(null);
    listed.again();
  };
  const standings: readonly Schemas["Standing"][] = ["present", "pending", "rejected"];
  return (
    <>
      {props.session.state === "locked" && (
        <Notice tone="wait" title={t("Danh sách lớp này đã khóa", "This roster is locked")}>
          <p>{t("Sửa bây giờ là ghi bổ sung: báo cáo phải gửi bản bổ sung.", "A correction now is an addendum; reports need one too.")}</p>
        </Notice>
      )}
      <UnitPicker label={t("Đơn vị", "Unit")} value={unit} onChoose={setUnit} />
      <Select label={t("Ghi nhận nào", "Which")} value={standing} onInput={setStanding} options={[["", t("tất cả", "all")], ...standings.map((each) => [each, standingName(each)] as const)]} />
      {chosen && <Correcting key={chosen.id} row={chosen} onDone={done} onClose={() => choose(null)} />}
      <PagedRead of={listed}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{t("Không có ghi nhận nào. Người bí thư ghi tay thì sửa ở bảng điểm danh của đơn vị.", "Nothing recorded here; marks by hand are changed in the unit's roll.")}</Empty>
          ) : (
            <Table
              caption={t("Theo giờ đến. Máy ghi lại ai đã xem danh sách này.", "In the order of arrival. That this list was read is noted.")}
              rows={items}
              rowKey={(each) => each.id}
              columns={[
                { head: t("Họ tên", "Name"), cell: (each) => each.full_name },
                { head: t("Đơn vị", "Unit"), cell: (each) => each.unit_name },
                { head: t("Đến lúc", "At"), cell: (each) => clock(each.first_arrived_at) },
                { head: t("Bằng", "By"), cell: (each) => evidenceName(each.evidence) },
                { head: t("Ghi nhận", "Standing"), cell: (each) => <><Badge tone={each.standing === "present" ? "good" : each.standing === "pending" ? "wait" : "bad"}>{standingName(each.standing)}</Badge>{each.decision_reason && <span class="soft"> {each.decision_reason}</span>}</> },
                { head: t("Việc", "Do"), cell: (each) => <Button label={t(`Sửa ${each.full_name}`, `Correct ${each.full_name}`)} onClick={() => choose(each)}>{t("Sửa", "Correct")}</Button> },
              ]}
            />
          )
        }
      </PagedRead>
    </>
  );
}

export default function CorrectionsPage(props: { params: Params }) {
  const sessions = useSessions(props.params.conference!);
  const [session, setSession] = useState("");
  return (
    <Page title={t("Sửa ghi nhận có mặt", "Corrections")} lead={t("Từng ghi nhận của một lớp; sửa được cả sau khi khóa danh sách, phải nêu lý do.", "Each record of a session; corrected with a reason, also after the lock.")}>
      <Read of={sessions}>
        {(all) => {
          const held = all.filter((each) => each.opened_at);
          const chosen = held.find((each) => each.id === session) ?? held[held.length - 1];
          if (!chosen) return <Empty>{t("Chưa lớp nào mở.", "No session has been opened yet.")}</Empty>;
          return (
            <>
              <Select label={t("Lớp", "Session")} value={chosen.id} onInput={setSession} options={held.map((each) => [each.id, `${each.title} (${sessionState(each.state).name})`])} />
              <Rows key={chosen.id} session={chosen} />
            </>
          );
        }}
      </Read>
    </Page>
  );
}
