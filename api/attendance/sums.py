"""Sums of persons by point and unit, and what one person adds to them (pure)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final, NamedTuple, Protocol
from uuid import UUID

from api.attendance.rules import Cell, Count
from api.words import Standing

NOWHERE: Final = UUID(int=0)
"""The point of those who are at none, or expected at none."""

Place = tuple[UUID, UUID]
"""Point and unit."""

Sums = Mapping[Place, Count]

_PRESENT: Final = Count(present=1)
_PENDING: Final = Count(pending=1)
_NOBODY: Final = Count()
_RANK: Final = {Standing.PRESENT: 0, Standing.PENDING: 1, Standing.REJECTED: 2}


@dataclass(frozen=True, slots=True)
class CountedBy:
    """By what persons are counted: the number of plan changes, the day, and whether it is locked.

    Numbers that were counted by different ones do not add up.
    """

    plan: int
    day: date
    is_locked: bool


class Seen(NamedTuple):
    """What is recorded of somebody in one window, as far as it is counted."""

    id: UUID
    unit_id: UUID
    point_id: UUID
    standing: Standing
    first_arrived_at: datetime


class SeenRow(Protocol):
    """A row of attendance, as it stands or is about to."""

    @property
    def session_id(self) -> UUID: ...
    @property
    def id(self) -> UUID: ...
    @property
    def member_id(self) -> UUID: ...
    @property
    def unit_id(self) -> UUID: ...
    @property
    def bridge_point_id(self) -> UUID: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def first_arrived_at(self) -> datetime: ...


def seen(row: SeenRow) -> Seen:
    """Tell of a row of attendance what is counted by, as it is now."""
    return Seen(row.id, row.unit_id, row.bridge_point_id, row.standing, row.first_arrived_at)


def spread(cells: Iterable[Cell]) -> dict[Place, Count]:
    """Count who is there where he is, and who is expected where he is expected, by unit."""
    found: dict[Place, Count] = defaultdict(Count)
    for each in cells:
        there = replace(each.count, expected=0, excused=0, unexcused=0)
        found[each.point_id or NOWHERE, each.unit_id] += there
        expected = replace(each.count, present=0, pending=0)
        found[each.expected_point_id or NOWHERE, each.unit_id] += expected
    return _without_zeros(found)


def added(*several: Sums) -> dict[Place, Count]:
    """Add sums place by place."""
    found: dict[Place, Count] = {}
    for sums in several:
        for place, count in sums.items():
            so_far = found.get(place)
            found[place] = count if so_far is None else so_far + count
    return _without_zeros(found)


def difference(before: Sums, after: Sums) -> dict[Place, Count]:
    """Tell what is to be added to `before` to make `after`."""
    less = {place: Count(*(-each for each in _numbers(count))) for place, count in before.items()}
    return added(after, less)


def there(seen: Iterable[Seen]) -> dict[Place, Count]:
    """Tell where somebody counts of whom no person wrote anything, by all that is recorded of him.

    As `recorded` has it: present before pending, then the first; once.
    """
    several = sorted(seen, key=lambda each: (_RANK[each.standing], each.first_arrived_at, each.id))
    if not several or several[0].standing is Standing.REJECTED:
        return {}
    best = several[0]
    one = _PRESENT if best.standing is Standing.PRESENT else _PENDING
    return {(best.point_id, best.unit_id): one}


def newcomers(point_id: UUID, unit_id: UUID, standing: Standing, number: int) -> dict[Place, Count]:
    """Tell what so many persons add of whom nothing else is recorded, and who are not rejected."""
    is_present = standing is Standing.PRESENT
    count = Count(present=number) if is_present else Count(pending=number)
    return {(point_id, unit_id): count}


def written(sums: Sums) -> list[list[Any]]:
    """Write sums down as JSON has them."""
    return [
        [str(point_id), str(unit_id), *_numbers(count)]
        for (point_id, unit_id), count in sorted(sums.items(), key=lambda each: each[0])
    ]


def _numbers(count: Count) -> tuple[int, int, int, int, int]:
    return count.expected, count.present, count.pending, count.excused, count.unexcused


def read(lines: Iterable[list[Any]]) -> dict[Place, Count]:
    """Read sums that were written down."""
    return {(UUID(point), UUID(unit)): Count(*numbers) for point, unit, *numbers in lines}


def of_units(sums: Sums) -> dict[UUID | None, Count]:
    """Add up by unit, wherever its members are."""
    found: dict[UUID | None, Count] = defaultdict(Count)
    for (_, unit_id), count in sums.items():
        found[unit_id] += count
    return found


def of_points(sums: Sums) -> dict[UUID | None, Count]:
    """Add up by point."""
    found: dict[UUID | None, Count] = defaultdict(Count)
    for (point_id, _), count in sums.items():
        found[None if point_id == NOWHERE else point_id] += count
    return found


def _without_zeros(sums: Sums) -> dict[Place, Count]:
    return {place: count for place, count in sums.items() if count != _NOBODY}
