"""What pictures of reports refuse."""

from typing import Final

from api.kit.errors import Fault, Words

MOST_PHOTOS: Final = 20

TOO_MANY_PHOTOS: Final = Fault(
    "too_many_photos",
    409,
    Words("Quá nhiều ảnh", "Too many photos"),
    Words(
        "Mỗi báo cáo có nhiều nhất {limit} ảnh. Mời xóa bớt ảnh rồi gửi lại.",
        "A report has at most {limit} photos. Remove one first.",
    ),
    sample={"limit": MOST_PHOTOS},
)
NO_PHOTOS: Final = Fault(
    "no_photos",
    404,
    Words("Chưa có ảnh", "No photos"),
    Words("Báo cáo này chưa có ảnh nào để ghép.", "This report has no photos to put together."),
)
