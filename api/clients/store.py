"""All SQL of managing clients."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.access import Client
from api.tables.units import Unit


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    *,
    unit_id: UUID | None,
    include_revoked: bool,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[tuple[Client, str]]:
    """List visible clients with the names of their units, newest first; one more than `limit`."""
    query = select(Client, Unit.name).join(Unit, Unit.id == Client.unit_id).where(visible)
    if unit_id is not None:
        query = query.where(Client.unit_id == unit_id)
    if not include_revoked:
        query = query.where(Client.revoked_at.is_(None))
    if after is not None:
        query = query.where(Client.id < after[0])
    rows = await db.execute(query.order_by(Client.id.desc()).limit(limit + 1))
    return [(client, name) for client, name in rows]


async def find(
    db: AsyncSession, client_id: UUID, visible: ColumnElement[bool]
) -> tuple[Client, str] | None:
    """Find a client and the name of its unit, through the condition of who asks."""
    query = (
        select(Client, Unit.name)
        .join(Unit, Unit.id == Client.unit_id)
        .where(Client.id == client_id, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def is_taken(db: AsyncSession, unit_id: UUID, name: str, *, but: UUID | None = None) -> bool:
    """Tell whether a unit has a client of this name that is not revoked, other than `but`."""
    query = select(Client.id).where(
        Client.unit_id == unit_id, Client.name == name, Client.revoked_at.is_(None)
    )
    if but is not None:
        query = query.where(Client.id != but)
    return await db.scalar(query.limit(1)) is not None
