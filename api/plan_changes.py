"""How often it has changed who is expected where: what was worked out at another number is old."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.events import PlanChange


async def number(db: AsyncSession) -> int:
    """Tell the number of plan changes until now."""
    query = select(func.coalesce(func.sum(PlanChange.number), 0))
    return int((await db.execute(query)).scalar_one())
