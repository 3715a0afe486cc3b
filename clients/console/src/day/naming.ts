/* What the words of the API are called on the pages of the day and the office. */
import type { Schemas } from "../api";
import type { Tone } from "../parts/basics";
import { t } from "../words";

export const flagName = (kind: Schemas["FlagKind"]): string =>
  ({
    shared_phone: t("một máy, nhiều người", "one phone, several persons"),
    guessed_code: t("gõ sai mã nhiều lần", "many wrong codes"),
    manual_share: t("ghi bằng tay nhiều", "much by hand"),
    over_head_count: t("nhiều hơn số đếm", "more than counted heads"),
    late_arrival: t("gửi muộn", "late arrival"),
    other_place: t("khác lớp, khác điểm cầu", "another session or point"),
    new_phone: t("máy mới gắn", "new phones"),
    second_device: t("máy thứ hai", "second phone"),
    changed_after_lock: t("sửa sau khi khóa", "changed after the lock"),
  })[kind];

export const FLAGS: readonly Schemas["FlagKind"][] = [
  "shared_phone", "guessed_code", "manual_share", "over_head_count", "late_arrival", "other_place", "new_phone",
  "second_device", "changed_after_lock",
]; // prettier-ignore

export const standingName = (standing: Schemas["Standing"]): string =>
  ({
    present: t("có mặt", "present"),
    pending: t("chờ bí thư xác nhận", "pending"),
    rejected: t("không công nhận", "rejected"),
  })[standing];

export const memberStatus = (status: Schemas["MemberStatus"]): string =>
  ({
    official: t("chính thức", "official"),
    probationary: t("dự bị", "probationary"),
    exempt: t("miễn công tác và sinh hoạt đảng", "exempt"),
    reduced: t("giảm công tác và sinh hoạt đảng", "reduced"),
    suspended: t("đình chỉ sinh hoạt đảng", "suspended"),
    left: t("không còn sinh hoạt đảng", "left"),
  })[status];

export const unitKind = (kind: Schemas["UnitKind"]): string =>
  ({
    committee: t("đảng ủy cấp trên cơ sở", "committee"),
    grassroots_committee: t("đảng bộ cơ sở", "grassroots committee"),
    grassroots_cell: t("chi bộ cơ sở", "grassroots cell"),
    cell: t("chi bộ trực thuộc đảng ủy cơ sở", "cell"),
  })[kind];

export const requestState = (state: Schemas["DataRequestState"]): string =>
  ({
    open: t("chưa trả lời", "unanswered"),
    answered: t("đã trả lời, đang làm", "answered, under way"),
    done: t("đã xong", "done"),
    declined: t("từ chối", "declined"),
  })[state];

export function deliveryState(state: Schemas["DeliveryState"]): { name: string; tone: Tone } {
  const states: Record<Schemas["DeliveryState"], { name: string; tone: Tone }> = {
    waiting: { name: t("chờ gửi", "waiting"), tone: "plain" },
    sending: { name: t("đang gửi", "sending"), tone: "wait" },
    sent: { name: t("đã gửi", "sent"), tone: "good" },
    uncertain: { name: t("chưa rõ đã đến chưa", "uncertain"), tone: "wait" },
    dead: { name: t("không gửi được", "dead"), tone: "bad" },
  };
  return states[state];
}
