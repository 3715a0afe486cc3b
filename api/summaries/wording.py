"""The words of closed lists as a Vietnamese reader has them in a sheet."""

from typing import Final

from api.reports.rules import Beside, Day
from api.words import AbsenceReason, Evidence, Form, MakeUpKind, MemberStatus, ReportState

FORM_NAMES: Final = {
    Form.LINE: "Trực tuyến bằng đường truyền",
    Form.MEET: "Qua ứng dụng Google Meet",
}
REASONS: Final = {
    AbsenceReason.OM: "ốm",
    AbsenceReason.CT: "công tác",
    AbsenceReason.NV: "trực, nhiệm vụ đột xuất",
    AbsenceReason.TS: "thai sản",
    AbsenceReason.VR: "việc riêng có phép",
    AbsenceReason.XA: "đi làm ăn xa",
    AbsenceReason.HT: "đi học",
    AbsenceReason.KT: "sự cố kỹ thuật",
    AbsenceReason.KH: "lý do khác",
    AbsenceReason.KL: "không lý do",
}
STATES: Final = {
    None: "Chưa có báo cáo",
    ReportState.DRAFT: "Đang soạn",
    ReportState.SUBMITTED: "Đã gửi",
    ReportState.RETURNED: "Bị trả lại, chưa gửi lại",
    ReportState.ACCEPTED: "Đã chấp nhận",
}
STATUSES: Final = {
    MemberStatus.OFFICIAL: "Chính thức",
    MemberStatus.PROBATIONARY: "Dự bị",
    MemberStatus.EXEMPT: "Miễn công tác và sinh hoạt",
    MemberStatus.REDUCED: "Giảm",
    MemberStatus.SUSPENDED: "Đình chỉ",
    MemberStatus.LEFT: "Đã chuyển đi hoặc ra khỏi Đảng",
}
BESIDE: Final = {
    Beside.EXEMPT: "Miễn",
    Beside.SUSPENDED: "Đình chỉ",
    Beside.EXCLUDED: "Đã dự hội nghị khác",
}
DAYS: Final = {
    Day.FULL: "Dự đủ",
    Day.LATE: "Đến muộn",
    Day.LEFT_EARLY: "Về sớm",
    Day.OTHER_SESSION: "Dự lớp khác",
    Day.ON_DUTY: "Nhiệm vụ phục vụ",
    Day.PENDING: "Chờ xác nhận",
    Day.EXCUSED: "Vắng có lý do",
    Day.UNEXCUSED: "Vắng không lý do",
    Day.UNKNOWN: "Chưa có thông tin",
}
EVIDENCE: Final = {
    Evidence.QR: "Quét mã QR",
    Evidence.DIGITS: "Nhập 6 số",
    Evidence.FIRST: "Điểm danh lần đầu",
    Evidence.CLAIMED: "Tự khai tên",
    Evidence.ASSISTED: "Điểm danh hộ",
    Evidence.LATE: "Gửi muộn",
    Evidence.STREAM: "Qua màn hình Meet",
    Evidence.CLIENT: "Phần mềm khác gửi",
    Evidence.ROSTER: "Bí thư ghi",
    Evidence.PAPER: "Danh sách giấy",
}
MAKE_UPS: Final = {
    MakeUpKind.SESSION: "Dự lớp sau",
    MakeUpKind.RETOLD: "Nghe chi bộ truyền đạt lại",
}
YES: Final = "x"
