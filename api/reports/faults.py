"""What reports refuse."""

from api.kit.errors import Fault, Words

SETTLE = Words(
    "Đồng chí ghi nốt các đồng chí này rồi gửi lại, hoặc gửi báo cáo tạm thời.",
    "Settle the rest, or hand in an interim report.",
)
WAIT = Words(
    "Đồng chí chờ lớp này tổ chức lại, hoặc gửi báo cáo tạm thời trước.",
    "Wait until this session is held, or hand in an interim report first.",
)
BY_HAND = Words(
    "Mời đồng chí tải báo cáo về, gửi bằng hộp thư công vụ, rồi ghi ngày đã gửi.",
    "Download the report, send it by official mail, then note the day.",
)
FIGURES_DISAGREE = Fault(
    "figures_disagree",
    409,
    Words("Số liệu chưa khớp", "Figures disagree"),
    Words(
        "{sentence}. {advice}",
        "The figures do not agree: {sentence}. {advice_in_english}",
    ),
    sample={
        "sentence": "40 + 15 ≠ 60, còn 5 đồng chí chưa có thông tin",
        "advice": SETTLE.vi,
        "advice_in_english": SETTLE.en,
    },
)
NOTHING_CHANGED = Fault(
    "nothing_changed",
    409,
    Words("Không có gì thay đổi", "Nothing changed"),
    Words(
        "Báo cáo đã gửi rồi, từ đó đến nay không có gì thay đổi.",
        "The report was handed in, and nothing differs from what it said.",
    ),
)
REPORT_STATE = Fault(
    "report_state",
    409,
    Words("Báo cáo không ở bước này", "Report state"),
    Words(
        "Không làm được việc này, vì báo cáo {named}.",
        "This cannot be done: the report {named_in_english}.",
    ),
    sample={"state": "submitted", "named": "đã gửi", "named_in_english": "was submitted"},
)
OWN_REPORT = Fault(
    "own_report",
    409,
    Words("Báo cáo do chính đồng chí gửi", "Own report"),
    Words(
        "Người gửi báo cáo không tự chấp nhận hay trả lại. Mời một đồng chí khác ở cấp trên.",
        "Who handed a report in does not decide on it. Ask somebody else of the unit above.",
    ),
)
NOT_HANDED_IN = Fault(
    "not_handed_in",
    409,
    Words("Báo cáo chưa gửi", "Not handed in"),
    Words(
        "Báo cáo chưa có bản chính thức. Mời đồng chí gửi báo cáo trong hệ thống trước.",
        "The report has no final version yet. Submit it first.",
    ),
)
NO_REPORT_EMAIL = Fault(
    "no_report_email",
    409,
    Words("Chưa có địa chỉ nhận báo cáo", "No address for reports"),
    Words(
        "Kế hoạch hội nghị chưa ghi địa chỉ thư nhận báo cáo.",
        "The conference names no address to which reports are mailed.",
    ),
)
CONFIDENTIAL = Fault(
    "confidential",
    409,
    Words("Lớp mật", "Confidential"),
    Words(
        "Lớp này thuộc chế độ mật: không có ảnh, không có tin nhắn, không gửi ra ngoài hệ thống.",
        "A confidential session has no pictures and no messages, and nothing of it leaves.",
    ),
)
SENT_ON_WRONG = Fault(
    "sent_on_wrong",
    422,
    Words("Ngày gửi chưa đúng", "Wrong day"),
    Words(
        "Ngày gửi mail công vụ phải {allowed}.",
        "The day must lie between {earliest} and {latest}.",
    ),
    sample={
        "allowed": "từ 05/03/2022 đến 07/03/2022",
        "earliest": "05/03/2022",
        "latest": "07/03/2022",
    },
)
