"""Running sessions: opening, closing, reopening, locking, rehearsing."""

from uuid import UUID

from fastapi import APIRouter

from api.access.guards import CurrentPrincipal, actor_of
from api.access.roles import Act
from api.db import Db
from api.kit.clock import At
from api.kit.errors import documented
from api.sessions import opening, running
from api.sessions.faults import (
    CONFIDENTIAL_SESSION,
    OPENING_HOURS,
    OTHER_DATE,
    POINT_BUSY,
    STATE_REFUSED,
)
from api.sessions.guards import visible_session
from api.sessions.schemas import Opening, SessionView
from api.sessions.views import session_view

router = APIRouter()


@router.post(
    "/sessions/{session_id}/open",
    operation_id="openSession",
    responses=documented(STATE_REFUSED, POINT_BUSY, OTHER_DATE, OPENING_HOURS),
)
async def open_session(
    session_id: UUID, principal: CurrentPrincipal, db: Db, at: At, wish: Opening | None = None
) -> SessionView:
    """Open a session: its points get doors, its opening window begins, screens show codes.

    A body is only needed on another day than the planned one. With `opens_ahead_minutes` it opens
    by itself. Who runs one of its points may open it on the planned day, from two hours before.
    """
    session = await visible_session(db, principal, session_id)
    await opening.require_opener(db, principal, session, at=at)
    meant = wish is not None and wish.on_another_date
    await running.open_session(db, actor_of(principal), session, on_another_date=meant, at=at)
    return session_view(session, at=at)


@router.post(
    "/sessions/{session_id}/close",
    operation_id="closeSession",
    responses=documented(STATE_REFUSED),
)
async def close_session(
    session_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> SessionView:
    """Close a session: codes stop; what was scanned in time may arrive for 24 hours more."""
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    await running.close_session(db, actor_of(principal), session, at=at)
    return session_view(session, at=at)


@router.post(
    "/sessions/{session_id}/reopen",
    operation_id="reopenSession",
    responses=documented(STATE_REFUSED, POINT_BUSY),
)
async def reopen_session(
    session_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> SessionView:
    """Take back a closing, a postponement or a cancellation.

    A closed session that is not locked goes on with the same doors; another one is planned again.
    """
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    await running.reopen(db, actor_of(principal), session, at=at)
    return session_view(session, at=at)


@router.post(
    "/sessions/{session_id}/lock",
    operation_id="lockSession",
    responses=documented(STATE_REFUSED),
)
async def lock_session(
    session_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> SessionView:
    """Lock a closed session before its time: nothing more arrives by phone, its doors are free."""
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    await running.lock(db, actor_of(principal), session, at=at)
    return session_view(session, at=at)


@router.post(
    "/sessions/{session_id}/rehearse",
    operation_id="rehearseSession",
    responses=documented(STATE_REFUSED, POINT_BUSY, CONFIDENTIAL_SESSION),
)
async def rehearse_session(
    session_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> SessionView:
    """Begin a rehearsal, as on the day before: real screens, codes and phones, and nothing counts.

    Its receipts say `is_rehearsal`; its codes are worth nothing in the class itself.
    """
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    await running.rehearse(db, actor_of(principal), session, at=at)
    return session_view(session, at=at)


@router.post(
    "/sessions/{session_id}/end-rehearsal",
    operation_id="endRehearsal",
    responses=documented(STATE_REFUSED),
)
async def end_rehearsal(
    session_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> SessionView:
    """End a rehearsal: codes stop, doors are free, the session is planned as before."""
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    await running.end_rehearsal(db, actor_of(principal), session, at=at)
    return session_view(session, at=at)
