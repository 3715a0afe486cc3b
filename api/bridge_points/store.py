"""All SQL of bridge points, but for their preparation."""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.access.roles import ancestors
from api.bridge_points.schemas import ExpectedUnitView
from api.driver.reading import Reading, among
from api.tables.bridge_points import BridgePoint, ExpectedUnit, LineTest, PreparationMark
from api.tables.conferences import Conference
from api.tables.units import Unit
from api.units import store as units
from api.units.rules import marks_today, parent_of
from api.words import Form

_own = select(ExpectedUnit.unit_id).where(among(ExpectedUnit.bridge_point_id, "points"))
_own_today = units.became(_own)
_OWN_PATHS: Final = Reading(
    select(ExpectedUnit.conference_id, Unit.path)
    .join(_own_today, _own_today.c.origin == ExpectedUnit.unit_id)
    .join(Unit, Unit.id == _own_today.c.unit_id)
    .where(among(ExpectedUnit.bridge_point_id, "points"))
)
_around = units.around("roots", "above")
_MARKS_AROUND: Final = Reading(
    select(
        ExpectedUnit.conference_id,
        _around.c.path,
        _around.c.is_itself,
        ExpectedUnit.bridge_point_id,
    )
    .join(_around, _around.c.origin == ExpectedUnit.unit_id)
    .join(BridgePoint, BridgePoint.id == ExpectedUnit.bridge_point_id)
    .where(among(ExpectedUnit.conference_id, "conferences"))
    .order_by(BridgePoint.ordinal, ExpectedUnit.unit_id)
)


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
    """Tell the path of the unit that hosts a point today.

    Where the host became part of another that one hosts; where nothing followed, only who stands
    above it does.
    """
    today = units.became(select(BridgePoint.host_unit_id).where(BridgePoint.id == point_id))
    query = select(Unit.path, Unit.valid_until).join(today, today.c.unit_id == Unit.id)
    path, ended = (await db.execute(query)).one()
    return path if ended is None else parent_of(path)


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
    """Map the paths of a conference's expected units to their points, for `units.rules.nearest`.

    What a merged unit was expected at holds for its successor where nothing else does.
    """
    today = units.became(expected_somewhere(conference_id))
    query = (
        select(Unit.path, Unit.id == ExpectedUnit.unit_id, ExpectedUnit.bridge_point_id)
        .join(today, today.c.origin == ExpectedUnit.unit_id)
        .join(Unit, Unit.id == today.c.unit_id)
        .join(BridgePoint, BridgePoint.id == ExpectedUnit.bridge_point_id)
        .where(ExpectedUnit.conference_id == conference_id)
        .order_by(BridgePoint.ordinal, ExpectedUnit.unit_id)
    )
    return marks_today((await db.execute(query)).all())


async def expectations_around(
    db: AsyncSession, point_ids: Iterable[UUID]
) -> dict[UUID, dict[str, UUID]]:
    """Map, by conference, what `expectations` does, as far as some points' own units are concerned.

    Right for those units, all above and all below them; two statements however many points, and
    neither reads what the other thirty thousand points of a conference expect.
    """
    own: dict[UUID, set[str]] = {}
    for conference_id, path in await _OWN_PATHS.rows(db, points=sorted(set(point_ids))):
        own.setdefault(conference_id, set()).add(path)
    paths = {path for of_conference in own.values() for path in of_conference}
    marks: dict[UUID, list[tuple[str, bool, UUID]]] = {}
    rows = await _MARKS_AROUND.rows(
        db,
        conferences=sorted(own),
        roots=sorted(paths),
        above=sorted({step for path in paths for step in ancestors(path)}),
    )
    for conference_id, path, is_itself, point_id in rows:
        marks.setdefault(conference_id, []).append((path, is_itself, point_id))
    return {conference_id: marks_today(listed) for conference_id, listed in marks.items()}


def expected_somewhere(conference_id: UUID) -> Select[UUID]:
    """Make the list of the units that a conference's points expect, as they were named."""
    return select(ExpectedUnit.unit_id).where(ExpectedUnit.conference_id == conference_id)


def expected_paths(conference_id: UUID) -> Select[str]:
    """Make the list of the paths that a conference's points expect, as the tree is today."""
    expected, today = aliased(Unit), units.became(expected_somewhere(conference_id))
    return select(expected.path).join(today, today.c.unit_id == expected.id)


async def next_ordinal(db: AsyncSession, conference_id: UUID) -> int:
    """Find the number of a conference's next point."""
    query = select(func.coalesce(func.max(BridgePoint.ordinal), 0)).where(
        BridgePoint.conference_id == conference_id
    )
    return (await db.execute(query)).scalar_one() + 1


async def expected_elsewhere(
    db: AsyncSession, point: BridgePoint, unit_ids: Iterable[UUID]
) -> list[tuple[UUID, str, BridgePoint]]:
    """List those of some units that another point of the conference expects, by name."""
    query = (
        select(Unit.id, Unit.name, BridgePoint)
        .join(ExpectedUnit, ExpectedUnit.unit_id == Unit.id)
        .join(BridgePoint, BridgePoint.id == ExpectedUnit.bridge_point_id)
        .where(
            ExpectedUnit.conference_id == point.conference_id,
            ExpectedUnit.bridge_point_id != point.id,
            ExpectedUnit.unit_id.in_(sorted(set(unit_ids))),
        )
        .order_by(Unit.sort_key, Unit.id)
    )
    return [(unit_id, name, other) for unit_id, name, other in await db.execute(query)]


async def expected_ids(db: AsyncSession, point_id: UUID) -> list[UUID]:
    """List the units expected at a point, by their ids."""
    query = select(ExpectedUnit.unit_id).where(ExpectedUnit.bridge_point_id == point_id)
    return sorted((await db.execute(query)).scalars())


async def expect(db: AsyncSession, point: BridgePoint, unit_ids: Iterable[UUID]) -> None:
    """Expect units at a point, and nowhere else in its conference."""
    wanted = sorted(set(unit_ids))
    here = ExpectedUnit.bridge_point_id == point.id
    there = (ExpectedUnit.conference_id == point.conference_id) & ExpectedUnit.unit_id.in_(wanted)
    await db.execute(delete(ExpectedUnit).where(here | there))
    rows = [
        {"conference_id": point.conference_id, "unit_id": each, "bridge_point_id": point.id}
        for each in wanted
    ]
    if rows:
        await db.execute(insert(ExpectedUnit), rows)


async def remove(db: AsyncSession, point_id: UUID) -> None:
    """Delete a point with what this floor keeps of it."""
    for table in (ExpectedUnit, LineTest, PreparationMark):
        await db.execute(delete(table).where(table.bridge_point_id == point_id))
    await db.execute(delete(BridgePoint).where(BridgePoint.id == point_id))
