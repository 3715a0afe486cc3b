"""Sessions: listing, planning and changing them."""

from uuid import UUID

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, SessionsReader, actor_of
from api.access.roles import Act
from api.conferences.guards import visible_conference
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import documented
from api.kit.paging import Cursor, Limit, Page, ordinal, paged, read_cursor
from api.sessions import actions, moving, running_routes, store, window_routes
from api.sessions.faults import (
    CONFIDENTIAL_MEET,
    CONFIDENTIAL_SESSION,
    SESSION_EXISTS,
    SESSION_IN_USE,
    STATE_REFUSED,
)
from api.sessions.guards import visible_session
from api.sessions.point_routes import router as points
from api.sessions.preparation_routes import router as preparation
from api.sessions.schemas import (
    Cancellation,
    CancelledSession,
    Capacity,
    NewSession,
    Postponement,
    SessionChange,
    SessionView,
)
from api.sessions.secrecy import visible_sessions
from api.sessions.views import session_view
from api.words import Form

own = APIRouter(tags=["sessions"])
own.include_router(running_routes.router)
own.include_router(window_routes.router)
own.include_router(points)


@own.get("/sessions", operation_id="listSessions")
async def list_sessions(
    principal: SessionsReader,
    db: ReadDb,
    at: At,
    conference_id: UUID | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[SessionView]:
    """List sessions by conference, form and ordinal."""
    sessions = await store.page(
        db,
        visible_sessions(principal),
        conference_id=conference_id,
        after=read_cursor(cursor, UUID, Form, ordinal),
        limit=limit,
    )
    return paged(
        sessions,
        limit,
        view=lambda each: session_view(each, at=at),
        key=lambda each: (str(each.conference_id), each.form.value, str(each.ordinal)),
    )


@own.post(
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
    await visible_conference(db, principal, new.conference_id, Act.PLAN_SESSIONS)

    async def make() -> SessionView:
        return session_view(await actions.add_session(db, actor_of(principal), new, at=at), at=at)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="addSession",
        body=new,
        at=at,
        make=make,
    )


@own.get("/sessions/{session_id}", operation_id="readSession", response_model=SessionView)
async def read_session(
    session_id: UUID,
    principal: SessionsReader,
    db: ReadDb,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read one session."""
    session = await visible_session(db, principal, session_id)
    return conditional.answer(session_view(session, at=at), if_none_match)


@own.patch(
    "/sessions/{session_id}",
    operation_id="changeSession",
    response_model=SessionView,
    responses=documented(STATE_REFUSED, CONFIDENTIAL_SESSION, CONFIDENTIAL_MEET),
)
async def change_session(
    session_id: UUID,
    change: SessionChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Change a session; where units must be told of it, its `sequence` grows.

    A time, hint or link sent as null is taken away. A postponed session that gets a time is planned
    again. An open one keeps its time; its link may still change.
    """
    session = await visible_session(db, principal, session_id, Act.PLAN_SESSIONS)
    await moving.alone(db, session)
    conditional.require_unchanged(session_view(session, at=at), if_match)
    sent = change.model_dump(exclude_unset=True)
    await actions.change_session(db, actor_of(principal), session, sent, at=at)
    return conditional.answer(session_view(session, at=at))


@own.delete(
    "/sessions/{session_id}",
    operation_id="removeSession",
    status_code=204,
    responses=documented(STATE_REFUSED, SESSION_IN_USE),
)
async def remove_session(session_id: UUID, principal: CurrentPrincipal, db: Db, at: At) -> None:
    """Remove a planned session that was added by mistake; one that units know of is cancelled.

    Refused once it was rehearsed, allocated, posted, received or printed.
    """
    session = await visible_session(db, principal, session_id, Act.PLAN_SESSIONS)
    await actions.remove_session(db, actor_of(principal), session, at=at)


@own.post(
    "/sessions/{session_id}/postpone",
    operation_id="postponeSession",
    responses=documented(STATE_REFUSED),
)
async def postpone_session(
    session_id: UUID, postponement: Postponement, principal: CurrentPrincipal, db: Db, at: At
) -> SessionView:
    """Postpone a session: its time goes, who was put into it stays, its units are told why."""
    session = await visible_session(db, principal, session_id, Act.PLAN_SESSIONS)
    await actions.postpone(
        db,
        actor_of(principal),
        session,
        reason=postponement.reason,
        date_hint=postponement.date_hint,
        at=at,
    )
    return session_view(session, at=at)


@own.post(
    "/sessions/{session_id}/cancel",
    operation_id="cancelSession",
    responses=documented(STATE_REFUSED),
)
async def cancel_session(
    session_id: UUID, cancellation: Cancellation, principal: CurrentPrincipal, db: Db, at: At
) -> CancelledSession:
    """Cancel a session; answers the other planned sessions of its form, for those put into it."""
    session = await visible_session(db, principal, session_id, Act.PLAN_SESSIONS)
    others = await actions.cancel(
        db, actor_of(principal), session, reason=cancellation.reason, at=at
    )
    return CancelledSession(
        **session_view(session, at=at).model_dump(),
        alternatives=[session_view(each, at=at) for each in others],
    )


@own.put(
    "/sessions/{session_id}/points/{point_id}/capacity",
    operation_id="setCapacity",
    responses=documented(STATE_REFUSED),
)
async def set_capacity(
    session_id: UUID,
    point_id: UUID,
    capacity: Capacity,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> Capacity:
    """Say how many persons a point seats in a session; null where nobody knows."""
    session = await visible_session(db, principal, session_id, Act.PLAN_SESSIONS)
    await actions.set_capacity(db, actor_of(principal), session, point_id, capacity.capacity, at=at)
    return capacity


router = APIRouter(responses=REFUSALS)
router.include_router(own)
router.include_router(preparation)
