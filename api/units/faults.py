"""What units refuse, and what they warn of."""

from datetime import date
from typing import Final

from api.kit.errors import Fault, Problem, Words
from api.units.rules import days_between

NAME_TAKEN = Fault(
    "unit_name_taken",
    409,
    Words("Đã có đơn vị tên này", "Unit name taken"),
    Words(
        "Dưới cùng một cấp trên đã có đơn vị «{name}». Nếu đúng là hai đơn vị khác nhau, mời gửi "
        "lại kèm same_name.",
        "A living unit beside it is called «{name}». If they are two, send `same_name` with it.",
    ),
    sample={"name": "Chi bộ thôn 3"},
)
UNIT_ENDED = Fault(
    "unit_ended",
    409,
    Words("Đơn vị đã kết thúc", "Unit ended"),
    Words(
        "Đơn vị «{name}» đã kết thúc hoạt động, nên không sửa và không nhận thêm được nữa.",
        "The unit «{name}» has ended; it changes no more and takes nobody in.",
    ),
    sample={"name": "Đảng bộ xã Đoàn Kết"},
)
UNIT_INSIDE_ITSELF = Fault(
    "unit_inside_itself",
    409,
    Words("Đơn vị không thể nằm trong chính nó", "Unit inside itself"),
    Words(
        "Đơn vị đích chính là đơn vị này hoặc là đơn vị trực thuộc của nó.",
        "Where it shall go is this unit itself, or lies below it.",
    ),
)
TREE_TOO_DEEP = Fault(
    "tree_too_deep",
    409,
    Words("Cây tổ chức quá nhiều cấp", "Tree too deep"),
    Words("Cây tổ chức có nhiều nhất {most} cấp.", "A tree has at most {most} levels."),
    sample={"most": 12},
)
TREE_TOO_LARGE = Fault(
    "tree_too_large",
    422,
    Words("Cây tổ chức quá lớn", "Tree too large"),
    Words(
        "Cây có hơn {most} đơn vị. Mời hỏi ít cấp hơn bằng depth.",
        "There are more than {most} units. Ask for fewer levels with `depth`.",
    ),
    sample={"most": 5000},
)
DAY_REFUSED = Fault(
    "day_refused",
    422,
    Words("Ngày không hợp lệ", "Day refused"),
    Words("Ngày {allowed_days}.", "The day must be {allowed}."),
    sample={
        "earliest": "2022-03-16",
        "latest": "2025-07-01",
        "allowed_days": "phải từ 16/03/2022 đến hết 01/07/2025",
        "allowed": "from 2022-03-16 through 2025-07-01",
    },
)
SAME_NAMES: Final = Words(
    "Sau sáp nhập có {number} đơn vị cùng tên «{name}». Tên gọi khác của mỗi đơn vị ghi nơi đã "
    "chuyển đến từ đó.",
    "After the merger {number} units are called «{name}». An alias of each tells where it was.",
)


def require_day(day: date, *, earliest: date, latest: date) -> None:
    """Let a day pass that lies between two days, themselves included.

    `date.min` and `date.max` set no bound.

    Raises: Problem `day_refused`, whose bounds are null where there is none.
    """
    if not earliest <= day <= latest:
        allowed_days, allowed = days_between(earliest, latest)
        raise Problem(
            DAY_REFUSED,
            earliest=None if earliest == date.min else earliest.isoformat(),
            latest=None if latest == date.max else latest.isoformat(),
            allowed_days=allowed_days,
            allowed=allowed,
        )
