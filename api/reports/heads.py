"""Heads and guests of halls as the numbers of units, each head once (pure; domain.md, 3)."""

from collections import Counter
from collections.abc import Collection, Mapping
from uuid import UUID

from api.rolls.heads import Heads

Place = tuple[UUID, UUID | None]
"""A point, and the unit there that was counted or that a guest named; null for the whole hall."""


def persons_by_unit(latest: Collection[Heads], hosts: Mapping[UUID, UUID]) -> Counter[UUID]:
    """Share out the heads that were last counted: a unit's own, and the rest to the hall's host."""
    return _shared({(each.point_id, each.unit_id): each.persons for each in latest}, hosts)


def guests_by_unit(
    latest: Collection[Heads], typed: Mapping[Place, int], hosts: Mapping[UUID, UUID]
) -> Counter[UUID]:
    """Share out guests: those counted as heads, or those who typed their names at a point.

    A guest who typed a name is a head too, so of each point the larger number holds, and not both.
    What was counted of a unit, or typed for it, is that unit's; what is of no unit, or beyond its
    units' in the count of a whole hall, is the host's.
    """
    found: Counter[UUID] = Counter()
    for point_id in hosts:
        counted = _shared(
            {
                (each.point_id, each.unit_id): each.guests
                for each in latest
                if each.point_id == point_id
            },
            hosts,
        )
        by_name: Counter[UUID] = Counter()
        for (place_id, unit_id), number in typed.items():
            if place_id == point_id:
                by_name[unit_id or hosts[point_id]] += number
        found.update(max(counted, by_name, key=lambda each: sum(each.values())))
    return found


def _shared(counts: Mapping[Place, int], hosts: Mapping[UUID, UUID]) -> Counter[UUID]:
    found: Counter[UUID] = Counter()
    of_units: Counter[UUID] = Counter()
    for (point_id, unit_id), number in counts.items():
        if unit_id is not None:
            found[unit_id] += number
            of_units[point_id] += number
    for (point_id, unit_id), number in counts.items():
        if unit_id is None:
            found[hosts[point_id]] += max(0, number - of_units[point_id])
    return +found
