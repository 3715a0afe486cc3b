"""All SQL of halls."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance.recorded import came, recorded
from api.tables.access import Account
from api.tables.halls import CameraCheck, HeadCount
from api.tables.units import Unit


async def head_counts(
    db: AsyncSession, session_id: UUID, point_id: UUID, *, after: tuple[UUID] | None, limit: int
) -> Sequence[tuple[HeadCount, Unit | None, str | None]]:
    """List the head counts of a hall, newest first, with unit and who; one more than `limit`."""
    query = (
        select(HeadCount, Unit, Account.display_name)
        .outerjoin(Unit, Unit.id == HeadCount.unit_id)
        .outerjoin(Account, Account.id == HeadCount.account_id)
        .where(HeadCount.session_id == session_id, HeadCount.bridge_point_id == point_id)
    )
    if after is not None:
        query = query.where(HeadCount.id < after[0])
    return (await db.execute(query.order_by(HeadCount.id.desc()).limit(limit + 1))).all()


async def camera_checks(
    db: AsyncSession, session_id: UUID, point_id: UUID, *, after: tuple[UUID] | None, limit: int
) -> Sequence[tuple[CameraCheck, str | None]]:
    """List the looks at a hall's camera, newest first, with who; one more than `limit`."""
    query = (
        select(CameraCheck, Account.display_name)
        .outerjoin(Account, Account.id == CameraCheck.account_id)
        .where(CameraCheck.session_id == session_id, CameraCheck.bridge_point_id == point_id)
    )
    if after is not None:
        query = query.where(CameraCheck.id < after[0])
    return (await db.execute(query.order_by(CameraCheck.id.desc()).limit(limit + 1))).all()


async def recorded_at(db: AsyncSession, session_id: UUID, point_id: UUID) -> dict[str, int]:
    """Count who is recorded as present at a point, each once, by the paths of their units."""
    each = recorded(session_id)
    query = (
        select(Unit.path, func.count())
        .select_from(each)
        .join(Unit, Unit.id == each.c.unit_id)
        .where(each.c.point_id == point_id, came(each))
        .group_by(Unit.path)
    )
    return {path: number for path, number in await db.execute(query)}  # noqa: C416
