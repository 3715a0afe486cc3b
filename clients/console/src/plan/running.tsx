/* Sessions to open and to close. */
import type { Params } from "../entry";
import { useSessions } from "../lists";
import { Empty, Go, Page, Read } from "../parts/basics";
import { Table } from "../parts/table";
import { t } from "../words";
import { timeOf } from "./naming";
import { StateBadge } from "./pieces";

const LOOK_SECONDS = 20;

export default function Running(props: { params: Params }) {
  const sessions = useSessions(props.params.conference!, LOOK_SECONDS);
  return (
    <Page title={t("Mở, đóng lớp", "Open and close")} lead={t("Lớp có giờ tự mở trước giờ; ở đây mở bằng tay, mở thêm lượt, đóng, khóa, chạy thử.", "A session with a time opens by itself; here it is opened by hand, called again, closed, locked, rehearsed.")}>
      <Read of={sessions}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{t("Chưa có lớp nào: thêm ở trang “Lớp và giờ”.", "There is no session yet: add one under “Sessions and times”.")}</Empty>
          ) : (
            <Table
              caption={t("Các lớp của hội nghị", "Sessions of the conference")}
              rows={all}
              rowKey={(each) => each.id}
              tone={(each) => (each.state === "open" ? "good" : "plain")}
              columns={[
                { head: t("Lớp", "Session"), cell: (each) => each.title },
                { head: t("Thời gian", "Time"), cell: timeOf },
                { head: t("Trạng thái", "State"), cell: (each) => <span><StateBadge session={each} /></span> },
                { head: t("Việc", "Work"), cell: (each) => <Go kind="quiet" to={`/sessions/${each.id}/run`}>{each.state === "open" || each.state === "rehearsing" ? t("Điều hành", "Run it") : t("Mở trang lớp", "Go to it")}</Go> },
              ]}
            />
          )
        }
      </Read>
    </Page>
  );
}
