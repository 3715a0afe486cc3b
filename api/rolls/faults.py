"""What rolls refuse."""

from api.kit.errors import Fault, Words

NOTHING_TO_COUNTERSIGN = Fault(
    "nothing_to_countersign",
    409,
    Words("Không có gì để đối chiếu", "Nothing to countersign"),
    Words(
        "Không có mục nào chờ đồng chí đối chiếu. Người đã ghi không tự đối chiếu: {left_own} mục "
        "của chính đồng chí cần người thứ hai.",
        "Nothing here waits for you to countersign. Who wrote an entry does not countersign it: "
        "{left_own} of your own need a second person.",
    ),
    sample={"left_own": 4},
)
