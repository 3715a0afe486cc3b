"""When a member's request is due, and how it moves on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.records.rules import MOVES, WAITING, working_days_after
from api.words import DataRequestState


@pytest.mark.parametrize(
    ("asked", "number", "due"),
    [
        (date(2022, 3, 15), 2, date(2022, 3, 17)),  # a Tuesday
        (date(2022, 3, 18), 2, date(2022, 3, 22)),  # a Friday
        (date(2022, 3, 19), 2, date(2022, 3, 22)),  # a Saturday
        (date(2022, 3, 15), 10, date(2022, 3, 29)),
    ],
)
def test_a_weekend_is_no_working_day(asked: date, number: int, due: date) -> None:
    assert working_days_after(asked, number) == due


@given(st.dates(date(2022, 1, 1), date(2040, 1, 1)), st.integers(1, 30))
def test_so_many_working_days_lie_after_the_day_and_the_last_is_due(day: date, number: int) -> None:
    due = working_days_after(day, number)
    between = [day + timedelta(days=each) for each in range(1, (due - day).days + 1)]
    assert sum(each.weekday() < 5 for each in between) == number
    assert due.weekday() < 5


def test_what_is_closed_moves_no_more_and_nothing_is_opened_again() -> None:
    assert set(MOVES) == set(DataRequestState)
    assert {state for state, to in MOVES.items() if to} == WAITING
    assert all(DataRequestState.OPEN not in to for to in MOVES.values())
