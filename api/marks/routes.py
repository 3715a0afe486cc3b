"""Marks: what a secretary writes beside names: present, absent and why; also copied from paper."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.makers import MEMBER_UNSTATED, OWN_ATTENDANCE, maker_of
from api.access.roles import Act, reach
from api.access.scope import FORBIDDEN, require, visible_units
from api.codes.faults import SESSION_LOCKED
from api.db import Db
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented, language_of, problem_response
from api.marks import actions, sheet_routes, store
from api.marks.faults import (
    DEPARTED_OUTSIDE,
    NOBODY_NAMED,
    PAPER_SHEET_UNKNOWN,
    REASON_UNFIT,
    ROSTER_CODE_UNKNOWN,
    ROSTER_OUTDATED,
    ROW_NUMBERS_MALFORMED,
    TOO_MANY_PERSONS,
)
from api.marks.orders import Order, OutdatedRoster
from api.marks.reaching import marked_unit
from api.marks.schemas import MarksWritten, NewMarks, Outage, OutageMarked
from api.marks.telling import note_names
from api.marks.views import written_view
from api.sessions.faults import STATE_REFUSED
from api.sessions.guards import visible_session

_MOST_BYTES = 65_536
"""Of what is no file; 500 ids take 20 KB."""

marking = APIRouter()


@marking.post(
    "/sessions/{session_id}/marks",
    operation_id="writeMarks",
    response_model=MarksWritten,
    responses=documented(
        MEMBER_UNSTATED,
        STATE_REFUSED,
        SESSION_LOCKED,
        ROSTER_OUTDATED,
        ROW_NUMBERS_MALFORMED,
        TOO_MANY_PERSONS,
        ROSTER_CODE_UNKNOWN,
        PAPER_SHEET_UNKNOWN,
        DEPARTED_OUTSIDE,
        NOBODY_NAMED,
        REASON_UNFIT,
        KEY_REUSED,
    ),
)
async def write_marks(
    session_id: UUID,
    new: NewMarks,
    request: Request,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Mark up to 500 members of a unit and those below it, by row numbers or ids.

    A mark holds for the whole session and stands before what the phones proved; marking again
    replaces it. Who cannot be marked comes back in `skipped`, and the others are marked all the
    same. Where `roster_code` is of a list that has changed since, or of another class or unit,
    nothing is written: 409 `roster_outdated` names in `rows` whom the numbers mean now.
    Absences may be written before the session; after its lock only with a `paper_sheet_id`.
    """
    session = await visible_session(db, principal, session_id)
    unit, organiser_path = await marked_unit(db, principal, session, new.unit_id)
    maker = maker_of(principal)
    order = Order(session, unit, organiser_path, new)

    async def make() -> MarksWritten:
        outcome = await actions.write_marks(db, maker, order, at=at)
        return written_view(outcome, language=language_of(request))

    try:
        # What is refused leaves no trace, not even its key; that names were shown stays.
        async with db.begin_nested():
            answer = await idempotency.once(
                db,
                idempotency_key,
                owner_id=principal.account_id,
                operation=f"writeMarks {session_id}",
                body=new,
                at=at,
                make=make,
            )
    except OutdatedRoster as outdated:
        shown = [row.unit_id for row in outdated.rows]
        await note_names(db, maker.actor, session.id, shown, at=at)
        return problem_response(request, outdated)
    answer.status_code = 200
    return answer


@marking.delete(
    "/sessions/{session_id}/marks/{member_id}",
    operation_id="removeMark",
    status_code=204,
    responses=documented(MEMBER_UNSTATED, OWN_ATTENDANCE, STATE_REFUSED, SESSION_LOCKED),
)
async def remove_mark(
    session_id: UUID, member_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> None:
    """Take a mark back: what the phones proved of the member holds again."""
    session = await visible_session(db, principal, session_id)
    found = await store.find(db, session_id, member_id, visible_units(principal, Act.READ_UNITS))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    mark, path = found
    require(principal, Act.DECIDE_ATTENDANCE, path)
    await actions.remove_mark(db, maker_of(principal), session, mark, at=at)


@marking.post(
    "/sessions/{session_id}/points/{point_id}/outage",
    operation_id="markOutage",
    response_model=OutageMarked,
    responses=documented(MEMBER_UNSTATED, STATE_REFUSED, SESSION_LOCKED, KEY_REUSED),
)
async def mark_outage(
    session_id: UUID,
    point_id: UUID,
    outage: Outage,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Mark absent for a technical fault (KT) whoever was expected at a point and is not known of.

    Staff mark all of them; a secretary those of her unit and of the units below it. Who has a mark,
    or was seen, stays as he is.
    """
    session = await visible_session(db, principal, session_id)
    if not await store.is_reached(db, session_id, point_id):
        raise Problem(errors.NOT_FOUND)
    if not reach(principal, Act.DECIDE_ATTENDANCE):
        raise Problem(FORBIDDEN)
    maker = maker_of(principal)

    async def make() -> OutageMarked:
        among = visible_units(principal, Act.DECIDE_ATTENDANCE)
        marked = await actions.mark_outage(
            db, maker, session, point_id, among, note=outage.note, at=at
        )
        return OutageMarked(marked=marked)

    answer = await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"markOutage {session_id} {point_id}",
        body=outage,
        at=at,
        make=make,
    )
    answer.status_code = 200
    return answer


router = APIRouter(tags=["marks"], responses=REFUSALS)
router.include_router(marking, max_body_size=_MOST_BYTES)
router.include_router(sheet_routes.router)
