"""All SQL of halls."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

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


async def paths(db: AsyncSession, unit_ids: Collection[UUID]) -> dict[UUID, str]:
    """Tell the paths of some units."""
    query = select(Unit.id, Unit.path).where(Unit.id.in_(sorted(unit_ids)))
    return {unit_id: path for unit_id, path in await db.execute(query)}  # noqa: C416
