"""What check-in refuses, beside what may be wrong with a code."""

from api.kit.errors import Fault, Words

TICKET_INVALID = Fault(
    "ticket_invalid",
    422,
    Words("Mời quét lại mã", "Ticket invalid"),
    Words(
        "Máy này chưa có mã hợp lệ. Mời đồng chí quét lại mã trên màn hình.",
        "The ticket was not issued to this browser. Exchange a code first.",
    ),
)
CHECK_IN_ID_REUSED = Fault(
    "check_in_id_reused",
    422,
    Words("Mã lần gửi đã dùng", "Check-in id reused"),
    Words(
        "Lần gửi này không dùng được. Mời đồng chí quét lại mã.",
        "This id stands for another check-in. Make a new one.",
    ),
)
PHONE_UNKNOWN = Fault(
    "phone_unknown",
    409,
    Words("Máy chưa gắn với đảng viên", "Phone not bound"),
    Words(
        "Máy này chưa gắn với đồng chí nào. Mời đồng chí chọn đơn vị và gõ họ tên.",
        "No member is bound to this phone. Name the unit and the person.",
    ),
)
WHO_REFUSED = Fault(
    "who_refused",
    422,
    Words("Không nêu tên theo cách này được", "Not this way of naming"),
    Words(
        "Điện thoại nêu người bằng `device`, `named` hoặc `assisted`; phần mềm kết nối "
        "bằng `member` hoặc `named`.",
        "A phone says who by `device`, `named` or `assisted`, a client by `member` or `named`.",
    ),
)
CHECK_IN_ID_INVALID = Fault(
    "check_in_id_invalid",
    422,
    Words("Mã lần gửi không hợp lệ", "Check-in id invalid"),
    Words("Mã lần gửi phải là UUIDv7.", "The id must be a UUIDv7 made by the phone."),
)
