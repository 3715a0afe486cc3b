"""Which session comes next for those who missed theirs, and what they are told (pure).

Nothing here changes who is allocated where, nor a figure of the day (domain.md, section 4).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from api.notices.rules import when
from api.words import Form, Presence, SessionState

MISSED: Final = frozenset({Presence.EXCUSED, Presence.UNEXCUSED, Presence.UNKNOWN})
"""Who was not there; one who waits for the secretary's decision may have been."""

OVER: Final = frozenset({SessionState.CLOSED, SessionState.LOCKED, SessionState.CANCELLED})
"""The states after which a session can have been missed; nobody is sent to one of them."""

_READINESS: Final = (
    SessionState.PLANNED,
    SessionState.REHEARSING,
    SessionState.OPEN,
    SessionState.POSTPONED,
)
_NEVER: Final = datetime.max.replace(tzinfo=UTC)

Place = tuple[UUID, UUID | None]
"""A session and a point of it; a member of another form has no point there."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A session that somebody can still go to."""

    session_id: UUID
    form: Form
    ordinal: int
    state: SessionState
    starts_at: datetime | None


def choices(sessions: Iterable[Choice], form: Form) -> list[Choice]:
    """Put the sessions that are not over in the order in which they are proposed.

    Those of the same form alone where there is any, else the others. One that already runs comes
    after one that is still to begin, and one that has no time after those that have.
    """
    open_ones = [each for each in sessions if each.state not in OVER]
    alike = [each for each in open_ones if each.form is form]
    return sorted(
        alike or open_ones,
        key=lambda each: (
            _READINESS.index(each.state),
            each.starts_at or _NEVER,
            each.form,
            each.ordinal,
        ),
    )


def spread(
    absent: Sequence[tuple[UUID, UUID | None]],
    sessions: Sequence[UUID],
    load: Mapping[Place, int],
    capacity: Mapping[Place, int],
) -> dict[UUID, UUID]:
    """Give each of some members the next session with a seat at his point, in their order.

    Given are members with their points. Where a point's capacity is not known there is a seat;
    where no session has one left, the least crowded takes him all the same.
    """
    taken = dict(load)
    found = {}
    for member_id, point_id in absent:
        places = [(session_id, point_id) for session_id in sessions]
        # The first with a seat, else the one that is least beyond its capacity.
        place = min(
            places,
            key=lambda each: (
                max(0, taken.get(each, 0) + 1 - capacity[each]) if each in capacity else 0
            ),
        )
        taken[place] = taken.get(place, 0) + 1
        found[member_id] = place[0]
    return found


@dataclass(frozen=True, slots=True)
class Party:
    """How many of one unit are to make up for their session, and in which hall."""

    unit_name: str
    members: int
    hall: str | None


def text(
    *,
    conference: str,
    title: str,
    starts_at: datetime | None,
    date_hint: str | None,
    meet_url: str | None,
    parties: Sequence[Party],
) -> str:
    """Write what to tell the units of one session; it names no member.

    So it may be pasted into a group: who is meant each secretary tells by himself.
    """
    told = when(starts_at) if starts_at is not None else date_hint or "sẽ báo sau"
    total = sum(each.members for each in parties)
    lines = [
        f"HỌC BÙ – {conference}",
        f"Mời {total} đồng chí chưa dự lớp của mình đến dự: {title}.",
        f"Thời gian: {told}.",
        *([f"Đường dẫn: {meet_url}"] if meet_url is not None else []),
        "Các chi bộ có đồng chí cần dự:",
        *(f"- {each.unit_name}: {each.members} đồng chí{_at(each.hall)}" for each in parties),
        "Bí thư báo đến từng đồng chí theo danh sách trên phần mềm.",
    ]
    return "\n".join(lines)


def _at(hall: str | None) -> str:
    return f", tại {hall}" if hall is not None else ""
