"""How a unit's members took part in a session, in figures that always agree (pure).

Sources: domain.md, section 4; protocol, "Evidence → standing".
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from uuid import UUID

from api.attendance.rules import (
    CAME,
    STANDING,
    Sighting,
    Span,
    Written,
    needs_countersign,
    presence,
)
from api.words import Evidence, Presence, Standing

Voided = Mapping[UUID | None, frozenset[UUID]]
"""The windows that nobody missed: they do not count, or still go on, by the point where."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a member in a session, and the unit and point where he counts.

    `is_expected` tells whether he is one of B: to be convened to this very class. `number` is his
    row in the unit's list, null where he has none yet. `is_reduced`: one of B of reduced duty.
    """

    member_id: UUID
    unit_id: UUID
    point_id: UUID | None
    is_expected: bool
    sightings: frozenset[Sighting] = frozenset()
    written: Written | None = None
    number: int | None = None
    is_reduced: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """How a member took part; `serves` where he is on duty in some session of the conference."""

    facts: Facts
    presence: Presence
    serves: bool = False

    @property
    def is_on_duty(self) -> bool:
        """Tell whether he counts as on duty in his class, first and once, as in its report."""
        return self.serves and self.facts.is_expected

    @property
    def is_there(self) -> bool:
        """Tell whether he was there, however long, and whatever class he is of."""
        return self.presence in CAME


@dataclass(frozen=True, slots=True)
class ByHand:
    """How many were ticked or confirmed by persons, and how many of them nobody countersigned."""

    manual: int = 0
    not_countersigned: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Where a unit stands in a session, or several: B is present, pending, absent or unknown.

    Those from elsewhere are of another class, or not to be convened at all: they stand beside B.
    """

    convened: int = 0
    full: int = 0
    late: int = 0
    left_early: int = 0
    on_duty: int = 0
    pending: int = 0
    excused: int = 0
    unexcused: int = 0
    unknown: int = 0
    from_elsewhere: int = 0
    pending_from_elsewhere: int = 0
    manual: int = 0
    not_countersigned: int = 0
    typed_names: int = 0
    is_countersign_needed: bool = False

    @property
    def present(self) -> int:
        """Those of B who were there, however long, and those on duty."""
        return self.full + self.late + self.left_early + self.on_duty

    @property
    def there(self) -> int:
        """Everybody who was there to attend."""
        return self.present - self.on_duty + self.from_elsewhere

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return self != Figures()

    def __add__(self, other: "Figures") -> "Figures":
        """Take two units together; each is countersigned or not by itself."""
        return Figures(
            **{
                each.name: getattr(self, each.name) + getattr(other, each.name)
                for each in fields(self)
                if each.type is not bool
            },
            is_countersign_needed=self.is_countersign_needed or other.is_countersign_needed,
        )


def judging(spans: Sequence[Span], voided: Voided) -> Callable[[Facts], Part]:
    """Make what tells how members took part in a session; most of them did so alike."""
    known: dict[object, Presence] = {}

    def judge(each: Facts) -> Part:
        beside = voided.get(each.point_id, frozenset())
        key = (each.sightings, each.written, beside, each.is_reduced)
        if key not in known:
            known[key] = presence(
                spans, each.sightings, each.written, voided=beside, is_reduced=each.is_reduced
            )
        return Part(each, known[key])

    return judge


def parts(members: Iterable[Facts], spans: Sequence[Span], voided: Voided) -> list[Part]:
    """Tell how each of some members took part."""
    return list(map(judging(spans, voided), members))


def figures(
    members: Iterable[Part], by_hand: Mapping[UUID, ByHand], typed_names: Mapping[UUID, int]
) -> dict[UUID, Figures]:
    """Work out the figures of each unit of which there is anything to say."""
    counts: dict[UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for each in members:
        column = each.presence.value
        if not each.facts.is_expected:
            column = {Presence.PENDING: "pending_from_elsewhere"}.get(each.presence, "")
            column = "from_elsewhere" if each.is_there else column
        elif each.is_on_duty:
            column = "on_duty"
        if column:
            counts[each.facts.unit_id][column] += 1
        if each.facts.is_expected:
            counts[each.facts.unit_id]["convened"] += 1
    found = {}
    for unit_id in {*counts, *by_hand, *typed_names}:
        count, hand = counts[unit_id], by_hand.get(unit_id, ByHand())
        found[unit_id] = Figures(
            **count,
            manual=hand.manual,
            not_countersigned=hand.not_countersigned,
            typed_names=typed_names.get(unit_id, 0),
            is_countersign_needed=hand.not_countersigned > 0
            and needs_countersign(manual=hand.manual, summoned=count["convened"]),
        )
    return {unit_id: each for unit_id, each in found.items() if each}


def best_evidence(recorded: Iterable[tuple[Standing, Evidence]]) -> Evidence | None:
    """Choose the strongest evidence of somebody's windows; what was rejected is none."""
    strength = {evidence: place for place, evidence in enumerate(Evidence)}
    held = [
        (standing is not Standing.PRESENT, strength[evidence], evidence)
        for standing, evidence in recorded
        if standing is not Standing.REJECTED
    ]
    return min(held)[2] if held else None


def contradicts(
    standing: Standing, evidence: Evidence, *, is_absent: bool, came_after: bool
) -> bool:
    """Tell whether a record speaks against what a person said of the member.

    Against an absence every check-in that nobody rejected does; against a rejection one that came
    after it, and what proves presence by itself.
    """
    if standing is Standing.REJECTED:
        return came_after or STANDING[evidence] is Standing.PRESENT
    return is_absent
