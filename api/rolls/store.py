"""SQL of rolls: what is known of everybody, and what was counted beside."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.attendance.persons import Basis, of_subtree, persons
from api.attendance.rules import Sighting, Span, Written
from api.db import found_by
from api.rolls.heads import Heads
from api.rolls.rules import Facts, Voided
from api.rolls.sighting_store import reader, seen
from api.tables.attendance import TypedName
from api.tables.bridge_points import BridgePoint
from api.tables.halls import HeadCount
from api.tables.members import Member
from api.tables.rosters import RosterRow
from api.tables.sessions import Window, WindowException
from api.tables.units import Unit
from api.words import WindowKind


async def spans(db: AsyncSession, session_id: UUID) -> list[Span]:
    """List the windows of a session that count, in their order."""
    return (await spans_of(db, [session_id]))[session_id]


async def spans_of(db: AsyncSession, session_ids: Collection[UUID]) -> dict[UUID, list[Span]]:
    """List the windows of some sessions that count, in their order."""
    query = (
        select(Window.session_id, Window.id, Window.kind, Window.opened_at, Window.closed_at)
        .where(Window.session_id.in_(sorted(session_ids)), Window.kind != WindowKind.REHEARSAL)
        .order_by(Window.ordinal)
    )
    found: dict[UUID, list[Span]] = {session_id: [] for session_id in session_ids}
    for row in await db.execute(query):
        found[row[0]].append(Span(*row[1:]))
    return found


async def voided(db: AsyncSession, session_id: UUID, *, at: datetime) -> Voided:
    """Tell which windows of a session nobody has missed at which point.

    They do not count there, or were extended and still go on.
    """
    return (await voided_of(db, [session_id], at=at))[session_id]


async def voided_of(
    db: AsyncSession, session_ids: Collection[UUID], *, at: datetime
) -> dict[UUID, Voided]:
    """Tell of some sessions which windows nobody has missed at which point."""
    query = (
        select(Window.session_id, WindowException.bridge_point_id, WindowException.window_id)
        .join(Window, Window.id == WindowException.window_id)
        .where(
            Window.session_id.in_(sorted(session_ids)),
            or_(WindowException.is_voided, WindowException.extended_until > at),
        )
    )
    found: dict[UUID, dict[UUID | None, frozenset[UUID]]] = {each: {} for each in session_ids}
    for session_id, point_id, window_id in await db.execute(query):
        held = found[session_id]
        held[point_id] = held.get(point_id, frozenset()) | {window_id}
    return dict(found)


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
    among = of_subtree(known, path)
    each = persons(known, among)
    query = (
        select(
            each.c.member_id,
            each.c.unit_id,
            each.c.point_id,
            each.c.is_expected,
            each.c.is_reduced,
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
    read, nothing = reader(windows), frozenset[Sighting]()
    sightings = {
        member_id: read(bits)
        for member_id, *bits in await db.execute(seen(known.session.id, windows, among))
    }
    found = []
    for member, unit, point, expected, reduced, *written, number in await db.execute(query):
        found.append(
            Facts(
                member_id=member,
                unit_id=unit,
                point_id=point,
                is_expected=bool(expected),
                is_reduced=bool(expected and reduced),
                sightings=sightings.get(member, nothing),
                written=Written(*written) if written[0] is not None else None,
                number=number,
            )
        )
    return found


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
    return (await heads_of(db, [session_id], path))[session_id]


async def heads_of(
    db: AsyncSession, session_ids: Collection[UUID], path: str
) -> dict[UUID, list[Heads]]:
    """List the head counts of some sessions; those of halls that a subtree hosts are its own."""
    query = (
        select(
            HeadCount.session_id,
            HeadCount.bridge_point_id,
            HeadCount.unit_id,
            HeadCount.persons,
            HeadCount.guests,
            HeadCount.at,
            within([path]),
        )
        .join(BridgePoint, BridgePoint.id == HeadCount.bridge_point_id)
        .join(Unit, Unit.id == BridgePoint.host_unit_id)
        .where(HeadCount.session_id.in_(sorted(session_ids)))
        .order_by(HeadCount.at, HeadCount.id)
    )
    found: dict[UUID, list[Heads]] = {session_id: [] for session_id in session_ids}
    for row in await db.execute(query):
        found[row[0]].append(Heads(*row[1:]))
    return found
