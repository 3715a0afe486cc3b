"""Which hall a participant of Google Meet was, and how long it was connected (pure).

A connection proves a hall, and never that a person was there (domain.md, sections 2 and 8).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from api.kit.text import fold

Interval = tuple[datetime, datetime]

# Words that say what kind of place or unit it is, and not which one.
_COMMON: Final = frozenset(
    "diem cau hoi truong phong hop chi bo dang uy xa thi tran huyen ban don vi khoi co quan "
    "lop meet google zoom may tinh laptop hall room".split()
)


class Reason(StrEnum):
    """Why a hall is suggested for a name; the first two are certain enough to be taken."""

    EARLIER = "earlier"
    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"


CERTAIN: Final = frozenset({Reason.EARLIER, Reason.SAME_NAME})


@dataclass(frozen=True, slots=True)
class Hall:
    """A point of a session, with all names by which it may be called."""

    point_id: UUID
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What somebody said that a name was: a hall, or (without one) nothing that matters."""

    point_id: UUID | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a name probably is."""

    match: Match
    reason: Reason


def suggest(
    display_name: str, halls: Sequence[Hall], earlier: Mapping[str, Match]
) -> Suggestion | None:
    """Tell which hall a name probably is; None where none is likelier than the others.

    `earlier` tells what the same (folded) names were said to be in this conference before.
    """
    key = fold(display_name)
    if key in earlier:
        return Suggestion(earlier[key], Reason.EARLIER)
    same = {hall.point_id for hall in halls if key in {fold(name) for name in hall.names}}
    if len(same) == 1:
        return Suggestion(Match(same.pop()), Reason.SAME_NAME)
    likeness = {hall.point_id: _likeness(key, hall) for hall in halls}
    best = max(likeness.values(), default=0)
    alike = [point_id for point_id, each in likeness.items() if each == best]
    if best and len(alike) == 1:
        return Suggestion(Match(alike[0]), Reason.SIMILAR_NAME)
    return None


def _likeness(key: str, hall: Hall) -> int:
    """Weigh how much of a name is a hall's: the letters of the words that tell it apart.

    All such words of the one stand in the other, or they are the same written together.
    """
    wanted = _telling(key)
    best = 0
    for name in hall.names:
        telling = _telling(fold(name))
        shared = set(wanted) & set(telling)
        is_part = bool(shared) and shared in (set(wanted), set(telling))
        if is_part or (wanted and "".join(wanted) == "".join(telling)):
            best = max(best, sum(map(len, shared)) or len("".join(wanted)))
    return best


def _telling(key: str) -> list[str]:
    return [word for word in key.split() if word not in _COMMON]


def connected(intervals: Iterable[Interval], within: Interval | None = None) -> int:
    """Count the seconds that some intervals cover together, inside another where one is given."""
    total, reached = timedelta(), None
    for joined, left in sorted(intervals):
        begin, end = joined, left
        if within is not None:
            begin, end = max(begin, within[0]), min(end, within[1])
        begin = begin if reached is None else max(begin, reached)
        if end > begin:
            total += end - begin
            reached = end
    return int(total.total_seconds())
