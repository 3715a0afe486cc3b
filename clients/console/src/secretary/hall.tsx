/* What one sees in the hall: how many heads, whether the camera is on. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { type Point, usePoints } from "../lists";
import { tell } from "../parts/asking";
import { Button, Empty, Field, Form, Go, Notice, Read, Section, Select } from "../parts/basics";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { clock, t } from "../words";
import { run } from "./deciding";
import { below, ownUnits } from "./sitting";
import { SittingPage, type Sitting } from "./sitting-page";
import { difference } from "./words";

const isMine = (id: string): boolean => ownUnits().some((each) => each.id === id) || below.value.some((each) => each.id === id);

/* Those of the class's form that one's own units host or are expected at; else all of them. */
function candidates(points: readonly Point[], sitting: Sitting): Point[] {
  const inForm = points.filter((each) => each.form === sitting.session.form);
  const mine = inForm.filter((each) => isMine(each.host_unit_id) || each.expected_units.some((unit) => isMine(unit.id)));
  return mine.length > 0 ? mine : inForm;
}

function Counts(props: { session: string; point: string; turn: number }) {
  const counts = useRead(
    (signal) =>
      ask((inTime) => api.GET("/api/v1/sessions/{session_id}/points/{point_id}/head-counts", { signal: inTime, params: { path: { session_id: props.session, point_id: props.point }, query: { limit: 5 } } }), signal),
    [props.session, props.point, props.turn],
  );
  return (
    <Read of={counts}>
      {(value) =>
        value.items.length === 0 ? (
          <Empty>{t("Chưa có lần đếm nào ở điểm cầu này.", "Nobody has counted at this point yet.")}</Empty>
        ) : (
          <ul class="rows">
            {value.items.map((each) => (
              <li key={each.id}>
                <Notice tone={difference(each).tone} title={t(`Lúc ${clock(each.counted_at)}: ${difference(each).text}`, `At ${clock(each.counted_at)}: ${difference(each).text}`)}>
                  {each.unit_name && <p>{t(`Riêng ${each.unit_name}.`, `Only ${each.unit_name}.`)}</p>}
                </Notice>
              </li>
            ))}
          </ul>
        )
      }
    </Read>
  );
}

const isNumber = (text: string): boolean => /^[0-9]{1,5}$/.test(text.trim());

function Heads(props: Sitting & { point: Point }) {
  const [persons, setPersons] = useState("");
  const [guests, setGuests] = useState("0");
  const [wrong, setWrong] = useState("");
  const [turn, next] = useState(0);
  const acting = useAct();
  const hosts = isMine(props.point.host_unit_id);

  const save = async () => {
    const all = Number(persons);
    const some = Number(guests || "0");
    setWrong(!isNumber(persons) || (guests !== "" && !isNumber(guests)) ? t("Mời đồng chí ghi số người bằng chữ số.", "Write the number in digits.") : some > all ? t("Số khách nhiều hơn số người.", "More guests than persons.") : "");
    if (!isNumber(persons) || (guests !== "" && !isNumber(guests)) || some > all) return;
    const done = await acting.run(t(`Số đếm: ${all} người`, `Head count: ${all}`), (key) =>
      ask((signal) =>
        api.POST("/api/v1/sessions/{session_id}/points/{point_id}/head-counts", {
          signal,
          params: { path: { session_id: props.session.id, point_id: props.point.id }, header: { "idempotency-key": key } },
          body: { persons: all, guests: some, unit_id: hosts ? null : props.unit.id },
        }),
      ),
    );
    if (!done) return;
    tell(t("Đã lưu số đếm.", "The count is saved."));
    setPersons("");
    setGuests("0");
    next((before) => before + 1);
  };

  return (
    <Section title={t("Đếm người trong hội trường", "Count heads in the hall")}>
      <p>{hosts ? t("Cả hội trường: đếm mọi người đang ngồi, kể cả khách.", "The whole hall: everybody who sits there, guests too.") : t(`Chỉ đếm người của ${props.unit.name}, kể cả khách đi cùng.`, `Only those of ${props.unit.name}, with their guests.`)}</p>
      <Form acting={acting} label={t("Lưu số đếm", "Save the count")} onSubmit={() => void save()}>
        <Field label={t("Tất cả bao nhiêu người?", "How many persons in all?")} inputMode="numeric" value={persons} onInput={setPersons} error={wrong || undefined} required />
        <Field label={t("Trong đó khách (không phải đảng viên)", "Guests among them (no members)")} inputMode="numeric" value={guests} onInput={setGuests} />
      </Form>
      <Counts session={props.session.id} point={props.point.id} turn={turn} />
      <Go to="/my/pending" kind="quiet">{t("Sang “Chờ xác nhận”", "On to “Waiting for you”")}</Go>
    </Section>
  );
}

function Camera(props: Sitting & { point: Point }) {
  const [note, setNote] = useState("");
  const [turn, next] = useState(0);
  const path = { session_id: props.session.id, point_id: props.point.id };
  const last = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/sessions/{session_id}/points/{point_id}/camera-checks", { signal: inTime, params: { path, query: { limit: 1 } } }), signal),
    [path.session_id, path.point_id, turn],
  );
  const [newest] = last.value?.items ?? [];
  const look = async (isOn: boolean) => {
    const done = await run(t("Camera hội trường", "The hall's camera"), (key) =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/points/{point_id}/camera-checks", { signal, params: { path, header: { "idempotency-key": key } }, body: { is_on: isOn, note: note.trim() || null } })),
    );
    if (!done) return;
    setNote("");
    next((before) => before + 1);
    tell(isOn ? t("Đã ghi: camera mở", "Written: the camera is on") : t("Đã ghi: camera tắt", "Written: the camera is off"));
  };
  return (
    <Section title={t("Camera hội trường", "The hall's camera")}>
      <p>{t("Camera phải mở suốt buổi, thấy được người ngồi dự.", "It stays on all the time, and shows those who sit there.")}</p>
      {newest && (
        <p class="soft">
          {t(`Lần xem gần nhất lúc ${clock(newest.checked_at)}: ${newest.is_on ? "đang mở" : "đang tắt"}.`, `Last looked at ${clock(newest.checked_at)}: ${newest.is_on ? "on" : "off"}.`)}
        </p>
      )}
      <Field label={t("Ghi thêm (không bắt buộc)", "A note (optional)")} value={note} onInput={setNote} maxLength={300} />
      <div class="row-actions">
        <Button kind="main" onClick={() => void look(true)}>{t("Đang mở, thấy rõ", "On, and clear")}</Button>
        <Button onClick={() => void look(false)}>{t("Đang tắt, hoặc không thấy người", "Off, or nobody to be seen")}</Button>
      </div>
    </Section>
  );
}

function Hall(props: Sitting) {
  const [chosen, choose] = useState("");
  const points = usePoints(props.session.conference_id);
  if (props.session.state === "planned") return <Notice tone="wait" title={t("Lớp chưa mở: mở lớp rồi mới đếm.", "Not open yet: count when it is.")} />;
  return (
    <Read of={points}>
      {(value) => {
        const some = candidates(value, props);
        const point = some.find((each) => each.id === chosen) ?? some[0];
        if (!point) return <Empty>{t("Lớp này chưa có điểm cầu nào.", "This session has no bridge point yet.")}</Empty>;
        return (
          <>
            {some.length > 1 ? (
              <Select label={t("Điểm cầu", "Bridge point")} value={point.id} onInput={choose} options={some.map((each) => [each.id, each.name] as const)} />
            ) : (
              <p class="soft">{point.name}</p>
            )}
            <Heads key={point.id} {...props} point={point} />
            {props.session.form === "meet" && !props.session.confidential && <Camera key={`camera${point.id}`} {...props} point={point} />}
          </>
        );
      }}
    </Read>
  );
}

export default function HallPage() {
  return <SittingPage title={t("Hội trường", "The hall")}>{(sitting) => <Hall {...sitting} />}</SittingPage>;
}
