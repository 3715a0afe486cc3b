"""Which days are worked in Vietnam: not weekends, not public holidays, nor what is decreed (pure).

Labour Code 45/2019/QH14, articles 111 and 112; 24 November since 2026. Which five days are Tết, on
which side of 2 September the second day lies, and which days are swapped is decreed every year:
here stands what is usual, and a deployment lists what is otherwise (`WorkingDays.of`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

LUNAR: Final = {
    2022: ("02-01", "04-10"), 2023: ("01-22", "04-29"), 2024: ("02-10", "04-18"),
    2025: ("01-29", "04-07"), 2026: ("02-17", "04-26"), 2027: ("02-06", "04-16"),
    2028: ("01-26", "04-04"), 2029: ("02-13", "04-23"), 2030: ("02-02", "04-12"),
    2031: ("01-23", "04-01"), 2032: ("02-11", "04-19"), 2033: ("01-31", "04-09"),
    2034: ("02-19", "04-28"), 2035: ("02-08", "04-17"), 2036: ("01-28", "04-06"),
    2037: ("02-15", "04-24"), 2038: ("02-04", "04-13"), 2039: ("01-24", "04-03"),
    2040: ("02-12", "04-20"), 2041: ("02-01", "04-10"), 2042: ("01-22", "04-29"),
    2043: ("02-10", "04-19"), 2044: ("01-30", "04-07"), 2045: ("02-17", "04-26"),
    2046: ("02-06", "04-15"), 2047: ("01-26", "04-04"), 2048: ("02-14", "04-22"),
    2049: ("02-02", "04-11"), 2050: ("01-23", "04-01"),
}  # fmt: skip
"""The first day of the lunar year and the 10th of its third month, at UTC+7.

China's calendar differs now and then, as in 2030: it is reckoned at UTC+8.
"""
_CULTURE_DAY_SINCE: Final = 2026
_SATURDAY: Final = 5
_SUNDAY: Final = 6
_DAY_AFTER: Final = frozenset({0, 3, _SUNDAY})
"""The weekdays of 2 September on which 3 September is the second day; else the 1st is."""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days that are worked: as a rule, but for those `off` and those `worked` all the same."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    @classmethod
    def of(cls, listed: str) -> "WorkingDays":
        """Read days off separated by commas; "-" before a day says that it is worked.

        As in "2027-02-11,-2027-02-20": a Thursday is off, and a Saturday is worked for it.

        Raises: ValueError for what is no day.
        """
        days = [each.strip() for each in listed.split(",") if each.strip()]
        return cls(
            frozenset(date.fromisoformat(each) for each in days if each[0] != "-"),
            frozenset(date.fromisoformat(each[1:]) for each in days if each[0] == "-"),
        )

    def __contains__(self, day: date) -> bool:
        """Tell whether a day is worked."""
        if day in self.worked:
            return True
        is_off = day.weekday() >= _SATURDAY or day in self.off
        return not is_off and day not in public_holidays(day.year)

    def after(self, day: date, number: int) -> date:
        """Tell the day that is a number of working days after another."""
        found = day
        while number:
            found += timedelta(days=1)
            number -= found in self
        return found


@cache
def public_holidays(year: int) -> frozenset[date]:
    """List the public holidays of a year, with the days that are off for those on a weekend.

    Beyond `LUNAR` those of the lunar year are missing.
    """
    second_september = date(year, 9, 2)
    days = [date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), second_september]
    if year >= _CULTURE_DAY_SINCE:
        days.append(date(year, 11, 24))
    new_year: list[date] = []
    if year in LUNAR:
        first, kings = (date.fromisoformat(f"{year}-{each}") for each in LUNAR[year])
        new_year = [first + timedelta(days=each) for each in range(-1, 4)]
        days.append(kings)
    beside = 1 if second_september.weekday() in _DAY_AFTER else -1
    off = {*days, *new_year, second_september + timedelta(days=beside)}
    for day in sorted(days):
        if day.weekday() >= _SATURDAY:
            off.add(_next(day, 1, off))
    for day in new_year:
        if day.weekday() >= _SATURDAY:
            off.add(_next(day, -1 if day.weekday() == _SATURDAY else 1, off))
    return frozenset(off)


def _next(day: date, step: int, off: Collection[date]) -> date:
    found = day
    while found.weekday() >= _SATURDAY or found in off:
        found += timedelta(days=step)
    return found
