/* One bridge point: its screens, its seats, its codes, and what it is. */
import { useEffect, useState } from "preact/hooks";
import { api, ask } from "../api";
import { useChange, useDraft } from "../changing";
import type { Params } from "../entry";
import type { Point } from "../lists";
import { isStaff } from "../me";
import { confirmed, tell } from "../parts/asking";
import { Button, Check, Form, Go, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { formName } from "../parts/naming";
import { go } from "../place";
import { type Reading, useRead } from "../reading";
import { useAct } from "../saving";
import { t } from "../words";
import { PointFields, typedOf } from "./point-fields";
import { PointSessions } from "./point-sessions";
import { useConference, usePoint } from "./readings";
import { Screens } from "./screens";

function Change(props: { point: Point; hostName: string; organiser: string; reading: Reading<Point> }) {
  const { point, reading } = props;
  const draft = useDraft(typedOf(point, props.hostName));
  const acting = useChange(reading);
  const [move, setMove] = useState(false);
  const send = async () => {
    const touched = draft.changes();
    const saved = await acting.run(t(`Sửa ${point.name}`, `Change ${point.name}`), (match) =>
      ask((signal) =>
        api.PATCH("/api/v1/points/{point_id}", {
          signal,
          params: { path: { point_id: point.id }, header: match },
          body: {
            ...(touched.name === undefined ? {} : { name: touched.name.trim() }),
            ...(touched.venue === undefined ? {} : { venue: touched.venue.trim() }),
            ...(touched.host ? { host_unit_id: touched.host.id } : {}),
            ...(touched.isHub === undefined ? {} : { is_hub: touched.isHub }),
            ...(touched.keepsTogether === undefined ? {} : { keeps_units_together: touched.keepsTogether }),
            ...(touched.units === undefined ? {} : { expected_unit_ids: touched.units.map((unit) => unit.id) }),
            move,
          },
        }),
      ),
    );
    if (saved) tell(t(`Đã lưu ${saved.value.name}.`, `${saved.value.name} was saved.`));
  };
  return (
    <Form acting={acting} label={t("Lưu", "Save")} onSubmit={() => void send()}>
      <p class="soft">{t("Đổi tên hoặc địa điểm thì phải kiểm tra chuẩn bị và báo lại các đơn vị.", "With another name or venue, the checklist and the notices begin anew.")}</p>
      <PointFields draft={draft} form={point.form} organiser={props.organiser} />
      {(move || acting.problem?.status === 409) && <Check label={t("Chuyển các đơn vị này từ điểm cầu cũ sang đây", "Take these units from where they are expected")} checked={move} onInput={setMove} />}
    </Form>
  );
}

function Removal(props: { point: Point }) {
  const { point } = props;
  const acting = useAct();
  const remove = async () => {
    const yes = await confirmed({
      title: t(`Xóa ${point.name}?`, `Remove ${point.name}?`),
      text: t("Đơn vị dự tại đây sẽ không còn điểm cầu. Chỉ xóa được khi ở đây chưa có gì diễn ra.", "Its units will have no point; possible only while nothing happened here."),
      yes: t("Xóa điểm cầu", "Remove"),
      isDanger: true,
    });
    if (!yes) return;
    const gone = await acting.run(t(`Xóa ${point.name}`, `Remove ${point.name}`), () =>
      ask((signal) => api.DELETE("/api/v1/points/{point_id}", { signal, params: { path: { point_id: point.id } } })),
    );
    if (!gone) return;
    tell(t(`Đã xóa ${point.name}.`, `${point.name} was removed.`));
    go(`/conferences/${point.conference_id}/points`);
  };
  return (
    <>
      <ProblemNotice problem={acting.problem} />
      <Button isBusy={acting.isBusy} onClick={() => void remove()}>{t("Xóa điểm cầu này", "Remove this point")}</Button>
    </>
  );
}

function Organised(props: { point: Point; reading: Reading<Point> }) {
  const { point } = props;
  const conference = useConference(point.conference_id);
  const host = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/units/{unit_id}", { signal: inTime, params: { path: { unit_id: point.host_unit_id } } }), signal),
    [point.host_unit_id],
  );
  const [hostName, name] = useState(""); // stays while another host is read: what is typed must not go away
  useEffect(() => {
    if (host.value) name(host.value.name);
  }, [host.value]);
  return (
    <Section title={t("Sửa điểm cầu", "Change the point")}>
      <Read of={conference}>
        {(read) => (hostName ? <Change point={point} hostName={hostName} organiser={read.organiser_id} reading={props.reading} /> : <Read of={host}>{() => null}</Read>)}
      </Read>
      <Removal point={point} />
    </Section>
  );
}

export default function PointPage(props: { params: Params }) {
  const reading = usePoint(props.params.point!);
  const point = reading.value;
  return (
    <Page
      title={point?.name ?? t("Điểm cầu", "Point")}
      lead={point && `${formName(point.form)} · ${point.venue}`}
      actions={
        point && (
          <>
            <Go to={`/points/${point.id}/preparation`}>{t("Kiểm tra chuẩn bị", "Checklist")}</Go>
            <Go to={`/conferences/${point.conference_id}/points`}>{t("Mọi điểm cầu", "All points")}</Go>
          </>
        )
      }
    >
      <Read of={reading}>
        {(read) => (
          <>
            <Screens point={read} />
            <PointSessions point={read} />
            {isStaff() && <Organised point={read} reading={reading} />}
          </>
        )}
      </Read>
    </Page>
  );
}
