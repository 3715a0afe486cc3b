/* The figures of a report or of the summary, with the identity that ties them: A, who is beside, B, what became of B. */
import type { Schemas } from "../api";
import { count, percent, t } from "../words";

type Tally = Schemas["TallyView"];

const REASONS: Record<string, () => string> = {
  OM: () => t("ốm", "ill"),
  CT: () => t("công tác", "on duty"),
  NV: () => t("trực, nhiệm vụ đột xuất", "on watch"),
  TS: () => t("thai sản", "maternity"),
  VR: () => t("việc riêng có phép", "private, with leave"),
  XA: () => t("đi làm ăn xa", "working far away"),
  HT: () => t("đi học", "studying"),
  KT: () => t("sự cố kỹ thuật", "technical fault"),
  KH: () => t("khác", "other"),
  KL: () => t("không lý do", "no reason"),
  reduced: () => t("giảm công tác, sinh hoạt", "reduced duty"),
  cancelled: () => t("lớp bị hủy mà chưa được xếp lớp khác", "session cancelled, put into no other"),
};

function Row(props: { name: string; value: number; isSum?: boolean; isPart?: boolean }) {
  return (
    <tr data-kind={props.isSum ? "sum" : props.isPart ? "part" : undefined}>
      <th scope="row">{props.name}</th>
      <td class="number">{count(props.value)}</td>
    </tr>
  );
}

/* A − exempt − suspended − excluded − away + here = B; B = present + pending + excused + unexcused + unknown. */
export function Identity(props: { of: Tally; caption: string }) {
  const { of } = props;
  const beside: [string, number][] = [
    [t("trừ miễn công tác, sinh hoạt", "less exempt"), of.exempt],
    [t("trừ đình chỉ sinh hoạt", "less suspended"), of.suspended],
    [t("trừ diện không triệu tập", "less excluded"), of.excluded],
    [t("trừ đi nơi khác", "less away"), of.away],
    [t("cộng nơi khác đến", "plus here for a time"), of.here],
  ];
  const courses: [string, number][] = [
    [t("dự đủ", "full"), of.full],
    [t("đến muộn", "late"), of.late],
    [t("về sớm", "left early"), of.left_early],
    [t("dự ở lớp khác", "in another session"), of.other_session],
    [t("phục vụ hội nghị", "serving"), of.on_duty],
  ];
  return (
    <div class="table-frame">
      <table class="identity">
        <caption>{props.caption}</caption>
        <tbody>
          <Row name={t("A. Tổng số đảng viên", "A. All members")} value={of.members} isSum />
          {beside.map(([name, value]) => (value > 0 || name.includes("miễn") || name.includes("exempt") ? <Row key={name} name={name} value={value} isPart /> : null))}
          <Row name={t("B. Phải triệu tập", "B. To be convened")} value={of.convened} isSum />
          <Row name={t("Có mặt", "Present")} value={of.present} isSum />
          {courses.filter(([, value]) => value > 0).map(([name, value]) => <Row key={name} name={name} value={value} isPart />)}
          {of.pending > 0 && <Row name={t("Chờ bí thư xác nhận", "Pending")} value={of.pending} />}
          <Row name={t("Vắng có lý do", "Excused")} value={of.excused} isSum />
          {Object.entries(of.reasons).filter(([code, value]) => code !== "KL" && value > 0).map(([code, value]) => <Row key={code} name={REASONS[code]?.() ?? code} value={value} isPart />)}
          <Row name={t("Vắng không lý do", "Unexcused")} value={of.unexcused} isSum />
          {of.unknown > 0 && <Row name={t("Chưa có thông tin", "Unknown")} value={of.unknown} isSum />}
          <tr data-kind="sum">
            <th scope="row">{t("Tỷ lệ có mặt trên B", "Present of B")}</th>
            <td class="number">{percent(of.present, of.convened)}</td>
          </tr>
          <tr data-kind="part">
            <th scope="row">{t("trên A", "of A")}</th>
            <td class="number">{percent(of.present, of.members)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
