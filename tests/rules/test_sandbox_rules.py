"""How far the clock of a sandbox goes, and what it passes."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.sandbox.rules import FARTHEST, is_within, passed
from tests.moving_clock import MORNING


@given(seconds=st.integers(min_value=-86_400, max_value=31 * 86_400))
def test_on_the_way_forward_everything_is_looked_at_in_order_and_the_end_last(
    seconds: int,
) -> None:
    to = MORNING + timedelta(seconds=seconds)
    looked = list(passed(MORNING, to))
    assert looked == sorted(looked)
    assert len(looked) <= 289
    assert looked[-1:] == ([to] if seconds > 0 else [])
    assert all(MORNING < each <= to for each in looked)


def test_the_clock_goes_from_the_last_window_to_a_month_after_the_beginning() -> None:
    opened_at = MORNING + timedelta(minutes=15)
    for at, may in (
        (MORNING, False),
        (opened_at, True),
        (MORNING + FARTHEST, True),
        (MORNING + FARTHEST + timedelta(seconds=1), False),
    ):
        assert is_within(at, earliest=opened_at, began_at=MORNING) is may
