"""Heads that were counted, against who is recorded as there (pure)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from api.rolls.rules import Part


@dataclass(frozen=True, slots=True)
class Heads:
    """A head count of a hall, or of one unit there; `is_own` where the hall is the subtree's."""

    point_id: UUID
    unit_id: UUID | None
    persons: int
    guests: int
    at: datetime
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class HeadCount:
    """Heads that were counted, and how many more or fewer they are than those recorded there."""

    persons: int
    guests: int
    difference: int
    counted_at: datetime


def latest(heads: Iterable[Heads]) -> list[Heads]:
    """Keep the last count of each hall, and of each unit there."""
    kept: dict[tuple[UUID, UUID | None], Heads] = {}
    for each in sorted(heads, key=lambda each: each.at):
        kept[each.point_id, each.unit_id] = each
    return list(kept.values())


def heads_of_units(heads: Collection[Heads], members: Iterable[Part]) -> dict[UUID, HeadCount]:
    """Compare what was counted of each unit with who of it was there, at those very points."""
    there = _there(members)
    counted: dict[UUID, list[tuple[Heads, int]]] = defaultdict(list)
    for each in heads:
        if each.unit_id is not None:
            counted[each.unit_id].append((each, there[each.point_id, each.unit_id]))
    return {unit_id: _sum(listed) for unit_id, listed in counted.items()}


def heads_of_subtree(
    heads: Collection[Heads],
    unit_ids: Collection[UUID],
    members: Iterable[Part],
    there: Mapping[UUID, int],
) -> HeadCount | None:
    """Take the counts of a subtree together: a hall of its own as a whole, else its units there.

    `there` tells how many persons of any unit were at each point.
    """
    own = {each.point_id for each in heads if each.unit_id is None and each.is_own}
    ours = _there(members)
    counted = []
    for each in heads:
        if each.unit_id is None and each.is_own:
            counted.append((each, there.get(each.point_id, 0)))
        elif each.unit_id in unit_ids and each.unit_id and each.point_id not in own:
            counted.append((each, ours[each.point_id, each.unit_id]))
    return _sum(counted) if counted else None


def _there(members: Iterable[Part]) -> Mapping[tuple[UUID | None, UUID], int]:
    found: dict[tuple[UUID | None, UUID], int] = defaultdict(int)
    for each in members:
        found[each.facts.point_id, each.facts.unit_id] += each.is_there
    return found


def _sum(counted: Sequence[tuple[Heads, int]]) -> HeadCount:
    persons = sum(each.persons for each, _ in counted)
    guests = sum(each.guests for each, _ in counted)
    return HeadCount(
        persons,
        guests,
        persons - guests - sum(there for _, there in counted),
        max(each.at for each, _ in counted),
    )
