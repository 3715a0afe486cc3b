"""Who opens a session besides staff: the clock, and whoever runs one of its points."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.roles import Act, Principal, may, reach
from api.access.scope import FORBIDDEN
from api.conferences import store as conferences
from api.db import one_at_a_time
from api.kit.errors import Problem
from api.sessions import running, window_store
from api.sessions.faults import OPENING_HOURS
from api.sessions.rules import DUE_FOR, MOST_AHEAD, is_due, may_point_open
from api.tables.sessions import Session
from api.words import SessionState


async def require_opener(
    db: AsyncSession, principal: Principal, session: Session, *, at: datetime
) -> None:
    """Let staff open a session at any time, and who runs one of its points when its time is near.

    Raises: Problem `forbidden`, `opening_hours`.
    """
    organiser = await conferences.organiser_path(db, session.conference_id)
    if may(principal, Act.RUN_SESSIONS, organiser):
        return
    if not await window_store.hosts_a_point(db, session, reach(principal, Act.OPEN_SESSIONS)):
        raise Problem(FORBIDDEN)
    if not may_point_open(session.starts_at, at):
        raise Problem(OPENING_HOURS)


async def sessions_due(db: AsyncSession, *, at: datetime) -> Sequence[UUID]:
    """List the sessions that are to open by themselves now."""
    near = await window_store.with_time_between(db, at - DUE_FOR, at + MOST_AHEAD)
    return [each.id for each in near if is_due(each.starts_at, each.opens_ahead_minutes, at)]


async def open_due(db: AsyncSession, session_id: UUID, *, at: datetime) -> bool:
    """Open a session whose time has come, and end its rehearsal first.

    False where somebody opened or moved it meanwhile: another process has a caretaker too.

    Raises: Problem `point_busy`.
    """
    await one_at_a_time(db, "doors")  # nobody removes it meanwhile
    session = await db.get(Session, session_id)
    if session is None:
        return False
    await running.hold_doors(db, session, at=at)
    if not is_due(session.starts_at, session.opens_ahead_minutes, at):
        return False
    if session.state is SessionState.REHEARSING:
        await running.end_rehearsal(db, events.SYSTEM, session, at=at)
    if session.state is not SessionState.PLANNED:
        return False
    await running.open_session(db, events.SYSTEM, session, on_another_date=True, at=at)
    return True
