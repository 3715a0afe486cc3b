"""Judging one arrival by what the hall knows: from the wire and the rows to the pure rules."""

from api.access.faults import TOO_MANY_ATTEMPTS
from api.checkin.arrivals import Hall, Ticketed
from api.checkin.faults import PHONE_UNKNOWN
from api.checkin.rules import (
    ASK_THE_SECRETARY_SECONDS,
    TYPED_NAMES_PER_PHONE,
    TYPED_NAMES_PER_POINT,
    Binding,
    ByName,
    ByPhone,
    Decision,
    Refused,
    Scene,
    decide,
)
from api.checkin.schemas import WhoByName, WhoByPhone
from api.codes.faults import CODE_STALE, SESSION_LOCKED, SESSION_NOT_OPEN
from api.codes.rules import age_seconds, start_of
from api.kit.errors import Problem
from api.sessions.rules import state_at
from api.words import Evidence, SessionState


def judge(hall: Hall, ticketed: Ticketed) -> Decision | Problem:
    """Decide whom an arrival is for and what it is worth, or why it is refused."""
    decided = _decide(hall, ticketed)
    if isinstance(decided, Decision) and kept_name(ticketed, decided):
        return _too_many_names(hall, ticketed) or decided
    return decided


def kept_name(ticketed: Ticketed, decision: Decision) -> WhoByName | None:
    """Give what was typed, where it is to be kept for the secretary."""
    who = ticketed.arrival.who
    if isinstance(who, WhoByName) and decision.evidence is Evidence.CLAIMED:
        return who
    return None


def _decide(hall: Hall, ticketed: Ticketed) -> Decision | Problem:
    arrival, ticket = ticketed.arrival, ticketed.ticket
    session = hall.sessions.get(ticket.session_id)
    if session is None or ticket.window_id not in hall.windows:
        return Problem(SESSION_NOT_OPEN)
    if state_at(session.state, session.locks_at, arrival.at) is SessionState.LOCKED:
        return Problem(SESSION_LOCKED)
    if hall.is_rehearsal(ticket) and session.state is not SessionState.REHEARSING:
        # Whoever named himself too late for the rehearsal shall not believe to be recorded.
        return Problem(CODE_STALE, stale_seconds=age_seconds(ticket.step, arrival.at))
    candidates = hall.candidates(ticketed)
    if isinstance(arrival.who, WhoByPhone) and not candidates:
        return Problem(PHONE_UNKNOWN)
    device = hall.devices.get(arrival.phone_id)
    binding = None
    if device is not None:
        binding = Binding(
            member=hall.members[device.member_id],
            confirmed=device.confirmed_at is not None,
            before_step=device.bound_at <= start_of(ticket.step),
        )
    point = hall.points[ticket.bridge_point_id]
    scene = Scene(
        late=ticket.late or arrival.at >= ticket.expires_at,
        typed_code=ticket.typed,
        binding=binding,
        hub_host_id=point.hub_host_id,
        last4_counts=hall.last4_counts(ticket, candidates),
    )
    who: ByPhone | ByName
    if isinstance(arrival.who, WhoByPhone):
        who = ByPhone(arrival.who.last4)
    else:
        who = ByName(candidates, arrival.who.last4, frozenset(hall.have_phone))
    decided = decide(who, scene)
    if decided is Refused.PHONE_UNKNOWN:
        return Problem(PHONE_UNKNOWN)
    if decided is Refused.CODE_STALE:
        return Problem(CODE_STALE, stale_seconds=age_seconds(ticket.step, arrival.at))
    return decided


def _too_many_names(hall: Hall, ticketed: Ticketed) -> Problem | None:
    session_id = ticketed.ticket.session_id
    by_phone = hall.names_by_phone.get((session_id, ticketed.arrival.phone_id), 0)
    by_point = hall.names_by_point.get((session_id, ticketed.ticket.bridge_point_id), 0)
    # Who gave his last 4 digits, and they no longer prove anything here, is claimed, never refused.
    ignored = ticketed.arrival.who.last4 is not None and not hall.last4_counts(
        ticketed.ticket, hall.candidates(ticketed)
    )
    if by_phone < TYPED_NAMES_PER_PHONE and (ignored or by_point < TYPED_NAMES_PER_POINT):
        return None
    return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=ASK_THE_SECRETARY_SECONDS)
