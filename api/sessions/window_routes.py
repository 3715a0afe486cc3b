"""Windows, the roll-calls of a session: opening and closing them, and what holds at one point."""

from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import idempotency
from api.access.guards import CurrentPrincipal, SessionsReader, actor_of
from api.access.roles import Act
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.paging import Page
from api.sessions import running, store, window_exceptions, window_store
from api.sessions.faults import (
    CONFIDENTIAL_SESSION,
    EXTENSION_UNFIT,
    REHEARSAL_WINDOW,
    STATE_REFUSED,
)
from api.sessions.guards import visible_session
from api.sessions.window_schemas import NewWindow, WindowExceptionChange, WindowView
from api.tables.sessions import Window

router = APIRouter()


async def _all(db: AsyncSession, session_id: UUID) -> Page[WindowView]:
    windows = await store.windows(db, [session_id])
    return Page(items=await window_exceptions.views(db, windows), next_cursor=None)


async def _window(db: AsyncSession, session_id: UUID, window_id: UUID) -> Window:
    window = await window_store.find(db, session_id, window_id)
    if window is None:
        raise Problem(errors.NOT_FOUND)
    return window


@router.get("/sessions/{session_id}/windows", operation_id="listWindows")
async def list_windows(session_id: UUID, principal: SessionsReader, db: ReadDb) -> Page[WindowView]:
    """List a session's windows in their order, each with what holds at single points."""
    await visible_session(db, principal, session_id)
    return await _all(db, session_id)


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
        return (await window_exceptions.views(db, [window]))[0]

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
    return await _all(db, session_id)


@router.put(
    "/sessions/{session_id}/windows/{window_id}/points/{point_id}",
    operation_id="exceptWindow",
    responses=documented(STATE_REFUSED, REHEARSAL_WINDOW, CONFIDENTIAL_SESSION, EXTENSION_UNFIT),
)
async def except_window(
    session_id: UUID,
    window_id: UUID,
    point_id: UUID,
    change: WindowExceptionChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> WindowView:
    """Void a window at one point, or let it go on there, as after a cut of power or line.

    Voided, nobody of this point misses anything by it; whoever checks in is recorded all the same.
    Extended, the codes of this point count for it until then, also those that a screen without a
    line went on to show. Other points are as they were, and so is what was recorded before.
    """
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    window = await _window(db, session_id, window_id)
    await window_exceptions.except_window(
        db,
        actor_of(principal),
        session,
        window,
        point_id,
        change,
        account_id=principal.account_id,
        at=at,
    )
    return (await window_exceptions.views(db, [window]))[0]


@router.delete(
    "/sessions/{session_id}/windows/{window_id}/points/{point_id}",
    operation_id="restoreWindow",
    status_code=204,
    responses=documented(STATE_REFUSED, REHEARSAL_WINDOW),
)
async def restore_window(
    session_id: UUID,
    window_id: UUID,
    point_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> None:
    """Let a window be at a point again what it is everywhere."""
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    window = await _window(db, session_id, window_id)
    actor = actor_of(principal)
    await window_exceptions.restore_window(db, actor, session, window, point_id, at=at)
