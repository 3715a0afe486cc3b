"""How often something is tried again, and what becomes of it: pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from api.words import DeliveryChannel, DeliveryState

MOST_ATTEMPTS: Final = 12
"""Spread over about two days by the pauses between them."""
LEASE: Final = timedelta(minutes=5)
"""How long a process has what it took in hand; each courier gives up well before."""
FIRST_PAUSE: Final = timedelta(seconds=30)
LONGEST_PAUSE: Final = timedelta(hours=6)


class Outcome(StrEnum):
    """What came of handing a delivery over."""

    ACCEPTED = "accepted"
    """The other side has it."""
    REFUSED = "refused"
    """It does not take it, and will not."""
    FAILED = "failed"
    """It has nothing of it; later it may."""
    UNKNOWN = "unknown"
    """Nobody can tell whether it has it."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What a delivery is from now on, and when it is looked at again."""

    state: DeliveryState
    next_at: datetime


def pause(attempts: int, *, chance: float) -> timedelta:
    """Tell how long to wait after so many attempts: 30 s doubled each time, six hours at most.

    `chance` (0 ≤ chance < 1) takes up to a quarter off, so that not all come back at one moment.
    """
    full = min(FIRST_PAUSE * (1 << min(attempts - 1, 16)), LONGEST_PAUSE)
    return full * (1 - chance / 4)


def fate(
    outcome: Outcome,
    channel: DeliveryChannel,
    *,
    attempts: int,
    at: datetime,
    chance: float,
    asked_pause: timedelta | None = None,
) -> Fate:
    """Decide what becomes of a delivery after its attempt number `attempts`.

    A receiver of messages knows one that it had before by its id, so an unknown end is only a
    failure there; a mail would be in the box twice. Whoever asks to be left alone for longer is, up
    to the longest pause.
    """
    if outcome is Outcome.ACCEPTED:
        return Fate(DeliveryState.SENT, at)
    if outcome is Outcome.UNKNOWN and channel is DeliveryChannel.MAIL:
        return Fate(DeliveryState.UNCERTAIN, at)
    if outcome is Outcome.REFUSED or attempts >= MOST_ATTEMPTS:
        return Fate(DeliveryState.DEAD, at)
    asked = min(asked_pause or timedelta(0), LONGEST_PAUSE)
    return Fate(DeliveryState.WAITING, at + max(pause(attempts, chance=chance), asked))


def may_replay(state: DeliveryState, channel: DeliveryChannel) -> bool:
    """Tell whether a person may send a delivery again.

    A mail that was sent stays the only one; a message has its id, by which a program knows it.
    """
    again = {DeliveryState.DEAD, DeliveryState.UNCERTAIN}
    if channel is DeliveryChannel.WEBHOOK:
        again.add(DeliveryState.SENT)
    return state in again
