"""What strikes the eye about a session's attendance (pure; protocol, "Flags").

A flag is evidence for a person and refuses nothing. Each function looks for one kind of it; what is
common in an honest hall (a digit typed wrongly, one head counted too few) stays below its bound.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from api.attendance.rules import needs_countersign
from api.words import Evidence, FlagKind, Standing

WRONG_CODES: Final = 3
"""Whoever mistypes does so once or twice; from the third wrong code on it is remarkable."""
SPARE_HEADS: Final = 1
SPARE_HEADS_PERCENT: Final = 2
"""Counting heads errs by one, and in a large hall by one in fifty."""
NEW_PHONE_AGE: Final = timedelta(days=1)
FEWEST_NEW_PHONES: Final = 3
NEW_PHONES_PERCENT: Final = 10

_IDS: Final = UUID("6f1f3c9a-5d0e-5b7e-9d55-0b6c1b0f4a11")


@dataclass(frozen=True, slots=True)
class Entry:
    """A member in one window, as it is recorded."""

    attendance_id: UUID
    member_id: UUID
    unit_id: UUID
    point_id: UUID
    window_id: UUID
    standing: Standing
    evidence: Evidence
    late_seconds: int | None
    device_id: UUID


@dataclass(frozen=True, slots=True)
class Scan:
    """An accepted check-in that came for a recorded member."""

    attendance_id: UUID
    device_id: UUID
    evidence: Evidence
    arrived_at: datetime


@dataclass(frozen=True, slots=True)
class Typed:
    """A name that was typed on a phone and is not rejected; `attendance_id` where it fits one."""

    name_id: UUID
    device_id: UUID
    unit_id: UUID | None
    point_id: UUID
    attendance_id: UUID | None


@dataclass(frozen=True, slots=True)
class WrongCode:
    """A wrong typed code."""

    device_id: UUID
    point_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Assignment:
    """Where a member was to go: another session than this one, or a point of it."""

    session_id: UUID
    point_id: UUID


@dataclass(frozen=True, slots=True)
class Bound:
    """A phone, since when it is a member's, and which account's slip or confirmation bound it."""

    device_id: UUID
    member_id: UUID
    bound_at: datetime
    issuer_id: UUID | None


@dataclass(frozen=True, slots=True)
class ManualShare:
    """How much of a unit's attendance rests on a person's word."""

    unit_id: UUID
    manual: int
    summoned: int
    open: int


@dataclass(frozen=True, slots=True)
class Heads:
    """The last count of a hall: members (without guests), and how many are recorded there."""

    point_id: UUID
    members: int
    recorded: int


@dataclass(frozen=True, slots=True)
class Change:
    """A mark or decision that was made at an instant."""

    unit_id: UUID
    member_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of one session."""

    session_id: UUID
    entries: Sequence[Entry] = ()
    scans: Sequence[Scan] = ()
    typed: Sequence[Typed] = ()
    wrong_codes: Sequence[WrongCode] = ()
    suspended_point_ids: Sequence[UUID] = ()
    assignments: dict[UUID, Assignment] = field(default_factory=dict)
    phones: Sequence[Bound] = ()
    shares: Sequence[ManualShare] = ()
    heads: Sequence[Heads] = ()
    changes: Sequence[Change] = ()
    opened_at: datetime | None = None
    locks_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to look at: of a unit, or of a point where no one unit is meant.

    `numbers` are what its sentence is made of; `issuer_id` is an account.
    """

    id: UUID
    kind: FlagKind
    unit_id: UUID | None
    point_id: UUID | None
    member_ids: tuple[UUID, ...] = ()
    numbers: tuple[int, ...] = ()
    issuer_id: UUID | None = None


def flags(facts: Facts) -> list[Flag]:
    """List everything that strikes the eye about a session, in the order of the kinds."""
    return [
        *_shared_phones(facts),
        *_guessed_codes(facts),
        *_manual_shares(facts),
        *_over_head_counts(facts),
        *_late_arrivals(facts),
        *_other_places(facts),
        *_new_phones(facts),
        *_second_devices(facts),
        *_changes_after_lock(facts),
    ]


def _id(facts: Facts, kind: FlagKind, *subjects: UUID) -> UUID:
    """Name a flag, the same one each time it is found."""
    return uuid5(_IDS, " ".join(str(each) for each in (facts.session_id, kind, *subjects)))


def _shared_phones(facts: Facts) -> Iterable[Flag]:
    """One phone that spoke for several: a flag for each unit whose members it spoke for."""
    entries = {each.attendance_id: each for each in facts.entries}
    spoken_for: dict[UUID, set[UUID]] = defaultdict(set)
    for scan in facts.scans:
        if scan.attendance_id in entries:
            spoken_for[scan.device_id].add(entries[scan.attendance_id].member_id)
    strangers: dict[UUID, list[Typed]] = defaultdict(list)
    for typed in facts.typed:
        if typed.attendance_id is None:
            strangers[typed.device_id].append(typed)
    owners = {phone.device_id: phone.member_id for phone in facts.phones}
    units = {each.member_id: each for each in facts.entries}
    for device_id in sorted({*spoken_for, *strangers}):
        names = strangers.get(device_id, [])
        members = spoken_for.get(device_id, set())
        number = len(members) + len(names)
        if number < 2:
            continue
        # It is he who was spoken for that is to be looked at, not the one who lent his phone.
        carried = sorted(members - {owners.get(device_id)})
        places: dict[tuple[UUID | None, UUID], list[UUID]] = defaultdict(list)
        for member_id in carried:
            places[units[member_id].unit_id, units[member_id].point_id].append(member_id)
        for typed in names:
            places[typed.unit_id, typed.point_id].extend(())
        for (unit_id, point_id), found in sorted(places.items(), key=str):
            kind = FlagKind.SHARED_PHONE
            subjects = (device_id, unit_id or point_id)
            yield Flag(
                _id(facts, kind, *subjects), kind, unit_id, point_id, tuple(found), (number,)
            )


def _guessed_codes(facts: Facts) -> Iterable[Flag]:
    """Wrong codes and then a success on the same phone; or so many that typed ones were stopped."""
    entries = {each.attendance_id: each for each in facts.entries}
    wrong: dict[UUID, list[datetime]] = defaultdict(list)
    for each in facts.wrong_codes:
        wrong[each.device_id].append(each.at)
    kind = FlagKind.GUESSED_CODE
    found: dict[UUID, Flag] = {}
    for scan in facts.scans:
        entry = entries.get(scan.attendance_id)
        before = [at for at in wrong.get(scan.device_id, ()) if at <= scan.arrived_at]
        if entry is not None and len(before) >= WRONG_CODES:
            flag_id = _id(facts, kind, scan.device_id, entry.member_id)
            found[flag_id] = Flag(
                flag_id, kind, entry.unit_id, entry.point_id, (entry.member_id,), (len(before),)
            )
    yield from found.values()
    at_door = Counter(each.point_id for each in facts.wrong_codes)
    for point_id in sorted(facts.suspended_point_ids):
        yield Flag(_id(facts, kind, point_id), kind, None, point_id, numbers=(at_door[point_id],))


def _manual_shares(facts: Facts) -> Iterable[Flag]:
    """Too much on a person's word; once a second person countersigned all of it, it was seen to."""
    kind = FlagKind.MANUAL_SHARE
    for share in facts.shares:
        if share.open and needs_countersign(manual=share.manual, summoned=share.summoned):
            yield Flag(
                _id(facts, kind, share.unit_id),
                kind,
                share.unit_id,
                None,
                numbers=(share.manual, share.summoned, share.open),
            )


def _over_head_counts(facts: Facts) -> Iterable[Flag]:
    kind = FlagKind.OVER_HEAD_COUNT
    for hall in facts.heads:
        over = hall.recorded - hall.members
        if over > SPARE_HEADS and over * 100 > SPARE_HEADS_PERCENT * hall.members:
            yield Flag(
                _id(facts, kind, hall.point_id),
                kind,
                None,
                hall.point_id,
                numbers=(hall.recorded, hall.members, over),
            )


def _late_arrivals(facts: Facts) -> Iterable[Flag]:
    kind = FlagKind.LATE_ARRIVAL
    for each in facts.entries:
        if each.late_seconds is not None and each.standing is not Standing.REJECTED:
            yield Flag(
                _id(facts, kind, each.attendance_id),
                kind,
                each.unit_id,
                each.point_id,
                (each.member_id,),
                (each.late_seconds,),
            )


def _other_places(facts: Facts) -> Iterable[Flag]:
    kind = FlagKind.OTHER_PLACE
    told: set[UUID] = set()
    for each in facts.entries:
        assigned = facts.assignments.get(each.member_id)
        if assigned is None or each.member_id in told or each.standing is Standing.REJECTED:
            continue
        other_session = assigned.session_id != facts.session_id
        if other_session or assigned.point_id != each.point_id:
            told.add(each.member_id)
            yield Flag(
                _id(facts, kind, each.member_id),
                kind,
                each.unit_id,
                each.point_id,
                (each.member_id,),
                (int(other_session),),
            )


def _new_phones(facts: Facts) -> Iterable[Flag]:
    """Many phones that one account handed out or confirmed for a unit since the day before.

    A phone that its owner proved by his card is nobody's doing. One or two are the morning's
    business of every secretary.
    """
    if facts.opened_at is None:
        return
    kind, units = FlagKind.NEW_PHONE, {each.member_id: each.unit_id for each in facts.entries}
    issued: dict[tuple[UUID, UUID], list[UUID]] = defaultdict(list)
    for phone in facts.phones:
        unit_id = units.get(phone.member_id)
        is_new = phone.bound_at >= facts.opened_at - NEW_PHONE_AGE
        if phone.issuer_id is not None and unit_id is not None and is_new:
            issued[phone.issuer_id, unit_id].append(phone.member_id)
    sizes = Counter(units.values())
    for (issuer_id, unit_id), members in sorted(issued.items()):
        number = len(members)
        many = number * 100 > NEW_PHONES_PERCENT * sizes[unit_id]
        if number > FEWEST_NEW_PHONES and many:
            yield Flag(
                _id(facts, kind, issuer_id, unit_id),
                kind,
                unit_id,
                None,
                tuple(sorted(members)),
                (number,),
                issuer_id,
            )


def _second_devices(facts: Facts) -> Iterable[Flag]:
    kind = FlagKind.SECOND_DEVICE
    devices: dict[UUID, set[UUID]] = defaultdict(set)
    for scan in facts.scans:
        devices[scan.attendance_id].add(scan.device_id)
    for each in facts.entries:
        number = len(devices.get(each.attendance_id, ()))
        if number > 1:
            yield Flag(
                _id(facts, kind, each.attendance_id),
                kind,
                each.unit_id,
                each.point_id,
                (each.member_id,),
                (number,),
            )


def _changes_after_lock(facts: Facts) -> Iterable[Flag]:
    if facts.locks_at is None:
        return
    changed: dict[UUID, set[UUID]] = defaultdict(set)
    for each in facts.changes:
        if each.at >= facts.locks_at:
            changed[each.unit_id].add(each.member_id)
    kind = FlagKind.CHANGED_AFTER_LOCK
    for unit_id, members in sorted(changed.items()):
        found = tuple(sorted(members))
        yield Flag(_id(facts, kind, unit_id), kind, unit_id, None, found, (len(found),))
