"""What own records and requests refuse."""

from api.kit.errors import Fault, Words
from api.records.rules import OPEN_AT_ONCE

TOO_MANY_DATA_REQUESTS = Fault(
    "too_many_data_requests",
    409,
    Words("Đang có nhiều đề nghị chờ trả lời", "Too many requests"),
    Words(
        "Đồng chí đang có {most} đề nghị chờ trả lời. Mời chờ bí thư trả lời, hoặc gặp bí thư.",
        "{most} of your requests are waiting already. Wait for an answer.",
    ),
    sample={"most": OPEN_AT_ONCE},
)
DATA_REQUEST_CLOSED = Fault(
    "data_request_closed",
    409,
    Words("Đề nghị đã xong", "Data request closed"),
    Words(
        "Đề nghị này đã xong hoặc đã từ chối, không sửa được nữa.",
        "This request was done or declined, and does not change any more.",
    ),
)
ANSWER_NEEDED = Fault(
    "answer_needed",
    422,
    Words("Cần ghi câu trả lời", "Answer needed"),
    Words(
        "Mời ghi câu trả lời cho đồng chí đã đề nghị.",
        "Write what the member is answered.",
    ),
)
