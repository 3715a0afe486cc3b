/* The checklist of one bridge point, and its line tests. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas, whole } from "../api";
import type { Params } from "../entry";
import { tell } from "../parts/asking";
import { Badge, Button, Empty, Field, Go, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { type Reading, useRead } from "../reading";
import { useAct } from "../saving";
import { moment, t } from "../words";
import { lackName } from "./naming";
import { usePoint } from "./readings";

type Checklist = Schemas["PreparationView"];
type Item = Schemas["PreparationItemView"];
type Result = Schemas["CheckResult"] | null;

const LINE_TEST = "line_test";

function resultName(result: Result): string {
  if (result === "done") return t("Xong", "Done");
  if (result === "passed") return t("Đạt", "Passed");
  return result === "failed" ? t("Không đạt", "Failed") : t("Chưa làm", "Not done");
}

function ItemRow(props: { item: Item; point: string; reading: Reading<Checklist> }) {
  const { item, reading } = props;
  const [note, type] = useState(item.note ?? "");
  const acting = useAct();
  /* Items are found by several people at once, each for itself: the newest finding holds, so no If-Match. */
  const mark = async (result: Result, undo: boolean) => {
    const before = item.result;
    const saved = await acting.run(`${item.text}: ${resultName(result)}`, () =>
      ask((signal) =>
        api.PATCH("/api/v1/points/{point_id}/preparation", {
          signal,
          params: { path: { point_id: props.point } },
          body: { marks: [{ item_key: item.key, result, note: result === null ? null : note.trim() || null }] },
        }),
      ),
    );
    reading.again();
    if (saved && !undo) tell(`${item.text}: ${resultName(result)}`, () => void mark(before, true));
  };
  const offered: Result[] = item.kind === "done" ? ["done"] : ["passed", "failed"];
  return (
    <li class="check-item">
      <p>
        <b>{item.text}</b>{" "}
        <Badge tone={item.lack === null ? "good" : item.lack === "failed" ? "bad" : "wait"}>{item.lack === null ? resultName(item.result) : lackName(item.lack)}</Badge>
      </p>
      {item.marked_at && <p class="soft">{item.marked_by ? `${item.marked_by}, ` : ""}{moment(item.marked_at)}{item.note ? ` – ${item.note}` : ""}</p>}
      <ProblemNotice problem={acting.problem} />
      {item.key === LINE_TEST ? (
        <p class="soft">{t("Theo lần test đường truyền mới nhất ở dưới.", "By the newest line test below.")}</p>
      ) : (
        <>
          <Field label={t(`Ghi chú: ${item.text}`, `Note: ${item.text}`)} value={note} onInput={type} maxLength={500} />
          <div class="row-actions">
            {offered.map((result) => (
              <Button key={result} isBusy={acting.isBusy} pressed={item.result === result && !item.is_stale} label={`${resultName(result)}: ${item.text}`} onClick={() => void mark(result, false)}>{resultName(result)}</Button>
            ))}
            {item.result !== null && <Button kind="plain" isBusy={acting.isBusy} onClick={() => void mark(null, false)} label={t(`Bỏ đánh dấu: ${item.text}`, `Take the mark back: ${item.text}`)}>{t("Bỏ đánh dấu", "Take it back")}</Button>}
          </div>
        </>
      )}
    </li>
  );
}

function LineTests(props: { point: string; onAdded: () => void }) {
  const [note, type] = useState("");
  const acting = useAct();
  const tests = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/points/{point_id}/line-tests", { signal: inTime, params: { path: { point_id: props.point }, query } }), signal),
    [props.point],
  );
  const add = async (passed: boolean) => {
    const added = await acting.run(t("Ghi test đường truyền", "Note a line test"), (key) =>
      ask((signal) =>
        api.POST("/api/v1/points/{point_id}/line-tests", { signal, params: { path: { point_id: props.point }, header: { "idempotency-key": key } }, body: { passed, note: note.trim() || null } }),
      ),
    );
    if (!added) return;
    type("");
    tests.again();
    props.onAdded();
    tell(passed ? t("Đã ghi: đường truyền đạt.", "Noted: passed.") : t("Đã ghi: đường truyền không đạt.", "Noted: failed."));
  };
  return (
    <Section title={t("Test đường truyền", "Line tests")}>
      <ProblemNotice problem={acting.problem} />
      <Field label={t("Ghi chú của lần test", "Note of the test")} hint={t("Ví dụ: hình giật, tiếng rõ.", "As in: picture jerks, sound is clear.")} value={note} onInput={type} maxLength={500} />
      <div class="row-actions">
        <Button kind="main" isBusy={acting.isBusy} onClick={() => void add(true)}>{t("Đường truyền đạt", "The line passed")}</Button>
        <Button isBusy={acting.isBusy} onClick={() => void add(false)}>{t("Đường truyền không đạt", "The line failed")}</Button>
      </div>
      <Read of={tests}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{t("Chưa test lần nào.", "There was none yet.")}</Empty>
          ) : (
            <Table
              caption={t("Mới nhất trước", "Newest first")}
              rows={all}
              rowKey={(each) => each.id}
              tone={(each) => (each.is_stale ? "plain" : each.passed ? "good" : "bad")}
              columns={[
                { head: t("Lúc", "At"), cell: (each) => moment(each.tested_at) },
                { head: t("Kết quả", "Result"), cell: (each) => (each.passed ? t("Đạt", "Passed") : t("Không đạt", "Failed")) + (each.is_stale ? t(" (đã cũ: địa điểm đã đổi)", " (outdated: the venue changed)") : "") },
                { head: t("Người ghi", "By"), cell: (each) => each.tested_by ?? "–" },
                { head: t("Ghi chú", "Note"), cell: (each) => each.note ?? "–" },
              ]}
            />
          )
        }
      </Read>
    </Section>
  );
}

export default function PointPreparation(props: { params: Params }) {
  const id = props.params.point!;
  const point = usePoint(id);
  const reading = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/points/{point_id}/preparation", { signal: inTime, params: { path: { point_id: id } } }), signal),
    [id],
  );
  return (
    <Page
      title={point.value ? t(`Chuẩn bị: ${point.value.name}`, `Preparation: ${point.value.name}`) : t("Chuẩn bị điểm cầu", "Preparation")}
      lead={point.value?.venue}
      actions={point.value && <Go to={`/conferences/${point.value.conference_id}/preparation`}>{t("Mọi điểm cầu", "All points")}</Go>}
    >
      <Read of={reading}>
        {(read) => (
          <Section title={t("Mục chuẩn bị", "Checklist")}>
            {read.items.length === 0 && <Empty>{t("Hội nghị này chưa có mục chuẩn bị nào.", "This conference has no checklist.")}</Empty>}
            <ul class="check-items">{read.items.map((item) => <ItemRow key={item.key} item={item} point={id} reading={reading} />)}</ul>
          </Section>
        )}
      </Read>
      <LineTests point={id} onAdded={reading.again} />
    </Page>
  );
}
