/* The sessions of the conference: which, when, in what state. */
import type { Params } from "../entry";
import { useSessions } from "../lists";
import { Empty, Go, Notice, Page, Read } from "../parts/basics";
import { Download } from "../parts/files";
import { formName, FORMS } from "../parts/naming";
import { Table } from "../parts/table";
import { count, t } from "../words";
import { timeOf } from "./naming";
import { StateBadge } from "./pieces";

export default function Times(props: { params: Params }) {
  const conference = props.params.conference!;
  const sessions = useSessions(conference);
  return (
    <Page
      title={t("Lớp và giờ", "Sessions and times")}
      lead={t("Mỗi đảng viên dự một lớp. Lớp có giờ thì tự mở điểm danh trước giờ.", "Each member attends one. A session with a time opens by itself.")}
      actions={<Go kind="main" to={`/conferences/${conference}/new-session`}>{t("Thêm lớp", "Add a session")}</Go>}
    >
      <Read of={sessions}>
        {(all) => (
          <>
            {all.length === 0 && <Empty>{t("Chưa có lớp nào. Mời đồng chí bấm “Thêm lớp”.", "There is no session yet: press “Add a session”.")}</Empty>}
            {all.some((each) => !each.starts_at && each.state !== "cancelled") && (
              <Notice tone="wait" title={t("Còn lớp chưa có giờ", "Some have no time yet")}>
                <p>{t("Bấm tên lớp để định giờ. Chưa có giờ thì lớp không tự mở.", "Choose one to set its time; without one it does not open by itself.")}</p>
              </Notice>
            )}
            {FORMS.filter((form) => all.some((each) => each.form === form)).map((form) => (
              <Table
                key={form}
                caption={`${formName(form)} – ${t(`${count(all.filter((each) => each.form === form).length)} lớp`, `${count(all.filter((each) => each.form === form).length)} sessions`)}`}
                rows={all.filter((each) => each.form === form)}
                rowKey={(each) => each.id}
                columns={[
                  { head: t("Lớp", "Session"), cell: (each) => <a href={`#/sessions/${each.id}/change`}>{each.title}</a> },
                  { head: t("Thời gian", "Time"), cell: timeOf },
                  { head: t("Trạng thái", "State"), cell: (each) => <span><StateBadge session={each} /></span> },
                  { head: t("Báo cáo viên", "Presenters"), cell: (each) => each.presenters.join(", ") || "–" },
                  {
                    head: t("Lịch", "Calendar"),
                    cell: (each) =>
                      each.starts_at && !each.confidential ? (
                        <Download path={`/api/v1/sessions/${each.id}/calendar.ics`} name={`lop-${each.form}-${each.ordinal}.ics`}>{t("Tải lịch (.ics)", "Calendar (.ics)")}</Download>
                      ) : (
                        "–"
                      ),
                  },
                ]}
              />
            ))}
          </>
        )}
      </Read>
    </Page>
  );
}
