"""What bridge points refuse."""

from api.kit.errors import Fault, Words

EXPECTED_ELSEWHERE = Fault(
    "expected_elsewhere",
    409,
    Words("Đơn vị đã thuộc điểm cầu khác", "Expected elsewhere"),
    Words(
        "{unit_name} đã được xếp về «{point_name}». Gửi lại với `move` nếu muốn chuyển.",
        "{unit_name} is expected at `{point_name}`. Send `move` to move it here.",
    ),
    sample={
        "unit_name": "Chi bộ Bưu điện",
        "point_name": "Hội trường Bưu điện",
        "expected_elsewhere": [
            {
                "unit_id": "01980000-0000-7000-8000-000000000000",
                "unit_name": "Chi bộ Bưu điện",
                "point_id": "01980000-0000-7000-8000-000000000001",
                "point_name": "Hội trường Bưu điện",
            }
        ],
    },
)
HUB_ON_LINE = Fault(
    "hub_on_line",
    422,
    Words("Phòng phát chỉ dùng cho Google Meet", "Hub on the line"),
    Words(
        "Phòng phát là điểm cầu của hình thức Google Meet, không phải của đường truyền riêng.",
        "A hub is a point of the Meet sessions, not of the dedicated line.",
    ),
)
POINT_IN_USE = Fault(
    "point_in_use",
    409,
    Words("Điểm cầu đã được dùng", "Point in use"),
    Words(
        "Điểm cầu đã có màn hình, lớp đã mở, phân bổ hoặc danh sách in nên không xóa được.",
        "The point has a screen, a session that was opened, an allocation, or a printed list.",
    ),
)
ITEM_UNKNOWN = Fault(
    "preparation_item_unknown",
    422,
    Words("Không có mục chuẩn bị này", "Unknown preparation item"),
    Words(
        "Danh mục chuẩn bị của điểm cầu này không có mục «{key}».",
        "The checklist of this point has no item `{key}`.",
    ),
    sample={"key": "hall"},
)
RESULT_UNFIT = Fault(
    "preparation_result_unfit",
    422,
    Words("Kết quả không đúng loại", "Unfit result"),
    Words(
        "Mục «{text}» ghi kết quả là: {named}.",
        "The item `{key}` takes one of these results: {allowed}.",
    ),
    sample={
        "key": "camera",
        "text": "Camera luôn mở",
        "allowed": ["passed", "failed"],
        "named": "đạt, chưa đạt",
    },
)
LINE_TEST_APART = Fault(
    "line_test_apart",
    422,
    Words("Thử đường truyền ghi riêng", "Line tests are recorded apart"),
    Words(
        "Mục «{text}» lấy theo lần thử đường truyền mới nhất; mời ghi lần thử ở mục đó.",
        "The item `{key}` takes the newest line test: add a line test instead.",
    ),
    sample={"key": "line_test", "text": "Kiểm tra đường truyền"},
)
