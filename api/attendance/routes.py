"""Reading attendance: live counts for all, names for those whose units they are."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import EventSourceResponse

from api.access.faults import UNAUTHENTICATED
from api.access.guards import (
    REFUSALS,
    AttendanceCounter,
    AttendanceReader,
    CountingCaller,
    CurrentScreen,
)
from api.access.roles import Act, reach
from api.access.scope import FORBIDDEN, visible_units
from api.attendance import actions, store
from api.attendance.evidence import EvidenceBoard
from api.attendance.live import live_of
from api.attendance.schemas import AttendanceView, Live, LiveEvidence, ScreenLive
from api.attendance.store import Filters
from api.attendance.tallies import Tallier
from api.attendance.watching import Watching
from api.codes import store as codes
from api.codes.rules import WindowSpan, open_kind
from api.db import Db, ReadDb, TheDatabase
from api.kit import conditional
from api.kit.clock import At
from api.kit.conditional import IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.sessions.guards import visible_session
from api.words import Evidence, Standing

router = APIRouter()


_STREAM: dict[str, Any] = {
    "description": "Events, each with a `Live` as its data.",
    "content": {"text/event-stream": {"schema": {"type": "string"}}},
}


async def _tallier(request: Request) -> Tallier:
    found: Tallier = request.app.state.tallier
    return found


TheTallier = Annotated[Tallier, Depends(_tallier)]


async def _evidence_board(request: Request) -> EvidenceBoard:
    found: EvidenceBoard = request.app.state.evidence_board
    return found


TheEvidenceBoard = Annotated[EvidenceBoard, Depends(_evidence_board)]


@router.get(
    "/sessions/{session_id}/live",
    operation_id="readLive",
    tags=["attendance"],
    response_model=Live,
    responses=REFUSALS,
)
async def read_live(
    session_id: UUID,
    principal: AttendanceCounter,
    tallier: TheTallier,
    db: ReadDb,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Count a session by bridge point and by unit, each person once; ask again with the ETag."""
    session = await visible_session(db, principal, session_id)
    sums = await tallier.sums(db, session, at=at)
    return conditional.answer(await live_of(db, session_id, sums), if_none_match)


@router.get(
    "/sessions/{session_id}/live/evidence",
    operation_id="readLiveEvidence",
    tags=["attendance"],
    responses=REFUSALS,
)
async def read_live_evidence(
    session_id: UUID,
    principal: AttendanceCounter,
    tallier: TheTallier,
    board: TheEvidenceBoard,
    db: ReadDb,
    at: At,
) -> LiveEvidence:
    """Tell by what those at each point were counted, when the last came, and which are silent.

    The figures are of `counted_at`, a few seconds ago at most in a district; the exact counts of
    the moment are those of `readLive`.
    """
    session = await visible_session(db, principal, session_id)
    sums = await tallier.sums(db, session, at=at)
    return await board.of(db, session, sums, at=at)


@router.get(
    "/sessions/{session_id}/live/stream",
    operation_id="streamLive",
    tags=["attendance"],
    response_class=StreamingResponse,
    responses={**REFUSALS, 200: _STREAM},
)
async def stream_live(
    session_id: UUID,
    caller: CountingCaller,
    database: TheDatabase,
    request: Request,
) -> EventSourceResponse:
    """Stream the counts of a session: as they are, then whenever they change (server-sent events).

    At most one event a second: `event: live`, whose `data` is what `readLive` answers and whose
    `id` is its ETag. It ends when the session is locked, and within a minute after you may no
    longer see it. Come back where it ends or breaks off; a comment every 15 seconds keeps it open.
    """
    watching: Watching = request.app.state.watching
    watching.require_room()
    async with database.read() as db:
        await visible_session(db, caller.principal, session_id)

    async def still_may() -> bool:
        async with database.read() as db:
            now = await caller.again(db, request.app.state.clock())
            if now is None:
                return False
            try:
                await visible_session(db, now, session_id)
            except Problem:
                return False
            return True

    return EventSourceResponse(
        watching.events(session_id, still_may),
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


@router.get("/attendance", operation_id="listAttendance", tags=["attendance"], responses=REFUSALS)
async def list_attendance(
    session_id: UUID,
    principal: AttendanceReader,
    db: Db,
    at: At,
    unit_id: UUID | None = None,
    window_id: UUID | None = None,
    standing: Standing | None = None,
    evidence: Evidence | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[AttendanceView]:
    """List a session's attendance of your units, in the order of arrival; the audit notes it."""
    await visible_session(db, principal, session_id)
    if not reach(principal, Act.READ_ATTENDANCE):
        raise Problem(FORBIDDEN)
    rows = await store.page(
        db,
        session_id,
        visible_units(principal, Act.READ_ATTENDANCE),
        Filters(unit_id, standing, evidence, window_id),
        after=read_cursor(cursor, UUID),
        limit=limit,
    )
    shown = paged(rows, limit, view=lambda row: row, key=lambda row: (str(row.id),))
    await actions.note_reading(
        db,
        principal,
        operation="listAttendance",
        session_id=session_id,
        unit_id=unit_id,
        count=len(shown.items),
        at=at,
    )
    return shown


@router.get(
    "/screens/live",
    operation_id="readScreenLive",
    tags=["screens"],
    response_model=ScreenLive,
    responses=documented(UNAUTHENTICATED),
)
async def read_screen_live(
    screen: CurrentScreen,
    tallier: TheTallier,
    db: ReadDb,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Count who is there at the screen's own point, without names; ask again with the ETag."""
    holder = await codes.open_at(db, screen.bridge_point_id)
    present = pending = 0
    spans: list[WindowSpan] = []
    if holder is not None:
        spans = await codes.spans(db, holder.session, screen.bridge_point_id)
        session_id, point_id = holder.session.id, screen.bridge_point_id
        present = await tallier.present(db, session_id, point_id, at=at)
        pending = await store.count_waiting(db, session_id, point_id)
    live = ScreenLive(
        session_id=holder.session.id if holder else None,
        epoch=holder.epochs[-1].number if holder else None,
        window_kind=open_kind(spans, at),
        present=present,
        pending=pending,
    )
    return conditional.answer(live, if_none_match)
