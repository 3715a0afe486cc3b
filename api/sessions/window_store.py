"""SQL of what holds for a window at one point alone, and of what is to happen by itself."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.sessions.store import reached
from api.tables.bridge_points import BridgePoint
from api.tables.sessions import Session, SessionPoint, Window, WindowException
from api.tables.units import Unit
from api.units import store as units
from api.words import SessionState


async def find(db: AsyncSession, session_id: UUID, window_id: UUID) -> Window | None:
    """Find a window of a session."""
    query = select(Window).where(Window.id == window_id, Window.session_id == session_id)
    return (await db.execute(query)).scalar_one_or_none()


async def windows_at(
    db: AsyncSession, session_id: UUID, point_id: UUID
) -> Sequence[tuple[Window, datetime | None]]:
    """List the windows of a session in their order, with how long each goes on at one point."""
    here = and_(WindowException.window_id == Window.id, WindowException.bridge_point_id == point_id)
    query = (
        select(Window, WindowException.extended_until)
        .outerjoin(WindowException, here)
        .where(Window.session_id == session_id)
        .order_by(Window.ordinal)
    )
    return (await db.execute(query)).all()


async def exceptions(
    db: AsyncSession, window_ids: Sequence[UUID]
) -> dict[UUID, list[WindowException]]:
    """List what holds for some windows at single points, in the conference's order."""
    found: dict[UUID, list[WindowException]] = {each: [] for each in window_ids}
    query = (
        select(WindowException)
        .join(BridgePoint, BridgePoint.id == WindowException.bridge_point_id)
        .where(WindowException.window_id.in_(window_ids))
        .order_by(BridgePoint.ordinal)
    )
    for each in (await db.execute(query)).scalars():
        found[each.window_id].append(each)
    return found


async def exception(db: AsyncSession, window_id: UUID, point_id: UUID) -> WindowException | None:
    """Find what holds for a window at one point alone."""
    return await db.get(WindowException, (window_id, point_id))


async def hosts_a_point(db: AsyncSession, session: Session, paths: Sequence[str]) -> bool:
    """Tell whether a unit of some subtrees hosts, as things are today, a point of a session."""
    mine = and_(
        SessionPoint.bridge_point_id == BridgePoint.id, SessionPoint.session_id == session.id
    )
    hosts = select(BridgePoint.host_unit_id).outerjoin(SessionPoint, mine).where(reached(session))
    today = units.became(hosts)
    query = (
        select(Unit.id)
        .join(today, today.c.unit_id == Unit.id)
        .where(within(paths), units.LIVING)
        .limit(1)
    )
    return (await db.execute(query)).first() is not None


async def with_time_between(
    db: AsyncSession, earliest: datetime, latest: datetime
) -> Sequence[Session]:
    """List the sessions that begin in a span of time and may open by themselves, by time."""
    query = (
        select(Session)
        .where(
            Session.state.in_([SessionState.PLANNED, SessionState.REHEARSING]),
            Session.opens_ahead_minutes.is_not(None),
            Session.starts_at.between(earliest, latest),
        )
        .order_by(Session.starts_at, Session.id)
    )
    return (await db.execute(query)).scalars().all()


async def any_to_lock(db: AsyncSession, *, at: datetime) -> bool:
    """Tell whether a closed session is past its lock."""
    query = select(Session.id).where(Session.state == SessionState.CLOSED, Session.locks_at <= at)
    return (await db.execute(query.limit(1))).first() is not None
