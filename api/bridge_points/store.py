"""All SQL of bridge points."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.bridge_points.schemas import ExpectedUnitView
from api.tables.bridge_points import BridgePoint, ExpectedUnit
from api.tables.conferences import Conference
from api.tables.units import Unit
from api.words import Form


async def page(
    db: AsyncSession, conference_id: UUID, *, after: tuple[int] | None, limit: int
) -> Sequence[BridgePoint]:
    """List a conference's points in their order; one more than `limit` where more follow."""
    query = select(BridgePoint).where(BridgePoint.conference_id == conference_id)
    if after is not None:
        query = query.where(BridgePoint.ordinal > after[0])
    return (await db.execute(query.order_by(BridgePoint.ordinal).limit(limit + 1))).scalars().all()


async def find(
    db: AsyncSession, point_id: UUID, visible: ColumnElement[bool]
) -> BridgePoint | None:
    """Find one point through the condition on its conference's organiser."""
    query = (
        select(BridgePoint)
        .join(Conference, Conference.id == BridgePoint.conference_id)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(BridgePoint.id == point_id, visible)
    )
    return (await db.execute(query)).scalar_one_or_none()


async def host_path(db: AsyncSession, point_id: UUID) -> str:
    """Tell the path of the unit that hosts a point."""
    query = (
        select(Unit.path)
        .join(BridgePoint, BridgePoint.host_unit_id == Unit.id)
        .where(BridgePoint.id == point_id)
    )
    return (await db.execute(query)).scalar_one()


async def of_form(db: AsyncSession, conference_id: UUID, form: Form) -> Sequence[UUID]:
    """List the points of a conference that a session of this form reaches."""
    query = (
        select(BridgePoint.id)
        .where(BridgePoint.conference_id == conference_id, BridgePoint.form == form)
        .order_by(BridgePoint.ordinal)
    )
    return (await db.execute(query)).scalars().all()


async def expected_units(
    db: AsyncSession, point_ids: Iterable[UUID]
) -> dict[UUID, list[ExpectedUnitView]]:
    """Name the units expected at each of some points, in Vietnamese order."""
    expected: dict[UUID, list[ExpectedUnitView]] = {point_id: [] for point_id in point_ids}
    query = (
        select(ExpectedUnit.bridge_point_id, Unit.id, Unit.name)
        .join(Unit, Unit.id == ExpectedUnit.unit_id)
        .where(ExpectedUnit.bridge_point_id.in_(sorted(expected)))
        .order_by(Unit.sort_key, Unit.id)
    )
    for point_id, unit_id, name in await db.execute(query):
        expected[point_id].append(ExpectedUnitView(id=unit_id, name=name))
    return expected


async def expectations(db: AsyncSession, conference_id: UUID) -> dict[str, UUID]:
    """Map the paths of a conference's expected units to their points, for `units.rules.nearest`."""
    query = (
        select(Unit.path, ExpectedUnit.bridge_point_id)
        .join(Unit, Unit.id == ExpectedUnit.unit_id)
        .where(ExpectedUnit.conference_id == conference_id)
    )
    return dict((await db.execute(query)).all())
