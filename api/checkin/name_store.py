"""SQL of typed names: how many a phone and a point have, and what the phone was told."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.driver.inserting import New, named
from api.driver.reading import Reading, among
from api.tables.access import Device
from api.tables.attendance import TypedName
from api.words import Evidence

_OF_PHONE = (TypedName.session_id, TypedName.device_id, TypedName.evidence)
_BY_PHONE = Reading(
    select(*_OF_PHONE, func.count())
    .where(among(TypedName.session_id, "sessions"), among(TypedName.device_id, "phones"))
    .group_by(*_OF_PHONE)
)
_BOUND = select(Device.id).where(Device.id == TypedName.device_id, Device.revoked_at.is_(None))
_AT_POINT = (TypedName.session_id, TypedName.bridge_point_id)
_BY_POINT = Reading(
    select(*_AT_POINT, func.count())
    .where(
        among(TypedName.session_id, "sessions"),
        among(TypedName.bridge_point_id, "points"),
        TypedName.evidence != Evidence.CLIENT,
        or_(TypedName.evidence != Evidence.ASSISTED, ~_BOUND.exists()),
    )
    .group_by(*_AT_POINT)
)


async def by_phone(
    db: AsyncSession, session_ids: Collection[UUID], phone_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID, Evidence], int]:
    """Count the names that phones typed in sessions, by session, phone and evidence."""
    rows = await _BY_PHONE.rows(db, sessions=session_ids, phones=phone_ids)
    return {(session, phone, how): n for session, phone, how, n in rows}


async def by_point(
    db: AsyncSession, session_ids: Collection[UUID], point_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], int]:
    """Count the names that anybody could type at points in sessions, by session and point.

    Those for whom a member's phone vouches as a helper's are left out, and those of clients.
    """
    rows = await _BY_POINT.rows(db, sessions=session_ids, points=point_ids)
    return {(session, point): n for session, point, n in rows}


def name_rows(names: Sequence[dict[str, Any]]) -> New:
    """Make the rows of typed names, which name the same columns."""
    return named(TypedName, names)
