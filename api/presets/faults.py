"""What presets refuse."""

from api.kit.errors import Fault, Words

PRESET_UNKNOWN = Fault(
    "preset_unknown",
    422,
    Words("Không có mẫu này", "Unknown preset"),
    Words(
        "Không có mẫu kế hoạch «{preset}». Danh sách mẫu ở GET /presets.",
        "There is no preset `{preset}`; GET /presets lists them.",
    ),
    sample={"preset": "bu_dang_1922"},
)
UNITS_MISSING = Fault(
    "units_missing",
    409,
    Words("Thiếu đơn vị của mẫu", "Units missing"),
    Words(
        "Chưa có {count} đơn vị mà mẫu nêu: {names}. Mời thêm các đơn vị này (hoặc thêm tên gọi "
        "khác cho đơn vị đã có), hay gửi lại với create_units để hệ thống tạo.",
        "The organiser lacks {count} units of the preset: {names}. Add them, or an alias to those "
        "you have, or repeat this with `create_units`.",
    ),
    sample={"count": 1, "names": "Chi bộ Điện lực", "units": ["Chi bộ Điện lực"]},
)
UNITS_UNCLEAR = Fault(
    "units_unclear",
    409,
    Words("Trùng tên đơn vị", "Units unclear"),
    Words(
        "Có nhiều đơn vị cùng mang tên mà mẫu nêu: {names}. Mời đổi tên hoặc đặt tên gọi khác cho "
        "đúng một đơn vị.",
        "Several units bear a name of the preset: {names}. Rename them, so that one does.",
    ),
    sample={"count": 1, "names": "Chi bộ thôn 1", "units": ["Chi bộ thôn 1"]},
)
ORGANISER_ENDED = Fault(
    "organiser_ended",
    409,
    Words("Đơn vị tổ chức đã kết thúc", "Organiser ended"),
    Words(
        "Đơn vị tổ chức không còn hoạt động và không có đơn vị kế thừa.",
        "The organiser is no more, and no unit succeeds it.",
    ),
)
