"""Writing check-ins: always a list, in one transaction.

One phone is a list of one, an offline upload a list of fifty, a rush makes its own lists; so speed
needs no second code path.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.device_store import Binding
from api.attendance.rules import rises, standing_of
from api.checkin import store, tickets
from api.checkin.arrivals import (
    Arrival,
    Hall,
    Ticketed,
    load_hall,
)
from api.checkin.faults import CHECK_IN_ID_REUSED, TICKET_INVALID
from api.checkin.judging import judge, kept_name
from api.checkin.ledger import Ledger
from api.checkin.receipts import Outcome, write_receipt
from api.checkin.rules import Decision
from api.checkin.schemas import Receipt, WhoByName
from api.checkin.store import Recorded
from api.codes.rules import late_seconds
from api.events import Actor, Happening
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.words import BindingOrigin, Evidence, Standing


async def check_in(
    db: AsyncSession, master: bytes, arrivals: list[Arrival]
) -> list[Receipt | Problem]:
    """Record a list of arrivals; answer each with its receipt or with why it is refused.

    The look-up by id comes before everything else, so what was accepted answers the same for ever.
    Several arrivals of one member are folded. Each is judged at its own instant.

    Raises: LostRace where another process was faster; call again in a new transaction.
    """
    answers: dict[int, Receipt | Problem] = {}
    kept = await store.kept(db, {arrival.id for arrival in arrivals})
    listed = []
    for place, arrival in enumerate(arrivals):
        if arrival.id in kept:
            row = kept[arrival.id]
            same = _is_same(arrival, row.device_id, row.body_hash)
            receipt = Receipt.model_validate(row.receipt)
            answers[place] = receipt if same else Problem(CHECK_IN_ID_REUSED)
            continue
        ticket = tickets.read(master, arrival.ticket, phone_id=arrival.phone_id)
        if ticket is None:
            answers[place] = Problem(TICKET_INVALID)
        else:
            listed.append(Ticketed(place, arrival, ticket))
    if listed:
        hall, ledger = await load_hall(db, listed), Ledger()
        for each in listed:
            answers[each.place] = _settle_once(hall, master, each, ledger)
        await ledger.write(db)
    return [answers[place] for place in range(len(arrivals))]


def _is_same(arrival: Arrival, phone_id: UUID, body_hash: str) -> bool:
    return arrival.phone_id == phone_id and arrival.body_hash == body_hash


def _settle_once(
    hall: Hall, master: bytes, ticketed: Ticketed, ledger: Ledger
) -> Receipt | Problem:
    # The same id may stand in a list twice: a double tap, or twenty connections at once.
    arrival = ticketed.arrival
    accepted = ledger.accepted.get(arrival.id)
    if accepted is not None:
        twin, receipt = accepted
        same = _is_same(arrival, twin.phone_id, twin.body_hash)
        return receipt if same else Problem(CHECK_IN_ID_REUSED)
    answer = _settle(hall, master, ticketed, ledger)
    if isinstance(answer, Receipt):
        ledger.accepted[arrival.id] = arrival, answer
    return answer


def _settle(hall: Hall, master: bytes, ticketed: Ticketed, ledger: Ledger) -> Receipt | Problem:
    arrival, ticket = ticketed.arrival, ticketed.ticket
    decision = judge(hall, ticketed)
    if isinstance(decision, Problem):
        ledger.refusals.append(
            store.refusal_row(
                decision.fault.code,
                session_id=ticket.session_id,
                bridge_point_id=ticket.bridge_point_id,
                phone_id=arrival.phone_id,
                at=arrival.at,
            )
        )
        return decision
    if decision.wrong_last4:
        _count_wrong_last4(hall, ticketed, ledger)
    outcome = _attend(hall, ticketed, decision, ledger)
    typed = kept_name(ticketed, decision)
    if typed is not None and not hall.is_rehearsal(ticket):
        suggested = decision.member.member_id if decision.member else None
        _keep_name(hall, ticketed, typed, suggested, outcome, ledger)
    if decision.binds and outcome.counted and outcome.standing is Standing.PRESENT:
        _bind(hall, ticketed, decision, ledger)
    receipt = write_receipt(hall, master, ticketed, decision, outcome)
    ledger.check_ins.append(
        {
            "id": arrival.id,
            "device_id": arrival.phone_id,
            "body_hash": arrival.body_hash,
            "session_id": ticket.session_id,
            "attendance_id": outcome.attendance_id,
            "evidence": decision.evidence,
            "arrived_at": arrival.at,
            "receipt": receipt.model_dump(mode="json"),
        }
    )
    return receipt


def _attend(hall: Hall, ticketed: Ticketed, decision: Decision, ledger: Ledger) -> Outcome:
    """Find what an arrival does to the attendance of its member: a new row, a rise, or nothing."""
    arrival, ticket = ticketed.arrival, ticketed.ticket
    suspended = ticket.typed and hall.suspends_typed_codes(ticket)
    standing = standing_of(decision.evidence, typed_codes_suspended=suspended)
    late = late_seconds(ticket.step, arrival.at) if decision.evidence is Evidence.LATE else None
    if decision.member is None or hall.is_rehearsal(ticket):
        return Outcome(None, standing, late, counted=False, already=False, own=False)
    key = (ticket.session_id, decision.member.member_id, ticket.window_id)
    held = hall.attendance.get(key)
    phone = Actor("device", arrival.phone_id)
    detail = {"evidence": decision.evidence.value, "standing": standing.value}
    if held is None:
        row = Recorded(
            session_id=ticket.session_id,
            id=new_id(arrival.at),
            window_id=ticket.window_id,
            member_id=decision.member.member_id,
            unit_id=decision.member.unit_id,
            bridge_point_id=ticket.bridge_point_id,
            standing=standing,
            evidence=decision.evidence,
            step=ticket.step,
            late_seconds=late,
            device_id=arrival.phone_id,
            first_arrived_at=arrival.at,
        )
        hall.attendance[key] = row
        ledger.attendance.append(row)
        act = events.ATTENDANCE_RECORDED
    elif rises(held.standing, standing, is_decided=held.decided_at is not None):
        # All of the better evidence; of what was there before only the first arrival stays.
        held.standing, held.evidence = standing, decision.evidence
        held.bridge_point_id, held.step = ticket.bridge_point_id, ticket.step
        held.device_id, held.late_seconds = arrival.phone_id, late
        if held not in ledger.attendance:
            ledger.raised.append(held)
        act = events.ATTENDANCE_RAISED
    else:
        own = held.device_id == arrival.phone_id
        if not own:
            act = events.SECOND_DEVICE
            ledger.happenings.append(
                Happening(phone, act, held.id, arrival.at, ticket.session_id, detail)
            )
        return Outcome(
            held.id, held.standing, held.late_seconds, counted=False, already=True, own=own
        )
    attendance_id = hall.attendance[key].id
    ledger.happenings.append(
        Happening(phone, act, attendance_id, arrival.at, ticket.session_id, detail)
    )
    return Outcome(attendance_id, standing, late, counted=True, already=False, own=True)


def _keep_name(
    hall: Hall,
    ticketed: Ticketed,
    typed: WhoByName,
    suggested: UUID | None,
    outcome: Outcome,
    ledger: Ledger,
) -> None:
    arrival, ticket = ticketed.arrival, ticketed.ticket
    name_id = new_id(arrival.at)
    ledger.typed_names.append(
        {
            "session_id": ticket.session_id,
            "id": name_id,
            "window_id": ticket.window_id,
            "bridge_point_id": ticket.bridge_point_id,
            "unit_id": typed.unit_id if typed.unit_id in hall.unit_ids else None,
            "name": typed.name,
            "last4": typed.last4,
            "device_id": arrival.phone_id,
            "evidence": Evidence.CLAIMED,
            "suggested_member_id": suggested,
            "attendance_id": outcome.attendance_id,
            "arrived_at": arrival.at,
        }
    )
    for counts, each in (
        (hall.names_by_phone, arrival.phone_id),
        (hall.names_by_point, ticket.bridge_point_id),
    ):
        counts[ticket.session_id, each] = counts.get((ticket.session_id, each), 0) + 1
    phone = Actor("device", arrival.phone_id)
    ledger.happenings.append(
        Happening(phone, events.NAME_TYPED, name_id, arrival.at, ticket.session_id)
    )


def _bind(hall: Hall, ticketed: Ticketed, decision: Decision, ledger: Ledger) -> None:
    arrival, member = ticketed.arrival, decision.member
    if member is None:
        return
    hall.bind(arrival.phone_id, member, at=arrival.at)
    ledger.bindings.append(
        Binding(arrival.phone_id, member.member_id, arrival.at, BindingOrigin.LAST4)
    )
    phone = Actor("device", arrival.phone_id)
    session_id = ticketed.ticket.session_id
    ledger.happenings.append(
        Happening(phone, events.PHONE_BOUND, member.member_id, arrival.at, session_id)
    )


def _count_wrong_last4(hall: Hall, ticketed: Ticketed, ledger: Ledger) -> None:
    at_point, of_members = hall.last4_keys(ticketed.ticket, hall.candidates(ticketed))
    for key in (at_point, *of_members):
        hall.wrong_last4[key] = hall.wrong_last4.get(key, 0) + 1
        ledger.wrong_last4.append((key, ticketed.arrival.at))
