"""What notices refuse."""

from api.kit.errors import Fault, Words

NOTICE_STALE = Fault(
    "notice_stale",
    409,
    Words("Thông báo đã đổi", "Notice changed"),
    Words(
        "Thông báo này đã đổi sau khi đồng chí xem. Mời đồng chí xem lại bản mới.",
        "The notice has changed since; read it again. Its sequence is {sequence} now.",
    ),
    sample={"sequence": 4},
)
LABEL_UNKNOWN = Fault(
    "label_unknown",
    422,
    Words("Không có nhóm này", "Unknown group"),
    Words(
        "Lớp này không có thông báo nào cho nhóm đó.",
        "This session has no notice for that group's label.",
    ),
)
UNIT_NOT_ADDRESSED = Fault(
    "unit_not_addressed",
    422,
    Words("Đơn vị không dự lớp này", "Unit not addressed"),
    Words(
        "Lớp này không thông báo đến đơn vị đó.",
        "The session's notices are not for this unit.",
    ),
)
SESSION_WITHOUT_TIME = Fault(
    "session_without_time",
    409,
    Words("Lớp chưa có giờ", "Session without a time"),
    Words(
        "Lớp này chưa định giờ nên chưa có lịch để tải.",
        "The session has no time yet, so there is nothing to put into a calendar.",
    ),
)
