"""What make-ups refuse."""

from typing import Final

from api.kit.errors import Fault, Words

NO_LATER_SESSION: Final = Fault(
    "no_later_session",
    409,
    Words("Không còn lớp nào", "No later session"),
    Words(
        "Hội nghị không còn lớp nào chưa đóng. Mời thêm một lớp học bù, "
        "hoặc ghi «chi bộ truyền đạt lại».",
        "Every session of the conference is over. Add one of share 0, or write that the cell told "
        "its members again (`retold`).",
    ),
)
NOTHING_MISSED: Final = Fault(
    "nothing_missed",
    409,
    Words("Không vắng", "Nothing missed"),
    Words(
        "Đồng chí này không vắng ở lớp đã đóng nào của hội nghị: đã dự, hoặc còn chờ xác nhận.",
        "This member missed no session that is over: he came, or waits to be confirmed.",
    ),
)
RETOLD_ON_UNFIT: Final = Fault(
    "retold_on_unfit",
    422,
    Words("Ngày truyền đạt chưa đúng", "Day unfit"),
    Words(
        "Ngày chi bộ truyền đạt lại phải từ ngày của lớp đã vắng đến hôm nay.",
        "The cell tells its members again on the day of the missed session or later, and not after "
        "today.",
    ),
)
