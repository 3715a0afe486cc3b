/* The roll: one tap says present, a second one opens all the rest; nothing that is ticked is lost. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { me } from "../me";
import { confirmed, tell } from "../parts/asking";
import { Button, Empty, Field, Go, Notice, Read, Select } from "../parts/basics";
import { count, t } from "../words";
import { BulkBar } from "./bulk";
import { Person } from "./person";
import { PersonSheet } from "./person-sheet";
import { markOf, type Shown, useRows, withTicks } from "./reading-rows";
import { isWhole, nameOf } from "./sitting";
import { SittingPage, type Sitting } from "./sitting-page";
import { type Mark, skipped, takeBack, tick, written, keyOf } from "./ticks";
import { early, finds, hasCome, isAbsent, reasonName, type Row } from "./words";

type Filter = { key: string; name: string; fits: (row: Row) => boolean };

const filters = (): Filter[] => [
  { key: "all", name: t("Tất cả", "Everybody"), fits: () => true },
  { key: "unknown", name: t("Chưa rõ", "Not known yet"), fits: (row) => row.presence === "unknown" && !row.is_on_duty },
  { key: "pending", name: t("Chờ xác nhận", "Waits for you"), fits: (row) => row.presence === "pending" },
  { key: "absent", name: t("Vắng", "Absent"), fits: isAbsent },
  { key: "present", name: t("Có mặt", "Present"), fits: hasCome },
  { key: "contradicted", name: t("Ghi tay và máy nói khác nhau", "Tick and phone disagree"), fits: (row) => row.is_contradicted },
];

export function told(mark: Mark | null): string {
  if (!mark) return t("đã xóa dấu", "mark removed");
  if (mark.kind === "absent") return t(`vắng – ${reasonName(mark.reason ?? "KL").toLowerCase()}`, `absent – ${reasonName(mark.reason ?? "KL").toLowerCase()}`);
  return mark.departed_at ? t("về sớm", "left early") : t("có mặt", "present");
}

/* Writes a mark, and says so with the way back. */
function write(sitting: Sitting, row: Shown, mark: Mark | null): void {
  const session = sitting.session.id;
  const wasTold = written.value.get(keyOf(session, row.member_id));
  const before = markOf(row);
  const who = { id: row.member_id, name: row.full_name };
  tick(session, sitting.unit.id, who, mark);
  tell(`${row.full_name}: ${told(mark)}`, () => {
    if (!takeBack(session, row.member_id, wasTold?.mark)) tick(session, sitting.unit.id, who, before);
  });
}

function Skipped() {
  if (skipped.value.length === 0) return null;
  return (
    <Notice tone="wait" title={t("Có dấu chưa ghi được", "Some marks could not be written")}>
      <ul>
        {skipped.value.map((each) => (
          <li key={`${each.unit_id}${each.row_number}${each.member_id}`}>
            {each.row_number ? t(`Số ${each.row_number}, ${nameOf(each.unit_id)}: `, `No. ${each.row_number}, ${nameOf(each.unit_id)}: `) : ""}
            {each.detail}
          </li>
        ))}
      </ul>
      <Button kind="plain" onClick={() => { skipped.value = []; }}>{t("Đã xem", "I have seen it")}</Button>
    </Notice>
  );
}

function List(props: { sitting: Sitting; rows: readonly Shown[]; again: () => void }) {
  const { sitting, rows } = props;
  const { state } = sitting.session;
  const [query, setQuery] = useState("");
  const [filter, setFilter] = useState("all");
  const [open, setOpen] = useState("");
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const [kept, keep] = useState<ReadonlySet<string>>(new Set());
  const chosen = filters().find((each) => each.key === filter)!;

  // A name that is ticked stays where it is until the next question: the list does not jump under the thumb.
  const fitting = useMemo(() => new Set(rows.filter(chosen.fits).map((each) => each.member_id)), [filter, query]);
  const shown = rows.filter((each) => (fitting.has(each.member_id) || chosen.fits(each) || kept.has(each.member_id)) && finds(query, each));
  const isLocked = early(state) !== "" && state !== "planned";
  const own = me.value?.member.member_id;
  const several = isWhole(sitting.unit) && new Set(rows.map((each) => each.unit_id)).size > 1;

  const choose = (row: Shown) => {
    if (picked) {
      const next = new Set(picked);
      if (!next.delete(row.member_id)) next.add(row.member_id);
      setPicked(next);
      return;
    }
    if (row.member_id === own) tell(t("Không tự ghi cho mình: nhờ phó bí thư hoặc cấp trên ghi giúp.", "Nobody ticks himself: ask your deputy or the unit above."));
    else if (isLocked) tell(early(state));
    else if (["unknown", "excused"].includes(row.presence) && !row.mark && state !== "planned") write(sitting, row, { kind: "present" });
    else setOpen(row.member_id);
  };

  const bulk = async (mark: Mark) => {
    const some = rows.filter((each) => picked?.has(each.member_id) && each.member_id !== own);
    const yes = some.length < 10 || (await confirmed({
      title: t(`Ghi ${some.length} người?`, `Write ${some.length} persons?`),
      text: told(mark),
      yes: t("Đúng, ghi", "Yes, write"),
    }));
    if (!yes) return;
    const before = some.map((each) => ({ who: { id: each.member_id, name: each.full_name }, mark: markOf(each) }));
    some.forEach((each) => tick(sitting.session.id, sitting.unit.id, { id: each.member_id, name: each.full_name }, mark));
    setPicked(null);
    keep(new Set(some.map((each) => each.member_id)));
    tell(t(`Đã ghi ${some.length} người: ${told(mark)}`, `${some.length} written: ${told(mark)}`), () => before.forEach((each) => tick(sitting.session.id, sitting.unit.id, each.who, each.mark)));
  };

  const row = rows.find((each) => each.member_id === open);
  let unit = "";
  return (
    <>
      <div class="fields">
        <Field label={t("Tìm tên hoặc số, không cần dấu", "Find a name or number, without marks")} type="search" value={query} onInput={setQuery} />
        <Select
          label={t("Hiện những ai", "Show")}
          value={filter}
          onInput={setFilter}
          options={filters().map((each) => [each.key, `${each.name} (${count(rows.filter(each.fits).length)})`] as const)}
        />
      </div>
      <div class="row-actions">
        <Button pressed={picked !== null} onClick={() => setPicked(picked ? null : new Set())} disabled={isLocked}>{t("Chọn nhiều", "Pick several")}</Button>
        <Go to="/my/numbers" kind="quiet">{t("Ghi theo số", "By numbers")}</Go>
      </div>
      <p class="hint">{isLocked ? "" : picked ? t("Chạm từng người để chọn.", "Tap each to pick.") : state === "planned" ? t("Chạm vào tên để ghi vắng.", "Tap a name to write an absence.") : t("Chạm một lần: có mặt. Chạm lần nữa: vắng, lý do, về sớm.", "One tap: present. Another: absent, reasons, left early.")}</p>
      <ul class="people">
        {shown.map((each) => {
          const isNew = several && each.unit_id !== unit;
          unit = each.unit_id;
          return <Person key={each.member_id} row={each} head={isNew ? each.unit_name : ""} picked={picked?.has(each.member_id)} onTap={() => choose(each)} />;
        })}
      </ul>
      {shown.length === 0 && <Empty>{t("Không có ai như vậy. Xóa ô tìm hoặc chọn “Tất cả”.", "Nobody. Clear the search or choose everybody.")}</Empty>}
      {picked && <BulkBar count={picked.size} mayBePresent={state !== "planned"} onMark={(mark) => void bulk(mark)} onAll={() => setPicked(new Set(shown.map((each) => each.member_id)))} />}
      {row && <PersonSheet sitting={sitting} row={row} onWrite={(mark) => { write(sitting, row, mark); setOpen(""); }} onDecided={() => { setOpen(""); props.again(); }} onClose={() => setOpen("")} />}
    </>
  );
}

function Roll(props: Sitting) {
  const rows = useRows(props.session.id, props.unit.id);
  const removed = [...written.value.values()].some((each) => each.mark === null && each.isSaved);
  useEffect(() => {
    if (removed || skipped.value.length > 0) rows.again(); // what the phones proved holds again
  }, [removed, skipped.value.length]);
  return (
    <>
      {early(props.session.state) && <Notice tone="wait" title={early(props.session.state)} />}
      <Skipped />
      <Read of={rows}>
        {(value) =>
          value.length === 0 ? (
            <Empty>{t("Danh sách của đơn vị trong lớp này chưa có ai. Ban Tuyên giáo xếp lớp xong thì tên hiện ở đây.", "Nobody of the unit is in this session yet.")}</Empty>
          ) : (
            <List sitting={props} rows={value.map((each) => withTicks(each, props.session.id))} again={rows.again} />
          )
        }
      </Read>
    </>
  );
}

export default function RollPage() {
  return <SittingPage title={t("Danh sách", "Roll")}>{(sitting) => <Roll {...sitting} />}</SittingPage>;
}
