"""SQL of who was seen in which windows of a session, one row a member."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, case, func, select

from api.attendance.rules import Sighting, Span
from api.tables.attendance import Attendance
from api.words import Standing

_BITS = 30
"""Windows that one number tells of: databases add up 63 bits at most."""

Bits = tuple[int, ...]


def seen(
    session_id: UUID, windows: Sequence[Span], among: Select[UUID] | None = None
) -> Select[*tuple[Any, ...]]:
    """Tell who was present and who is pending in which windows, which come as bits of numbers.

    `among` lists the members who are meant. The member comes first, then as many numbers as
    `reader` takes.
    """
    columns = [
        func.sum(
            case(
                *(
                    (
                        and_(
                            Attendance.standing == standing,
                            Attendance.window_id == each.window_id,
                        ),
                        1 << place,
                    )
                    for place, each in enumerate(windows[start : start + _BITS])
                ),
                else_=0,
            )
        )
        for standing in (Standing.PRESENT, Standing.PENDING)
        for start in range(0, len(windows), _BITS)
    ]
    query = select(Attendance.member_id, *columns).where(Attendance.session_id == session_id)
    if among is not None:
        query = query.where(Attendance.member_id.in_(among))
    return query.group_by(Attendance.member_id)


def reader(windows: Sequence[Span]) -> Callable[[Sequence[Any]], frozenset[Sighting]]:
    """Make what reads the numbers of `seen`; most members were seen alike."""
    known: dict[Bits, frozenset[Sighting]] = {}

    def read(numbers: Sequence[Any]) -> frozenset[Sighting]:
        bits = tuple(int(each) for each in numbers)
        if bits not in known:
            known[bits] = _sightings(bits, windows)
        return known[bits]

    return read


def _sightings(bits: Bits, windows: Sequence[Span]) -> frozenset[Sighting]:
    half = len(bits) // 2
    return frozenset(
        Sighting(each.window_id, standing)
        for standing, held in ((Standing.PRESENT, bits[:half]), (Standing.PENDING, bits[half:]))
        for place, each in enumerate(windows)
        if held[place // _BITS] >> place % _BITS & 1
    )
