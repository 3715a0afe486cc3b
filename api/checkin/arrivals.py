"""Arrivals on their way to the database, and the hall that judges them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import throttle
from api.access import device_store as phones
from api.checkin import store
from api.checkin.rules import WRONG_LAST4_PER_MEMBER, WRONG_LAST4_PER_POINT
from api.checkin.schemas import WhoByName, WhoByPhone
from api.checkin.store import AttendanceKey, Recorded, Venue
from api.checkin.tickets import Ticket
from api.kit.dates import day_of
from api.kit.text import fold
from api.members import store as members
from api.members.rules import Candidate
from api.tables.access import Device
from api.tables.sessions import Session, Window
from api.words import WindowKind


@dataclass(frozen=True, slots=True)
class Arrival:
    """One check-in as it came: the phone's id for it, its ticket, who, and the server's instant."""

    id: UUID
    phone_id: UUID
    ticket: str
    who: WhoByPhone | WhoByName
    body_hash: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Ticketed:
    """An arrival whose ticket was genuine, at its place in the list."""

    place: int
    arrival: Arrival
    ticket: Ticket

    @property
    def typed(self) -> tuple[UUID, str] | None:
        """Tell the unit and folded name that were typed."""
        who = self.arrival.who
        if isinstance(who, WhoByName) and who.unit_id is not None:
            return who.unit_id, fold(who.name)
        return None


@dataclass(slots=True)
class Hall:
    """Everything that a list of arrivals is judged by, loaded in a fixed number of statements.

    It changes as the list is judged, so that the second arrival of a member sees the first.
    """

    sessions: dict[UUID, Session]
    organiser_paths: dict[UUID, str]
    suspended_doors: set[tuple[UUID, UUID]]
    windows: dict[UUID, Window]
    points: dict[UUID, Venue]
    devices: dict[UUID, Device]
    members: dict[UUID, Candidate]
    named: dict[tuple[UUID, str], list[Candidate]]
    have_phone: set[UUID]
    unit_ids: set[UUID]
    attendance: dict[AttendanceKey, Recorded]
    names_by_phone: dict[tuple[UUID, UUID], int]
    names_by_point: dict[tuple[UUID, UUID], int]
    wrong_last4: dict[str, int] = field(default_factory=dict)

    def is_rehearsal(self, ticket: Ticket) -> bool:
        """Tell whether a ticket is a rehearsal's: judged as on the day, it counts nothing."""
        window = self.windows.get(ticket.window_id)
        return window is not None and window.kind is WindowKind.REHEARSAL

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
        if isinstance(ticketed.arrival.who, WhoByPhone):
            device = self.devices.get(ticketed.arrival.phone_id)
            found = [self.members[device.member_id]] if device else []
        elif ticketed.typed:
            found = self.named.get(ticketed.typed, [])
        organiser = self.organiser_paths.get(ticketed.ticket.session_id, "?")
        return tuple(each for each in found if each.unit_path.startswith(organiser))

    def suspends_typed_codes(self, ticket: Ticket) -> bool:
        """Tell whether somebody is guessing at the door of a ticket, now that it is used."""
        return (ticket.session_id, ticket.bridge_point_id) in self.suspended_doors

    def bind(self, phone_id: UUID, member: Candidate, *, at: datetime) -> None:
        """Bind a phone in the eyes of the rest of the list."""
        self.have_phone.add(member.member_id)
        self.members[member.member_id] = member
        self.devices[phone_id] = Device(id=phone_id, member_id=member.member_id, bound_at=at)


async def load_hall(db: AsyncSession, listed: list[Ticketed]) -> Hall:
    """Load what these arrivals are judged by; the number of statements does not grow with them."""
    session_ids = {each.ticket.session_id for each in listed}
    point_ids = {each.ticket.bridge_point_id for each in listed}
    phone_ids = {each.arrival.phone_id for each in listed}
    devices = await phones.devices(db, phone_ids)
    # They wait milliseconds in the list, so one day holds for all: that of the last.
    today = day_of(max(each.arrival.at for each in listed))
    named = await members.named(db, (each.typed for each in listed if each.typed), on=today)
    by_name = {each.member_id for found in named.values() for each in found}
    by_phone = {device.member_id for device in devices.values()}
    hall = Hall(
        sessions=await store.sessions(db, session_ids),
        organiser_paths=await store.organiser_paths(db, session_ids),
        suspended_doors=await store.suspended_doors(db, session_ids),
        windows=await store.windows(db, {each.ticket.window_id for each in listed}),
        points=await store.points(db, point_ids),
        devices=devices,
        members=await members.by_ids(db, by_phone, on=today),
        named=named,
        have_phone=set(await phones.of_members(db, by_name)),
        unit_ids=await store.unit_ids(db, {each.typed[0] for each in listed if each.typed}),
        attendance=await store.attendance(db, session_ids, by_name | by_phone),
        names_by_phone=await store.typed_names_by_phone(db, session_ids, phone_ids),
        names_by_point=await store.typed_names_by_point(db, session_ids, point_ids),
    )
    asked: set[str] = set()
    for each in listed:
        if each.arrival.who.last4 is not None:
            at_point, of_members = hall.last4_keys(each.ticket, hall.candidates(each))
            asked.update((at_point, *of_members))
    hall.wrong_last4 = await throttle.counts(db, asked)
    return hall
