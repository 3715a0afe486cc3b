"""Writing check-ins: always a list, in one transaction.

One phone is a list of one, an offline upload a list of fifty, a rush makes its own lists; so speed
needs no second code path.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.checkin import measures, recording, store, tickets
from api.checkin.arrivals import Arrival, Hall, Refusal, Ticketed, load_hall
from api.checkin.faults import CHECK_IN_ID_REUSED, TICKET_INVALID
from api.checkin.judging import judge, kept_name, too_many_names
from api.checkin.ledger import Ledger
from api.checkin.receipts import write_receipt
from api.checkin.store import CheckInRow
from api.checkin.tickets import Ticket
from api.kit.errors import Problem
from api.words import Standing

Answer = bytes | Problem
"""A receipt as JSON, as it is stored and answered for ever, or why there is none."""


async def check_in(
    db: AsyncSession, master: bytes, arrivals: list[Arrival], *, is_trial: bool = False
) -> list[Answer]:
    """Record a list of arrivals; answer each with its receipt or with why it is refused.

    The look-up by id comes before everything else, so what was accepted answers the same for ever.
    Several arrivals of one member are folded. Each is judged at its own instant. In a trial all
    of them are judged, and of what follows only wrong digits of cards are written.

    Raises: LostRace where another process was faster; call again in a new transaction.
    """
    answers: dict[int, Answer] = {}
    ledger = Ledger()
    kept = await store.kept(db, {arrival.id for arrival in arrivals})
    listed = []
    for place, arrival in enumerate(arrivals):
        if arrival.id in kept:
            row = kept[arrival.id]
            same = _is_same(arrival, row.device_id, row.body_hash)
            answers[place] = row.receipt.encode() if same else Problem(CHECK_IN_ID_REUSED)
            continue
        ticket = _open(master, arrival)
        if isinstance(ticket, Refusal):
            answers[place] = ticket.problem
            ledger.refuse(ticket, phone_id=arrival.phone_id, at=arrival.at)
        else:
            listed.append(Ticketed(place, arrival, ticket))
    hall = await load_hall(db, listed) if listed else None
    if hall is not None:
        for each in listed:
            answers[each.place] = _settle_once(hall, master, each, ledger)
    if is_trial:
        await ledger.write_guesses(db)
    else:
        await ledger.write(db, hall)
        measures.recorded(ledger.worths, answers.values())
    return [answers[place] for place in range(len(arrivals))]


def _open(master: bytes, arrival: Arrival) -> Ticket | Refusal:
    if not isinstance(arrival.ticket, str):
        return arrival.ticket
    ticket = tickets.read(master, arrival.ticket, phone_id=arrival.phone_id)
    return ticket or Refusal(Problem(TICKET_INVALID), None, None)


def _is_same(arrival: Arrival, phone_id: UUID, body_hash: str) -> bool:
    return arrival.phone_id == phone_id and arrival.body_hash == body_hash


def _settle_once(hall: Hall, master: bytes, ticketed: Ticketed, ledger: Ledger) -> Answer:
    # The same id may stand in a list twice: a double tap, or twenty connections at once.
    arrival = ticketed.arrival
    accepted = ledger.accepted.get(arrival.id)
    if accepted is not None:
        twin, receipt = accepted
        same = _is_same(arrival, twin.phone_id, twin.body_hash)
        return receipt if same else Problem(CHECK_IN_ID_REUSED)
    answer = _settle(hall, master, ticketed, ledger)
    if isinstance(answer, bytes):
        ledger.accepted[arrival.id] = arrival, answer
    return answer


def _settle(hall: Hall, master: bytes, ticketed: Ticketed, ledger: Ledger) -> Answer:
    arrival, ticket = ticketed.arrival, ticketed.ticket
    decision = judge(hall, ticketed)
    if isinstance(decision, Problem):
        return _refuse(ticketed, decision, ledger)
    too_many = too_many_names(hall, ticketed, decision)
    if decision.wrong_last4:
        # Also where the name is refused: a phone without room for names would guess for ever.
        recording.count_wrong_last4(hall, ticketed, ledger)
    if too_many is not None:
        return _refuse(ticketed, too_many, ledger)
    outcome = recording.attend(hall, ticketed, decision, ledger)
    typed = kept_name(ticketed, decision)
    if typed is not None and not hall.is_rehearsal(ticket):
        recording.keep_name(hall, ticketed, typed, decision, outcome, ledger)
    if decision.binds and outcome.counted and outcome.worth is Standing.PRESENT:
        recording.bind(hall, ticketed, decision, ledger)
    ledger.worths[decision.evidence, outcome.worth] += 1
    receipt = write_receipt(hall, master, ticketed, decision, outcome)
    ledger.check_ins.append(
        CheckInRow(
            arrival.id,
            arrival.phone_id,
            arrival.body_hash,
            ticket.session_id,
            outcome.attendance_id,
            decision.evidence,
            arrival.at,
            receipt,
            arrival.notice_version,
        )
    )
    return receipt.encode()


def _refuse(ticketed: Ticketed, problem: Problem, ledger: Ledger) -> Problem:
    arrival, ticket = ticketed.arrival, ticketed.ticket
    refused = Refusal(problem, ticket.session_id, ticket.bridge_point_id)
    ledger.refuse(refused, phone_id=arrival.phone_id, at=arrival.at)
    return problem
