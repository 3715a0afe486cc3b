"""Where a member stood on a list, and since when: pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Move:
    """A field that named a member's unit was changed; None where it named none."""

    at: datetime
    field: str
    before: UUID | None


@dataclass(frozen=True, slots=True)
class Stay:
    """A unit on whose lists a member stood from `since` on, and before `until`.

    Or under which a unit stood for that time.
    """

    unit_id: UUID
    since: datetime
    until: datetime | None


def stays(
    now: Iterable[tuple[str, UUID | None]], moves: Iterable[Move], *, joined: datetime
) -> Iterator[Stay]:
    """Tell where a member stood, field by field, from the day he was added.

    `now` holds each field that names a unit with the unit of today (home, temporary stay); `moves`
    come in any order.
    """
    in_order = sorted(moves, key=lambda move: move.at)
    for field, unit_id in now:
        since = joined
        for move in in_order:
            if move.field != field:
                continue
            if move.before is not None:
                yield Stay(move.before, since, move.at)
            since = move.at
        if unit_id is not None:
            yield Stay(unit_id, since, None)


def during(stay: Stay, other: Stay) -> Stay | None:
    """Narrow a stay to the time of another; None where they share no instant."""
    since = max(stay.since, other.since)
    until = min(
        (each.until for each in (stay, other) if each.until is not None),
        default=None,
    )
    return replace(stay, since=since, until=until) if until is None or since < until else None
