"""What sessions refuse."""

from typing import Final

from api.kit.errors import Fault, Problem, Words
from api.words import SessionState

_STATE_NAMES: Final = {
    SessionState.PLANNED: "chưa mở",
    SessionState.POSTPONED: "đã hoãn",
    SessionState.REHEARSING: "đang chạy thử",
    SessionState.OPEN: "đang mở",
    SessionState.CLOSED: "đã đóng",
    SessionState.LOCKED: "đã khóa danh sách",
    SessionState.CANCELLED: "đã hủy",
}
STATE_REFUSED = Fault(
    "session_state",
    409,
    Words("Trạng thái lớp không cho phép", "Session state"),
    Words(
        "Lớp {state_name} nên không làm được việc này.",
        "The session is `{state}`, which does not allow this.",
    ),
    sample={"state": "closed", "state_name": "đã đóng"},
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
OTHER_DATE = Fault(
    "other_date",
    409,
    Words("Khác ngày đã định", "Another date than planned"),
    Words(
        "Lớp này định vào {planned_day}, hôm nay là {today}. Nếu đúng là mở hôm nay, "
        "đồng chí xác nhận rồi mở lại.",
        "The session is planned for {planned_date}, and today is {today_date}. "
        "Send `on_another_date` to open it all the same.",
    ),
    sample={
        "planned_date": "2022-03-16",
        "today_date": "2022-03-15",
        "planned_day": "thứ Tư, ngày 16 tháng 3 năm 2022",
        "today": "thứ Ba, ngày 15 tháng 3 năm 2022",
    },
)
CONFIDENTIAL_SESSION = Fault(
    "confidential_session",
    409,
    Words("Lớp mật", "Confidential session"),
    Words(
        "Lớp mật chỉ điểm danh theo danh sách: không có mã, không có đường dẫn, không có thông báo "
        "và lịch gửi ra ngoài.",
        "A confidential session has a roster only: no codes, no link, no notice, no calendar.",
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
SESSION_IN_USE = Fault(
    "session_in_use",
    409,
    Words("Lớp đã được dùng", "Session in use"),
    Words(
        "Lớp đã chạy thử, phân bổ, thông báo hoặc in danh sách nên không xóa được. Mời hủy lớp.",
        "The session was rehearsed, allocated, told of or printed. Cancel it instead.",
    ),
)
OPENING_HOURS = Fault(
    "opening_hours",
    409,
    Words("Chưa đến giờ mở lớp", "Outside the opening hours"),
    Words(
        "Điểm cầu tự mở lớp được trong ngày đã định, từ 2 giờ trước giờ bắt đầu. "
        "Ngoài giờ đó, mời đồng chí báo ban tổ chức mở.",
        "A point may open a session on its planned day, from two hours before it begins. "
        "At other times ask the organiser.",
    ),
)
REHEARSAL_WINDOW = Fault(
    "rehearsal_window",
    409,
    Words("Lượt chạy thử", "Window of a rehearsal"),
    Words(
        "Lượt điểm danh này là chạy thử, không tính cho ai, nên không cần gia hạn hay bỏ tính.",
        "A rehearsal counts for nobody, so there is nothing to void or to extend.",
    ),
)
EXTENSION_UNFIT = Fault(
    "extension_unfit",
    422,
    Words("Giờ gia hạn chưa đúng", "Extension unfit"),
    Words(
        "Giờ gia hạn phải sau lúc lượt điểm danh kết thúc (hoặc sau lúc này) và không quá 12 giờ.",
        "An extension ends after the window did (or after now), by at most 12 hours.",
    ),
)


def state_refused(state: SessionState) -> Problem:
    """Refuse what a session's state does not allow, and name the state."""
    return Problem(STATE_REFUSED, state=state.value, state_name=_STATE_NAMES[state])
