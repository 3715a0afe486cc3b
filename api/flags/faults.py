"""What flags refuse."""

from api.kit.errors import Fault, Words

FLAG_GONE = Fault(
    "flag_gone",
    404,
    Words("Không còn dấu hiệu này", "Flag not found"),
    Words(
        "Dấu hiệu này không có, hoặc không còn nữa vì dữ liệu đã được sửa. Mời đồng chí tải lại.",
        "There is no such flag, or no longer: what it was about has changed. Read the list again.",
    ),
)
