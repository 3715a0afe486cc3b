"""What members, and what is done to units with members, refuse."""

from api.kit.errors import Fault, Words

ALREADY_THERE = Fault(
    "already_there",
    409,
    Words("Đã ở đơn vị này", "Already there"),
    Words(
        "Đồng chí này đang thuộc đúng đơn vị đó; nếu đang sinh hoạt tạm thời ở nơi khác, mời dùng "
        "«về đơn vị».",
        "This member belongs to that unit already; one who is away for a time is sent home by "
        "`return`.",
    ),
)
NOT_AWAY = Fault(
    "not_away",
    409,
    Words("Không sinh hoạt tạm thời ở đâu", "Not away"),
    Words(
        "Đồng chí này không sinh hoạt tạm thời ở đơn vị khác.",
        "This member is at no other unit for a time.",
    ),
)
MEMBER_LEFT = Fault(
    "member_left",
    409,
    Words("Không còn trong danh sách", "Member has left"),
    Words(
        "Đồng chí này đã ra khỏi danh sách. Mời sửa trạng thái trước khi chuyển sinh hoạt.",
        "This member has left. Change the status before a transfer.",
    ),
)
MEMBER_ERASED = Fault(
    "member_erased",
    409,
    Words("Đã xóa tên", "Member erased"),
    Words(
        "Đồng chí này đã được xóa tên: không còn dữ liệu nào để xem hay sửa. Nếu sinh hoạt trở "
        "lại, mời thêm mới.",
        "This member was erased: nothing is left to change. One who comes back is added anew.",
    ),
)
CARD_NUMBER_TAKEN = Fault(
    "card_number_taken",
    409,
    Words("Số thẻ đã có", "Card number taken"),
    Words(
        "Số thẻ này đã ghi cho một đồng chí khác trong các đơn vị của đồng chí.",
        "Another member of your units has this card number.",
    ),
)
UNIT_NOT_EMPTY = Fault(
    "unit_not_empty",
    409,
    Words("Đơn vị còn đảng viên hoặc đơn vị trực thuộc", "Unit not empty"),
    Words(
        "Đơn vị còn {children} đơn vị trực thuộc và {members} đảng viên. Mời chuyển đi trước, hoặc "
        "sáp nhập vào đơn vị khác.",
        "The unit has {children} units and {members} members. Move them first, or merge it.",
    ),
    sample={"children": 2, "members": 17},
)
MEMBER_STATED = Fault(
    "member_stated",
    409,
    Words("Đã cho biết đồng chí là ai", "Own member stated before"),
    Words(
        "Đồng chí đã chọn tên mình rồi. Nếu chọn nhầm, mời báo người quản lý tài khoản sửa.",
        "You have said before which member you are. Who manages your account can put it right.",
    ),
)
