"""What a summary passes on of what units wrote, and how it says it: pure."""

from uuid import UUID

from api.summaries.raised import Raised, direct, something

COMMUNE, CELL = UUID(int=1), UUID(int=2)


def test_a_text_that_raises_nothing_is_not_passed_on() -> None:
    assert [something(each) for each in (None, "", "Không có.", " - không ")] == [None] * 4
    assert something("Không có mạng dự phòng") == "Không có mạng dự phòng."
    assert something("- Thêm loa.\n\n- Thêm ghế") == "Thêm loa; Thêm ghế."


def test_what_a_cell_raises_its_commune_passes_on() -> None:
    commune = Raised(COMMUNE, "a/", "Đảng bộ xã Bom Bo", None, "Thêm loa")
    cell = Raised(CELL, "a/b/", "Chi bộ thôn 3", None, "Thêm ghế")
    depths = {str(COMMUNE): 1, str(CELL): 2}
    assert direct([commune, cell], depths) == [commune]
    assert direct([cell], {str(CELL): 0}) == [cell]
