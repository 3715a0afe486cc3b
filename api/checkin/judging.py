"""Judging one arrival by what the hall knows: from the wire and the rows to the pure rules."""

from api.access.faults import TOO_MANY_ATTEMPTS
from api.checkin.arrivals import Hall, Ticketed
from api.checkin.faults import PHONE_UNKNOWN
from api.checkin.rules import (
    ASK_THE_SECRETARY_SECONDS,
    Binding,
    ByClient,
    ByHelper,
    ByName,
    ByPhone,
    Decision,
    Refused,
    Scene,
    decide,
    has_room,
)
from api.checkin.schemas import NamedPerson, WhoSent
from api.codes.faults import CODE_STALE, SESSION_LOCKED, SESSION_NOT_OPEN
from api.codes.rules import age_seconds, start_of
from api.kit import errors
from api.kit.errors import Problem
from api.members.rules import Candidate
from api.sessions.rules import state_at
from api.words import Evidence, SessionState

_KEPT = frozenset({Evidence.CLAIMED, Evidence.ASSISTED, Evidence.CLIENT})


def kept_name(ticketed: Ticketed, decision: Decision) -> NamedPerson | None:
    """Give what was typed, where it is to be kept for the secretary."""
    who = ticketed.arrival.who
    if who.kind == "device" or decision.evidence not in _KEPT:
        return None
    if who.kind == "client" and who.member_id is not None:
        return None
    return who


def judge(hall: Hall, ticketed: Ticketed) -> Decision | Problem:
    """Decide whom an arrival is for and what it is worth, or why it is refused."""
    arrival, ticket = ticketed.arrival, ticketed.ticket
    sitting = hall.sittings.get(ticket.window_id)
    if sitting is None:
        return Problem(SESSION_NOT_OPEN)
    if state_at(sitting.state, sitting.locks_at, arrival.at) is SessionState.LOCKED:
        return Problem(SESSION_LOCKED)
    if hall.is_rehearsal(ticket) and sitting.state is not SessionState.REHEARSING:
        # Whoever named himself too late for the rehearsal shall not believe to be recorded.
        return Problem(CODE_STALE, stale_seconds=age_seconds(ticket.step, arrival.at))
    candidates = hall.candidates(ticketed)
    if not candidates and (nobody := _nobody(arrival.who)):
        return nobody
    holder = hall.holders.get(arrival.phone_id)
    binding = None
    if holder is not None:
        binding = Binding(
            member=holder.member,
            confirmed=holder.is_confirmed,
            before_step=holder.bound_at <= start_of(ticket.step),
        )
    scene = Scene(
        late=ticketed.is_late,
        typed_code=ticket.typed,
        binding=binding,
        hub_host_id=hall.venues[ticket.bridge_point_id].hub_host_id,
        last4_counts=arrival.who.last4 is not None and hall.last4_counts(ticket, candidates),
    )
    decided = decide(_said(hall, arrival.who, candidates), scene)
    if decided is Refused.PHONE_UNKNOWN:
        return Problem(PHONE_UNKNOWN)
    if decided is Refused.CODE_STALE:
        return Problem(CODE_STALE, stale_seconds=age_seconds(ticket.step, arrival.at))
    return decided


def _said(
    hall: Hall, who: WhoSent, candidates: tuple[Candidate, ...]
) -> ByPhone | ByName | ByHelper | ByClient:
    if who.kind == "device":
        return ByPhone(who.last4)
    if who.kind == "client":
        return ByClient(candidates, who.last4)
    if who.kind == "assisted":
        return ByHelper(candidates, who.last4)
    return ByName(candidates, who.last4, frozenset(hall.have_phone))


def _nobody(who: WhoSent) -> Problem | None:
    if who.kind == "device":
        return Problem(PHONE_UNKNOWN)
    if who.kind == "client" and who.member_id is not None:
        return Problem(errors.NOT_FOUND)  # he has left, or is of another organiser's units
    return None


def too_many_names(hall: Hall, ticketed: Ticketed, decision: Decision) -> Problem | None:
    """Refuse a name that would have to be kept where the phone or the point has no room for it."""
    if kept_name(ticketed, decision) is None:
        return None
    arrival, ticket, evidence = ticketed.arrival, ticketed.ticket, decision.evidence
    ignored = arrival.who.last4 is not None and not hall.last4_counts(
        ticket, hall.candidates(ticketed)
    )
    if has_room(
        evidence,
        by_phone=hall.names_by_phone.get((ticket.session_id, arrival.phone_id, evidence), 0),
        at_point=hall.names_by_point.get((ticket.session_id, ticket.bridge_point_id), 0),
        phone_is_bound=arrival.phone_id in hall.holders,
        last4_ignored=ignored,
    ):
        return None
    return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=ASK_THE_SECRETARY_SECONDS)
