"""SQL of the register of breaches."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.privacy import Breach


async def page(
    db: AsyncSession, *, is_open: bool | None, after: tuple[UUID] | None, limit: int
) -> Sequence[Breach]:
    """List breaches, the last recorded first; one more than `limit` where more follow."""
    query = select(Breach)
    if is_open is not None:
        query = query.where(Breach.closed_at.is_(None) == is_open)
    if after is not None:
        query = query.where(Breach.id < after[0])
    return (await db.execute(query.order_by(Breach.id.desc()).limit(limit + 1))).scalars().all()


async def find(db: AsyncSession, breach_id: UUID, *, to_change: bool = False) -> Breach | None:
    """Find a breach; `to_change`, nobody else changes it until this transaction ends."""
    return await db.get(Breach, breach_id, with_for_update=to_change or None)
