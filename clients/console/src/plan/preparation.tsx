/* Which bridge points are ready, on one screen; who is behind stands first. */
import { useState } from "preact/hooks";
import { api, type Schemas, whole } from "../api";
import type { Params } from "../entry";
import { isStaff } from "../me";
import { Badge, Empty, Figure, Figures, Go, Page, Read, Tabs } from "../parts/basics";
import { FORMS, formName } from "../parts/naming";
import { useRead } from "../reading";
import { count, t } from "../words";
import { lackName } from "./naming";

type Readiness = Schemas["PointReadiness"];

const LOOK_SECONDS = 30;

/* Small where all are shown, so that they fit on one screen; with what is missing where only those behind are. */
function Card(props: { point: Readiness; isSmall: boolean }) {
  const { point, isSmall } = props;
  const done = point.items_count - point.missing_count;
  return (
    <li class="tile" data-tone={point.missing_count === 0 ? "good" : point.missing.some((each) => each.lack === "failed") ? "bad" : "wait"}>
      <p class="tile-title"><a href={`#/points/${point.point_id}/preparation`}>{point.name}</a></p>
      {!isSmall && <p class="soft">{point.venue}</p>}
      {point.missing_count === 0 ? (
        <Badge tone="good">{t("Sẵn sàng", "Ready")}</Badge>
      ) : isSmall ? (
        <Badge tone="wait">{t(`xong ${count(done)}/${count(point.items_count)}`, `${count(done)} of ${count(point.items_count)} done`)}</Badge>
      ) : (
        <>
          <p>{t(`Xong ${count(done)}/${count(point.items_count)} mục. Còn:`, `${count(done)} of ${count(point.items_count)} done. Missing:`)}</p>
          <ul>
            {point.missing.map((each) => (
              <li key={each.key}>{each.text}: <b>{lackName(each.lack)}</b>{each.note ? ` – ${each.note}` : ""}</li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

export default function Preparation(props: { params: Params }) {
  const conference = props.params.conference!;
  const [shown, show] = useState("all");
  const points = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/conferences/{conference_id}/preparation", { signal: inTime, params: { path: { conference_id: conference }, query: { ...query, only_missing: false } } }), signal),
    [conference],
    LOOK_SECONDS,
  );
  return (
    <Page title={t("Điểm cầu sẵn sàng chưa", "Preparation")} lead={t("Trang tự cập nhật. Bấm một điểm cầu để đánh dấu và ghi test đường truyền.", "It looks again by itself. Open a point to tick its list and note line tests.")} actions={isStaff() && <Go to={`/conferences/${conference}/about`}>{t("Sửa mục chuẩn bị", "Change the checklist")}</Go>}>
      <Read of={points}>
        {(all) => {
          const behind = all.filter((each) => each.missing_count > 0);
          const wanted = (shown === "missing" ? behind : [...all].sort((one, other) => Number(other.missing_count > 0) - Number(one.missing_count > 0) || one.ordinal - other.ordinal)).filter(
            (each) => shown === "all" || shown === "missing" || each.form === shown,
          );
          return (
            <>
              <Figures>
                <Figure name={t("điểm cầu", "points")} value={count(all.length)} />
                <Figure name={t("sẵn sàng", "ready")} value={count(all.length - behind.length)} tone={behind.length === 0 && all.length > 0 ? "good" : "plain"} />
                <Figure name={t("còn thiếu", "behind")} value={count(behind.length)} tone={behind.length > 0 ? "wait" : "plain"} />
              </Figures>
              <Tabs
                label={t("Xem", "Show")}
                chosen={shown}
                options={[["all", t("Tất cả", "All")], ["missing", t("Còn thiếu gì", "What is missing")], ...FORMS.map((form) => [form, formName(form)] as const)]}
                onChoose={show}
              />
              {wanted.length === 0 && <Empty>{all.length === 0 ? t("Chưa có điểm cầu nào: thêm ở trang “Điểm cầu, màn hình”.", "There is no point yet: add them under “Points and screens”.") : t("Không còn điểm cầu nào ở mục này.", "None here.")}</Empty>}
              <ul class="tiles" data-small={shown !== "missing"}>{wanted.map((point) => <Card key={point.point_id} point={point} isSmall={shown !== "missing"} />)}</ul>
            </>
          );
        }}
      </Read>
    </Page>
  );
}
