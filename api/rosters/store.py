"""All SQL of rosters, but for the rows that are shown."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.members.rules import COUNTED
from api.members.store import counted_at
from api.rosters.rules import Changes, Held, Present, Scope, Venue
from api.tables.allocation import Allocation
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.members import Member
from api.tables.rosters import RosterPrint, RosterRow
from api.tables.sessions import SessionPoint
from api.tables.units import Unit

Units = Select[UUID]


def allocated(scope: Scope) -> ColumnElement[bool]:
    """Make the condition on an allocation that it is one of this list."""
    condition = Allocation.conference_id == scope.conference_id
    if scope.session_id is not None:
        condition &= Allocation.session_id == scope.session_id
    if scope.bridge_point_id is not None:
        condition &= Allocation.bridge_point_id == scope.bridge_point_id
    return condition


def units_of(scope: Scope, *, on: date) -> Units:
    """Make the query of the units of a list: of a class, those of the members who are to come."""
    units = select(Unit.id).where(within([scope.unit_path]))
    if scope.session_id is None:
        return units
    coming = select(Allocation.member_id).where(allocated(scope))
    counting = select(counted_at(on)).where(Member.id.in_(coming))
    listing = select(RosterRow.unit_id).where(
        RosterRow.conference_id == scope.conference_id, RosterRow.member_id.in_(coming)
    )
    return units.where(or_(Unit.id.in_(counting), Unit.id.in_(listing)))


async def present(db: AsyncSession, units: Units, *, on: date) -> dict[UUID, list[Present]]:
    """List whom each of some units counts on a day."""
    unit_id = counted_at(on)
    query = select(unit_id, Member.id, Member.sort_key).where(
        or_(Member.unit_id.in_(units), Member.temporary_unit_id.in_(units)),
        unit_id.in_(units),
        Member.status.in_(COUNTED),
    )
    found: dict[UUID, list[Present]] = defaultdict(list)
    for unit, member_id, sort_key in await db.execute(query):
        found[unit].append(Present(member_id, sort_key))
    return found


async def held(db: AsyncSession, conference_id: UUID, units: Units) -> dict[UUID, list[Held]]:
    """List the rows that some units have in a conference."""
    query = select(
        RosterRow.unit_id, RosterRow.number, RosterRow.member_id, RosterRow.struck_at.is_not(None)
    ).where(RosterRow.conference_id == conference_id, RosterRow.unit_id.in_(units))
    found: dict[UUID, list[Held]] = defaultdict(list)
    for unit, number, member_id, is_struck in await db.execute(query):
        found[unit].append(Held(number, member_id, is_struck))
    return found


async def apply(
    db: AsyncSession, conference_id: UUID, changes: Mapping[UUID, Changes], *, at: datetime
) -> None:
    """Write new rows, and strike and unstrike others."""
    new = [
        {
            "conference_id": conference_id,
            "unit_id": unit_id,
            "number": number,
            "member_id": member_id,
            "added_at": at,
        }
        for unit_id, each in changes.items()
        for number, member_id in each.add
    ]
    if new:
        await db.execute(insert(RosterRow), new)
    for unit_id, each in changes.items():
        for members, struck_at in ((each.strike, at), (each.unstrike, None)):
            if members:
                await db.execute(
                    update(RosterRow)
                    .where(
                        RosterRow.conference_id == conference_id,
                        RosterRow.unit_id == unit_id,
                        RosterRow.member_id.in_(members),
                    )
                    .values(struck_at=struck_at)
                )


def _same_list(scope: Scope) -> ColumnElement[bool]:
    parts = (
        (RosterPrint.session_id, scope.session_id),
        (RosterPrint.bridge_point_id, scope.bridge_point_id),
        (RosterPrint.unit_id, scope.unit_id),
    )
    return and_(
        RosterPrint.conference_id == scope.conference_id,
        *(column == value if value is not None else column.is_(None) for column, value in parts),
    )


async def latest_print(
    db: AsyncSession, scope: Scope, *, fingerprint: str | None = None
) -> RosterPrint | None:
    """Find the last print of a list, or its print of one fingerprint."""
    query = select(RosterPrint).where(_same_list(scope)).order_by(RosterPrint.made_at.desc())
    if fingerprint is not None:
        query = query.where(RosterPrint.fingerprint == fingerprint)
    return (await db.execute(query.limit(1))).scalar_one_or_none()


async def find_print(
    db: AsyncSession, code: str, visible: ColumnElement[bool]
) -> tuple[RosterPrint, Unit] | None:
    """Find a print, with its unit or else the organiser, through the condition on that."""
    query = (
        select(RosterPrint, Unit)
        .join(Conference, Conference.id == RosterPrint.conference_id)
        .join(Unit, Unit.id == func.coalesce(RosterPrint.unit_id, Conference.organiser_id))
        .where(RosterPrint.code == code, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def venues(
    db: AsyncSession, session_id: UUID, *, point_id: UUID | None = None
) -> list[Venue]:
    """Name a session's points, or one of them, with how many are to come to each."""
    coming = (
        select(func.count())
        .where(
            Allocation.session_id == SessionPoint.session_id,
            Allocation.bridge_point_id == SessionPoint.bridge_point_id,
        )
        .scalar_subquery()
    )
    query = (
        select(BridgePoint.id, BridgePoint.name, BridgePoint.venue, coming)
        .join(SessionPoint, SessionPoint.bridge_point_id == BridgePoint.id)
        .where(SessionPoint.session_id == session_id)
        .order_by(BridgePoint.ordinal)
    )
    if point_id is not None:
        query = query.where(BridgePoint.id == point_id)
    return [Venue(*row) for row in await db.execute(query)]


def these(unit_ids: Collection[UUID]) -> Units:
    """Make the query of some units that are known."""
    return select(Unit.id).where(Unit.id.in_(unit_ids))


async def names(db: AsyncSession, scope: Scope) -> tuple[str | None, str | None]:
    """Name the unit and the point of a list; None for each that it is not bound to."""
    unit = await db.get(Unit, scope.unit_id) if scope.unit_id else None
    point = await db.get(BridgePoint, scope.bridge_point_id) if scope.bridge_point_id else None
    return (unit.name if unit is not None else None), (point.name if point is not None else None)
