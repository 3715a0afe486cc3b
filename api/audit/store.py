"""All SQL of the audit: reads alone, only `api.events` writes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api import events
from api.access.scope import within
from api.audit.rules import Move, Stay, during, stays
from api.tables.access import Account, Client, Grant, Screen
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.events import Event
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit

READINGS: Final = (events.MEMBERS_READ, events.ROSTER_PRINTED)
"""Acts that show names to somebody."""

_EVER: Final = datetime.min.replace(tzinfo=UTC)

PLACES: Final = ("unit_id", "temporary_unit_id")
"""The fields of a member that put him on the list of a unit."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the audit is narrowed to; None leaves it open."""

    act: str | None = None
    actor_id: UUID | None = None
    subject_id: UUID | None = None
    session_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An event, and the name of who did it."""

    event: Event
    actor_name: str | None


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    filters: Filters,
    *,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[Told]:
    """List events, the newest first; one more than `limit` where more follow."""
    return await _newest(db, and_(visible, *_conditions(filters)), after=after, limit=limit)


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    wanted: list[tuple[object | None, ColumnElement[bool]]] = [
        (filters.actor_id, Event.actor_id == filters.actor_id),
        (filters.subject_id, Event.subject_id == filters.subject_id),
        (
            filters.session_id,
            or_(Event.session_id == filters.session_id, Event.subject_id == filters.session_id),
        ),
    ]
    if filters.act is not None:
        of_thing = Event.act.startswith(f"{filters.act}.", autoescape=True)
        wanted.append((filters.act, or_(Event.act == filters.act, of_thing)))
    if filters.since is not None:
        wanted.append((filters.since, Event.at >= filters.since))
    if filters.until is not None:
        wanted.append((filters.until, Event.at < filters.until))
    return [condition for value, condition in wanted if value is not None]


async def below(db: AsyncSession, paths: Sequence[str]) -> ColumnElement[bool]:
    """Make the condition that an event tells of something below the units at `paths`.

    Whoever holds every root of the tree reads everything, also what belongs to no unit: the
    program's own acts, sign-ins refused for a username that nobody has.
    """
    elsewhere = select(Unit.id).where(Unit.parent_id.is_(None), ~within(paths)).limit(1)
    if (await db.execute(elsewhere)).first() is None:
        return true()
    inside = within(paths)
    sessions = (
        select(Session.id)
        .join(Conference, Conference.id == Session.conference_id)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(inside)
    )
    points = (
        select(BridgePoint.id)
        .join(Conference, Conference.id == BridgePoint.conference_id)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(inside)
    )
    subjects: list[Select[UUID]] = [
        select(Unit.id).where(inside),
        select(Member.id).join(Unit, Unit.id == Member.unit_id).where(inside),
        select(Conference.id).join(Unit, Unit.id == Conference.organiser_id).where(inside),
        select(Grant.account_id).join(Unit, Unit.id == Grant.unit_id).where(inside),
        select(Client.id).join(Unit, Unit.id == Client.unit_id).where(inside),
        sessions,
        points,
        select(Screen.id).where(Screen.bridge_point_id.in_(points)),
    ]
    return or_(Event.subject_id.in_(union_all(*subjects)), Event.session_id.in_(sessions))


async def moves_of(db: AsyncSession, member_id: UUID) -> list[Move]:
    """List the moves of a member between units, as the trail tells them."""
    query = select(Event.at, Event.detail).where(
        Event.subject_id == member_id, Event.act == events.MEMBER_TRANSFERRED
    )
    return [
        Move(at, field, UUID(changes[field]["before"]) if changes[field]["before"] else None)
        for at, detail in await db.execute(query)
        for changes in [detail.get("changes", {})]
        for field in PLACES
        if field in changes
    ]


async def viewings(
    db: AsyncSession,
    member_id: UUID,
    lists: Iterable[Stay],
    *,
    after: tuple[datetime, UUID] | None,
    limit: int,
    since: datetime | None = None,
) -> Sequence[Told]:
    """List who read a member, or a list that he stood on; one more than `limit`."""
    listed = [
        and_(
            Event.subject_id == stay.unit_id,
            Event.at >= stay.since,
            *([Event.at < stay.until] if stay.until is not None else []),
        )
        for stay in await _with_units_above(db, list(lists))
    ]
    read = and_(Event.act.in_(READINGS), or_(Event.subject_id == member_id, *listed))
    if since is not None:
        read = and_(read, Event.at >= since)
    return await _newest(db, read, after=after, limit=limit)


async def _with_units_above(db: AsyncSession, lists: Sequence[Stay]) -> Sequence[Stay]:
    """Add to the units of lists those above them, each for the time that it stood there."""
    found, level = list(lists), list(lists)
    while level:
        above = await _above(db, {stay.unit_id for stay in level})
        each = (during(over, stay) for stay in level for over in above[stay.unit_id])
        level = [stay for stay in each if stay is not None]
        found += level
    return found


async def _above(db: AsyncSession, unit_ids: set[UUID]) -> Mapping[UUID, list[Stay]]:
    """Tell right under which units some units stood, and when."""
    wanted = sorted(unit_ids)
    moved = select(Event.subject_id, Event.at, Event.detail).where(
        Event.subject_id.in_(wanted), Event.act == events.UNIT_MOVED
    )
    moves: dict[UUID, list[Move]] = {unit_id: [] for unit_id in wanted}
    for unit_id, at, detail in await db.execute(moved):
        before = detail["changes"]["parent_id"]["before"]
        moves[unit_id].append(Move(at, "parent_id", UUID(before) if before else None))
    today = select(Unit.id, Unit.parent_id).where(Unit.id.in_(wanted))
    return {
        unit_id: list(stays([("parent_id", parent_id)], moves[unit_id], joined=_EVER))
        for unit_id, parent_id in await db.execute(today)
    }


async def _newest(
    db: AsyncSession,
    condition: ColumnElement[bool],
    *,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[Told]:
    place = aliased(BridgePoint)
    query = (
        select(Event, func.coalesce(Account.display_name, Client.name, place.name))
        .outerjoin(Account, and_(Event.actor_kind == "account", Account.id == Event.actor_id))
        .outerjoin(Client, and_(Event.actor_kind == "client", Client.id == Event.actor_id))
        .outerjoin(Screen, and_(Event.actor_kind == "screen", Screen.id == Event.actor_id))
        .outerjoin(place, place.id == Screen.bridge_point_id)
        .where(condition)
    )
    if after is not None:
        query = query.where(tuple_(Event.at, Event.id) < after)
    rows = await db.execute(query.order_by(Event.at.desc(), Event.id.desc()).limit(limit + 1))
    return [Told(event, actor_name) for event, actor_name in rows]
