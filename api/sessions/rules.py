"""How a session moves, what of it may change, when it locks, and which doors it gets (pure)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count, islice
from typing import Final

from api.kit.dates import day_of
from api.words import SessionState

LOCK_AFTER: Final = timedelta(hours=24)
"""How long after closing what was scanned in time may arrive (protocol, "Without network")."""

MOST_AHEAD: Final = timedelta(hours=12)
"""A session opens by itself at most so long before its time."""

DUE_FOR: Final = timedelta(hours=2)
"""So long after its time a session still opens by itself, as when the server was down."""

POINT_OPENS_AHEAD: Final = timedelta(hours=2)
"""So long before its time those who run a point may open a session."""

_PLANNED, _POSTPONED = SessionState.PLANNED, SessionState.POSTPONED
_REHEARSING, _OPEN, _CLOSED = SessionState.REHEARSING, SessionState.OPEN, SessionState.CLOSED
_LOCKED, _CANCELLED = SessionState.LOCKED, SessionState.CANCELLED

MOVES: Final[dict[tuple[SessionState, str], SessionState]] = {
    (_PLANNED, "open"): _OPEN,
    (_PLANNED, "rehearse"): _REHEARSING,
    (_PLANNED, "postpone"): _POSTPONED,
    (_PLANNED, "cancel"): _CANCELLED,
    (_POSTPONED, "plan"): _PLANNED,
    (_POSTPONED, "reopen"): _PLANNED,
    (_POSTPONED, "rehearse"): _REHEARSING,
    (_POSTPONED, "cancel"): _CANCELLED,
    (_CANCELLED, "reopen"): _PLANNED,
    (_REHEARSING, "end_rehearsal"): _PLANNED,
    (_OPEN, "close"): _CLOSED,
    (_CLOSED, "reopen"): _OPEN,
    (_CLOSED, "lock"): _LOCKED,
}
"""Every move of a session that a person makes; what is not here is refused.

A postponed session is planned again as soon as it is given a time ("plan")."""

RUNNING: Final = frozenset({_REHEARSING, _OPEN})
"""The states in which points show codes."""

_NAMES: Final = frozenset({"title", "presenters"})
_LINK: Final = frozenset({"meet_url"})
_PLAN: Final = frozenset({"date_hint", "starts_at", "opens_ahead_minutes", "share"})

CHANGEABLE: Final[dict[SessionState, frozenset[str]]] = {
    _PLANNED: _NAMES | _LINK | _PLAN | {"confidential"},
    _POSTPONED: _NAMES | _LINK | _PLAN | {"confidential"},
    _REHEARSING: _NAMES | _LINK | _PLAN,
    _OPEN: _NAMES | _LINK,
    _CLOSED: _NAMES,
    _LOCKED: frozenset(),
    _CANCELLED: frozenset(),
}
"""What of a session may be changed in each state; a Meet link may break on the morning itself."""


@dataclass(frozen=True, slots=True)
class Told:
    """What of a session its units must be told; where it changes, they are told anew."""

    title: str
    starts_at: datetime | None
    date_hint: str | None
    meet_url: str | None
    confidential: bool
    outcome: SessionState | None


def told(
    *,
    title: str,
    starts_at: datetime | None,
    date_hint: str | None,
    meet_url: str | None,
    confidential: bool,
    state: SessionState,
) -> Told:
    """Gather what units must be told; the hint is only spoken of while there is no time.

    That a session opens, closes or is rehearsed is no news to send; that it is postponed or
    cancelled is.
    """
    hint = date_hint if starts_at is None else None
    outcome = state if state in {_POSTPONED, _CANCELLED} else None
    return Told(title, starts_at, hint, meet_url, confidential, outcome)


def other_date(starts_at: datetime | None, at: datetime) -> tuple[date, date] | None:
    """Tell the planned day and today, where they differ in Vietnam; None where nothing is amiss."""
    if starts_at is None or day_of(starts_at) == day_of(at):
        return None
    return day_of(starts_at), day_of(at)


def is_due(starts_at: datetime | None, opens_ahead_minutes: int | None, at: datetime) -> bool:
    """Tell whether a session is to open by itself at an instant.

    One that nobody opened until long after its beginning waits for a person.
    """
    if starts_at is None or opens_ahead_minutes is None:
        return False
    return starts_at - timedelta(minutes=opens_ahead_minutes) <= at <= starts_at + DUE_FOR


def may_point_open(starts_at: datetime | None, at: datetime) -> bool:
    """Tell whether those who run a point may open its session: on its day, and not too early."""
    if starts_at is None or other_date(starts_at, at) is not None:
        return False
    return at >= starts_at - POINT_OPENS_AHEAD


def state_at(state: SessionState, locks_at: datetime | None, at: datetime) -> SessionState:
    """Tell the state at an instant: a closed session locks by time, without anybody doing it."""
    if state is SessionState.CLOSED and locks_at is not None and at >= locks_at:
        return SessionState.LOCKED
    return state


def free_doors(taken: Collection[int], wanted: int) -> list[int]:
    """Choose the lowest door numbers not in use: the shorter, the faster they are typed."""
    return list(islice((door for door in count(1) if door not in taken), wanted))


def door_text(door: int) -> str:
    """Write a door as screens show it, two digits at least."""
    return f"{door:02d}"
