"""What may be wrong with a code: a closed list, each with words for the person."""

from api.kit.errors import Fault, Words

CODE_MALFORMED = Fault(
    "code_malformed",
    422,
    Words("Mã chưa đúng dạng", "Code malformed"),
    Words(
        "Mã gồm số cửa và 6 chữ số. Mời đồng chí nhìn màn hình và nhập lại.",
        "A code is a door number and 6 digits, or the text of a QR.",
    ),
)
CODE_UNKNOWN = Fault(
    "code_unknown",
    422,
    Words("Mã không đúng", "Code unknown"),
    Words(
        "Mã không đúng. Mời đồng chí nhìn lại màn hình của điểm cầu mình và nhập mã đang hiện.",
        "The code is wrong, or another door's. Type the one that your screen shows now.",
    ),
)
CODE_STALE = Fault(
    "code_stale",
    409,
    Words("Mã đã cũ", "Code stale"),
    Words(
        "Mã này đã cũ {stale_seconds} giây. Mời đồng chí dùng mã đang hiện trên màn hình.",
        "This code is {stale_seconds} seconds old. Use the one that the screen shows now.",
    ),
    sample={"stale_seconds": 75},
)
CODE_FROM_FUTURE = Fault(
    "code_from_future",
    409,
    Words("Mã chưa đến giờ", "Code from the future"),
    Words(
        "Mã này chưa đến giờ dùng. Mời đồng chí quét lại mã đang hiện trên màn hình.",
        "The step of this code has not begun.",
    ),
)
CODE_OTHER_SESSION = Fault(
    "code_other_session",
    409,
    Words("Mã của lớp trước", "Code of another session"),
    Words(
        "Mã này của lớp trước. Điểm cầu đang có lớp khác, mời đồng chí quét mã đang hiện.",
        "This code is of an earlier session; the point now has another one open.",
    ),
)
SESSION_NOT_OPEN = Fault(
    "session_not_open",
    409,
    Words("Chưa đến lượt điểm danh", "Session not open"),
    Words(
        "Lớp hiện không trong lượt điểm danh. Mời đồng chí chờ thông báo của điểm cầu.",
        "The code is not of a time at which attendance is taken.",
    ),
)
SESSION_LOCKED = Fault(
    "session_locked",
    409,
    Words("Danh sách đã khóa", "Session locked"),
    Words(
        "Danh sách lớp này đã khóa. Đảng viên báo bí thư; bí thư bổ sung bằng ảnh danh sách giấy.",
        "The roster of this session is locked; the secretary adds to it by a photographed sheet.",
    ),
)
