"""What each phone of the crowd does: most scan and tap, some send twice, some are refused first."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Mishap(StrEnum):
    """What a phone gets wrong before it does it right."""

    STALE_CODE = "digits two minutes old"
    WRONG_CODE = "digits that are nobody's"
    FORGED_TICKET = "a ticket with one letter changed"
    OTHERS_TICKET = "the ticket of another phone"


REFUSED_AS: Final = {
    Mishap.STALE_CODE: "code_stale",
    Mishap.WRONG_CODE: "code_unknown",
    Mishap.FORGED_TICKET: "ticket_invalid",
    Mishap.OTHERS_TICKET: "ticket_invalid",
}
"""The code by which each must be refused."""


class Again(StrEnum):
    """When a phone sends the same check-in again."""

    AT_ONCE = "before it was answered, on another connection"
    LATER = "some seconds after it was answered"


@dataclass(frozen=True, slots=True)
class Part:
    """The part of one phone."""

    mishap: Mishap | None
    again: Again | None


_MISHAPS: Final = tuple(Mishap)
_ONE_IN_FIFTY: Final = 50
_ONE_IN_TWENTY: Final = 20


def part_of(i: int) -> Part:
    """Tell what the i-th phone does: two in a hundred are refused first, five send twice."""
    mishap = again = None
    if i % _ONE_IN_FIFTY == 7:
        mishap = _MISHAPS[i // _ONE_IN_FIFTY % len(_MISHAPS)]
    if i % _ONE_IN_TWENTY == 3:
        again = Again.AT_ONCE if i // _ONE_IN_TWENTY % 2 else Again.LATER
    return Part(mishap, again)


def mishaps(members: int) -> Counter[Mishap]:
    """Count the mishaps of a crowd."""
    parts = (part_of(i).mishap for i in range(7, members, _ONE_IN_FIFTY))
    return Counter(each for each in parts if each is not None)


def repeats(members: int) -> int:
    """Count the check-ins of a crowd that are sent twice."""
    return len(range(3, members, _ONE_IN_TWENTY))
