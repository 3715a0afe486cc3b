"""Who is counted where, and how a member is recognised by what he types (pure).

The figures are those of domain.md, section 4; recognising is the protocol's "Who".
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from api.words import MemberStatus

CONVENED: Final = frozenset(
    {MemberStatus.OFFICIAL, MemberStatus.PROBATIONARY, MemberStatus.REDUCED}
)
"""Who is among those to be convened (B); the others are in the total alone (domain.md, section 4).

Those of reduced duty are convened, and excused when they do not come.
"""

COUNTED: Final = CONVENED | {MemberStatus.EXEMPT, MemberStatus.SUSPENDED}
"""Who is in a unit's total (A); who has left is not."""

_LAST4: Final = re.compile(r"[0-9]{4}", re.ASCII)


class Candidate(NamedTuple):
    """A member whose name and unit are those typed."""

    member_id: UUID
    unit_id: UUID
    full_name: str
    card_number: str | None
    unit_path: str
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """The unit that a member belongs to, and the one where he is for a time, perhaps until a day.

    Through `until`, that is: on that day he is still there.
    """

    home_id: UUID
    away_id: UUID | None
    until: date | None

    def away_on(self, day: date) -> UUID | None:
        """Tell where he is for a time on a day; None at home."""
        return self.away_id if self.until is None or self.until >= day else None

    def after_merger(self, gone_id: UUID, successor_id: UUID) -> "Placement":
        """Put the successor in place of a unit that is gone; whoever was away there is at home."""
        home = successor_id if self.home_id == gone_id else self.home_id
        away = successor_id if self.away_id == gone_id else self.away_id
        return Placement(home, None, None) if away == home else Placement(home, away, self.until)


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many members of one standing belong to one unit and are counted by one, perhaps it."""

    home_id: UUID
    counted_id: UUID
    status: MemberStatus
    is_excluded: bool
    number: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The members of a unit, or of several: A, and how it comes to B.

    A − away + here are those whom the unit counts; of them the exempt, the suspended and the
    excluded are not convened. Whoever is away is exempt or excluded where he is, so each person
    stands in one column of one unit.
    """

    total: int = 0
    exempt: int = 0
    suspended: int = 0
    excluded: int = 0
    away: int = 0
    here: int = 0

    @property
    def convened(self) -> int:
        """Those to be convened (B)."""
        counted = self.total - self.away + self.here
        return counted - self.exempt - self.suspended - self.excluded

    def __add__(self, other: "Figures") -> "Figures":
        """Take two units together, who are away at each other on both sides."""
        return Figures(
            total=self.total + other.total,
            exempt=self.exempt + other.exempt,
            suspended=self.suspended + other.suspended,
            excluded=self.excluded + other.excluded,
            away=self.away + other.away,
            here=self.here + other.here,
        )


def tally(headcounts: Iterable[Headcount], unit_ids: Collection[UUID]) -> dict[UUID, Figures]:
    """Work out the figures of each of some units; those of other units are left out."""
    figures = dict.fromkeys(unit_ids, Figures())
    for each in headcounts:
        if each.status not in COUNTED:
            continue
        is_here = each.counted_id != each.home_id
        if each.home_id in figures:
            away = each.number if is_here else 0
            figures[each.home_id] += Figures(total=each.number, away=away)
        if each.counted_id in figures:
            here = Figures(here=each.number if is_here else 0)
            figures[each.counted_id] += replace(here, **_not_convened(each))
    return figures


def _not_convened(each: Headcount) -> dict[str, int]:
    if each.status is MemberStatus.EXEMPT:
        return {"exempt": each.number}
    if each.status is MemberStatus.SUSPENDED:
        return {"suspended": each.number}
    return {"excluded": each.number} if each.is_excluded else {}


def last4(card_number: str | None) -> str | None:
    """Give the last four digits of a card number; None where it has no such ending."""
    ending = (card_number or "")[-4:]
    return ending if _LAST4.fullmatch(ending) else None


def proved_by(candidates: list[Candidate], typed_last4: str | None) -> Candidate | None:
    """Choose the one candidate whose card ends in what was typed; homonyms are told apart by it."""
    if typed_last4 is None:
        return None
    proved = [each for each in candidates if last4(each.card_number) == typed_last4]
    return proved[0] if len(proved) == 1 else None
