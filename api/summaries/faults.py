"""What summaries refuse."""

from api.kit.errors import Fault, Words

SESSIONS_OPEN = Fault(
    "sessions_open",
    409,
    Words("Còn lớp đang mở", "Sessions open"),
    Words(
        "Chưa đóng được hội nghị vì còn lớp đang mở hoặc đang chạy thử: {sessions}.",
        "The conference cannot be closed while sessions are open or being rehearsed: {sessions}.",
    ),
    sample={"sessions": ["Lớp 1 – đường truyền"]},
)
CONFERENCE_CLOSED = Fault(
    "conference_closed",
    409,
    Words("Hội nghị đã đóng", "Conference closed"),
    Words(
        "Số liệu tổng hợp đã chốt. Thay đổi sau đó lập thành bản bổ sung.",
        "The summary is locked already. What changes after makes an addendum.",
    ),
)
CONFERENCE_NOT_CLOSED = Fault(
    "conference_not_closed",
    409,
    Words("Hội nghị chưa đóng", "Conference not closed"),
    Words(
        "Số liệu tổng hợp chưa chốt nên chưa có gì để bổ sung.",
        "The summary is not locked yet, so there is nothing to add to.",
    ),
)
