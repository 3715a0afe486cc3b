"""Arrivals on their way to the database, and the hall that judges them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from api import throttle
from api.access import device_store as phones
from api.access.devices import Phone
from api.attendance import tallying
from api.attendance.tally_store import Facts, Person
from api.checkin import name_store, store
from api.checkin.faults import WHO_REFUSED
from api.checkin.rules import WRONG_LAST4_PER_MEMBER, WRONG_LAST4_PER_POINT
from api.checkin.schemas import (
    KeptScan,
    NewCheckIn,
    WhoByClient,
    WhoByPhone,
    WhoSent,
)
from api.checkin.store import AttendanceKey, Recorded, Sitting, Venue
from api.checkin.tickets import Ticket
from api.db import each_at_a_time
from api.events import Actor
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.ids import id_of
from api.kit.text import fold
from api.members import candidate_store as members
from api.members.candidate_store import Holder
from api.members.rules import Candidate
from api.words import Evidence, WindowKind


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an arrival does not count, and at which session point, where that is known."""

    problem: Problem
    session_id: UUID | None
    bridge_point_id: UUID | None


class Arrival(NamedTuple):
    """One check-in as it came: the phone's id for it, its ticket, who, and the server's instant.

    The ticket is still sealed where the phone brought one, and was just made where it brought a QR.
    """

    id: UUID
    phone_id: UUID
    ticket: str | Ticket | Refusal
    who: WhoSent
    body_hash: str
    notice_version: int | None
    at: datetime

    @property
    def actor(self) -> Actor:
        """Name in the audit trail what sent it."""
        return Actor("client" if self.who.kind == "client" else "device", self.phone_id)


def body_hash(new: NewCheckIn | KeptScan) -> str:
    """Tell by what the same id is known again; not by the ticket or QR, which may be another."""
    who = new.who
    return _TAP_HASH if who.kind == "device" and who.last4 is None else _hash(who)


def _hash(who: BaseModel) -> str:
    return hashlib.sha256(who.model_dump_json().encode()).hexdigest()


_TAP_HASH: Final = _hash(WhoByPhone(kind="device"))
"""Of the plain tap, which is what most of a rush is."""


def arrive(
    new: NewCheckIn | KeptScan,
    ticket: str | Ticket | Refusal,
    phone: Phone,
    *,
    meant: WhoByClient | None = None,
    at: datetime,
) -> Arrival:
    """Take up what a phone sent, or a client that means somebody (`meant`)."""
    who: WhoSent
    if meant is not None:
        who = meant
    elif new.who.kind == "member":
        who, ticket = WhoByPhone(kind="device"), Refusal(Problem(WHO_REFUSED), None, None)
    else:
        who = new.who
    return Arrival(
        id_of(new.id.bytes), phone.id, ticket, who, body_hash(new), new.notice_version, at
    )


class Ticketed(NamedTuple):
    """An arrival whose ticket was genuine, at its place in the list."""

    place: int
    arrival: Arrival
    ticket: Ticket

    @property
    def typed(self) -> tuple[UUID, str] | None:
        """Tell the unit and folded name that were typed."""
        who = self.arrival.who
        if who.kind == "device" or who.unit_id is None:
            return None
        return who.unit_id, fold(who.name)

    @property
    def is_late(self) -> bool:
        """Tell whether its code was no longer fresh, or its ticket no longer good."""
        return self.ticket.late or self.arrival.at >= self.ticket.expires_at


@dataclass(slots=True)
class Hall:
    """Everything that a list of arrivals is judged by, loaded in a fixed number of statements.

    It changes as the list is judged, so that the second arrival of a member sees the first.
    """

    sittings: dict[UUID, Sitting]
    venues: dict[UUID, Venue]
    holders: dict[UUID, Holder]
    named: dict[tuple[UUID, str], list[Candidate]]
    have_phone: set[UUID]
    unit_ids: set[UUID]
    attendance: dict[AttendanceKey, Recorded]
    facts: dict[Person, Facts]
    names_by_phone: dict[tuple[UUID, UUID, Evidence], int] = field(default_factory=dict)
    names_by_point: dict[tuple[UUID, UUID], int] = field(default_factory=dict)
    wrong_last4: dict[str, int] = field(default_factory=dict)

    def is_rehearsal(self, ticket: Ticket) -> bool:
        """Tell whether a ticket is a rehearsal's: judged as on the day, it counts nothing."""
        sitting = self.sittings.get(ticket.window_id)
        return sitting is not None and sitting.kind is WindowKind.REHEARSAL

    def last4_keys(self, ticket: Ticket, candidates: Iterable[Candidate]) -> tuple[str, list[str]]:
        """Name what wrong last 4 digits count against: the point, and each member, this time."""
        sitting = str(ticket.session_id)
        if self.is_rehearsal(ticket):
            sitting += ":rehearsal"
        members = [f"last4:{sitting}:{each.member_id}" for each in candidates]
        return f"last4:{sitting}:at:{ticket.bridge_point_id}", members

    def last4_counts(self, ticket: Ticket, candidates: tuple[Candidate, ...]) -> bool:
        """Tell whether the last 4 digits still prove anything for these members at this point."""
        at_point, of_members = self.last4_keys(ticket, candidates)
        if self.wrong_last4.get(at_point, 0) >= WRONG_LAST4_PER_POINT:
            return False
        return all(self.wrong_last4.get(key, 0) < WRONG_LAST4_PER_MEMBER for key in of_members)

    def candidates(self, ticketed: Ticketed) -> tuple[Candidate, ...]:
        """List the members that an arrival may be for, by its phone or by what was typed.

        Only members below the organiser are meant: another district's are none of this session.
        """
        found: list[Candidate] = []
        if ticketed.arrival.who.kind == "device":
            holder = self.holders.get(ticketed.arrival.phone_id)
            found = [holder.member] if holder else []
        elif ticketed.typed:
            found = self.named.get(ticketed.typed, [])
        found = [each for each in found if _is_meant(ticketed.arrival.who, each)]
        sitting = self.sittings.get(ticketed.ticket.window_id)
        if sitting is None:
            return ()
        return tuple([each for each in found if each.unit_path.startswith(sitting.organiser_path)])

    def suspends_typed_codes(self, ticket: Ticket) -> bool:
        """Tell whether somebody guesses at the door of a ticket, now or when it was issued."""
        venue = self.venues[ticket.bridge_point_id]
        return ticket.suspended or ticket.session_id in venue.suspended_in

    def count_name(self, ticketed: Ticketed, evidence: Evidence) -> None:
        """Count a name that was typed, in the eyes of the rest of the list."""
        session_id, phone_id = ticketed.ticket.session_id, ticketed.arrival.phone_id
        typed = session_id, phone_id, evidence
        self.names_by_phone[typed] = self.names_by_phone.get(typed, 0) + 1
        is_vouched = evidence is Evidence.ASSISTED and phone_id in self.holders
        if not is_vouched and evidence is not Evidence.CLIENT:
            here = session_id, ticketed.ticket.bridge_point_id
            self.names_by_point[here] = self.names_by_point.get(here, 0) + 1

    def bind(self, phone_id: UUID, member: Candidate, *, at: datetime) -> None:
        """Bind a phone in the eyes of the rest of the list."""
        self.have_phone.add(member.member_id)
        self.holders[phone_id] = Holder(member, bound_at=at, is_confirmed=False)


def _is_meant(who: WhoSent, one: Candidate) -> bool:
    if who.kind != "client" or who.member_id is None:
        return True
    return who.member_id == one.member_id


async def load_hall(db: AsyncSession, listed: list[Ticketed]) -> Hall:
    """Load what these arrivals are judged by; the number of statements does not grow with them."""
    session_ids = {each.ticket.session_id for each in listed}
    point_ids = {each.ticket.bridge_point_id for each in listed}
    phone_ids = {each.arrival.phone_id for each in listed}
    # They wait milliseconds in the list, so one day holds for all: that of the last.
    today = day_of(max(each.arrival.at for each in listed))
    # First: with it comes the number of plan changes, and what is read later is of no older plan.
    window_ids = {each.ticket.window_id for each in listed}
    sittings, venues = await store.scenes(db, window_ids, point_ids)
    holders = await members.holders(db, phone_ids, on=today)
    typed = {pair for each in listed if (pair := each.typed)}
    named = await members.named(db, typed, on=today)
    persons: set[Person] = set()
    for each in listed:
        session_id, pair = each.ticket.session_id, each.typed
        holder = holders.get(each.arrival.phone_id)
        if holder is not None:
            persons.add((session_id, holder.member.member_id))
        if pair is not None:
            persons.update((session_id, found.member_id) for found in named[pair])
    await tallying.hold(db, persons)
    member_ids = {member_id for _, member_id in persons}
    attendance, facts = await store.facts(db, session_ids, member_ids)
    by_name = {each.member_id for found in named.values() for each in found}
    hall = Hall(
        sittings=sittings,
        venues=venues,
        holders=holders,
        named=named,
        have_phone=await phones.with_phone(db, by_name),
        unit_ids=await store.unit_ids(db, {unit_id for unit_id, _ in typed}),
        attendance=attendance,
        facts=facts,
    )
    await _count_names(db, hall, listed)
    await _count_last4(db, hall, listed)
    return hall


async def _count_names(db: AsyncSession, hall: Hall, listed: list[Ticketed]) -> None:
    naming = [each for each in listed if each.arrival.who.kind != "device"]
    if not naming:
        return
    # What one phone types in two processes at once is counted one after the other. A point is not
    # held: whole halls would wait for each other, and a few names too many do no harm there.
    await each_at_a_time(db, {f"names:{each.arrival.phone_id}" for each in naming})
    sessions = {each.ticket.session_id for each in naming}
    hall.names_by_phone = await name_store.by_phone(
        db, sessions, {each.arrival.phone_id for each in naming}
    )
    hall.names_by_point = await name_store.by_point(
        db, sessions, {each.ticket.bridge_point_id for each in naming}
    )


async def _count_last4(db: AsyncSession, hall: Hall, listed: list[Ticketed]) -> None:
    at_points: set[str] = set()
    of_members: set[str] = set()
    for each in listed:
        if each.arrival.who.last4 is not None:
            at_point, members_here = hall.last4_keys(each.ticket, hall.candidates(each))
            at_points.add(at_point)
            of_members.update(members_here)
    await each_at_a_time(db, of_members)
    hall.wrong_last4 = await throttle.counts(db, at_points | of_members)
