/* Who goes to which session, in numbers: propose, look at the halls, mend units, publish. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas, whole } from "../api";
import type { Params } from "../entry";
import { confirmed, tell } from "../parts/asking";
import { Button, Check, Empty, Figure, Figures, Go, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, t } from "../words";
import { Loads } from "./loads";

import { Warnings } from "./pieces";

function Proposing(props: { conference: string; onProposed: () => void }) {
  const acting = useAct();
  const [seen, see] = useState<Schemas["Proposal"] | null>(null);
  const propose = async (isDryRun: boolean) => {
    const answer = await acting.run(isDryRun ? t("Xem trước đề xuất", "Preview the proposal") : t("Đề xuất phân bổ", "Propose"), () =>
      ask((signal) => api.POST("/api/v1/conferences/{conference_id}/allocation/propose", { signal, params: { path: { conference_id: props.conference } }, body: { is_dry_run: isDryRun } })),
    );
    if (!answer) return;
    see(answer.value);
    if (isDryRun) return;
    props.onProposed();
    tell(t(`Đã xếp ${count(answer.value.allocated)}/${count(answer.value.convened)} đảng viên.`, `${count(answer.value.allocated)} of ${count(answer.value.convened)} have a session.`));
  };
  return (
    <Section title={t("Đề xuất", "Propose")}>
      <p>{t("Máy xếp mỗi người một lớp, theo tỷ lệ và số chỗ, đổi ít người nhất. Ai đã được cố định thì giữ nguyên.", "Everybody gets a session, by share and seats, with the fewest moves. Who was fixed by hand stays.")}</p>
      <ProblemNotice problem={acting.problem} />
      <div class="row-actions">
        <Button kind={seen ? "quiet" : "main"} isBusy={acting.isBusy} onClick={() => void propose(true)}>{t("Xem trước", "Preview")}</Button>
        {seen && <Button kind="main" isBusy={acting.isBusy} onClick={() => void propose(false)}>{t("Xếp như vậy", "Do it")}</Button>}
      </div>
      {acting.isBusy && <p class="progress" role="status">{t("Đang xếp lớp…", "Allocating…")}</p>}
      {seen && !acting.isBusy && (
        <div role="status">
          <h3>{seen.is_dry_run ? t("Nếu xếp thì", "It would be so") : t("Đã xếp xong", "Done")}</h3>
          <Figures>
            <Figure name={t("được triệu tập", "convened")} value={count(seen.convened)} />
            <Figure name={t("có lớp", "have a session")} value={count(seen.allocated)} tone={seen.allocated < seen.convened ? "wait" : "good"} />
            <Figure name={t("thêm mới", "added")} value={count(seen.added)} />
            <Figure name={t("đổi lớp", "moved")} value={count(seen.moved)} />
            <Figure name={t("bỏ ra", "removed")} value={count(seen.removed)} />
          </Figures>
          <Warnings warnings={seen.warnings} />
        </div>
      )}
    </Section>
  );
}

const PAGE = 50;

function Units(props: { conference: string; turn: number }) {
  const [onlyWaiting, only] = useState(false);
  const [most, more] = useState(PAGE);
  const units = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/conferences/{conference_id}/allocation", { signal: inTime, params: { path: { conference_id: props.conference }, query: { ...query, only_waiting: onlyWaiting } } }), signal),
    [props.conference, onlyWaiting, props.turn],
  );
  return (
    <Section title={t("Theo đơn vị", "By unit")} aside={<Check label={t("Chỉ đơn vị còn người chưa xếp", "Only those with somebody to place")} checked={onlyWaiting} onInput={only} />}>
      <Read of={units}>
        {(all) => (
          <>
            {all.length === 0 && <Empty>{onlyWaiting ? t("Không còn ai chưa xếp lớp.", "Everybody has a session.") : t("Chưa có ai được triệu tập: nhập danh sách đảng viên và xếp đơn vị vào điểm cầu trước.", "Nobody is convened yet: import members and give points their units.")}</Empty>}
            {all.length > 0 && (
              <Table
                caption={t("Bấm tên đơn vị để chuyển người giữa các lớp. Trong ngoặc: số theo tỷ lệ, chỗ nào khác.", "Open a unit to move its members. In brackets: by the share, where it differs.")}
                rows={all.slice(0, most)}
                rowKey={(each) => each.unit_id}
                tone={(each) => (each.unallocated > 0 || each.warnings.length > 0 ? "wait" : "plain")}
                columns={[
                  { head: t("Đơn vị", "Unit"), cell: (each) => <a href={`#/conferences/${props.conference}/units/${each.unit_id}/allocation`}>{each.unit_name}</a> },
                  { head: t("Điểm cầu", "Point"), cell: (each) => each.bridge_point_name ?? "–" },
                  { head: t("Triệu tập", "Convened"), cell: (each) => count(each.convened), isNumber: true },
                  {
                    head: t("Theo lớp", "By session"),
                    cell: (each) => (
                      <span>
                        {each.sessions.map((share) => (
                          <span class="share" key={share.session_id}>{share.title}: <b>{count(share.members)}</b>{share.wanted !== null && share.wanted !== share.members ? ` (${count(share.wanted)})` : ""}</span>
                        ))}
                      </span>
                    ),
                  },
                  { head: t("Chưa xếp", "To place"), cell: (each) => count(each.unallocated), isNumber: true },
                  { head: t("Cần xem", "Look at"), cell: (each) => each.warnings.map((warning) => warning.text).join(" ") || "–" },
                ]}
              />
            )}
            {all.length > most && <Button onClick={() => more(most + PAGE)}>{t(`Xem thêm (còn ${count(all.length - most)})`, `Show more (${count(all.length - most)})`)}</Button>}
          </>
        )}
      </Read>
    </Section>
  );
}

export default function Allocation(props: { params: Params }) {
  const conference = props.params.conference!;
  const [turn, next] = useState(0);
  const acting = useAct();
  const publish = async () => {
    const yes = await confirmed({
      title: t("Phát giấy triệu tập?", "Publish the summonses?"),
      text: t("Bí thư mỗi đơn vị sẽ thấy giấy triệu tập của mình: lớp, giờ, nơi, họ tên. Sửa gì sau đó thì phát lại, giấy mới ghi rõ đã đổi gì.", "Each secretary sees her unit's: session, time, place, names. After a change publish again; the new one says what changed."),
      yes: t("Phát giấy triệu tập", "Publish"),
    });
    if (!yes) return;
    const done = await acting.run(t("Phát giấy triệu tập", "Publish the summonses"), () =>
      ask((signal) => api.POST("/api/v1/conferences/{conference_id}/allocation/publish", { signal, params: { path: { conference_id: conference } }, body: {} })),
    );
    if (!done) return;
    const { published, unallocated } = done.value;
    tell(
      t(`Đã phát giấy triệu tập cho ${count(published)} đơn vị.`, `Published for ${count(published)} units.`) +
        (unallocated > 0 ? ` ${t(`Còn ${count(unallocated)} người chưa xếp lớp.`, `${count(unallocated)} have no session.`)}` : ""),
    );
    next((before) => before + 1);
  };
  return (
    <Page
      title={t("Phân bổ lớp", "Allocation")}
      lead={t("Đề xuất, xem hội trường nào quá chỗ, sửa đơn vị cần sửa, rồi phát giấy triệu tập.", "Propose, look at the halls, mend units, then publish the summonses.")}
      actions={
        <>
          <Button kind="main" isBusy={acting.isBusy} onClick={() => void publish()}>{t("Phát giấy triệu tập", "Publish the summonses")}</Button>
          <Go kind="quiet" to={`/conferences/${conference}/summonses`}>{t("Xem giấy triệu tập", "See them")}</Go>
        </>
      }
    >
      <ProblemNotice problem={acting.problem} />
      <Proposing conference={conference} onProposed={() => next((before) => before + 1)} />
      <Loads conference={conference} turn={turn} />
      <Units conference={conference} turn={turn} />
    </Page>
  );
}
