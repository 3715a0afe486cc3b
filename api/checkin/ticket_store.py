"""SQL of tickets: what a list of exchanged codes is answered by, whatever its length."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.driver.reading import Reading, among
from api.tables.access import Device
from api.tables.attendance import TypedName
from api.tables.checkin import CheckIn
from api.tables.conferences import Conference
from api.tables.members import Member
from api.words import Evidence


@dataclass(frozen=True, slots=True)
class KnownPhone:
    """A phone that is bound to a member, of whom it may show the initials."""

    full_name: str
    bound_at: datetime
    confirmed_at: datetime | None


_PHONES: Final = Reading(
    select(Device.id, Member.full_name, Device.bound_at, Device.confirmed_at)
    .join(Member, Member.id == Device.member_id)
    .where(among(Device.id, "phones"), Device.revoked_at.is_(None))
)
_HELPED: Final = Reading(
    select(TypedName.session_id, TypedName.device_id, func.count())
    .where(
        among(TypedName.session_id, "sessions"),
        among(TypedName.device_id, "phones"),
        TypedName.evidence == Evidence.ASSISTED,
    )
    .group_by(TypedName.session_id, TypedName.device_id)
)
_TOLD: Final = Reading(
    select(CheckIn.device_id)
    .where(among(CheckIn.device_id, "phones"), CheckIn.notice_version == bindparam("notice"))
    .distinct()
)
_REGULATIONS: Final = Reading(
    select(Conference.id, Conference.regulations).where(among(Conference.id, "conferences"))
)


async def phones(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, KnownPhone]:
    """Find those of some phones that are bound."""
    rows = await _PHONES.rows(db, phones=ids)
    return {row[0]: KnownPhone(*row[1:]) for row in rows}


async def helped(
    db: AsyncSession, session_ids: Collection[UUID], phone_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], int]:
    """Count for whom phones checked in as helpers, by session and phone."""
    rows = await _HELPED.rows(db, sessions=session_ids, phones=phone_ids)
    return {(session_id, phone_id): number for session_id, phone_id, number in rows}


async def told(db: AsyncSession, phone_ids: Collection[UUID], *, notice_version: int) -> set[UUID]:
    """Tell which of some phones were shown the privacy notice."""
    rows = await _TOLD.rows(db, phones=phone_ids, notice=notice_version)
    return {phone_id for (phone_id,) in rows}


async def regulations(db: AsyncSession, conference_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """Read what some conferences ask of whoever attends."""
    return dict(await _REGULATIONS.rows(db, conferences=conference_ids))
