"""Which days are worked, and how many lie between two."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.days_off import LUNAR, WorkingDays, public_holidays
from api.settings import Settings

USUAL = WorkingDays()


def _off(year: int) -> list[str]:
    """List the public holidays that are no weekend, as "month-day"."""
    return [f"{each:%m-%d}" for each in sorted(public_holidays(year)) if each.weekday() < 5]


@pytest.mark.parametrize(
    ("asked", "number", "due"),
    [
        (date(2022, 3, 15), 2, date(2022, 3, 17)),  # a Tuesday
        (date(2022, 3, 18), 2, date(2022, 3, 22)),  # a Friday
        (date(2022, 3, 19), 2, date(2022, 3, 22)),  # a Saturday
        (date(2022, 3, 15), 10, date(2022, 3, 29)),
        (date(2022, 1, 28), 2, date(2022, 2, 8)),  # the Friday before Tết
        (date(2022, 4, 29), 2, date(2022, 5, 5)),  # 30 April and 1 May are a weekend
        (date(2026, 8, 31), 2, date(2026, 9, 4)),  # 1 and 2 September
    ],
)
def test_neither_a_weekend_nor_a_holiday_is_a_working_day(
    asked: date, number: int, due: date
) -> None:
    assert USUAL.after(asked, number) == due


def test_the_days_off_of_past_years_are_those_that_were_decreed() -> None:
    assert _off(2022) == [
        "01-03", "01-31", "02-01", "02-02", "02-03", "02-04", "04-11", "05-02", "05-03",
        "09-01", "09-02",
    ]  # fmt: skip
    assert _off(2026) == [
        "01-01", "02-16", "02-17", "02-18", "02-19", "02-20", "04-27", "04-30", "05-01",
        "09-01", "09-02", "11-24",
    ]  # fmt: skip


def test_the_lunar_year_is_that_of_vietnam_and_not_of_china() -> None:
    assert LUNAR[2030] == ("02-02", "04-12"), "China's begins a day later"
    assert sorted(LUNAR) == list(range(2022, 2051))


def test_what_is_decreed_goes_before_what_is_usual() -> None:
    swapped = WorkingDays.of("2026-08-31, -2026-08-22,")
    assert swapped.after(date(2026, 8, 28), 1) == date(2026, 9, 3)
    assert USUAL.after(date(2026, 8, 28), 1) == date(2026, 8, 31)
    assert date(2026, 8, 22) in swapped, "a Saturday that is worked for it"
    assert date(2026, 9, 2) in WorkingDays.of("-2026-09-02")


@given(st.dates(date(2022, 1, 1), date(2060, 1, 1)), st.integers(1, 30))
def test_so_many_working_days_lie_after_the_day_and_the_last_is_due(day: date, number: int) -> None:
    due = USUAL.after(day, number)
    between = [day + timedelta(days=each) for each in range(1, (due - day).days + 1)]
    assert sum(each in USUAL for each in between) == number
    assert due in USUAL


def test_a_list_that_is_no_list_of_days_keeps_the_program_from_starting() -> None:
    assert Settings(days_off="2027-02-11,-2027-02-20").days_off
    with pytest.raises(ValueError, match="days_off"):
        Settings(days_off="11/02/2027")
