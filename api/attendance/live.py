"""What is said of a session's counts to whoever looks."""

from dataclasses import asdict
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance import store
from api.attendance.rules import Count
from api.attendance.schemas import Live
from api.attendance.sums import Sums, of_points, of_units


async def live_of(db: AsyncSession, session_id: UUID, sums: Sums) -> Live:
    """Name the points and units of a session's sums."""
    return Live(
        **asdict(sum(sums.values(), Count())),
        session_id=session_id,
        typed_names=await store.count_typed_names(db, session_id),
        points=await store.point_counts(db, of_points(sums)),
        units=await store.unit_counts(db, of_units(sums)),
    )
