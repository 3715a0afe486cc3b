"""What privacy refuses."""

from api.kit.errors import Fault, Words

REASON_NAMES_MEMBER = Fault(
    "reason_names_member",
    422,
    Words("Lý do không được nêu tên", "Reason names the member"),
    Words(
        "Lý do được giữ trong nhật ký nên không ghi họ tên người được xóa. Mời ghi số văn bản "
        "hoặc «theo đề nghị của đảng viên».",
        "The reason stays in the audit trail, so it must not bear the member's name.",
    ),
)
BREACH_TIME_REFUSED = Fault(
    "breach_time_refused",
    422,
    Words("Thời điểm chưa đúng", "Instant refused"),
    Words(
        "Thời điểm phát hiện không ở tương lai; báo cáo và kết thúc không trước khi phát hiện.",
        "A breach is not found in the future, nor reported or closed before it was found.",
    ),
)
