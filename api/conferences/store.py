"""All SQL of conferences, but for exclusion lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, func, insert, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.access.scope import within
from api.members.rules import CONVENED
from api.members.store import counted_at
from api.tables.conferences import Conference, Exclusion, GroupUnit
from api.tables.members import Member
from api.tables.units import Unit
from api.units import store as units
from api.units.rules import marks_today
from api.units.schemas import UnitName


@dataclass(frozen=True, slots=True)
class UnitLeftOut:
    """A unit with members to be convened that nothing reaches."""

    name: UnitName
    sort_key: str
    convened_count: int


async def page(
    db: AsyncSession, visible: ColumnElement[bool], *, after: tuple[UUID] | None, limit: int
) -> Sequence[Conference]:
    """List conferences, the newest first; one more than `limit` where more follow."""
    query = select(Conference).join(Unit, Unit.id == Conference.organiser_id).where(visible)
    if after is not None:
        query = query.where(Conference.id < after[0])
    return (await db.execute(query.order_by(Conference.id.desc()).limit(limit + 1))).scalars().all()


async def find(
    db: AsyncSession, conference_id: UUID, visible: ColumnElement[bool]
) -> tuple[Conference, str] | None:
    """Find one conference and the path of its organiser, through the condition of who asks."""
    query = (
        select(Conference, Unit.path)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(Conference.id == conference_id, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def of_quarter(
    db: AsyncSession, organiser_id: UUID, *, year: int, quarter: int
) -> Conference | None:
    """Find the newest conference of an organiser's quarter."""
    query = (
        select(Conference)
        .where(
            Conference.organiser_id == organiser_id,
            Conference.year == year,
            Conference.quarter == quarter,
        )
        .order_by(Conference.id.desc())
        .limit(1)
    )
    return (await db.execute(query)).scalar_one_or_none()


async def organiser_path(db: AsyncSession, conference_id: UUID) -> str:
    """Tell the path of the unit that organises a conference."""
    query = (
        select(Unit.path)
        .join(Conference, Conference.organiser_id == Unit.id)
        .where(Conference.id == conference_id)
    )
    return (await db.execute(query)).scalar_one()


async def organiser_id(db: AsyncSession, conference_id: UUID) -> UUID:
    """Tell the unit that organises a conference."""
    return (await db.get_one(Conference, conference_id)).organiser_id


async def excluded(db: AsyncSession, conference_id: UUID) -> set[UUID]:
    """List the members whom a conference's exclusion lists name (plan II.1)."""
    query = select(Exclusion.member_id).where(
        Exclusion.conference_id == conference_id,
        Exclusion.member_id.is_not(None),
        Exclusion.removed_at.is_(None),
    )
    return {member_id for member_id in (await db.execute(query)).scalars() if member_id}


async def groups(db: AsyncSession, conference_id: UUID) -> dict[str, str]:
    """Map paths of units to their group's label, for `units.rules.nearest`.

    The group of a merged unit holds for its successor where nothing else does.
    """
    today = units.became(grouped_somewhere(conference_id))
    query = (
        select(Unit.path, Unit.id == GroupUnit.unit_id, GroupUnit.label)
        .join(today, today.c.origin == GroupUnit.unit_id)
        .join(Unit, Unit.id == today.c.unit_id)
        .where(GroupUnit.conference_id == conference_id)
        .order_by(GroupUnit.label, GroupUnit.unit_id)
    )
    return marks_today((await db.execute(query)).all())


def grouped_somewhere(conference_id: UUID) -> Select[UUID]:
    """Make the list of the units that a conference's groups name."""
    return select(GroupUnit.unit_id).where(GroupUnit.conference_id == conference_id)


async def labels(db: AsyncSession, conference_ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """List the labels of the groups of some conferences, each in order."""
    found: dict[UUID, list[str]] = {each: [] for each in conference_ids}
    query = (
        select(GroupUnit.conference_id, GroupUnit.label)
        .where(GroupUnit.conference_id.in_(sorted(found)))
        .distinct()
        .order_by(GroupUnit.label)
    )
    for conference_id, label in await db.execute(query):
        found[conference_id].append(label)
    return found


async def grouped_units(db: AsyncSession, conference_id: UUID) -> dict[str, list[UnitName]]:
    """Name the units of each group of a conference, in Vietnamese order."""
    parent = aliased(Unit)
    query = (
        select(GroupUnit.label, Unit.id, Unit.name, parent.name, parent.parent_id)
        .join(Unit, Unit.id == GroupUnit.unit_id)
        .outerjoin(parent, parent.id == Unit.parent_id)
        .where(GroupUnit.conference_id == conference_id)
        .order_by(GroupUnit.label, Unit.sort_key, Unit.id)
    )
    found: dict[str, list[UnitName]] = {}
    for label, unit_id, name, parent_name, grandparent in await db.execute(query):
        shown = parent_name if grandparent else None
        found.setdefault(label, []).append(UnitName(id=unit_id, name=name, parent_name=shown))
    return found


async def clear_groups(db: AsyncSession, conference_id: UUID) -> None:
    """Take every unit out of a conference's groups."""
    await db.execute(delete(GroupUnit).where(GroupUnit.conference_id == conference_id))


async def add_to_groups(
    db: AsyncSession, conference_id: UUID, labels_by_unit: Mapping[UUID, str]
) -> None:
    """Put units into groups, each into one."""
    rows = [
        {"conference_id": conference_id, "unit_id": unit_id, "label": label}
        for unit_id, label in labels_by_unit.items()
    ]
    if rows:
        await db.execute(insert(GroupUnit), rows)


def living(on: date) -> ColumnElement[bool]:
    """Make the condition that a unit exists on a day."""
    return (Unit.valid_from <= on) & or_(Unit.valid_until.is_(None), Unit.valid_until > on)


async def living_units(
    db: AsyncSession, organiser_path: str, unit_ids: Iterable[UUID], *, on: date
) -> dict[UUID, Unit]:
    """Find those of some units that stand below an organiser, or are it, on a day."""
    query = select(Unit).where(
        Unit.id.in_(sorted(set(unit_ids))), within([organiser_path]), living(on)
    )
    return {unit.id: unit for unit in (await db.execute(query)).scalars()}


def grouped_paths(conference_id: UUID) -> Select[str]:
    """Make the list of the paths that a conference's groups reach, as the tree is today."""
    reached, today = aliased(Unit), units.became(grouped_somewhere(conference_id))
    return select(reached.path).join(today, today.c.unit_id == reached.id)


async def units_left_out(
    db: AsyncSession,
    visible: ColumnElement[bool],
    *,
    organiser_path: str,
    reached: Select[str],
    on: date,
    after: tuple[str, UUID] | None,
    limit: int,
) -> Sequence[UnitLeftOut]:
    """List living units that count members to be convened and lie below none of `reached`'s paths.

    In Vietnamese order; one more than `limit` where more follow.
    """
    active = select(counted_at(on).label("unit_id")).where(Member.status.in_(CONVENED)).subquery()
    convened = (
        select(active.c.unit_id, func.count().label("members"))
        .group_by(active.c.unit_id)
        .subquery()
    )
    paths, parent = reached.subquery(), aliased(Unit)
    is_reached = select(paths.c.path).where(Unit.path.startswith(paths.c.path)).exists()
    query = (
        select(Unit.id, Unit.name, parent.name, parent.parent_id, Unit.sort_key, convened.c.members)
        .join(convened, convened.c.unit_id == Unit.id)
        .outerjoin(parent, parent.id == Unit.parent_id)
        .where(visible, within([organiser_path]), living(on), ~is_reached)
    )
    if after is not None:
        query = query.where(tuple_(Unit.sort_key, Unit.id) > after)
    rows = await db.execute(query.order_by(Unit.sort_key, Unit.id).limit(limit + 1))
    return [
        UnitLeftOut(
            UnitName(id=unit_id, name=name, parent_name=above if grandparent else None),
            sort_key,
            members,
        )
        for unit_id, name, above, grandparent, sort_key, members in rows
    ]


async def regulations(db: AsyncSession, conference_id: UUID) -> list[str]:
    """Read what a conference asks of whoever attends."""
    query = select(Conference.regulations).where(Conference.id == conference_id)
    return list((await db.execute(query)).scalar_one())
