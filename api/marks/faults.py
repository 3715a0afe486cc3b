"""What marking refuses, and why somebody was not marked."""

from collections.abc import Mapping
from typing import Final

from api.kit.errors import Fault, Words
from api.marks.rules import MOST_PERSONS, MOST_SHEETS, SkipCode

ROW_NUMBERS_MALFORMED: Final = Fault(
    "row_numbers_malformed",
    422,
    Words("Không đọc được số thứ tự", "Row numbers malformed"),
    Words(
        "Không hiểu chỗ «{piece}». Mời ghi số trong danh sách, ví dụ: 1-7, 9, 12.",
        "«{piece}» is no row number. Write them as in: 1-7, 9, 12.",
    ),
    sample={"piece": "7-a"},
)
TOO_MANY_PERSONS: Final = Fault(
    "too_many_persons",
    422,
    Words("Quá nhiều người một lần", "Too many persons"),
    Words(
        "Mỗi lần ghi nhiều nhất {limit} người. Mời chia làm nhiều lần.",
        "At most {limit} persons are marked at once. Send several requests.",
    ),
    sample={"limit": MOST_PERSONS},
)
ROSTER_CODE_UNKNOWN: Final = Fault(
    "roster_code_unknown",
    422,
    Words("Không có mã danh sách này", "Roster code unknown"),
    Words(
        "Không có danh sách nào của hội nghị này mang mã đó. Mời xem lại mã ở đầu trang giấy.",
        "No list of this conference bears that code. Look at the top of the page again.",
    ),
)
ROSTER_OUTDATED: Final = Fault(
    "roster_outdated",
    409,
    Words("Danh sách giấy đã cũ", "Roster outdated"),
    Words(
        "Tờ danh sách này in trước khi danh sách thay đổi, hoặc của lớp hay đơn vị khác, nên chưa "
        "ghi gì. Mời đọc lại tên từng người rồi xác nhận.",
        "This paper was printed before the list changed, or is of another class or unit; nothing "
        "was written. Read the names in `rows`, and send again with `names_confirmed`.",
    ),
    sample={
        "rows": [
            {
                "unit_id": "01980000-0000-7000-8000-000000000000",
                "row_number": 7,
                "full_name": "Thị Mai",
                "is_struck": False,
            }
        ]
    },
)
DEPARTED_OUTSIDE: Final = Fault(
    "departed_outside",
    422,
    Words("Giờ ra về chưa đúng", "Departure outside the session"),
    Words(
        "Giờ ra về chỉ ghi cho người có mặt, sau giờ mở lớp và không sau bây giờ.",
        "`departed_at` is of who was present: after the session opened, and not in the future.",
    ),
)
NOBODY_NAMED: Final = Fault(
    "nobody_named",
    422,
    Words("Chưa chọn ai", "Nobody named"),
    Words(
        "Mời chọn tên hoặc ghi số thứ tự của người cần ghi.",
        "Each mark needs `member_ids` or `row_numbers`.",
    ),
)
REASON_UNFIT: Final = Fault(
    "reason_unfit",
    422,
    Words("Lý do vắng chưa đủ", "Reason unfit"),
    Words(
        "Ghi vắng phải kèm lý do; lý do khác (KH) phải ghi rõ là gì; có mặt thì không có lý do.",
        "An absence needs a `reason`, `KH` a `note` too, and who was present has no reason.",
    ),
)
PAPER_SHEET_UNKNOWN: Final = Fault(
    "paper_sheet_unknown",
    422,
    Words("Không có ảnh danh sách này", "Paper sheet unknown"),
    Words(
        "Ảnh trang danh sách phải của chính lớp này và đơn vị này. Mời chụp và gửi ảnh trước.",
        "The sheet must be of this session and unit. Add it first (`addPaperSheet`).",
    ),
)
TOO_MANY_SHEETS: Final = Fault(
    "too_many_sheets",
    409,
    Words("Quá nhiều ảnh", "Too many sheets"),
    Words(
        "Mỗi đơn vị gửi nhiều nhất {limit} ảnh danh sách cho một lớp.",
        "A unit adds at most {limit} sheets to a session.",
    ),
    sample={"limit": MOST_SHEETS},
)

SAYINGS: Final[Mapping[SkipCode, Words]] = {
    SkipCode.ROW_UNKNOWN: Words("Danh sách không có số {row}.", "The list has no row {row}."),
    SkipCode.ROW_STRUCK: Words(
        "Số {row} đã gạch tên: đồng chí này không còn sinh hoạt ở đơn vị.",
        "Row {row} is struck: the unit counts this member no more.",
    ),
    SkipCode.NOT_IN_UNIT: Words(
        "Không có đảng viên này trong đơn vị.", "The unit counts no such member."
    ),
    SkipCode.OWN_ATTENDANCE: Words(
        "Không ai tự ghi cho mình. Đồng chí nhờ phó bí thư hoặc cấp trên.",
        "Nobody marks himself. Ask the deputy or the unit above.",
    ),
    SkipCode.NAMED_TWICE: Words(
        "Người này được ghi hai lần khác nhau nên chưa ghi. Mời xem lại.",
        "This member was named with different marks, so none was written.",
    ),
}
"""Words for the person; `row` is his number in the list."""
