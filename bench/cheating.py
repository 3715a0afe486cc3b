"""Invented halls: honest ones with the habits of honest people, and one kind of cheating put in.

What an honest hall looks like is a guess, written down as the rates below, so that whoever knows
better changes one line. Every cheat tells who of the hall is guilty of it.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from api.flags.rules import (
    Assignment,
    Bound,
    Entry,
    Facts,
    Heads,
    ManualShare,
    Scan,
    Typed,
    WrongCode,
)
from api.words import Evidence, FlagKind, Standing

HONEST: Final = {
    "comes": 0.93,
    "has a phone": 0.70,
    "types the code": 0.20,
    "mistypes it": 0.05,
    "mistypes it again": 0.20,
    "is late over a bad line": 0.005,
    "is checked in by a neighbour": 0.006,
    "and by himself too": 0.001,
    "goes to another place": 0.004,
    "got a slip from the secretary": 0.02,
    "the head count is one too few": 0.07,
    "a second person countersigned": 0.95,
}
"""How often each happens among honest people; the last two of a hall and of a unit."""

OPENED: Final = datetime(2022, 3, 16, 0, 15, tzinfo=UTC)
_SESSION, _WINDOW = UUID(int=1), UUID(int=2)
_HERE, _ELSEWHERE = UUID(int=3), UUID(int=4)
_SECRETARY: Final = 9_000


@dataclass(slots=True)
class Hall:
    """A hall under construction; `guilty` are members, `guilty_units` units that a cheat is of."""

    dice: random.Random
    units: dict[UUID, list[UUID]]
    entries: list[Entry] = field(default_factory=list)
    scans: list[Scan] = field(default_factory=list)
    typed: list[Typed] = field(default_factory=list)
    wrong: list[WrongCode] = field(default_factory=list)
    suspended: list[UUID] = field(default_factory=list)
    assigned: dict[UUID, Assignment] = field(default_factory=dict)
    phones: list[Bound] = field(default_factory=list)
    shares: dict[UUID, ManualShare] = field(default_factory=dict)
    heads: int = 0
    absent: list[UUID] = field(default_factory=list)
    guilty: set[UUID] = field(default_factory=set)
    guilty_units: set[UUID] = field(default_factory=set)
    _next: int = 10**6

    def happens(self, habit: str) -> bool:
        """Throw the dice for a habit."""
        return self.dice.random() < HONEST[habit]

    def new_id(self) -> UUID:
        """Name something new."""
        self._next += 1
        return UUID(int=self._next)

    def unit_of(self, member: UUID) -> UUID:
        """Tell a member's unit."""
        return next(unit for unit, members in self.units.items() if member in members)

    def own_phone(self, member: UUID) -> UUID:
        """Tell the phone of a member."""
        return UUID(int=member.int + 10**9)

    def record(
        self, member: UUID, evidence: Evidence, device: UUID, *, late: int | None = None
    ) -> Entry:
        """Let a member be recorded, with the check-in that did it."""
        waits = evidence in {Evidence.ASSISTED, Evidence.CLAIMED, Evidence.LATE}
        standing = Standing.PENDING if waits else Standing.PRESENT
        entry = Entry(
            self.new_id(), member, self.unit_of(member), _HERE, _WINDOW, standing, evidence,
            late, device,
        )  # fmt: skip
        self.entries.append(entry)
        self.scan(entry, evidence, device)
        return entry

    def scan(self, entry: Entry, evidence: Evidence, device: UUID) -> None:
        """Let a check-in come for somebody who is recorded."""
        arrived_at = OPENED + timedelta(seconds=self.dice.randrange(1200))
        self.scans.append(Scan(entry.attendance_id, device, evidence, arrived_at))

    def mistype(self, device: UUID, times: int) -> None:
        """Let a phone send wrong codes, before anything else it sends."""
        self.wrong += [WrongCode(device, _HERE, OPENED) for _ in range(times)]

    def tick(self, unit: UUID, number: int, *, countersigned: bool) -> None:
        """Let a secretary tick members of her unit."""
        held = self.shares.get(unit, ManualShare(unit, 0, len(self.units[unit]), 0))
        left = 0 if countersigned else number
        self.shares[unit] = replace(held, manual=held.manual + number, open=held.open + left)

    def facts(self) -> Facts:
        """Tell what the program would know of this hall."""
        ticked = sum(share.manual for share in self.shares.values())
        present = sum(each.standing is Standing.PRESENT for each in self.entries)
        return Facts(
            session_id=_SESSION,
            entries=self.entries,
            scans=self.scans,
            typed=self.typed,
            wrong_codes=self.wrong,
            suspended_point_ids=self.suspended,
            assignments=self.assigned,
            phones=self.phones,
            shares=list(self.shares.values()),
            heads=[Heads(_HERE, self.heads, present + ticked)],
            opened_at=OPENED,
        )


def honest_hall(seed: int) -> Hall:
    """Fill a hall with honest people: 3 to 6 units of 8 to 25 members."""
    dice = random.Random(seed)  # reproducible halls
    units, first = {}, 10_000
    for number in range(dice.randint(3, 6)):
        size = dice.randint(8, 25)
        units[UUID(int=100 + number)] = [UUID(int=first + each) for each in range(size)]
        first += size
    hall = Hall(dice, units)
    for unit, members in units.items():
        without_phone = 0
        for member in members:
            hall.assigned[member] = Assignment(_SESSION, _HERE)
            if not hall.happens("comes"):
                hall.absent.append(member)
                continue
            hall.heads += 1
            without_phone += not _attend(hall, member)
        hall.tick(unit, without_phone, countersigned=hall.happens("a second person countersigned"))
    hall.heads -= hall.happens("the head count is one too few")
    return hall


def _attend(hall: Hall, member: UUID) -> bool:
    """Let an honest member be recorded by a phone; False where the secretary has to tick him."""
    if not hall.happens("has a phone"):
        return False
    phone = hall.own_phone(member)
    slip = hall.happens("got a slip from the secretary")
    issuer = UUID(int=_SECRETARY + hall.unit_of(member).int) if slip else None
    hall.phones.append(Bound(phone, member, OPENED - timedelta(hours=12), issuer))
    if hall.happens("is checked in by a neighbour"):
        others = [each for each in hall.entries if each.device_id == hall.own_phone(each.member_id)]
        if others:
            hall.record(member, Evidence.ASSISTED, hall.dice.choice(others).device_id)
            return True
    if hall.happens("is late over a bad line"):
        hall.record(member, Evidence.LATE, phone, late=hall.dice.randrange(60, 7200))
        return True
    typed = hall.happens("types the code")
    if typed and hall.happens("mistypes it"):
        wrong = 1
        while wrong < 5 and hall.happens("mistypes it again"):
            wrong += 1
        hall.mistype(phone, wrong)
    entry = hall.record(member, Evidence.DIGITS if typed else Evidence.QR, phone)
    if hall.happens("and by himself too"):
        hall.scan(entry, Evidence.ASSISTED, hall.new_id())
    if hall.happens("goes to another place"):
        hall.assigned[member] = Assignment(_SESSION, _ELSEWHERE)
    return True


def _some_absent(hall: Hall, number: int) -> list[UUID]:
    """Choose members who are not there, sending present ones home where there are too few."""
    while len(hall.absent) < number:
        gone = hall.dice.choice([each for each in hall.entries if not each.late_seconds])
        hall.entries.remove(gone)
        hall.scans = [each for each in hall.scans if each.attendance_id != gone.attendance_id]
        hall.absent.append(gone.member_id)
        hall.heads -= 1
    chosen = hall.dice.sample(hall.absent, number)
    hall.guilty.update(chosen)
    return chosen


def _one_phone_for_several(hall: Hall) -> None:
    carrier = hall.dice.choice(hall.entries).device_id
    for member in _some_absent(hall, hall.dice.randint(1, 3)):
        hall.record(member, hall.dice.choice([Evidence.ASSISTED, Evidence.CLAIMED]), carrier)


def _guess_the_code(hall: Hall) -> None:
    (member,) = _some_absent(hall, 1)
    phone = hall.own_phone(member)
    hall.phones.append(Bound(phone, member, OPENED - timedelta(days=90), None))
    hall.mistype(phone, hall.dice.randint(3, 10))
    hall.record(member, Evidence.DIGITS, phone)


def _tick_who_is_not_there(hall: Hall) -> None:
    unit = max(hall.units, key=lambda each: len(hall.units[each]))
    number = max(4, len(hall.units[unit]) * 15 // 100 + 1)
    hall.guilty_units.add(unit)
    hall.tick(unit, number, countersigned=False)


def _carry_phones_in(hall: Hall) -> None:
    for member in _some_absent(hall, hall.dice.randint(3, 6)):
        phone = hall.own_phone(member)
        hall.phones.append(Bound(phone, member, OPENED - timedelta(days=90), None))
        hall.record(member, Evidence.QR, phone)


def _send_a_photographed_code(hall: Hall) -> None:
    for member in _some_absent(hall, hall.dice.randint(1, 3)):
        late = hall.dice.randrange(30, 10_000)
        hall.record(member, Evidence.LATE, hall.own_phone(member), late=late)


def _go_where_it_suits(hall: Hall) -> None:
    for entry in hall.dice.sample(hall.entries, 2):
        hall.assigned[entry.member_id] = Assignment(UUID(int=8), _ELSEWHERE)
        hall.guilty.add(entry.member_id)


def _bind_phones_on_the_eve(hall: Hall) -> None:
    unit = max(hall.units, key=lambda each: len(hall.units[each]))
    hall.guilty_units.add(unit)
    number = max(4, len(hall.units[unit]) // 6)
    for entry in [each for each in hall.entries if each.unit_id == unit][:number]:
        issuer = UUID(int=_SECRETARY + unit.int)
        hall.phones = [each for each in hall.phones if each.member_id != entry.member_id]
        since = OPENED - timedelta(hours=10)
        hall.phones.append(Bound(entry.device_id, entry.member_id, since, issuer))
        hall.guilty.add(entry.member_id)


def _speak_for_who_is_there(hall: Hall) -> None:
    entry = hall.dice.choice(hall.entries)
    hall.scan(entry, Evidence.QR, hall.new_id())
    hall.guilty.add(entry.member_id)


CHEATS: Final[dict[FlagKind, tuple[str, Callable[[Hall], None]]]] = {
    FlagKind.SHARED_PHONE: ("one phone for 1–3 who are absent", _one_phone_for_several),
    FlagKind.GUESSED_CODE: ("the code guessed from outside", _guess_the_code),
    FlagKind.MANUAL_SHARE: ("absent members ticked, nobody countersigns", _tick_who_is_not_there),
    FlagKind.OVER_HEAD_COUNT: ("3–6 phones carried in", _carry_phones_in),
    FlagKind.LATE_ARRIVAL: ("a photographed code sent later", _send_a_photographed_code),
    FlagKind.OTHER_PLACE: ("another class than assigned", _go_where_it_suits),
    FlagKind.NEW_PHONE: ("phones bound on the eve by one hand", _bind_phones_on_the_eve),
    FlagKind.SECOND_DEVICE: ("a second phone for who is there", _speak_for_who_is_there),
}
"""Each kind of cheating, under the flag that is to see it."""
