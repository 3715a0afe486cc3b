"""Numbers as people in Vietnam write them."""

import pytest

from api.kit.numbers import percent, whole


def test_thousands_are_parted_by_points() -> None:
    assert [whole(each) for each in (0, 999, 35_599, 1_000_000)] == [
        "0",
        "999",
        "35.599",
        "1.000.000",
    ]


@pytest.mark.parametrize(
    ("part", "of", "said"),
    [
        (9916, 10_000, "99,16\u00a0%"),
        (2, 3, "66,67\u00a0%"),
        (1, 80_000, "0,00\u00a0%"),
        (1, 16_000, "0,01\u00a0%"),
        (60, 60, "100,00\u00a0%"),
        (0, 0, "–"),
        (3, 0, "–"),
    ],
)
def test_a_rate_has_two_decimals_after_a_comma(part: int, of: int, said: str) -> None:
    assert percent(part, of) == said
