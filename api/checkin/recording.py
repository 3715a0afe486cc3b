"""What one arrival does: to the attendance of its member, to what was typed, to its phone."""

from functools import cache

from api import events
from api.access.device_store import Binding
from api.attendance.rules import rises, standing_of
from api.checkin.arrivals import Hall, Ticketed
from api.checkin.ledger import Ledger
from api.checkin.receipts import Outcome
from api.checkin.rules import Decision
from api.checkin.schemas import NamedPerson
from api.checkin.store import Recorded
from api.codes.rules import late_seconds
from api.events import Happening
from api.kit.ids import new_id
from api.words import BindingOrigin, Evidence, Standing


def attend(hall: Hall, ticketed: Ticketed, decision: Decision, ledger: Ledger) -> Outcome:
    """Find what an arrival does to the attendance of its member: a new row, a rise, or nothing."""
    arrival, ticket = ticketed.arrival, ticketed.ticket
    suspended = ticket.typed and hall.suspends_typed_codes(ticket)
    worth = standing_of(decision.evidence, typed_codes_suspended=suspended)
    late = late_seconds(ticket.step, arrival.at) if ticketed.is_late else None
    if decision.member is None or hall.is_rehearsal(ticket):
        return Outcome(None, worth, late, counted=False)
    key = (ticket.session_id, decision.member.member_id, ticket.window_id)
    held = hall.attendance.get(key)
    phone = arrival.actor
    detail = _detail(decision.evidence, worth)
    if held is None:
        row = Recorded(
            session_id=ticket.session_id,
            id=new_id(arrival.at),
            window_id=ticket.window_id,
            member_id=decision.member.member_id,
            unit_id=decision.member.unit_id,
            bridge_point_id=ticket.bridge_point_id,
            standing=worth,
            evidence=decision.evidence,
            step=ticket.step,
            late_seconds=late,
            device_id=arrival.phone_id,
            first_arrived_at=arrival.at,
        )
        held = hall.attendance[key] = ledger.attendance[key] = row
        act = events.ATTENDANCE_RECORDED
    elif rises(held.standing, worth, is_decided=held.decided_at is not None):
        # All of the better evidence; of what was there before only the first arrival stays.
        held.standing, held.evidence = worth, decision.evidence
        held.bridge_point_id, held.step = ticket.bridge_point_id, ticket.step
        held.device_id, held.late_seconds = arrival.phone_id, late
        if key not in ledger.attendance:
            ledger.raised.append(held)
        act = events.ATTENDANCE_RAISED
    else:
        own = held.device_id == arrival.phone_id
        by_client = Evidence.CLIENT in {decision.evidence, held.evidence}
        if not own and not by_client:
            act = events.SECOND_DEVICE
            ledger.happenings.append(
                Happening(phone, act, held.id, arrival.at, ticket.session_id, detail)
            )
        return Outcome(held.id, worth, late, counted=False, stays=held, own=own)
    ledger.happenings.append(Happening(phone, act, held.id, arrival.at, ticket.session_id, detail))
    return Outcome(held.id, worth, late, counted=True)


@cache
def _detail(evidence: Evidence, standing: Standing) -> dict[str, str]:
    # One object for all alike, which the driver therefore writes once.
    return {"evidence": evidence.value, "standing": standing.value}


def keep_name(
    hall: Hall,
    ticketed: Ticketed,
    typed: NamedPerson,
    decision: Decision,
    outcome: Outcome,
    ledger: Ledger,
) -> None:
    """Keep what was typed for the secretary, with our guess, which nobody else is told."""
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
            "evidence": decision.evidence,
            "suggested_member_id": decision.member.member_id if decision.member else None,
            "attendance_id": outcome.attendance_id,
            "arrived_at": arrival.at,
        }
    )
    hall.count_name(ticketed, decision.evidence)
    phone, detail = arrival.actor, {"evidence": decision.evidence.value}
    ledger.happenings.append(
        Happening(phone, events.NAME_TYPED, name_id, arrival.at, ticket.session_id, detail)
    )


def bind(hall: Hall, ticketed: Ticketed, decision: Decision, ledger: Ledger) -> None:
    """Bind a phone to the member who was proved on it, provisionally."""
    arrival, member = ticketed.arrival, decision.member
    if member is None:
        return
    hall.bind(arrival.phone_id, member, at=arrival.at)
    ledger.bindings.append(
        Binding(arrival.phone_id, member.member_id, arrival.at, BindingOrigin.LAST4)
    )
    phone = arrival.actor
    session_id = ticketed.ticket.session_id
    ledger.happenings.append(
        Happening(phone, events.PHONE_BOUND, member.member_id, arrival.at, session_id)
    )


def count_wrong_last4(hall: Hall, ticketed: Ticketed, ledger: Ledger) -> None:
    """Count wrong digits of a card against the point, and against whom they were tried on."""
    at_point, of_members = hall.last4_keys(ticketed.ticket, hall.candidates(ticketed))
    for key in (at_point, *of_members):
        hall.wrong_last4[key] = hall.wrong_last4.get(key, 0) + 1
        ledger.wrong_last4.append((key, ticketed.arrival.at))
