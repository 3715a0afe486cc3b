"""SQL of judging receipts: the check-in behind one, and what it led to."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.attendance import Mark, TypedName
from api.tables.checkin import CheckIn
from api.words import MarkKind


class Behind(NamedTuple):
    """The check-in behind a receipt."""

    session_id: UUID
    attendance_id: UUID | None
    device_id: UUID
    arrived_at: datetime


async def behind(db: AsyncSession, receipt_id: UUID) -> Behind | None:
    """Find the check-in that a receipt was written for."""
    query = select(
        CheckIn.session_id, CheckIn.attendance_id, CheckIn.device_id, CheckIn.arrived_at
    ).where(CheckIn.id == receipt_id)
    row = (await db.execute(query)).one_or_none()
    return Behind(*row) if row else None


async def typed_with(
    db: AsyncSession, check_in: Behind, name: str | None, mine: ColumnElement[bool]
) -> TypedName | None:
    """Find the name that was typed with a check-in, where one may settle it.

    Of several that a phone sent at one instant it is the one that the receipt says.
    """
    query = (
        select(TypedName)
        .where(
            TypedName.session_id == check_in.session_id,
            TypedName.device_id == check_in.device_id,
            TypedName.arrived_at == check_in.arrived_at,
            TypedName.name == name,
            mine,
        )
        .order_by(TypedName.id)
        .limit(1)
    )
    return (await db.execute(query)).scalar_one_or_none()


async def mark_of(db: AsyncSession, session_id: UUID, member_id: UUID) -> MarkKind | None:
    """Tell what a person wrote of a member for a whole session."""
    query = select(Mark.kind).where(Mark.session_id == session_id, Mark.member_id == member_id)
    return (await db.execute(query)).scalar_one_or_none()
