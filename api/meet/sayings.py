"""What is said of rows that are not taken."""

from typing import Final

from api.kit.errors import Words
from api.meet.lines import Skip

SAYINGS: Final = {
    Skip.NAME_MISSING: Words("Dòng không có tên.", "The row has no name."),
    Skip.NAME_IS_ADDRESS: Words(
        "Dòng chỉ có địa chỉ e-mail, không có tên; địa chỉ không được lưu.",
        "The row has an e-mail address and no name; addresses are not kept.",
    ),
    Skip.TIME_UNREADABLE: Words("Không đọc được giờ vào.", "When it joined cannot be read."),
    Skip.END_MISSING: Words(
        "Không có giờ ra và thời lượng.", "There is neither when it left nor for how long."
    ),
    Skip.ENDS_BEFORE: Words(
        "Giờ ra trước giờ vào, hoặc sau hơn một ngày.",
        "It left before it joined, or more than a day later.",
    ),
}
