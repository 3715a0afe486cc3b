"""Sessions: planning, opening, closing, and their windows."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act
from api.access.scope import require, visible_organisers
from api.conferences import store as conferences
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, ordinal, paged, read_cursor
from api.sessions import actions, store
from api.sessions.faults import CONFIDENTIAL_MEET, POINT_BUSY, SESSION_EXISTS, STATE_REFUSED
from api.sessions.guards import visible_session
from api.sessions.point_routes import router as points
from api.sessions.rules import state_at
from api.sessions.schemas import NewSession, NewWindow, SessionView, WindowView
from api.tables.sessions import Session
from api.words import Form

router = APIRouter(tags=["sessions"], responses=REFUSALS)
router.include_router(points)


def _view(session: Session, *, at: datetime) -> SessionView:
    return SessionView(
        id=session.id,
        conference_id=session.conference_id,
        form=session.form,
        ordinal=session.ordinal,
        title=session.title,
        date_hint=session.date_hint,
        starts_at=session.starts_at,
        meet_url=session.meet_url,
        confidential=session.confidential,
        state=state_at(session.state, session.locks_at, at),
        opened_at=session.opened_at,
        closed_at=session.closed_at,
        locks_at=session.locks_at,
    )


@router.get("/sessions", operation_id="listSessions")
async def list_sessions(
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    conference_id: UUID | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[SessionView]:
    """List sessions by conference, form and ordinal."""
    sessions = await store.page(
        db,
        visible_organisers(principal),
        conference_id=conference_id,
        after=read_cursor(cursor, UUID, Form, ordinal),
        limit=limit,
    )
    return paged(
        sessions,
        limit,
        view=lambda each: _view(each, at=at),
        key=lambda each: (str(each.conference_id), each.form.value, str(each.ordinal)),
    )


@router.post(
    "/sessions",
    operation_id="addSession",
    status_code=201,
    response_model=SessionView,
    responses=documented(SESSION_EXISTS, CONFIDENTIAL_MEET, KEY_REUSED),
)
async def add_session(
    new: NewSession,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Add a session to a conference; it reaches every bridge point of its form."""
    found = await conferences.find(db, new.conference_id, visible_organisers(principal))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.PLAN_SESSIONS, found[1])

    async def make() -> SessionView:
        return _view(await actions.add_session(db, actor_of(principal), new, at=at), at=at)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="addSession",
        body=new,
        at=at,
        make=make,
    )


@router.get("/sessions/{session_id}", operation_id="readSession", response_model=SessionView)
async def read_session(
    session_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read one session."""
    session = await visible_session(db, principal, session_id)
    return conditional.answer(_view(session, at=at), if_none_match)


@router.post(
    "/sessions/{session_id}/open",
    operation_id="openSession",
    responses=documented(STATE_REFUSED, POINT_BUSY),
)
async def open_session(
    session_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> SessionView:
    """Open a session: its points get doors, its opening window begins, screens show codes."""
    session = await visible_session(db, principal, session_id, Act.RUN_SESSIONS)
    await actions.open_session(db, actor_of(principal), session, at=at)
    return _view(session, at=at)


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
    await actions.close_session(db, actor_of(principal), session, at=at)
    return _view(session, at=at)


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
        window = await actions.open_window(db, actor_of(principal), session, new.kind, at=at)
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
    await actions.close_window(db, actor_of(principal), session, at=at)
    windows = await store.windows(db, [session_id])
    return Page(items=[WindowView.model_validate(each) for each in windows], next_cursor=None)
