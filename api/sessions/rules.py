"""How a session moves, when it locks, and which doors it gets (pure)."""

from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import count, islice
from typing import Final

from api.words import SessionState

LOCK_AFTER: Final = timedelta(hours=24)
"""How long after closing what was scanned in time may arrive (protocol, "Without network")."""

MOVES: Final[dict[tuple[SessionState, str], SessionState]] = {
    (SessionState.PLANNED, "open"): SessionState.OPEN,
    (SessionState.OPEN, "close"): SessionState.CLOSED,
}
"""Every move of a session that a person makes; what is not here is refused."""


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
