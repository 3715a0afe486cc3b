/* The sentences about a report. */
import type { Schemas } from "../api";
import { count, day, moment, t } from "../words";

export type Report = Schemas["ReportView"];
type Tally = Schemas["TallyView"];

export function versionName(kind: Schemas["VersionKind"]): string {
  return { interim: t("Báo cáo bước đầu", "Interim report"), final: t("Bản chính thức", "Final version"), addendum: t("Bản bổ sung", "Addendum") }[kind];
}

export function mailName(state: Schemas["DeliveryState"]): string {
  return {
    waiting: t("Thư đang chờ gửi.", "The mail waits to be sent."),
    sending: t("Thư đang gửi.", "The mail is being sent."),
    sent: t("Thư đã gửi đi.", "The mail has been sent."),
    uncertain: t("Chưa rõ thư đã đi hay chưa: mời hỏi lại nơi nhận.", "It is not known whether the mail arrived: ask."),
    dead: t("Thư không gửi được: mời gửi qua mail công vụ.", "The mail could not be sent: use the official mail."),
  }[state];
}

/* "60 = 40 có mặt + 15 vắng + 5 chưa có thông tin", part by part. */
export function identity(figures: Tally): string {
  const parts = [
    t(`${count(figures.present)} có mặt`, `${count(figures.present)} present`),
    t(`${count(figures.excused + figures.unexcused)} vắng`, `${count(figures.excused + figures.unexcused)} absent`),
    figures.pending && t(`${count(figures.pending)} chờ xác nhận`, `${count(figures.pending)} waiting`),
    figures.unknown && t(`${count(figures.unknown)} chưa có thông tin`, `${count(figures.unknown)} not known`),
  ].filter(Boolean);
  return `${count(figures.convened)} = ${parts.join(" + ")}`;
}

export function more(report: Report): string {
  const { figures } = report;
  const parts = [
    figures.late && t(`${figures.late} đến muộn`, `${figures.late} late`),
    figures.left_early && t(`${figures.left_early} về sớm`, `${figures.left_early} left early`),
    figures.other_session && t(`${figures.other_session} dự ở lớp khác`, `${figures.other_session} in another session`),
    figures.on_duty && t(`${figures.on_duty} làm nhiệm vụ`, `${figures.on_duty} on duty`),
    figures.unexcused && t(`${figures.unexcused} vắng không lý do`, `${figures.unexcused} without a reason`),
    figures.made_up + figures.retold && t(`${figures.made_up + figures.retold} đã học bù`, `${figures.made_up + figures.retold} made up`),
    report.guests && t(`${report.guests} khách`, `${report.guests} guests`),
    report.head_count !== null && t(`đếm được ${report.head_count} người trong hội trường`, `${report.head_count} heads in the hall`),
  ].filter(Boolean);
  const rate = figures.rate_percent === null ? "–" : `${String(figures.rate_percent).replace(".", t(",", "."))} %`;
  const among = parts.length > 0 ? t(` Trong đó: ${parts.join(", ")}.`, ` Among them: ${parts.join(", ")}.`) : "";
  return t(`Tỷ lệ có mặt ${rate}.`, `Present: ${rate}.`) + among;
}

export function dueOf(report: { due_at: string | null; is_late: boolean }): string {
  if (!report.due_at) return "";
  const due = t(`Hạn ${moment(report.due_at)}`, `Due ${moment(report.due_at)}`);
  return report.is_late ? t(`${due}: đã quá hạn.`, `${due}: overdue.`) : `${due}.`;
}

export function sentOf(report: Report): string {
  const { mail, marked_on } = report.sent;
  const lines = [
    mail && mailName(mail),
    marked_on && t(`Đã gửi qua mail công vụ ngày ${day(marked_on)}.`, `Sent by official mail on ${day(marked_on)}.`),
  ].filter(Boolean);
  return lines.join(" ") || t("Chưa gửi văn bản. Số và ngày để trống cho văn thư.", "The paper has not been sent. Number and date are left to the clerk.");
}
