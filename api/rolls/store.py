"""SQL of rolls: what is known of everybody, and what was counted beside."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.attendance.persons import Basis, persons
from api.attendance.rules import Sighting, Span, Written
from api.db import found_by
from api.rolls.heads import Heads
from api.rolls.rules import Facts, Voided
from api.tables.attendance import Attendance, TypedName
from api.tables.bridge_points import BridgePoint
from api.tables.halls import HeadCount
from api.tables.members import Member
from api.tables.rosters import RosterRow
from api.tables.sessions import Window, WindowException
from api.tables.units import Unit
from api.words import Standing, WindowKind

_BITS = 30
"""Windows that one number tells of: databases add up 63 bits at most."""


async def spans(db: AsyncSession, session_id: UUID) -> list[Span]:
    """List the windows of a session that count, in their order."""
    query = (
        select(Window.id, Window.kind, Window.opened_at, Window.closed_at)
        .where(Window.session_id == session_id, Window.kind != WindowKind.REHEARSAL)
        .order_by(Window.ordinal)
    )
    return [Span(*row) for row in await db.execute(query)]


async def voided(db: AsyncSession, session_id: UUID, *, at: datetime) -> Voided:
    """Tell which windows of a session nobody has missed at which point.

    They do not count there, or were extended and still go on.
    """
    query = (
        select(WindowException.bridge_point_id, WindowException.window_id)
        .join(Window, Window.id == WindowException.window_id)
        .where(
            Window.session_id == session_id,
            or_(WindowException.is_voided, WindowException.extended_until > at),
        )
    )
    found: dict[UUID | None, frozenset[UUID]] = {}
    for point_id, window_id in await db.execute(query):
        found[point_id] = found.get(point_id, frozenset()) | {window_id}
    return found


async def subtree(db: AsyncSession, path: str) -> dict[UUID, Unit]:
    """Load the units of a subtree, in Vietnamese order."""
    query = select(Unit).where(within([path])).order_by(Unit.sort_key, Unit.id)
    return {unit.id: unit for unit in (await db.execute(query)).scalars()}


async def facts(
    db: AsyncSession,
    known: Basis,
    path: str,
    windows: Sequence[Span],
    *,
    search: str | None = None,
) -> list[Facts]:
    """Tell what is known of everybody who counts in a session for the units of a subtree.

    Two statements, and one row a member in each, whatever he did.
    """
    each = persons(known)
    query = (
        select(
            each.c.member_id,
            each.c.unit_id,
            each.c.point_id,
            each.c.is_expected,
            each.c.mark_kind,
            each.c.mark_reason,
            each.c.departed_at,
            RosterRow.number,
        )
        .join(Unit, Unit.id == each.c.unit_id)
        .outerjoin(
            RosterRow,
            and_(
                RosterRow.conference_id == known.session.conference_id,
                RosterRow.unit_id == each.c.unit_id,
                RosterRow.member_id == each.c.member_id,
            ),
        )
        .where(within([path]))
    )
    if search:
        query = query.join(Member, Member.id == each.c.member_id).where(
            found_by(Member.search_key, search)
        )
    seen, nothing = await _seen(db, known.session.id, windows), frozenset[Sighting]()
    found = []
    for member, unit, point, expected, kind, reason, departed, number in await db.execute(query):
        written = Written(kind, reason, departed) if kind is not None else None
        sightings = seen.get(member, nothing)
        found.append(Facts(member, unit, point, bool(expected), sightings, written, number))
    return found


async def _seen(
    db: AsyncSession, session_id: UUID, windows: Sequence[Span]
) -> dict[UUID, frozenset[Sighting]]:
    """Tell who was present and who is pending in which windows, which come as bits of numbers."""
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
    query = (
        select(Attendance.member_id, *columns)
        .where(Attendance.session_id == session_id)
        .group_by(Attendance.member_id)
    )
    known: dict[tuple[int, ...], frozenset[Sighting]] = {}
    found = {}
    for member_id, *bits in await db.execute(query):
        key = tuple(int(each) for each in bits)
        if key not in known:
            known[key] = _sightings(key, windows)
        found[member_id] = known[key]
    return found


def _sightings(bits: tuple[int, ...], windows: Sequence[Span]) -> frozenset[Sighting]:
    half = len(bits) // 2
    return frozenset(
        Sighting(each.window_id, standing)
        for standing, held in ((Standing.PRESENT, bits[:half]), (Standing.PENDING, bits[half:]))
        for place, each in enumerate(windows)
        if held[place // _BITS] >> place % _BITS & 1
    )


async def typed_names(db: AsyncSession, session_id: UUID, path: str) -> dict[UUID, int]:
    """Count, by unit of a subtree, the typed names that fit nobody and wait.

    One without a unit is the affair of who hosts the point.
    """
    unit_id = func.coalesce(TypedName.unit_id, BridgePoint.host_unit_id)
    query = (
        select(unit_id, func.count())
        .join(BridgePoint, BridgePoint.id == TypedName.bridge_point_id)
        .join(Unit, Unit.id == unit_id)
        .where(
            TypedName.session_id == session_id,
            TypedName.attendance_id.is_(None),
            TypedName.outcome.is_(None),
            within([path]),
        )
        .group_by(unit_id)
    )
    return {each[0]: each[1] for each in await db.execute(query)}


async def heads(db: AsyncSession, session_id: UUID, path: str) -> list[Heads]:
    """List the head counts of a session; those of halls that a subtree hosts are its own."""
    query = (
        select(
            HeadCount.bridge_point_id,
            HeadCount.unit_id,
            HeadCount.persons,
            HeadCount.guests,
            HeadCount.at,
            within([path]),
        )
        .join(BridgePoint, BridgePoint.id == HeadCount.bridge_point_id)
        .join(Unit, Unit.id == BridgePoint.host_unit_id)
        .where(HeadCount.session_id == session_id)
        .order_by(HeadCount.at, HeadCount.id)
    )
    return [Heads(*row) for row in await db.execute(query)]
