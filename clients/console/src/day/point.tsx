/* One point of a session on the day: its counts, codes and screens, heads, and what to do when all fails. */
import { api, ask, type Schemas, whole } from "../api";
import type { Params } from "../entry";
import { isStaff } from "../me";
import { confirmed, tell } from "../parts/asking";
import { Button, Empty, Figure, Figures, Go, Notice, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { useLive } from "../stream";
import { clock, count, moment, percent, t } from "../words";
import { unknownOf } from "./board-table";
import { Heads } from "./heads";
import { Outage } from "./outage";

type Path = { session: string; point: string };

function Counts(props: Path) {
  const { live } = useLive(props.session);
  const found = live?.points.find((each) => each.point_id === props.point);
  if (!found) return <Empty>{t("Chưa có số liệu của điểm cầu này.", "Nothing is counted here yet.")}</Empty>;
  return (
    <Figures>
      <Figure name={t("Triệu tập", "Expected")} value={count(found.expected)} />
      <Figure name={t("Có mặt", "Here")} value={count(found.present)} tone="good" />
      <Figure name={t("Tỷ lệ", "Rate")} value={percent(found.present, found.expected)} />
      <Figure name={t("Chờ bí thư", "Pending")} value={count(found.pending)} tone={found.pending ? "wait" : "plain"} />
      <Figure name={t("Chưa rõ", "Unknown")} value={count(unknownOf(found))} />
    </Figures>
  );
}

function Codes(props: Path) {
  const acting = useAct();
  const reading = useRead(
    (signal) => whole((query, own) => api.GET("/api/v1/sessions/{session_id}/points", { signal: own, params: { path: { session_id: props.session }, query } }), signal),
    [props.session],
  );
  const path = { session_id: props.session, point_id: props.point };
  const rotate = async () => {
    const yes = await confirmed({
      title: t("Đổi mã ngay?", "Change the codes now?"),
      text: t("6 số đang hiện sẽ hết dùng. Dùng khi mã bị chụp, gửi ra ngoài.", "The digits shown now stop working. For codes that have been passed on."),
      yes: t("Đổi mã ngay", "Change now"),
    });
    if (!yes) return;
    const done = await acting.run(t("Đổi mã", "Change the codes"), () => ask(() => api.POST("/api/v1/sessions/{session_id}/points/{point_id}/rotate", { params: { path } })));
    if (done) tell(t("Đã đổi mã.", "The codes have changed."));
    reading.again();
  };
  const restore = async () => {
    const done = await acting.run(t("Nhận lại mã 6 số", "Take typed codes again"), () => ask(() => api.POST("/api/v1/sessions/{session_id}/points/{point_id}/restore-typed-codes", { params: { path } })));
    if (done) tell(t("Mã 6 số được tính lại.", "Typed codes count again."));
    reading.again();
  };
  return (
    <Section title={t("Mã điểm danh", "Codes")}>
      <Read of={reading}>
        {(points) => {
          const here = points.find((each) => each.point.id === props.point);
          if (!here) return <Empty>{t("Lớp này không có mã ở đây.", "This session has no codes here.")}</Empty>;
          return (
            <>
              {here.typed_codes_suspended_at && (
                <Notice tone="wait" title={t("Mã 6 số đang tạm dừng: có người gõ sai nhiều lần", "Typed codes wait: somebody guessed many")}>
                  <p>{t("Từ", "Since")} {moment(here.typed_codes_suspended_at)}. {t("Ai gõ số vẫn được ghi, chờ bí thư xác nhận. Quét mã QR không ảnh hưởng.", "Whoever types is recorded and waits; scanning is not concerned.")}</p>
                  <Button isBusy={acting.isBusy} onClick={() => void restore()}>{t("Nhận lại mã 6 số", "Take typed codes again")}</Button>
                </Notice>
              )}
              <p>
                {here.door ? <>{t("Cửa số", "Door")} <b>{here.door}</b></> : t("Lớp chưa mở nên chưa có mã.", "The session is not open: no codes yet.")}
              </p>
              <ProblemNotice problem={acting.problem} />
              {here.door && <Button isBusy={acting.isBusy} onClick={() => void rotate()}>{t("Đổi mã ngay", "Change codes now")}</Button>}
            </>
          );
        }}
      </Read>
    </Section>
  );
}

function Screens(props: Path) {
  const acting = useAct();
  const adding = useAct();
  const path = { point_id: props.point };
  const reading = useRead(
    (signal) => ask((own) => api.GET("/api/v1/points/{point_id}/screens", { signal: own, params: { path } }), signal),
    [props.point],
    15,
  );
  const revoke = async (screen: Schemas["ScreenView"]) => {
    const yes = await confirmed({
      title: t("Gỡ màn hình này?", "Remove this screen?"),
      text: t("Màn hình sẽ tắt mã. Muốn dùng lại phải ghép lại.", "It stops showing codes until it is paired again."),
      yes: t("Gỡ", "Remove"),
      isDanger: true,
    });
    if (!yes) return;
    await acting.run(t("Gỡ màn hình", "Remove a screen"), () => ask(() => api.DELETE("/api/v1/screens/{screen_id}", { params: { path: { screen_id: screen.id } } })));
    reading.again();
  };
  const add = async () => {
    const answer = await adding.run(t("Ghép màn hình", "Pair a screen"), () => ask(() => api.POST("/api/v1/points/{point_id}/screens", { params: { path } })));
    if (!answer) return;
    reading.again();
    const { pairing_code, page_url, expires_at } = answer.value;
    await confirmed({
      title: `${t("Mã ghép", "Pairing code")}: ${pairing_code}`,
      text: t(
        `Trên máy tính nối máy chiếu, mở ${page_url} rồi gõ mã này trước ${clock(expires_at)}. Mã dùng một lần.`,
        `On the PC at the projector open ${page_url} and type this code before ${clock(expires_at)}. It works once.`,
      ),
      yes: t("Đã ghi", "Noted"),
    });
  };
  return (
    <Section title={t("Màn hình", "Screens")} aside={<Button isBusy={adding.isBusy} onClick={() => void add()}>{t("Ghép thêm màn hình", "Pair a screen")}</Button>}>
      <ProblemNotice problem={acting.problem ?? adding.problem} />
      <Read of={reading}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t("Chưa có màn hình. Bấm “Ghép thêm màn hình” để lấy mã ghép.", "No screen yet: press “Pair a screen”.")}</Empty>
          ) : (
            <Table
              caption={t("Màn hình của điểm cầu này", "Screens of this point")}
              rows={items}
              rowKey={(each) => each.id}
              columns={[
                { head: t("Màn hình", "Screen"), cell: (each) => (each.paired_at ? t(`Ghép lúc ${moment(each.paired_at)}`, `Paired ${moment(each.paired_at)}`) : t(`Chưa ghép, mã lập lúc ${clock(each.created_at)}`, `Not paired, code of ${clock(each.created_at)}`)) },
                { head: t("Việc", "Do"), cell: (each) => <Button onClick={() => void revoke(each)}>{t("Gỡ", "Remove")}</Button> },
              ]}
            />
          )
        }
      </Read>
    </Section>
  );
}

export default function PointPage(props: { params: Params }) {
  const path: Path = { session: props.params.session!, point: props.params.point! };
  const point = useRead((signal) => ask((own) => api.GET("/api/v1/points/{point_id}", { signal: own, params: { path: { point_id: path.point } } }), signal), [path.point]);
  return (
    <Page
      title={point.value?.name ?? t("Điểm cầu", "Point")}
      lead={point.value?.venue}
      actions={point.value && <Go to={`/conferences/${point.value.conference_id}/board`}>{t("Về bảng theo dõi", "Back to the board")}</Go>}
    >
      <Read of={point}>
        {(found) => (
          <>
            <Counts {...path} />
            {isStaff() && <Codes {...path} />}
            {isStaff() && <Screens {...path} />}
            {isStaff() && <Heads {...path} />}
            {isStaff() && <Outage {...path} found={found} />}
          </>
        )}
      </Read>
    </Page>
  );
}
