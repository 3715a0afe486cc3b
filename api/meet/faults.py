"""What participants' files refuse."""

from typing import Final

from api.imports.faults import FILE_FAULTS, NAME_COLUMN_MISSING
from api.kit.errors import Fault, Words

NOT_BY_MEET: Final = Fault(
    "not_by_meet",
    409,
    Words("Lớp không qua Google Meet", "Not by Meet"),
    Words(
        "Lớp này không tổ chức qua Google Meet nên không có danh sách kết nối.",
        "This session is not held by Google Meet, so nobody was connected.",
    ),
)
MEET_COLUMNS_MISSING: Final = Fault(
    "meet_columns_missing",
    422,
    Words("Không thấy cột tên và cột giờ", "No columns of names and times"),
    Words(
        "Không thấy cột tên người tham gia cùng giờ vào, giờ ra (hoặc thời lượng). "
        "Các tiêu đề đã thấy: {headers}.",
        "There are no columns with a name and with when it joined and left (or for how long). "
        "Headers seen: {headers}.",
    ),
    sample={"headers": "STT; Đơn vị; Ghi chú"},
)
PARTICIPANTS_FILE_FAULTS: Final = (
    *(each for each in FILE_FAULTS if each is not NAME_COLUMN_MISSING),
    MEET_COLUMNS_MISSING,
)
"""What an operation that takes a participants' file may refuse."""
