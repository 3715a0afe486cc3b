"""What deciding refuses."""

from api.kit.errors import Fault, Words

ATTENDANCE_DECIDED = Fault(
    "attendance_decided",
    409,
    Words("Đã có người quyết định", "Attendance decided"),
    Words(
        "Lượt điểm danh này đã có người quyết định khác. Muốn đổi, đồng chí dùng «sửa» và ghi lý "
        "do.",
        "Somebody decided otherwise on this attendance. Correct it, and give a reason.",
    ),
)
TYPED_NAME_SETTLED = Fault(
    "typed_name_settled",
    409,
    Words("Tên này đã được xử lý", "Typed name settled"),
    Words(
        "Tên này đã có người xử lý theo cách khác. Mời đồng chí tải lại danh sách.",
        "Somebody settled this name otherwise. Load the list again.",
    ),
)
