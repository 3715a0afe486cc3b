"""All SQL of presets: the tree a plan is laid upon, and the conference that is copied."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.tables.bridge_points import BridgePoint, ExpectedUnit
from api.tables.conferences import GroupUnit
from api.tables.installation import Installation
from api.tables.sessions import Session, SessionPoint
from api.tables.units import Unit


async def living_below(db: AsyncSession, path: str, *, on: date) -> Sequence[Unit]:
    """List the units of a subtree that are on a day, its own root among them."""
    query = (
        select(Unit)
        .where(within([path]), or_(Unit.valid_until.is_(None), Unit.valid_until > on))
        .order_by(Unit.path)
    )
    return (await db.execute(query)).scalars().all()


async def living(db: AsyncSession, unit_ids: Iterable[UUID], *, on: date) -> dict[UUID, Unit]:
    """Tell what units are on a day: themselves, or the last of the units they became.

    A unit that ended without a successor is left out.
    """
    units: dict[UUID, Unit] = {}
    asked = set(unit_ids)
    wanted = set(asked)
    while wanted:
        rows = (await db.execute(select(Unit).where(Unit.id.in_(sorted(wanted))))).scalars()
        units |= {unit.id: unit for unit in rows}
        nexts = {unit.successor_id for unit in units.values() if _ended(unit, on)}
        wanted = {unit_id for unit_id in nexts if unit_id is not None} - units.keys()
    found: dict[UUID, Unit] = {}
    for unit_id in asked & units.keys():
        unit, passed = units[unit_id], {unit_id}
        while _ended(unit, on) and unit.successor_id and unit.successor_id not in passed:
            passed.add(unit.successor_id)
            unit = units[unit.successor_id]
        if not _ended(unit, on):
            found[unit_id] = unit
    return found


def _ended(unit: Unit, on: date) -> bool:
    return unit.valid_until is not None and unit.valid_until <= on


async def points(db: AsyncSession, conference_id: UUID) -> Sequence[BridgePoint]:
    """List a conference's points in their order."""
    query = (
        select(BridgePoint)
        .where(BridgePoint.conference_id == conference_id)
        .order_by(BridgePoint.ordinal)
    )
    return (await db.execute(query)).scalars().all()


async def expected(db: AsyncSession, conference_id: UUID) -> list[tuple[UUID, UUID]]:
    """List the units that a conference expects, each with its point, in the points' order."""
    query = (
        select(ExpectedUnit.unit_id, BridgePoint.id)
        .join(BridgePoint, BridgePoint.id == ExpectedUnit.bridge_point_id)
        .where(ExpectedUnit.conference_id == conference_id)
        .order_by(BridgePoint.ordinal, ExpectedUnit.unit_id)
    )
    return [(unit_id, point_id) for unit_id, point_id in await db.execute(query)]


async def grouped(db: AsyncSession, conference_id: UUID) -> list[tuple[UUID, str]]:
    """List the units of a conference's groups with their labels."""
    query = (
        select(GroupUnit.unit_id, GroupUnit.label)
        .where(GroupUnit.conference_id == conference_id)
        .order_by(GroupUnit.label, GroupUnit.unit_id)
    )
    return [(unit_id, label) for unit_id, label in await db.execute(query)]


async def sessions(db: AsyncSession, conference_id: UUID) -> Sequence[Session]:
    """List a conference's sessions by form and ordinal."""
    query = (
        select(Session)
        .where(Session.conference_id == conference_id)
        .order_by(Session.form, Session.ordinal)
    )
    return (await db.execute(query)).scalars().all()


async def capacities(db: AsyncSession, session_id: UUID) -> dict[UUID, int]:
    """Tell how many a session takes at each of its points that has a limit."""
    query = select(SessionPoint.bridge_point_id, SessionPoint.capacity).where(
        SessionPoint.session_id == session_id
    )
    return {
        point_id: capacity for point_id, capacity in await db.execute(query) if capacity is not None
    }


async def set_capacity(
    db: AsyncSession, session_id: UUID, point_id: UUID, *, capacity: int
) -> None:
    """Limit how many a session takes at one of its points."""
    where = (SessionPoint.session_id == session_id, SessionPoint.bridge_point_id == point_id)
    await db.execute(update(SessionPoint).where(*where).values(capacity=capacity))


async def mark_demo(db: AsyncSession) -> None:
    """Note that the members of this installation are invented; there is no way back."""
    await db.execute(update(Installation).values(is_demo=True))
