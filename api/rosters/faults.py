"""What rosters refuse."""

from api.kit.errors import Fault, Words

UNIT_NEEDED = Fault(
    "unit_needed",
    422,
    Words("Chưa chọn đơn vị", "Unit needed"),
    Words(
        "Đồng chí phụ trách nhiều đơn vị. Mời chọn một đơn vị (`unit_id`) để lấy danh sách.",
        "You hold several units. Name one of them (`unit_id`).",
    ),
)
