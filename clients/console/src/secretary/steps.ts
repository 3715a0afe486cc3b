/* What a secretary does in a morning, in order: what is done, what is next. */
import type { Schemas } from "../api";
import { count, t } from "../words";
import { difference, type Session } from "./words";

export type Step = { key: string; name: string; says: string; isDone: boolean; to: string };
type Figures = Schemas["RollFigures"];

export const isSettled = (unit: Figures): boolean => unit.unknown === 0 && unit.pending === 0 && unit.typed_names === 0;

export function stepsOf(session: Session, total: Figures): Step[] {
  const waiting = total.pending + total.pending_from_elsewhere;
  if (session.state === "planned") {
    return [{ key: "absent", name: t("Ghi người vắng đã biết trước", "Write absences known before"), says: t(`${count(total.excused + total.unexcused)} người đã ghi vắng`, `${count(total.excused + total.unexcused)} written`), isDone: false, to: "/my/roll" }];
  }
  if (!["open", "closed", "locked"].includes(session.state)) return [];
  const steps: Step[] = [
    {
      key: "roll",
      name: t("Ghi danh sách", "Tick the list"),
      says: total.unknown ? t(`Còn ${count(total.unknown)} người chưa rõ`, `${count(total.unknown)} not known yet`) : t("Ai cũng đã có tin", "Everybody is accounted for"),
      isDone: total.unknown === 0,
      to: "/my/roll",
    },
    {
      key: "heads",
      name: t("Đếm người trong hội trường", "Count heads in the hall"),
      says: total.head_count ? difference(total.head_count).text : t("Chưa đếm", "Not counted yet"),
      isDone: total.head_count !== null,
      to: "/my/hall",
    },
    {
      key: "pending",
      name: t("Xác nhận người đang chờ", "Confirm who waits"),
      says: waiting + total.typed_names ? t(`${count(waiting)} người chờ, ${count(total.typed_names)} tên chưa khớp`, `${count(waiting)} wait, ${count(total.typed_names)} names fit nobody`) : t("Không còn ai chờ", "Nobody waits"),
      isDone: waiting + total.typed_names === 0,
      to: "/my/pending",
    },
  ];
  if (total.not_countersigned > 0) {
    steps.push({
      key: "second",
      name: t("Người thứ hai đối chiếu", "A second person countersigns"),
      says: t(`${count(total.not_countersigned)} người chưa đối chiếu${total.is_countersign_needed ? "" : ", không bắt buộc"}`, `${count(total.not_countersigned)} to countersign${total.is_countersign_needed ? "" : ", not required"}`),
      isDone: !total.is_countersign_needed,
      to: "/my/below",
    });
  }
  steps.push({ key: "report", name: t("Gửi báo cáo nhanh", "Hand in the quick report"), says: t("Số liệu điền sẵn", "The figures are filled in"), isDone: false, to: "/my/reports" });
  return steps;
}
