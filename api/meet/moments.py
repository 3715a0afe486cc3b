"""Instants and durations as participants' files write them (pure)."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

from api.kit.dates import VIETNAM
from api.kit.text import fold, nfc

_YEAR_FIRST: Final = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST: Final = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b")
_IN_WORDS: Final = re.compile(
    r"(?:ngày\s*)?\b(\d{1,2})\s*(?:tháng|thg\.?)\s*(\d{1,2}),?\s*(?:năm\s*)?(\d{4})\b"
)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH: Final = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_MONTH_FIRST: Final = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b")
_DAY_FIRST: Final = re.compile(rf"\b(\d{{1,2}})[\s-]+{_MONTH},?[\s-]+(\d{{4}})\b")
_TIME: Final = re.compile(
    r"(?<![\d:])(\d{1,2})\s*(?::|h|giờ)\s*(\d{1,2})(?:\s*(?::|phút)\s*(\d{1,2})(?:[.,]\d+)?)?"
    r"\s*(?:giây|phút)?\s*(a\.?m\b|p\.?m\b|sa\b|ch\b)?"
)
_ZONE: Final = re.compile(r"[\dm.]\s*\(?(z|utc|gmt)?\s*(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\s*\)?$")

_UNITS: Final = {"gio": 3600, "h": 3600, "phut": 60, "m": 60, "p": 60, "giay": 1, "s": 1}
_PIECE: Final = re.compile(r"(\d+)\s*(gio|phut|giay|h|m|p|s)[a-z]*")
_HOURS: Final = re.compile(r"(\d{1,3}) ?(?:h|gio) ?(\d{1,2})")
_CLOCK: Final = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?(?:\.\d+)?")


def instant(text: str, day: date | None) -> datetime | None:
    """Read an instant; None where it is none.

    What has no zone is Vietnamese time, and what has no date is of `day`, the session's. Where day
    and month can be told either way round, that of the session is meant, else day before month.
    """
    plain = nfc(text).lower()
    rest, days = _dated(plain)
    found = _TIME.search(rest)
    on = day if days is None else _likeliest(days, day)
    if found is None or on is None:
        return None
    try:
        at = time(_hour(int(found[1]), found[4]), int(found[2]), int(found[3] or 0))
        return datetime.combine(on, at, _zone(rest[found.start() :])).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _dated(text: str) -> tuple[str, list[date] | None]:
    """Take the date out of a text: what is left, and the days that it may mean."""
    for pattern, orders in (
        (_YEAR_FIRST, ((1, 2, 3),)),
        (_IN_WORDS, ((3, 2, 1),)),
        (_MONTH_FIRST, ((3, 1, 2),)),
        (_DAY_FIRST, ((3, 2, 1),)),
        (_YEAR_LAST, ((3, 2, 1), (3, 1, 2))),
    ):
        found = pattern.search(text)
        if found is not None:
            rest = f"{text[: found.start()]} {text[found.end() :].removeprefix('t')}"
            return rest, list(_days([found[each] for each in order] for order in orders))
    return text, None


def _days(parts: Iterator[list[str]]) -> Iterator[date]:
    for year, month, day in parts:
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        try:
            yield date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
        except ValueError:
            continue


def _likeliest(days: list[date], wanted: date | None) -> date | None:
    return wanted if wanted in days else next(iter(days), None)


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    is_late = half[0] in "pc"
    return hour % 12 + (12 if is_late else 0)


def _zone(text: str) -> tzinfo:
    found = _ZONE.search(text)
    if found is None or not (found[1] or found[2]):
        return VIETNAM
    ahead = timedelta(hours=int(found[3] or 0), minutes=int(found[4] or 0))
    return timezone(-ahead if found[2] == "-" else ahead)


def seconds(text: str) -> int | None:
    """Read a duration: "1 giờ 2 phút", "1h 2m", "62 min", "1:02:00"; a bare number is minutes."""
    plain = nfc(text)
    clock, folded = _CLOCK.fullmatch(plain), fold(plain)
    if clock is not None:
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0)
    hours = _HOURS.fullmatch(folded)
    if hours is not None:
        return int(hours[1]) * 3600 + int(hours[2]) * 60
    if folded.isdecimal():
        return int(folded) * 60 if len(folded) <= 5 else None
    pieces = _PIECE.findall(folded)
    if not pieces or _PIECE.sub("", folded).strip(" avnd"):
        return None
    return sum(int(number) * _UNITS[unit] for number, unit in pieces)
