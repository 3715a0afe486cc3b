"""All SQL of letterheads."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import ancestors
from api.letterheads.rules import Named
from api.tables.letterheads import Letterhead
from api.tables.units import Unit
from api.units import store as units


async def own(db: AsyncSession, unit_id: UUID) -> Letterhead | None:
    """Find what a unit stated itself."""
    return await db.get(Letterhead, unit_id)


async def line(db: AsyncSession, unit: Unit, *, on: date) -> list[Named]:
    """List a unit and those above it, the nearest first, by the names that they bore on a day."""
    paths = ancestors(unit.path)
    found = (await db.execute(select(Unit).where(Unit.path.in_(paths)))).scalars().all()
    names = await units.names_on(db, [each.id for each in found], on)
    nearest = sorted(found, key=lambda each: len(each.path), reverse=True)
    return [Named(names[each.id], each.kind) for each in nearest]
