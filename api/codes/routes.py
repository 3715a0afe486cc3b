"""Codes for screens, doors and epochs for staff, rotation, and revoking a screen."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import actions as access
from api.access.faults import UNAUTHENTICATED
from api.access.guards import REFUSALS, CurrentPrincipal, CurrentScreen, SessionsReader, actor_of
from api.access.roles import Act, Principal
from api.access.scope import require, visible_organisers
from api.bridge_points import store as bridge_points
from api.codes import actions, derivation, store
from api.codes.rules import (
    CHANGE_DELAY_SECONDS,
    SCREEN_STEPS,
    STEP_SECONDS,
    Epoch,
    WindowSpan,
    open_kind,
    start_of,
    step_of,
    window_of,
)
from api.codes.schemas import (
    CodeView,
    NamedPoint,
    NamedSession,
    QrView,
    ScreenCodes,
    SessionPointView,
)
from api.codes.store import DoorHolder
from api.db import Db, ReadDb
from api.kit import errors, qr
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.keys import MasterKey
from api.kit.paging import Cursor, Limit, Page, ordinal, paged, read_cursor
from api.sessions.faults import CONFIDENTIAL_SESSION, STATE_REFUSED, state_refused
from api.sessions.guards import visible_session
from api.sessions.rules import door_text, state_at
from api.tables.bridge_points import BridgePoint
from api.tables.sessions import SessionPoint

router = APIRouter()


def _codes(
    holder: DoorHolder, spans: Sequence[WindowSpan], master: bytes, public_url: str, *, at: datetime
) -> list[CodeView]:
    door, last = holder.session_point.door, holder.epochs[-1]
    if door is None or open_kind(spans, at) is None:
        return []
    key = holder.key(last.number)
    now = step_of(at)
    codes = []
    for step in range(now - 1, now + SCREEN_STEPS):
        if step < last.from_step or window_of(spans, step) is None:
            continue
        symbol = qr.matrix(derivation.qr_url(public_url, master, key, door, step))
        codes.append(
            CodeView(
                step=step,
                starts_at=start_of(step),
                digits=derivation.digits(master, key, step),
                qr=QrView(size=symbol.size, bits=symbol.base64),
            )
        )
    return codes


@router.get(
    "/screens/codes",
    operation_id="readScreenCodes",
    tags=["screens"],
    responses=documented(UNAUTHENTICATED),
)
async def read_screen_codes(
    screen: CurrentScreen,
    db: ReadDb,
    at: At,
    master: MasterKey,
    request: Request,
    response: Response,
) -> ScreenCodes:
    """Read the codes of the next ten minutes for the session that is open at the screen's point.

    Every code is accepted at its own step whether or not the screen still has a line; a code is
    never accepted before its step begins.
    """
    response.headers["Cache-Control"] = "no-store"
    public_url = str(request.app.state.public_url)
    holder = await store.open_at(db, screen.bridge_point_id)
    name = holder.point.name if holder else await store.point_name(db, screen.bridge_point_id)
    door = holder.session_point.door if holder else None
    spans = await store.spans(db, holder.session, holder.point.id) if holder else []
    return ScreenCodes(
        server_time=at,
        step_seconds=STEP_SECONDS,
        change_delay_seconds=CHANGE_DELAY_SECONDS,
        point=NamedPoint(id=screen.bridge_point_id, name=name),
        domain=urlsplit(public_url).netloc,
        session=NamedSession(id=holder.session.id, title=holder.session.title) if holder else None,
        window_kind=open_kind(spans, at),
        door=door_text(door) if door is not None else None,
        epoch=holder.epochs[-1].number if holder else None,
        codes=_codes(holder, spans, master, public_url, at=at) if holder else [],
    )


@router.delete(
    "/screens/{screen_id:uuid}",
    operation_id="revokeScreen",
    tags=["screens"],
    status_code=204,
    responses=REFUSALS,
)
async def revoke_screen(screen_id: UUID, principal: CurrentPrincipal, db: Db, at: At) -> Response:
    """Revoke a screen: its token is worthless at once, and its point's codes are rotated."""
    screen = await store.screen(db, screen_id)
    if screen is None:
        raise Problem(errors.NOT_FOUND)
    point_id = screen.bridge_point_id
    if await bridge_points.find(db, point_id, visible_organisers(principal)) is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.PAIR_SCREENS, await bridge_points.host_path(db, point_id))
    actor = actor_of(principal)
    await access.revoke_screen(db, actor, screen, at=at)
    holder = await store.open_at(db, point_id)
    if holder is not None:
        await actions.rotate(db, actor, session_id=holder.session.id, point_id=point_id, at=at)
    return Response(status_code=204)


def _point_view(
    held: SessionPoint | None, point: BridgePoint, epochs: tuple[Epoch, ...]
) -> SessionPointView:
    door = held.door if held is not None and held.released_at is None else None
    return SessionPointView(
        point=NamedPoint(id=point.id, name=point.name),
        form=point.form,
        is_hub=point.is_hub,
        door=door_text(door) if door is not None else None,
        epoch=epochs[-1].number,
        capacity=held.capacity if held else None,
        typed_codes_suspended_at=held.typed_codes_suspended_at if held else None,
    )


@router.get(
    "/sessions/{session_id}/points",
    operation_id="listSessionPoints",
    tags=["sessions"],
    responses=REFUSALS,
)
async def list_session_points(
    session_id: UUID,
    principal: SessionsReader,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[SessionPointView]:
    """List a session's bridge points with their doors and epochs.

    Until it opens, these are all points of its form, also those that were added after it.
    """
    session = await visible_session(db, principal, session_id)
    rows = await store.session_points(db, session, after=read_cursor(cursor, ordinal), limit=limit)
    known = await store.epochs(db, session_id, [point.id for _, point in rows])
    return paged(
        rows,
        limit,
        view=lambda row: _point_view(row[0], row[1], known[row[1].id]),
        key=lambda row: (str(row[1].ordinal),),
    )


async def _session_point(
    db: AsyncSession, principal: Principal, session_id: UUID, point_id: UUID, act: Act
) -> tuple[SessionPoint, BridgePoint]:
    await visible_session(db, principal, session_id)
    session_point = await store.session_point(db, session_id, point_id)
    point = await bridge_points.find(db, point_id, visible_organisers(principal))
    if session_point is None or point is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, act, await bridge_points.host_path(db, point_id))
    return session_point, point


@router.post(
    "/sessions/{session_id}/points/{point_id}/rotate",
    operation_id="rotateCodes",
    tags=["sessions"],
    responses=REFUSALS | documented(STATE_REFUSED, CONFIDENTIAL_SESSION),
)
async def rotate_codes(
    session_id: UUID, point_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> SessionPointView:
    """Change the codes at once (“Đổi mã ngay”).

    Digits shown until now are dead, a QR shown until now is late.
    """
    found = await _session_point(db, principal, session_id, point_id, Act.ROTATE_CODES)
    if not found[0].is_open:
        session = await visible_session(db, principal, session_id)
        if session.confidential:
            raise Problem(CONFIDENTIAL_SESSION)
        state = state_at(session.state, session.locks_at, at)
        raise state_refused(state)
    actor = actor_of(principal)
    epoch = await actions.rotate(db, actor, session_id=session_id, point_id=point_id, at=at)
    return _point_view(*found, (epoch,))


@router.post(
    "/sessions/{session_id}/points/{point_id}/restore-typed-codes",
    operation_id="restoreTypedCodes",
    tags=["sessions"],
    responses=REFUSALS,
)
async def restore_typed_codes(
    session_id: UUID, point_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> SessionPointView:
    """Let typed codes count again at a door that too many wrong ones had put in question."""
    found = await _session_point(db, principal, session_id, point_id, Act.RESTORE_TYPED_CODES)
    await actions.restore_typed_codes(
        db, actor_of(principal), session_id=session_id, point_id=point_id, at=at
    )
    await db.refresh(found[0])
    known = await store.epochs(db, session_id, [point_id])
    return _point_view(*found, known[point_id])
