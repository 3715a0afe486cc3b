/* The points of a session as a table that nine and that 375 lines can be read in. */
import { useState } from "preact/hooks";
import type { Schemas } from "../api";
import { Badge, Empty, Field, Select, Tabs } from "../parts/basics";
import { Table } from "../parts/table";
import { clock, count, percent, t } from "../words";
import { fits } from "./readings";

type PointCount = Schemas["PointCount"];
type Evidence = Schemas["PointEvidence"];
type Counted = Pick<PointCount, "expected" | "present" | "pending" | "excused" | "unexcused">;
export type Line = PointCount & { evidence: Evidence | undefined };

export function unknownOf(each: Counted): number {
  return Math.max(0, each.expected - each.present - each.pending - each.excused - each.unexcused);
}

const rate = (each: Counted) => (each.expected ? each.present / each.expected : 1);

type Order = "plan" | "silent" | "rate" | "unknown" | "name";

function sorted(lines: readonly Line[], order: Order): Line[] {
  const by: Record<Order, (one: Line, other: Line) => number> = {
    plan: () => 0,
    silent: (one, other) => Number(other.evidence?.is_silent ?? false) - Number(one.evidence?.is_silent ?? false) || unknownOf(other) - unknownOf(one),
    rate: (one, other) => rate(one) - rate(other),
    unknown: (one, other) => unknownOf(other) - unknownOf(one),
    name: (one, other) => one.name.localeCompare(other.name, "vi"),
  };
  return [...lines].sort(by[order]);
}

export function EvidenceSplit(props: { of: Evidence | undefined }) {
  const { of } = props;
  if (!of) return <span class="soft">–</span>;
  const parts: [string, number, string][] = [
    ["qr", of.qr, t("QR", "QR")],
    ["digits", of.digits, t("số", "digits")],
    ["named", of.named, t("tên", "names")],
    ["by-hand", of.by_hand, t("ghi tay", "by hand")],
  ];
  const total = parts.reduce((sum, [, number]) => sum + number, 0);
  if (total === 0) return <span class="soft">{t("chưa có ai", "nobody yet")}</span>;
  return (
    <div class="split">
      <div class="split-bar" aria-hidden="true">
        {parts.map(([key, number]) => number > 0 && <span key={key} data-part={key} style={{ flexGrow: number }} />)}
      </div>
      <span class="split-text">
        {parts.filter(([, number]) => number > 0).map(([, number, name]) => `${name} ${count(number)}`).join(" · ")}
      </span>
    </div>
  );
}

function since(line: Line, openedAt: string | null): string {
  const last = line.evidence?.last_arrived_at ?? openedAt;
  return last ? clock(last) : "";
}

function Standing(props: { line: Line; openedAt: string | null }) {
  const { line } = props;
  if (line.evidence?.is_silent) {
    return <Badge tone="wait">{t(`im từ ${since(line, props.openedAt)}`, `silent since ${since(line, props.openedAt)}`)}</Badge>;
  }
  if (line.expected > 0 && unknownOf(line) === 0 && line.pending === 0) return <Badge tone="good">{t("đủ", "complete")}</Badge>;
  return <>{line.evidence?.last_arrived_at ? clock(line.evidence.last_arrived_at) : "–"}</>;
}

export function PointTable(props: { session: Schemas["SessionView"]; lines: readonly Line[] }) {
  const [order, setOrder] = useState<Order>("plan");
  const [query, setQuery] = useState("");
  const [only, setOnly] = useState<"all" | "silent">("all");
  const silent = props.lines.filter((each) => each.evidence?.is_silent).length;
  const shown = sorted(props.lines, order).filter((each) => fits(query, each.name) && (only === "all" || each.evidence?.is_silent));
  return (
    <>
      <div class="fields">
        {props.lines.length > 5 && <Field label={t("Tìm điểm cầu", "Find a point")} type="search" value={query} onInput={setQuery} />}
        <Select
          label={t("Xếp theo", "Order by")}
          value={order}
          onInput={(value) => setOrder(value as Order)}
          options={[
            ["plan", t("thứ tự trong kế hoạch", "the plan")],
            ["silent", t("im lặng trước", "silent first")],
            ["rate", t("tỷ lệ thấp trước", "lowest rate first")],
            ["unknown", t("nhiều người chưa rõ trước", "most unknown first")],
            ["name", t("tên", "name")],
          ]}
        />
      </div>
      {silent > 0 && (
        <Tabs
          label={t("Điểm cầu nào", "Which points")}
          chosen={only}
          onChoose={(value) => setOnly(value as typeof only)}
          options={[["all", t(`Tất cả ${count(props.lines.length)}`, `All ${count(props.lines.length)}`)], ["silent", t(`Im lặng ${count(silent)}`, `Silent ${count(silent)}`)]]}
        />
      )}
      {shown.length === 0 ? (
        <Empty>{query ? t("Không có điểm cầu nào tên như vậy.", "No point is called so.") : t("Chưa có điểm cầu nào. Thêm ở trang Kế hoạch.", "There are no points yet: add them to the plan.")}</Empty>
      ) : (
        <Table
          caption={t("Mỗi điểm cầu một dòng; dòng vàng: đã 10 phút không có ai đến. Bấm tên để mở.", "A line for each point; amber: nobody came for 10 minutes. Press a name to open it.")}
          rows={shown}
          rowKey={(each) => each.point_id}
          tone={(each) => (each.evidence?.is_silent ? "wait" : "plain")}
          columns={[
            { head: t("Điểm cầu", "Point"), cell: (each) => <a href={`#/sessions/${props.session.id}/points/${each.point_id}`}>{each.name}</a> },
            { head: t("Triệu tập", "Expected"), isNumber: true, cell: (each) => count(each.expected) },
            { head: t("Có mặt", "Here"), isNumber: true, cell: (each) => <b>{count(each.present)}</b> },
            { head: t("Tỷ lệ", "Rate"), isNumber: true, cell: (each) => percent(each.present, each.expected) },
            { head: t("Chờ", "Pending"), isNumber: true, cell: (each) => count(each.pending) },
            { head: t("Chưa rõ", "Unknown"), isNumber: true, cell: (each) => count(unknownOf(each)) },
            { head: t("Ghi nhận bằng", "Evidence"), cell: (each) => <EvidenceSplit of={each.evidence} /> },
            { head: t("Người cuối đến", "Last arrival"), cell: (each) => <Standing line={each} openedAt={props.session.opened_at} /> },
          ]}
        />
      )}
    </>
  );
}
