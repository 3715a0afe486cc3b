"""Moving a session from state to state, one hand at a time."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.sessions import store
from api.sessions.faults import state_refused
from api.sessions.rules import MOVES, state_at
from api.tables.sessions import Session
from api.words import SessionState

_TOLD_OF = ("state", "starts_at", "date_hint", "state_reason")


async def alone(db: AsyncSession, session: Session) -> None:
    """Hold a session until the transaction ends, and read it anew.

    What was read before may have been changed by whoever held it.
    """
    await one_at_a_time(db, f"session {session.id}")
    await db.refresh(session)


async def move(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    way: str,
    act: str,
    *,
    at: datetime,
    **values: Any,
) -> SessionState:
    """Move a session as the table of moves allows, and tell the state it was in.

    Raises: Problem `session_state`.
    """
    state, before = state_at(session.state, session.locks_at, at), _written(session)
    target = MOVES.get((state, way))
    if target is None or not await store.move(db, session, target, **values):
        raise state_refused(state)
    await db.refresh(session)
    changes = events.changed(before, _written(session))
    await events.append(db, Happening(actor, act, session.id, at, session.id, changes=changes))
    return state


def _written(session: Session) -> dict[str, Any]:
    starts_at = session.starts_at.isoformat() if session.starts_at else None
    return {name: getattr(session, name) for name in _TOLD_OF} | {"starts_at": starts_at}
