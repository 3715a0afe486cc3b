"""What phones and enrolment slips refuse."""

from api.kit.errors import Fault, Words

SLIP_INVALID = Fault(
    "slip_invalid",
    422,
    Words("Mã trên phiếu không dùng được", "Slip invalid"),
    Words(
        "Mã này không đúng, đã dùng hoặc đã hết hạn. Mời đồng chí xem lại phiếu, hoặc nhờ bí thư "
        "phát phiếu mới.",
        "The code is wrong, used, revoked or expired. Ask the secretary for a new slip.",
    ),
)
PHONE_TAKEN = Fault(
    "phone_taken",
    409,
    Words("Máy đang gắn với người khác", "Phone taken"),
    Words(
        "Máy này đang gắn với một đồng chí khác. Mời bấm «Không phải tôi» để gỡ trước, rồi nhập "
        "lại mã; phiếu chưa mất.",
        "This phone is bound to another member. Release it first (`releaseOwnPhone`), then send "
        "the code again: the slip is not used up.",
    ),
)
PHONE_NOT_CONFIRMED = Fault(
    "phone_not_confirmed",
    409,
    Words("Bí thư chưa xác nhận máy này", "Phone not confirmed"),
    Words(
        "Việc này chỉ làm được trên máy đã được bí thư xác nhận là của đồng chí. Mời đồng chí nhờ "
        "bí thư xác nhận máy hoặc phát phiếu.",
        "Only a phone that the secretary confirmed, or that was enrolled by a slip, may do this.",
    ),
)
OWN_PHONE = Fault(
    "own_phone",
    409,
    Words("Không tự xác nhận máy cho mình", "Own phone"),
    Words(
        "Không ai tự phát phiếu hoặc tự xác nhận máy cho mình. Đồng chí nhờ phó bí thư hoặc cấp "
        "trên.",
        "Nobody makes a slip or confirms a phone for himself. Ask the deputy or the unit above.",
    ),
)
NO_PHONE = Fault(
    "no_phone",
    409,
    Words("Chưa có máy nào", "No phone"),
    Words(
        "Đồng chí này chưa có máy nào để xác nhận. Mời phát phiếu, hoặc để đồng chí ấy điểm danh.",
        "No phone is bound to this member.",
    ),
)
