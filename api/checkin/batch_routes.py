"""What waited in a phone without network, sent in one request and answered one by one."""

import json

from fastapi import APIRouter, Depends, Request, Response

from api.access.devices import own_page
from api.access.faults import CLIENT_NEEDED, ORIGIN_REFUSED, UNAUTHENTICATED
from api.checkin import programs, scans
from api.checkin.actions import Answer
from api.checkin.arrivals import Refusal, arrive
from api.checkin.faults import CHECK_IN_ID_INVALID
from api.checkin.schemas import BatchView, KeptScan, NewBatch, NewCheckIn
from api.checkin.senders import TheSender
from api.checkin.tickets import Ticket
from api.checkin.trials import recorder_of
from api.db import TheDatabase
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented, language_of, problem_document
from api.kit.ids import is_uuid7
from api.kit.keys import MasterKey
from api.simulation import IsSimulated

router = APIRouter()


@router.post(
    "/batch",
    operation_id="checkInBatch",
    response_model=BatchView,
    # Without the cookie the request is answered as well: each of its items by its own problem.
    openapi_extra={"security": [{}]},
    dependencies=[Depends(own_page)],
    responses=documented(ORIGIN_REFUSED, UNAUTHENTICATED, CLIENT_NEEDED, errors.UNAVAILABLE),
)
async def check_in_batch(
    batch: NewBatch,
    sender: TheSender,
    database: TheDatabase,
    master: MasterKey,
    at: At,
    request: Request,
    is_simulated: IsSimulated,
) -> Response:
    """Send up to 50 check-ins that waited without network; each is answered in its place.

    An id that was accepted before answers its receipt. A QR is read on arrival: one that is fresh
    counts as online, an older one is `late`, on a phone that was bound before it. The step must lie
    in a window, and the roster not be locked; another class that is open there by now does not
    matter. A client sends the same with its token, as `checkIn` says. Every problem is one that
    `issueTicket` or `checkIn` may answer.
    """
    qrs = [each.qr for each in batch.items if isinstance(each, KeptScan)]
    async with database.read() as db:
        read = await scans.read(db, master, qrs, at=at)

    def ticket_of(item: NewCheckIn | KeptScan) -> str | Ticket | Refusal:
        if not is_uuid7(item.id):
            return Refusal(Problem(CHECK_IN_ID_INVALID), None, None)
        return read[item.qr] if isinstance(item, KeptScan) else item.ticket

    recorder = recorder_of(request, database, master, is_simulated=is_simulated)
    sent = [(each, ticket_of(each)) for each in batch.items]
    if sender.client is None:
        answers = await recorder.submit([arrive(*each, sender.phone, at=at) for each in sent])
    else:
        answers = await programs.check_in(database, recorder, sender, sent, at=at)
    language = language_of(request)
    items = [
        _item(each, answer, language) for each, answer in zip(batch.items, answers, strict=True)
    ]
    return Response(
        b'{"items":[' + b",".join(items) + b"]}",
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _item(item: NewCheckIn | KeptScan, answer: Answer, language: str) -> bytes:
    # A receipt is JSON already: it is put in as it is stored.
    name = str(item.id).encode()
    if isinstance(answer, Problem):
        problem = json.dumps(problem_document(answer, language)).encode()
        return b'{"id":"%s","receipt":null,"problem":%s}' % (name, problem)
    return b'{"id":"%s","receipt":%s,"problem":null}' % (name, answer)
