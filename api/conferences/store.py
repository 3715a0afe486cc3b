"""All SQL of conferences."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.conferences import Conference, Exclusion, GroupUnit
from api.tables.units import Unit


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


async def organiser_path(db: AsyncSession, conference_id: UUID) -> str:
    """Tell the path of the unit that organises a conference."""
    query = (
        select(Unit.path)
        .join(Conference, Conference.organiser_id == Unit.id)
        .where(Conference.id == conference_id)
    )
    return (await db.execute(query)).scalar_one()


async def excluded(db: AsyncSession, conference_id: UUID) -> set[UUID]:
    """List the members whom a conference's exclusion lists name (plan II.1)."""
    query = select(Exclusion.member_id).where(
        Exclusion.conference_id == conference_id,
        Exclusion.member_id.is_not(None),
        Exclusion.removed_at.is_(None),
    )
    return {member_id for member_id in (await db.execute(query)).scalars() if member_id}


async def groups(db: AsyncSession, conference_id: UUID) -> dict[str, str]:
    """Map paths of units to their group's label, for `units.rules.nearest`."""
    query = (
        select(Unit.path, GroupUnit.label)
        .join(Unit, Unit.id == GroupUnit.unit_id)
        .where(GroupUnit.conference_id == conference_id)
    )
    return dict((await db.execute(query)).all())
