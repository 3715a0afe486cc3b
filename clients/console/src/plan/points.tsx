/* The bridge points of the conference, and the units that have none. */
import { api, whole } from "../api";
import type { Params } from "../entry";
import { usePoints } from "../lists";
import { Badge, Empty, Go, Notice, Page, Read } from "../parts/basics";
import { formName, FORMS } from "../parts/naming";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { count, t } from "../words";
import { useScreenCounts } from "./readings";

function Unplaced(props: { conference: string }) {
  const unplaced = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/conferences/{conference_id}/unplaced-units", { signal: inTime, params: { path: { conference_id: props.conference }, query } }), signal),
    [props.conference],
  );
  return (
    <Read of={unplaced}>
      {(units) =>
        units.length === 0 ? null : (
          <Notice tone="wait" title={t(`${count(units.length)} đơn vị chưa có điểm cầu`, `${count(units.length)} units have no point`)}>
            <p>{t("Đảng viên ở đây chưa được xếp đi đâu. Mở một điểm cầu rồi thêm đơn vị vào.", "Their members are expected nowhere: open a point and add them.")}</p>
            <ul>
              {units.slice(0, 20).map((unit) => (
                <li key={unit.id}>{unit.name}{unit.parent_name ? `, ${unit.parent_name}` : ""}: {t(`${count(unit.convened_count)} đảng viên`, `${count(unit.convened_count)} members`)}</li>
              ))}
            </ul>
            {units.length > 20 && <p>{t(`Và ${count(units.length - 20)} đơn vị nữa.`, `And ${count(units.length - 20)} more.`)}</p>}
          </Notice>
        )
      }
    </Read>
  );
}

function Paired(props: { count: number | undefined }) {
  if (props.count === undefined) return <>–</>;
  return props.count === 0 ? <Badge tone="wait">{t("chưa ghép", "none")}</Badge> : <Badge tone="good">{t(`${count(props.count)} màn hình`, `${count(props.count)} paired`)}</Badge>;
}

export default function Points(props: { params: Params }) {
  const conference = props.params.conference!;
  const points = usePoints(conference);
  const screens = useScreenCounts(conference);
  return (
    <Page
      title={t("Điểm cầu, màn hình", "Points and screens")}
      lead={t("Mỗi điểm cầu là một hội trường. Bấm tên để sửa, ghép màn hình, ghi số chỗ.", "Each is a hall: open one to change it, pair its screens, set its seats.")}
      actions={<Go kind="main" to={`/conferences/${conference}/new-point`}>{t("Thêm điểm cầu", "Add a point")}</Go>}
    >
      <Unplaced conference={conference} />
      <Read of={points}>
        {(all) => (
          <>
            {all.length === 0 && <Empty>{t("Chưa có điểm cầu nào. Mời đồng chí bấm “Thêm điểm cầu”.", "There is none yet: press “Add a point”.")}</Empty>}
            {FORMS.filter((form) => all.some((each) => each.form === form)).map((form) => {
              const some = all.filter((each) => each.form === form);
              return (
                <Table
                  key={form}
                  caption={`${formName(form)} – ${t(`${count(some.length)} điểm cầu`, `${count(some.length)} points`)}`}
                  rows={some}
                  rowKey={(each) => each.id}
                  columns={[
                    {
                      head: t("Điểm cầu", "Point"),
                      cell: (each) => <><a href={`#/points/${each.id}`}>{each.name}</a>{each.is_hub && <> <Badge tone="plain">{t("Chủ trì Meet", "Hub")}</Badge></>}</>,
                    },
                    { head: t("Địa điểm", "Venue"), cell: (each) => each.venue },
                    { head: t("Đơn vị dự", "Units"), cell: (each) => names(each.expected_units.map((unit) => unit.name)) },
                    { head: t("Màn hình", "Screens"), cell: (each) => <Paired count={screens.value?.find((one) => one.point_id === each.id)?.paired_count} /> },
                    { head: t("Chuẩn bị", "Checklist"), cell: (each) => <a href={`#/points/${each.id}/preparation`} aria-label={t(`Kiểm tra ${each.name}`, `Checklist of ${each.name}`)}>{t("Kiểm tra", "Check")}</a> },
                  ]}
                />
              );
            })}
          </>
        )}
      </Read>
    </Page>
  );
}

function names(units: readonly string[]): string {
  if (units.length === 0) return "–";
  const shown = units.slice(0, 3).join(", ");
  return units.length > 3 ? t(`${shown} và ${units.length - 3} đơn vị nữa`, `${shown} and ${units.length - 3} more`) : shown;
}
