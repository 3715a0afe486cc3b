/* A bridge point in each session: its door, its seats, its codes. */
import { useState } from "preact/hooks";
import { api, ask, type Outcome, type Schemas, whole } from "../api";
import { type Point, type Session, useSessions } from "../lists";
import { isStaff } from "../me";
import { confirmed, tell } from "../parts/asking";
import { Button, Empty, Notice, ProblemNotice, Read, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, t } from "../words";
import { StateBadge } from "./pieces";

type Held = { session: Session; at: Schemas["SessionPointView"] };

async function heldAt(point: string, sessions: readonly Session[], signal: AbortSignal): Promise<Outcome<Held[]>> {
  const held: Held[] = [];
  for (const session of sessions) {
    const outcome = await whole((query, inTime) => api.GET("/api/v1/sessions/{session_id}/points", { signal: inTime, params: { path: { session_id: session.id }, query } }), signal);
    if (outcome.kind !== "ok") return outcome;
    const at = outcome.value.find((each) => each.point.id === point);
    if (at) held.push({ session, at });
  }
  return { kind: "ok", value: held, etag: null };
}

function Seats(props: { held: Held; onSaved: () => void }) {
  const { session, at } = props.held;
  const [typed, type] = useState(at.capacity === null ? "" : String(at.capacity));
  const acting = useAct();
  const save = async () => {
    const saved = await acting.run(t(`Ghi số chỗ, ${at.point.name}`, `Seats of ${at.point.name}`), () =>
      ask((signal) =>
        api.PUT("/api/v1/sessions/{session_id}/points/{point_id}/capacity", {
          signal,
          params: { path: { session_id: session.id, point_id: at.point.id } },
          body: { capacity: typed === "" ? null : Number(typed) },
        }),
      ),
    );
    if (!saved) return;
    props.onSaved();
    tell(typed === "" ? t("Đã bỏ số chỗ.", "The seats are unknown again.") : t(`Đã ghi ${count(Number(typed))} chỗ.`, `${count(Number(typed))} seats.`));
  };
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!acting.isBusy) void save();
      }}
    >
      <input type="number" min={0} inputMode="numeric" aria-label={t(`Số chỗ, ${session.title}`, `Seats, ${session.title}`)} value={typed} onInput={(event) => type(event.currentTarget.value)} />
      <Button type="submit" isBusy={acting.isBusy} label={t(`Lưu số chỗ, ${session.title}`, `Save the seats, ${session.title}`)}>{t("Lưu", "Save")}</Button>
      <ProblemNotice problem={acting.problem} />
    </form>
  );
}

export function PointSessions(props: { point: Point }) {
  const { point } = props;
  const sessions = useSessions(point.conference_id);
  const ids = sessions.value?.map((each) => `${each.id}${each.state}`).join();
  const held = useRead((signal) => heldAt(point.id, sessions.value ?? [], signal), [point.id, ids]);
  const acting = useAct();
  const path = (each: Held) => ({ session_id: each.session.id, point_id: point.id });
  const rotate = async (each: Held) => {
    const yes = await confirmed({
      title: t("Đổi mã ngay?", "Change the codes at once?"),
      text: t("Mã đang hiện ở điểm cầu này hết tác dụng; màn hình tự hiện mã mới. Ai đã điểm danh thì giữ nguyên.", "The codes shown at this point are dead; its screens show new ones. Who is recorded stays."),
      yes: t("Đổi mã", "Change them"),
    });
    if (!yes) return;
    const done = await acting.run(t(`Đổi mã, ${point.name}`, `Change the codes, ${point.name}`), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/points/{point_id}/rotate", { signal, params: { path: path(each) } })),
    );
    if (!done) return;
    held.again();
    tell(t("Đã đổi mã.", "The codes were changed."));
  };
  const restore = async (each: Held) => {
    const done = await acting.run(t(`Cho gõ số trở lại, ${point.name}`, `Typed codes again, ${point.name}`), () =>
      ask((signal) => api.POST("/api/v1/sessions/{session_id}/points/{point_id}/restore-typed-codes", { signal, params: { path: path(each) } })),
    );
    if (!done) return;
    held.again();
    tell(t("Số gõ tay ở cửa này lại được tính ngay.", "Typed codes count at once again."));
  };
  return (
    <Section title={t("Theo từng lớp: số chỗ, số cửa, mã", "By session: seats, door, codes")}>
      <ProblemNotice problem={acting.problem} />
      <Read of={sessions}>
        {() => (
          <Read of={held}>
            {(all) => (
              <>
                {all.length === 0 && <Empty>{t("Chưa có lớp nào cùng hình thức với điểm cầu này.", "No session has this point's form yet.")}</Empty>}
                {all.filter((each) => each.at.typed_codes_suspended_at).map((each) => (
                  <Notice key={each.session.id} tone="bad" title={t(`Có người dò mã ở cửa ${each.at.door ?? ""}, ${each.session.title}`, `Somebody guesses codes at door ${each.at.door ?? ""}, ${each.session.title}`)}>
                    <p>{t("Số gõ tay ở đây đang phải chờ bí thư; quét mã QR không bị ảnh hưởng.", "Typed codes wait for the secretary; the QR is not affected.")}</p>
                    <Button isBusy={acting.isBusy} onClick={() => void restore(each)}>{t("Đã yên, cho gõ số trở lại", "It is over: typed codes count again")}</Button>
                  </Notice>
                ))}
                {all.length > 0 && (
                  <Table
                    caption={t("Số chỗ để trống nghĩa là chưa biết.", "Empty seats mean that nobody knows.")}
                    rows={all}
                    rowKey={(each) => each.session.id}
                    columns={[
                      { head: t("Lớp", "Session"), cell: (each) => each.session.title },
                      { head: t("Trạng thái", "State"), cell: (each) => <span><StateBadge session={each.session} /></span> },
                      { head: t("Số cửa", "Door"), cell: (each) => each.at.door ?? "–" },
                      { head: t("Số chỗ", "Seats"), cell: (each) => (isStaff() ? <Seats held={each} onSaved={held.again} /> : each.at.capacity === null ? "–" : count(each.at.capacity)) },
                      { head: t("Mã", "Codes"), cell: (each) => (each.at.door ? <Button onClick={() => void rotate(each)} label={t(`Đổi mã ngay, ${each.session.title}`, `Change the codes, ${each.session.title}`)}>{t("Đổi mã ngay", "Change the codes")}</Button> : t("khi lớp mở", "once it is open")) },
                    ]}
                  />
                )}
              </>
            )}
          </Read>
        )}
      </Read>
    </Section>
  );
}
