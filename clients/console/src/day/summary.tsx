/* The conference's figures, by bloc, form, session or unit: read, charted, taken away, and closed. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import type { Params } from "../entry";
import { isAdmin, isStaff } from "../me";
import { Badge, Check, Empty, Go, Notice, Page, Read, Section, Tabs } from "../parts/basics";
import { Download } from "../parts/files";
import { formName, reportState } from "../parts/naming";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { count, moment, percent, t } from "../words";
import { Bars } from "./bars";
import { Closing } from "./closing";
import { Identity } from "./figures";
import { ShareCard } from "./share-card";

type Summary = Schemas["Summary"];
type GroupBy = Schemas["GroupBy"];

const MOST_BARS = 24;

function nameOf(row: Schemas["SummaryRow"], by: GroupBy): string {
  if (by === "form" && (row.key === "line" || row.key === "meet")) return formName(row.key);
  return row.name;
}

function Rows(props: { summary: Summary }) {
  const { rows, group_by: by } = props.summary;
  const [whole, setWhole] = useState(false);
  const isTree = by === "unit";
  const shown = isTree && !whole ? rows.filter((each) => (each.depth ?? 0) <= 1) : rows;
  const bars = shown.filter((each) => each.figures.convened > 0);
  if (rows.length === 0) return <Empty>{t("Chưa có số liệu: chưa xếp ai vào lớp.", "No figures yet: nobody is convened.")}</Empty>;
  return (
    <>
      {isTree && rows.some((each) => (each.depth ?? 0) > 1) && <Check label={t("Cả các chi bộ bên dưới", "Cells below as well")} checked={whole} onInput={setWhole} />}
      {bars.length <= MOST_BARS && (
        <Bars
          caption={t("Tỷ lệ có mặt trên số phải triệu tập (B)", "Present of those to be convened (B)")}
          unit={t("Đơn vị tính: đồng chí", "In members")}
          bars={bars.map((each) => ({ key: each.key ?? "", name: nameOf(each, by), part: each.figures.present, whole: each.figures.convened }))}
        />
      )}
      <Table
        caption={t("A: tổng số; B: phải triệu tập", "A: all; B: to be convened")}
        rows={shown}
        rowKey={(each) => each.key ?? "none"}
        columns={[
          { head: t("Tên", "Name"), cell: (each) => <span class={each.depth && each.depth > 1 ? "below" : undefined}>{nameOf(each, by)}</span> },
          { head: "A", isNumber: true, cell: (each) => count(each.figures.members) },
          { head: t("Miễn", "Exempt"), isNumber: true, cell: (each) => count(each.figures.exempt) },
          { head: "B", isNumber: true, cell: (each) => <b>{count(each.figures.convened)}</b> },
          { head: t("Có mặt", "Present"), isNumber: true, cell: (each) => count(each.figures.present) },
          { head: t("Có lý do", "Excused"), isNumber: true, cell: (each) => count(each.figures.excused) },
          { head: t("Không lý do", "Unexcused"), isNumber: true, cell: (each) => count(each.figures.unexcused) },
          { head: t("Chưa rõ", "Unknown"), isNumber: true, cell: (each) => count(each.figures.unknown + each.figures.pending) },
          { head: t("Tỷ lệ", "Rate"), isNumber: true, cell: (each) => percent(each.figures.present, each.figures.convened) },
          ...(isTree ? [{ head: t("Báo cáo", "Report"), cell: (each: Schemas["SummaryRow"]) => (each.depth === 1 ? <Badge tone={reportState(each.report_state).tone}>{reportState(each.report_state).name}</Badge> : "–") }] : []),
        ]}
      />
    </>
  );
}

function Downloads(props: { conference: string; live: boolean }) {
  const base = `/api/v1/conferences/${props.conference}`;
  const live = props.live ? "?live=true" : "";
  return (
    <div class="row-actions">
      <Download path={`${base}/summary.docx${live}`} name="tong-hop.docx">{t("Văn bản tổng hợp (.docx)", "Summary (.docx)")}</Download>
      <Download path={`${base}/summary.xlsx${live}`} name="tong-hop.xlsx">{t("Bảng tổng hợp (.xlsx)", "Summary (.xlsx)")}</Download>
      {isStaff() && <Download path={`${base}/attendance?format=xlsx`} name="danh-sach-diem-danh.xlsx">{t("Danh sách từng người (.xlsx)", "Everybody (.xlsx)")}</Download>}
      {isStaff() && <Download path={`${base}/attendance?format=csv`} name="danh-sach-diem-danh.csv">{t("Danh sách từng người (.csv)", "Everybody (.csv)")}</Download>}
    </div>
  );
}

export default function SummaryPage(props: { params: Params }) {
  const conference = props.params.conference!;
  const [by, setBy] = useState<GroupBy>("bloc");
  const [live, setLive] = useState(false);
  const reading = useRead(
    (signal) => ask((own) => api.GET("/api/v1/conferences/{conference_id}/summary", { signal: own, params: { path: { conference_id: conference }, query: { group_by: by, live } } }), signal),
    [conference, by, live],
  );
  const summary = reading.value;
  return (
    <Page
      title={t("Tổng hợp", "Summary")}
      lead={summary && (summary.version ? t(`Bản ${summary.version}, số liệu lúc ${moment(summary.as_of)}`, `Version ${summary.version}, as of ${moment(summary.as_of)}`) : t(`Số liệu đang chạy, lúc ${moment(summary.as_of)}`, `Live figures of ${moment(summary.as_of)}`))}
      actions={<Go to={`/conferences/${conference}/reports`}>{t("Báo cáo của các đơn vị", "Reports of the units")}</Go>}
    >
      <Tabs
        label={t("Tổng hợp theo", "Summed by")}
        chosen={by}
        onChoose={(value) => setBy(value as GroupBy)}
        options={[["bloc", t("Theo khối", "By bloc")], ["form", t("Theo hình thức", "By form")], ["session", t("Theo lớp", "By session")], ["unit", t("Theo đơn vị", "By unit")]]}
      />
      <Read of={reading}>
        {(found) => (
          <>
            {(found.is_locked || live) && <Check label={t("Xem số liệu nếu tính lại bây giờ", "See what the figures would be now")} checked={live} onInput={setLive} />}
            {found.difference.length > 0 && (
              <Notice tone="wait" title={t("Có thay đổi so với bản đã chốt", "Something differs from the frozen version")}>
                <ul>{found.difference.map((each) => <li key={each.path}>{each.line}</li>)}</ul>
              </Notice>
            )}
            {found.units_unreported > 0 && (
              <Notice tone="wait" title={t(`${count(found.units_unreported)} đơn vị chưa gửi báo cáo kết quả`, `${count(found.units_unreported)} units have not reported`)}>
                <a href={`#/conferences/${conference}/reports`}>{t("Xem là đơn vị nào, lấy lời nhắc", "See which, and remind them")}</a>
              </Notice>
            )}
            <Section title={t("Toàn hội nghị", "All of the conference")}>
              <Identity of={found.total} caption={found.unit_name} />
              <p class="soft">{t("Khách mời, quần chúng", "Guests")}: {count(found.guests)}{found.head_count !== null && `; ${t("đếm tại hội trường", "heads counted")}: ${count(found.head_count)}`}</p>
            </Section>
            <Section title={t("Chi tiết", "In detail")}>
              <Rows summary={found} />
            </Section>
            <Section title={t("Tải về", "Take away")}>
              <Downloads conference={conference} live={live} />
              <p class="soft">{t("Danh sách từng người có họ tên: máy ghi lại ai đã tải.", "Lists with names: who took them is noted.")}</p>
            </Section>
          </>
        )}
      </Read>
      <ShareCard conference={conference} />
      {(isStaff() || isAdmin()) && <Closing conference={conference} isClosed={summary?.version != null} onChanged={reading.again} />}
    </Page>
  );
}
