"""Running sessions: opening, closing, reopening, locking, rehearsing, and their windows."""

from uuid import UUID

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import CurrentPrincipal, actor_of
from api.access.roles import Act
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit.clock import At
from api.kit.errors import documented
from api.kit.paging import Page
from api.sessions import running, store
from api.sessions.faults import CONFIDENTIAL_SESSION, OTHER_DATE, POINT_BUSY, STATE_REFUSED
from api.sessions.guards import visible_session
from api.sessions.schemas import NewWindow, Opening, SessionView, WindowView
from api.sessions.views import session_view

router = APIRouter()


@router.post(
    "/sessions/{session_id}/open",
    operation_id="openSession",
    responses=documented(STATE_REFUSED, POINT_BUSY, OTHER_DATE),
)
async def open_session(
    session_id: UUID, principal: CurrentPrincipal, db: Db, at: At, opening: Opening | None = None
) -> SessionView:
    """Open a session: its points get doors, its opening window begins, screens show codes.

    A body is only needed on another day than the planned one.
    """
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    meant = opening is not None and opening.on_another_date
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


@router.get("/sessions/{session_id}/windows", operation_id="listWindows")
async def list_windows(
    session_id: UUID, principal: CurrentPrincipal, db: ReadDb
) -> Page[WindowView]:
    """List a session's windows in their order."""
    await visible_session(db, principal, session_id)
    windows = await store.windows(db, [session_id])
    views = [WindowView.model_validate(window) for window in windows]
    return Page(items=views, next_cursor=None)


@router.post(
    "/sessions/{session_id}/windows",
    operation_id="openWindow",
    status_code=201,
    response_model=WindowView,
    responses=documented(STATE_REFUSED, KEY_REUSED),
)
async def open_window(
    session_id: UUID,
    new: NewWindow,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Open a further roll-call; the window that is open ends with it."""
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)

    async def make() -> WindowView:
        window = await running.open_window(db, actor_of(principal), session, new.kind, at=at)
        return WindowView.model_validate(window)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"openWindow {session_id}",
        body=new,
        at=at,
        make=make,
    )


@router.post(
    "/sessions/{session_id}/windows/close",
    operation_id="closeWindow",
    responses=documented(STATE_REFUSED),
)
async def close_window(
    session_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> Page[WindowView]:
    """Close the open window, as when the break begins; answers the session's windows."""
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    await running.close_window(db, actor_of(principal), session, at=at)
    windows = await store.windows(db, [session_id])
    return Page(items=[WindowView.model_validate(each) for each in windows], next_cursor=None)
