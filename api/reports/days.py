"""How a member stands in a conference: one word out of all that is known of him (pure).

Sources: domain.md, sections 3 and 4.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from api.attendance.rules import CAME
from api.reports.rules import PRESENT, Day, Person
from api.reports.standing import Standing
from api.words import AbsenceReason, Evidence, MakeUpKind, Presence, SessionState

SAME_SITTING: Final = timedelta(hours=1)
"""Classes that open so close together are one sitting by two ways, and none is the later one."""

_HELD: Final = frozenset({SessionState.OPEN, SessionState.CLOSED, SessionState.LOCKED})


@dataclass(frozen=True, slots=True)
class Sitting:
    """A class as far as days go; what it ended by is its first closing, taken back or not."""

    id: UUID
    state: SessionState
    opened_at: datetime | None
    first_closed_at: datetime | None

    @property
    def is_held(self) -> bool:
        """Tell whether it is being held or was."""
        return self.state in _HELD and self.opened_at is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a member in one class."""

    unit_id: UUID
    point_id: UUID | None
    is_expected: bool
    presence: Presence
    reason: AbsenceReason | None = None
    evidence: Evidence | None = None
    is_by_hand: bool = False
    is_countersigned: bool = False


def is_later(one: Sitting, own: Sitting) -> bool:
    """Tell whether a class came after another, so that who missed that one makes it up here.

    One that opened within an hour of it while it was going on is the same sitting by another way:
    a member of a Meet class who sits in the commune's hall did not miss his own.
    """
    if not own.is_held or one.opened_at is None or own.opened_at is None:
        return False
    if one.opened_at < own.opened_at:
        return False
    has_ended = own.first_closed_at is not None and one.opened_at >= own.first_closed_at
    return has_ended or one.opened_at >= own.opened_at + SAME_SITTING


def person(
    member: Standing,
    entries: Mapping[UUID, Entry],
    sittings: Sequence[Sitting],
    *,
    is_on_duty: bool,
    is_retold: bool,
) -> Person:
    """Tell how a member stands, from what is known of him in each class of a conference.

    `sittings` stand in the order in which they were opened, those never opened last.
    """
    own_id = member.session_id
    own = next((each for each in sittings if each.id == own_id), None)
    came_in = {session_id for session_id, each in entries.items() if each.presence in CAME}
    came = [each for each in sittings if each.id in came_in] if came_in else []
    visits = tuple(each.id for each in came if each.id != own_id)
    if not member.in_b:
        # No class is the own one of who is not convened: wherever he came he is a visitor.
        seen = tuple(each.id for each in came)
        return _person(member, own_id, entries, visits=seen, of=seen[0] if seen else None)
    others = [each for each in came if each.id != own_id]
    earlier = [each for each in others if own is None or not is_later(each, own)]
    day, of = _day(member, own, entries, earlier, sittings, is_on_duty=is_on_duty)
    made_up, made_up_in = None, None
    if day is Day.ON_DUTY:
        # Whoever serves is in the hall beside those who attend, in his own class too.
        visits = tuple(each.id for each in came)
    if day not in PRESENT:
        later = next((each.id for each in others if own and is_later(each, own)), None)
        made_up_in = later
        if later is not None:
            made_up = MakeUpKind.SESSION
        elif is_retold:
            made_up = MakeUpKind.RETOLD
    return _person(
        member, own_id, entries, visits=visits, of=of, day=day, made_up=made_up, in_=made_up_in
    )


def own_of(entries: Mapping[UUID, Entry], sittings: Sequence[Sitting]) -> UUID | None:
    """Choose the class of one who is expected in several: where no conference has an allocation.

    The first in which he came, else in which he waits, else the last in which somebody wrote of
    him, else the last that is held, else the first that was not cancelled, else the first.
    """
    expected = [each for each in sittings if each.id in entries and entries[each.id].is_expected]
    if not expected:
        return None

    def told(*presences: Presence) -> list[Sitting]:
        return [each for each in expected if entries[each.id].presence in presences]

    chosen = (
        told(*CAME)[:1]
        or told(Presence.PENDING)[:1]
        or [each for each in expected if entries[each.id].reason is not None][-1:]
        or [each for each in expected if each.is_held][-1:]
        or [each for each in expected if each.state is not SessionState.CANCELLED][:1]
        or expected[:1]
    )
    return chosen[0].id


def _day(
    member: Standing,
    own: Sitting | None,
    entries: Mapping[UUID, Entry],
    earlier: Sequence[Sitting],
    sittings: Sequence[Sitting],
    *,
    is_on_duty: bool,
) -> tuple[Day, UUID | None]:
    """Tell the day, and the class that it speaks of."""
    entry = entries.get(own.id) if own is not None else None
    of_own = entry.presence if entry is not None else Presence.UNKNOWN
    own_id = own.id if own is not None else None
    if is_on_duty:
        return Day.ON_DUTY, None
    if of_own in CAME:
        return Day(of_own.value), own_id
    if earlier:
        return Day.OTHER_SESSION, earlier[0].id
    is_silent = entry is None or (entry.reason is None and of_own is not Presence.PENDING)
    if is_silent:
        waits = next(
            (
                each.id
                for each in sittings
                if each.id in entries
                and entries[each.id].presence is Presence.PENDING
                and (own is None or not is_later(each, own))
            ),
            None,
        )
        if waits is not None:
            return Day.PENDING, waits
        wrote = _written_beside(own, entries, sittings)
        if wrote is not None:
            return Day(entries[wrote].presence.value), wrote
        is_off = own is not None and own.state is SessionState.CANCELLED
        return (Day.EXCUSED if member.is_reduced or is_off else Day.UNKNOWN), None
    return Day(of_own.value), own_id


def _written_beside(
    own: Sitting | None, entries: Mapping[UUID, Entry], sittings: Sequence[Sitting]
) -> UUID | None:
    """Find the last class in which somebody wrote why one is absent who has no class to miss.

    His own was cancelled, or nobody gave him any: what was written of him elsewhere is all there
    is. Who has a class that is or will be held answers for that one alone.
    """
    if own is not None and own.state is not SessionState.CANCELLED:
        return None
    wrote = [
        each.id for each in sittings if each.id in entries and entries[each.id].reason is not None
    ]
    return wrote[-1] if wrote else None


def _person(
    member: Standing,
    own_id: UUID | None,
    entries: Mapping[UUID, Entry],
    *,
    visits: tuple[UUID, ...],
    of: UUID | None,
    day: Day | None = None,
    made_up: MakeUpKind | None = None,
    in_: UUID | None = None,
) -> Person:
    told = entries.get(of) if of is not None else None
    own = entries.get(own_id) if own_id is not None else None
    is_absent = day in {Day.EXCUSED, Day.UNEXCUSED}
    came = told is not None and told.presence in CAME
    return Person(
        member_id=member.member_id,
        home_unit_id=member.home_unit_id,
        unit_id=member.unit_id,
        status=member.status,
        in_a=member.in_a,
        in_b=member.in_b,
        beside=member.beside,
        is_reduced=member.is_reduced,
        session_id=own_id,
        point_id=own.point_id if own is not None else member.point_id,
        day=day,
        reason=told.reason if told is not None and is_absent else None,
        came_session_id=of if came else None,
        evidence=told.evidence if told is not None and not is_absent else None,
        is_by_hand=came and told is not None and told.is_by_hand,
        is_countersigned=came and told is not None and told.is_countersigned,
        made_up=made_up,
        made_up_session_id=in_,
        visits=visits,
    )
