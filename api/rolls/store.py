"""SQL of rolls: what is known of everybody, and what was counted beside."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Subquery,
    and_,
    case,
    func,
    literal,
    select,
)
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


async def voided(db: AsyncSession, session_id: UUID) -> Voided:
    """Tell which windows of a session do not count at which point."""
    query = (
        select(WindowException.bridge_point_id, WindowException.window_id)
        .join(Window, Window.id == WindowException.window_id)
        .where(Window.session_id == session_id, WindowException.is_voided)
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

    One statement and one row a member, whatever he did: the windows of his evidence come as bits
    of numbers.
    """
    each = persons(known)
    seen, columns = _seen(known.session.id, windows)
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
            *columns,
        )
        .join(Unit, Unit.id == each.c.unit_id)
        .outerjoin(seen, seen.c.member_id == each.c.member_id)
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
    sightings: dict[tuple[int, ...], frozenset[Sighting]] = {}
    found = []
    for member, unit, point, expected, kind, reason, departed, number, *bits in await db.execute(
        query
    ):
        key = tuple(each or 0 for each in bits)
        if key not in sightings:
            sightings[key] = _sightings(key, windows)
        written = Written(kind, reason, departed) if kind is not None else None
        found.append(Facts(member, unit, point, bool(expected), sightings[key], written, number))
    return found


def _seen(
    session_id: UUID, windows: Sequence[Span]
) -> tuple[Subquery, list[ColumnElement[int | None]]]:
    """Make the table of who was present and who is pending in which windows, as bits."""
    columns: list[ColumnElement[int]] = []
    for standing in (Standing.PRESENT, Standing.PENDING):
        for start in range(0, len(windows), _BITS):
            bits = [
                (
                    and_(Attendance.standing == standing, Attendance.window_id == each.window_id),
                    literal(1 << place, BigInteger()),
                )
                for place, each in enumerate(windows[start : start + _BITS])
            ]
            columns.append(
                func.sum(case(*bits, else_=literal(0, BigInteger())), type_=BigInteger()).label(
                    f"{standing.value}_{start}"
                )
            )
    made = (
        select(Attendance.member_id, *columns)
        .where(Attendance.session_id == session_id)
        .group_by(Attendance.member_id)
        .subquery("bits")
    )
    return made, [column for column in made.c if column.name != "member_id"]


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
