"""The phone's two steps: a code for a ticket, a ticket for a receipt."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from fastapi.security import APIKeyHeader

from api.access.devices import ThePhone, is_secure, own_page
from api.access.faults import (
    CLIENT_NEEDED,
    ORIGIN_REFUSED,
    TOO_MANY_ATTEMPTS,
    UNAUTHENTICATED,
)
from api.checkin import batch_routes, programs, steps, store, tickets
from api.checkin.faults import (
    CHECK_IN_ID_INVALID,
    CHECK_IN_ID_REUSED,
    PHONE_UNKNOWN,
    TICKET_INVALID,
    WHO_REFUSED,
)
from api.checkin.schemas import (
    NewCheckIn,
    QrTicketRequest,
    Receipt,
    TicketView,
    TypedTicketRequest,
)
from api.checkin.senders import TheSender
from api.checkin.trials import recorder_of
from api.codes.faults import (
    CODE_FROM_FUTURE,
    CODE_MALFORMED,
    CODE_OTHER_SESSION,
    CODE_STALE,
    CODE_UNKNOWN,
    SESSION_LOCKED,
    SESSION_NOT_OPEN,
)
from api.conferences import store as conferences
from api.db import ReadDb, TheDatabase
from api.kit import errors
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.errors import Problem, documented, problem_response
from api.kit.keys import MasterKey
from api.kit.paging import Limit, Page, Search
from api.members import store as members
from api.simulation import IsSimulated
from api.units.schemas import UnitName

router = APIRouter(prefix="/check-ins", tags=["check-in"])
router.include_router(batch_routes.router)

_ticket_header = APIKeyHeader(
    name="X-Ticket",
    scheme_name="ticket",
    description="A ticket that was issued to this browser.",
    auto_error=False,
)


@router.post(
    "/tickets",
    operation_id="issueTicket",
    response_model=TicketView,
    # Whoever comes without the cookie is given one.
    openapi_extra={"security": [{}]},
    dependencies=[Depends(own_page)],
    responses=documented(
        CODE_MALFORMED,
        CODE_UNKNOWN,
        CODE_STALE,
        CODE_FROM_FUTURE,
        CODE_OTHER_SESSION,
        SESSION_NOT_OPEN,
        SESSION_LOCKED,
        TOO_MANY_ATTEMPTS,
        ORIGIN_REFUSED,
        UNAUTHENTICATED,
        CLIENT_NEEDED,
    ),
)
async def issue_ticket(
    code: QrTicketRequest | TypedTicketRequest,
    sender: TheSender,
    at: At,
    request: Request,
    is_simulated: IsSimulated,
) -> Response:
    """Exchange a scanned or typed code for a ticket: ten minutes to name oneself.

    A code counts in its own step of 30 seconds and the next. An older QR is `late`, and given a
    ticket only on a phone that was bound before it. Five wrong typed codes in ten minutes answer
    429; a QR still works then. Sets the phone's cookie where it has none.

    A client sends a fresh code with its token, and the ticket is worth nothing elsewhere; limits
    count against the client, and no cookie is set.
    """
    exchanger = request.app.state.exchanger
    outcome = await steps.issue_ticket(
        exchanger, code, sender.phone, is_simulated=is_simulated, at=at
    )
    answer = _answer(request, outcome)
    sender.phone.remember(answer, secure=is_secure(request))
    return answer


@router.get("/units", operation_id="findUnits", responses=documented(TICKET_INVALID))
async def find_units(
    phone: ThePhone,
    db: ReadDb,
    master: MasterKey,
    at: At,
    ticket: Annotated[str | None, Depends(_ticket_header)],
    q: Search = None,
    limit: Limit = 50,
) -> Page[UnitName]:
    """Find one's unit by part of its name, among all units of the organiser; needs a ticket."""
    opened = tickets.read(master, ticket or "", phone_id=phone.id)
    if opened is None or at >= opened.expires_at:
        raise Problem(TICKET_INVALID)
    session = (await store.sessions(db, [opened.session_id]))[opened.session_id]
    path = await conferences.organiser_path(db, session.conference_id)
    found = await members.units_with_members(db, [path], on=day_of(at), search=q, limit=limit)
    return Page(items=[name for _, name in found], next_cursor=None)


@router.post(
    "",
    operation_id="checkIn",
    response_model=Receipt,
    dependencies=[Depends(own_page)],
    responses=documented(
        TICKET_INVALID,
        CHECK_IN_ID_INVALID,
        CHECK_IN_ID_REUSED,
        PHONE_UNKNOWN,
        CODE_STALE,
        SESSION_NOT_OPEN,
        SESSION_LOCKED,
        TOO_MANY_ATTEMPTS,
        ORIGIN_REFUSED,
        UNAUTHENTICATED,
        CLIENT_NEEDED,
        WHO_REFUSED,
        errors.NOT_FOUND,
        errors.UNAVAILABLE,
    ),
)
async def check_in(
    new: NewCheckIn,
    sender: TheSender,
    database: TheDatabase,
    master: MasterKey,
    at: At,
    request: Request,
    is_simulated: IsSimulated,
) -> Response:
    """Check in by a ticket: on a known phone, or by unit, name and the last 4 digits of the card.

    Answered after the commit, always the same for the same id; send it again whenever the answer
    was lost. No name is told before a match. What nothing proves is `claimed`: recorded, pending,
    and settled by the secretary. Who is named on another member's phone is `assisted`: pending,
    three for each phone in a session, and no phone is bound.

    A client names a `member` of the units it was registered for, or `named` somebody of such a
    unit, by a ticket of its own that is still good. That is evidence `client`: pending, whoever is
    meant, and no phone is bound by it. Its receipt tells nothing of what is on file.
    """
    recorder = recorder_of(request, database, master, is_simulated=is_simulated)
    if sender.client is None:
        return _answer(request, await steps.check_in(recorder, master, new, sender.phone, at=at))
    sent = [(new, steps.opened(master, new, sender.phone))]
    (answer,) = await programs.check_in(database, recorder, sender, sent, at=at)
    return _answer(request, answer)


@router.get(
    "/{check_in_id:uuid}",
    operation_id="readReceipt",
    response_model=Receipt,
    responses=documented(errors.NOT_FOUND, UNAUTHENTICATED, CLIENT_NEEDED),
)
async def read_receipt(
    check_in_id: UUID, sender: TheSender, db: ReadDb, request: Request
) -> Response:
    """Read a receipt again, on the phone that checked in or as the client that sent it."""
    row = (await store.kept(db, [check_in_id])).get(check_in_id)
    if row is None or row.device_id != sender.phone.id:
        raise Problem(errors.NOT_FOUND)
    return _answer(request, row.receipt.encode())


def _answer(request: Request, answer: bytes | Problem) -> Response:
    if isinstance(answer, Problem):
        return problem_response(request, answer)
    return Response(answer, media_type="application/json", headers={"Cache-Control": "no-store"})
