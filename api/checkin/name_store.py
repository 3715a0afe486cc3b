"""SQL of typed names: how many a phone and a point have, and what the phone was told."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.access import Device
from api.tables.attendance import TypedName
from api.words import Evidence


async def by_phone(
    db: AsyncSession, session_ids: Collection[UUID], phone_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID, Evidence], int]:
    """Count the names that phones typed in sessions, by session, phone and evidence."""
    kept = (TypedName.session_id, TypedName.device_id, TypedName.evidence)
    query = (
        select(*kept, func.count())
        .where(
            TypedName.session_id.in_(sorted(session_ids)),
            TypedName.device_id.in_(sorted(phone_ids)),
        )
        .group_by(*kept)
    )
    return {(session, phone, how): n for session, phone, how, n in await db.execute(query)}


async def by_point(
    db: AsyncSession, session_ids: Collection[UUID], point_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], int]:
    """Count the names that anybody could type at points in sessions, by session and point.

    Those for whom a member's phone vouches as a helper's are left out.
    """
    bound = select(Device.id).where(Device.id == TypedName.device_id, Device.revoked_at.is_(None))
    at_point = (TypedName.session_id, TypedName.bridge_point_id)
    query = (
        select(*at_point, func.count())
        .where(
            TypedName.session_id.in_(sorted(session_ids)),
            TypedName.bridge_point_id.in_(sorted(point_ids)),
            or_(TypedName.evidence != Evidence.ASSISTED, ~bound.exists()),
        )
        .group_by(*at_point)
    )
    return {(session, point): n for session, point, n in await db.execute(query)}


async def insert_names(db: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Keep typed names for the secretary."""
    if rows:
        await db.execute(insert(TypedName), rows)
