"""Finding a session for somebody who may read it."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal
from api.access.scope import require
from api.kit import errors
from api.kit.errors import Problem
from api.sessions import store
from api.sessions.secrecy import visible_sessions
from api.tables.sessions import Session


async def visible_session(
    db: AsyncSession, principal: Principal, session_id: UUID, act: Act | None = None
) -> Session:
    """Find a session that a principal may read, and on which it may do `act` where one is given.

    Raises: Problem `not_found`, `forbidden`.
    """
    found = await store.find(db, session_id, visible_sessions(principal))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    session, organiser_path = found
    if act is not None:
        require(principal, act, organiser_path)
    return session
