"""What summonses refuse."""

from api.kit.errors import Fault, Words

NOTHING_TO_PUBLISH = Fault(
    "nothing_allocated",
    409,
    Words("Chưa phân bổ", "Nothing allocated"),
    Words(
        "Chưa có đồng chí nào được xếp lớp. Mời phân bổ trước khi phát hành giấy triệu tập.",
        "Nobody has a session yet. Allocate before you publish the summonses.",
    ),
)
