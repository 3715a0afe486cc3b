/* How full each hall will be in each session, as bars beside its seats. */
import { api, ask, type Schemas } from "../api";
import { Empty, Read, Section } from "../parts/basics";
import { useRead } from "../reading";
import { count, t } from "../words";

type Load = Schemas["SessionLoad"];

function Bar(props: { load: Load; most: number }) {
  const { load, most } = props;
  const isOver = load.capacity !== null && load.members > load.capacity;
  const share = (value: number) => `${(value / most) * 100}%`;
  return (
    <li>
      <p class="load-name">
        <span>{load.bridge_point_name}</span>
        <span>
          <b>{count(load.members)}</b>
          {load.capacity === null ? ` ${t("(chưa biết số chỗ)", "(seats unknown)")}` : ` / ${t(`${count(load.capacity)} chỗ`, `${count(load.capacity)} seats`)}`}
          {isOver && ` – ${t(`quá ${count(load.members - (load.capacity ?? 0))}`, `${count(load.members - (load.capacity ?? 0))} too many`)}`}
        </span>
      </p>
      <div class="load-bar" data-tone={isOver ? "bad" : load.warnings.length > 0 ? "wait" : "good"} aria-hidden="true">
        <div class="load-fill" style={{ width: share(load.members) }} />
        {load.capacity !== null && <div class="load-mark" style={{ left: share(Math.min(load.capacity, most)) }} />}
      </div>
      {load.warnings.map((warning) => <p class="soft" key={warning.text}>{warning.text}</p>)}
    </li>
  );
}

export function Loads(props: { conference: string; turn: number }) {
  const loads = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/conferences/{conference_id}/allocation/loads", { signal: inTime, params: { path: { conference_id: props.conference } } }), signal),
    [props.conference, props.turn],
  );
  return (
    <Section title={t("Hội trường từng lớp", "The halls, session by session")}>
      <Read of={loads}>
        {(page) => {
          const sessions = [...new Map(page.items.map((load) => [load.session_id, load.title])).entries()];
          const most = Math.max(1, ...page.items.map((load) => Math.max(load.members, load.capacity ?? 0)));
          if (sessions.length === 0) return <Empty>{t("Chưa có lớp và điểm cầu cùng hình thức.", "No session has a point of its form yet.")}</Empty>;
          return sessions.map(([id, title]) => (
            <div key={id}>
              <h3>{title}</h3>
              <ul class="loads">{page.items.filter((load) => load.session_id === id).map((load) => <Bar key={load.bridge_point_id} load={load} most={most} />)}</ul>
            </div>
          ));
        }}
      </Read>
    </Section>
  );
}
