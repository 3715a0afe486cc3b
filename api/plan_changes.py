"""How often it has changed who is expected where: what was worked out at another number is old.

Whoever changes members, units, seats, exclusions, points or a session's form inserts a row in the
same transaction (`events` does so for the acts of `PLAN`), so nobody waits for a row that everybody
changes. Rows are folded into one now and then; their sum stays.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import one_at_a_time
from api.kit.ids import new_id
from api.tables.plan_changes import PlanChange

_AT_ONCE: Final = 1000

NUMBER: Final = select(func.coalesce(func.sum(PlanChange.number), 0)).scalar_subquery()
"""How many changes there were, of those that this statement sees."""


async def number(db: AsyncSession) -> int:
    """Tell how many changes there were, of those that this reader sees."""
    found: int = (await db.execute(select(NUMBER))).scalar_one()
    return found


async def note(db: AsyncSession, *, at: datetime) -> None:
    """Note in the transaction of a change that who is expected where may differ by it."""
    await db.execute(insert(PlanChange).values(id=new_id(at), number=1))


async def are_more_than(db: AsyncSession, rows: int) -> bool:
    """Tell whether the changes take more than so many rows."""
    some = select(PlanChange.id).limit(rows + 1).subquery()
    return (await db.execute(select(func.count()).select_from(some))).scalar_one() > rows


async def fold(db: AsyncSession, *, at: datetime) -> int:
    """Put rows into one; tell how many there were.

    Only rows that are seen go, and their sum is written, so that the number of every reader stays.
    """
    await one_at_a_time(db, "plan_changes")
    some = select(PlanChange.id, PlanChange.number).limit(_AT_ONCE)
    rows = (await db.execute(some)).all()
    seen = delete(PlanChange).where(PlanChange.id.in_([each.id for each in rows]))
    await db.execute(seen, execution_options={"synchronize_session": False})
    total = sum(each.number for each in rows)
    await db.execute(insert(PlanChange).values(id=new_id(at), number=total))
    return len(rows)
