"""All SQL of units."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import found_by
from api.tables.units import Unit


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    *,
    parent_id: UUID | None,
    search: str | None,
    after: tuple[str, UUID] | None,
    limit: int,
) -> Sequence[Unit]:
    """List visible units in Vietnamese order, one more than `limit` to tell whether more follow."""
    query = select(Unit).where(visible)
    if parent_id is not None:
        query = query.where(Unit.parent_id == parent_id)
    if search:
        query = query.where(found_by(Unit.search_key, search))
    if after is not None:
        query = query.where(tuple_(Unit.sort_key, Unit.id) > after)
    query = query.order_by(Unit.sort_key, Unit.id).limit(limit + 1)
    return (await db.execute(query)).scalars().all()


async def find(db: AsyncSession, unit_id: UUID, visible: ColumnElement[bool]) -> Unit | None:
    """Find one unit through the condition of who asks."""
    return (await db.execute(select(Unit).where(Unit.id == unit_id, visible))).scalar_one_or_none()


async def get(db: AsyncSession, unit_id: UUID) -> Unit:
    """Load a unit that is known to be there."""
    return await db.get_one(Unit, unit_id)
