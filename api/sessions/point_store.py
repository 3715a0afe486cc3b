"""SQL of the bridge points that sessions reach, and of what leaves either."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.sessions.store import reached
from api.tables.bridge_points import BridgePoint
from api.tables.sessions import Session, SessionPoint


async def reached_ids(db: AsyncSession, session: Session) -> set[UUID]:
    """List the points that a session reaches."""
    mine = (SessionPoint.bridge_point_id == BridgePoint.id) & (
        SessionPoint.session_id == session.id
    )
    query = select(BridgePoint.id).outerjoin(SessionPoint, mine).where(reached(session))
    return set((await db.execute(query)).scalars())


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


async def remove_session(db: AsyncSession, session_id: UUID) -> None:
    """Delete a session with its places at points; whatever else refers to it refuses."""
    await db.execute(delete(SessionPoint).where(SessionPoint.session_id == session_id))
    await db.execute(delete(Session).where(Session.id == session_id))
