"""Allocation of a district and of a province: proposed anew, and again after a few changes."""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from api.allocation.places import Convened, Group, Held, Option, Place
from api.allocation.rules import propose
from bench import report

ROUNDS = 5
SIZES = (3_500, 150_000)
_POINT = 400
"""Members at one point; a point is a place of its own."""


@dataclass(frozen=True, slots=True)
class Divided:
    """Medians of one size, in seconds, and the share of members moved by the second proposal."""

    members: int
    points: int
    first: float
    again: float
    moved: int


def section() -> str:
    """Measure, and write the section."""
    lines = [
        f"| {each.members:,} | {each.points} | {each.first * 1000:,.0f} "
        f"| {each.again * 1000:,.0f} | {each.moved:,} |"
        for each in measure()
    ]
    about = (
        "The pure rule (`api/allocation`): three sessions of equal share, points of "
        f"{_POINT} members, every other one with a capacity, two of three keeping their units "
        f'together. "Again" is after every unit has lost a member. Medians of {ROUNDS}.'
    )
    head = "| members | points | first, ms | again, ms | moved |"
    return f"{about}\n\n{report.table(head, lines)}"


def measure() -> Iterator[Divided]:
    """Divide members over three sessions of equal share, every other point with a capacity."""
    for members in SIZES:
        places = [_place(number, members) for number in range(-(-members // _POINT))]
        times: list[tuple[float, float]] = []
        moved = 0
        for _ in range(ROUNDS):
            began = time.perf_counter()
            first = [propose(place, {}) for place in places]
            then = time.perf_counter()
            held = [{each: Held(session) for each, session in seats.items()} for seats in first]
            later = [_one_fewer(place) for place in places]
            ready = time.perf_counter()
            again = [propose(place, was) for place, was in zip(later, held, strict=True)]
            times.append((then - began, time.perf_counter() - ready))
            moved = sum(
                before[member] != session
                for before, after in zip(first, again, strict=True)
                for member, session in after.items()
            )
        first_times, again_times = zip(*times, strict=True)
        yield Divided(
            members,
            len(places),
            statistics.median(first_times),
            statistics.median(again_times),
            moved,
        )


def _place(number: int, members: int) -> Place:
    here = min(_POINT, members - number * _POINT)
    capacity = here // 3 + 5 if number % 2 else None
    options = tuple(Option(UUID(int=1 + session), 1, capacity) for session in range(3))
    groups: list[Group] = []
    left = here
    while left:
        size = min(left, 8 + (number * 7 + len(groups) * 13) % 40)
        first = number * _POINT + here - left
        groups.append(
            Group(
                UUID(int=10_000 + first),
                f"{first:07d}",
                tuple(
                    Convened(UUID(int=1_000_000 + first + each), f"{each:04d}")
                    for each in range(size)
                ),
            )
        )
        left -= size
    return Place(bool(number % 3), options, tuple(groups))


def _one_fewer(place: Place) -> Place:
    """Let the first member of each unit have gone since."""
    groups = tuple(replace(group, members=group.members[1:]) for group in place.groups)
    return replace(place, groups=groups)
