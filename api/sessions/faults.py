"""What sessions refuse."""

from api.kit.errors import Fault, Words

STATE_REFUSED = Fault(
    "session_state",
    409,
    Words("Trạng thái lớp không cho phép", "Session state"),
    Words(
        "Lớp đang ở trạng thái «{state}» nên không làm được việc này.",
        "The session is `{state}`, which does not allow this.",
    ),
    sample={"state": "closed"},
)
POINT_BUSY = Fault(
    "point_busy",
    409,
    Words("Điểm cầu đang có lớp khác", "Bridge point busy"),
    Words(
        "Một điểm cầu của lớp này đang mở lớp khác. Mời đóng lớp đó trước.",
        "A bridge point of this session has another open session. Close that one first.",
    ),
)
SESSION_EXISTS = Fault(
    "session_exists",
    409,
    Words("Lớp đã có", "Session exists"),
    Words(
        "Hội nghị đã có lớp này (cùng hình thức, cùng thứ tự).",
        "The conference has a session of this form and ordinal already.",
    ),
)
CONFIDENTIAL_MEET = Fault(
    "confidential_meet",
    422,
    Words("Lớp mật không có đường dẫn", "Confidential session with a link"),
    Words(
        "Lớp mật không tổ chức qua Google Meet và không có đường dẫn.",
        "A confidential session has no Meet link.",
    ),
)
