"""SQL of bridge points that leave their sessions."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.sessions import Session, SessionPoint


async def leave_point(db: AsyncSession, point_id: UUID) -> None:
    """Take a point out of the sessions that never opened, nor rehearsed, there."""
    never_opened = select(Session.id).where(Session.opened_at.is_(None))
    await db.execute(
        delete(SessionPoint).where(
            SessionPoint.bridge_point_id == point_id,
            SessionPoint.door.is_(None),
            SessionPoint.session_id.in_(never_opened),
        )
    )
