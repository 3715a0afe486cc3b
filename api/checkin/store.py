"""All SQL of check-in: what a list of check-ins is judged by, and what it writes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api import plan_changes
from api.attendance.sums import seen
from api.attendance.tally_store import Facts, Person
from api.driver.inserting import New
from api.driver.reading import Reading, among
from api.tables.attendance import Attendance, Mark
from api.tables.bridge_points import BridgePoint
from api.tables.checkin import CheckIn
from api.tables.conferences import Conference
from api.tables.members import Member
from api.tables.sessions import Session, SessionPoint, Window
from api.tables.units import Unit
from api.units import store as units
from api.words import Evidence, MemberStatus, SessionState, Standing, WindowKind

AttendanceKey = tuple[UUID, UUID, UUID]
"""Session, member, window."""


class Kept(NamedTuple):
    """A check-in that was accepted before, with the receipt it always answers."""

    device_id: UUID
    body_hash: str
    receipt: str


class CheckInRow(NamedTuple):
    """A check-in about to be accepted, with its receipt."""

    id: UUID
    device_id: UUID
    body_hash: str
    session_id: UUID
    attendance_id: UUID | None
    evidence: Evidence
    arrived_at: datetime
    receipt: str
    notice_version: int | None


class Sitting(NamedTuple):
    """A window as a check-in sees it, with its session and the path of who organises that."""

    kind: WindowKind
    title: str
    organiser_path: str
    session_id: UUID
    state: SessionState
    locks_at: datetime | None
    closed_at: datetime | None
    plan: int


class Venue(NamedTuple):
    """A bridge point as a check-in sees it.

    `hub_host_id` is the host where it is the Meet hub, `suspended_in` names the sessions in which
    typed codes are suspended there now.
    """

    name: str
    hub_host_id: UUID | None
    suspended_in: set[UUID]


@dataclass(slots=True)
class Recorded:
    """An attendance as a list of check-ins sees it: read from its row, or about to become one.

    A plain record and no mapped object, so that what the list does to it is written once, by the
    statement that guards it, and not a second time by a flush.
    """

    session_id: UUID
    id: UUID
    window_id: UUID
    member_id: UUID
    unit_id: UUID
    bridge_point_id: UUID
    standing: Standing
    evidence: Evidence
    step: int
    late_seconds: int | None
    device_id: UUID
    first_arrived_at: datetime
    decided_at: datetime | None = None

    @property
    def key(self) -> AttendanceKey:
        """The columns that the database keeps unique."""
        return self.session_id, self.member_id, self.window_id


_KEY: Final = ("session_id", "member_id", "window_id")
_by_key = attrgetter(*(f"{name}.int" for name in _KEY))
_values = attrgetter(*Recorded.__slots__)
_RECORDED = [getattr(Attendance, name) for name in Recorded.__slots__]


_KEPT = Reading(
    select(CheckIn.id, CheckIn.device_id, CheckIn.body_hash, CheckIn.receipt).where(
        among(CheckIn.id, "ids")
    )
)
_SCENES = Reading(
    select(
        Window.id,
        Window.kind,
        Session.title,
        Unit.path,
        Session.id,
        Session.state,
        Session.locks_at,
        Session.closed_at,
        plan_changes.NUMBER,
        BridgePoint.id,
        BridgePoint.name,
        BridgePoint.is_hub,
        BridgePoint.host_unit_id,
        SessionPoint.typed_codes_suspended_at,
    )
    .join(Session, Session.id == Window.session_id)
    .join(Conference, Conference.id == Session.conference_id)
    .join(Unit, Unit.id == Conference.organiser_id)
    .join(SessionPoint, SessionPoint.session_id == Session.id)
    .join(BridgePoint, BridgePoint.id == SessionPoint.bridge_point_id)
    .where(among(Window.id, "windows"), among(SessionPoint.bridge_point_id, "points"))
)
_UNITS = Reading(select(Unit.id).where(among(Unit.id, "ids")))
_FACTS = Reading(
    select(Member.id, Member.status, Mark.session_id, *_RECORDED)
    .outerjoin(Mark, (Mark.member_id == Member.id) & among(Mark.session_id, "sessions"))
    .outerjoin(
        Attendance,
        (Attendance.member_id == Member.id) & among(Attendance.session_id, "sessions"),
    )
    .where(among(Member.id, "members"))
)


async def kept(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Kept]:
    """Find the check-ins that were accepted before under these ids."""
    return {row[0]: Kept(*row[1:]) for row in await _KEPT.rows(db, ids=ids)}


async def sessions(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Session]:
    """Load sessions."""
    query = select(Session).where(Session.id.in_(sorted(ids)))
    return {row.id: row for row in (await db.execute(query)).scalars()}


async def windows(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Window]:
    """Load windows."""
    query = select(Window).where(Window.id.in_(sorted(ids)))
    return {row.id: row for row in (await db.execute(query)).scalars()}


async def scenes(
    db: AsyncSession, window_ids: Collection[UUID], point_ids: Collection[UUID]
) -> tuple[dict[UUID, Sitting], dict[UUID, Venue]]:
    """Load windows with their sessions, and the points of these, by their ids.

    A session's members are below the organiser's path; a hub is given with the unit that hosts it
    today.
    """
    sittings: dict[UUID, Sitting] = {}
    venues: dict[UUID, Venue] = {}
    rows = await _SCENES.rows(db, windows=window_ids, points=point_ids)
    host_ids = {host_id for *_, is_hub, host_id, _ in rows if is_hub}
    hosts = await _hosts_today(db, host_ids) if host_ids else {}
    for window_id, *sitting, point_id, name, is_hub, host_id, suspended_at in rows:
        found = sittings[window_id] = Sitting(*sitting)
        venue = venues.get(point_id)
        if venue is None:
            hub_host_id = hosts.get(host_id, host_id) if is_hub else None
            venue = venues[point_id] = Venue(name, hub_host_id, set())
        if suspended_at is not None:
            venue.suspended_in.add(found.session_id)
    return sittings, venues


async def _hosts_today(db: AsyncSession, host_ids: Collection[UUID]) -> dict[UUID, UUID]:
    today = units.became(select(Unit.id).where(Unit.id.in_(sorted(host_ids))))
    return dict((await db.execute(select(today.c.origin, today.c.unit_id))).all())


async def unit_ids(db: AsyncSession, ids: Collection[UUID]) -> set[UUID]:
    """Tell which of these units there are."""
    return {unit_id for (unit_id,) in await _UNITS.rows(db, ids=ids)} if ids else set()


async def facts(
    db: AsyncSession, session_ids: Collection[UUID], member_ids: Collection[UUID]
) -> tuple[dict[AttendanceKey, Recorded], dict[Person, Facts]]:
    """Load what is recorded of some members in some sessions, and what they are counted by."""
    attendance: dict[AttendanceKey, Recorded] = {}
    found: dict[Person, Facts] = {}
    rows = await _FACTS.rows(db, sessions=session_ids, members=member_ids) if member_ids else []
    for member_id, status, marked_in, *recorded in rows:
        if marked_in is not None:
            found.setdefault((marked_in, member_id), Facts()).is_plain = False
        if status is MemberStatus.REDUCED:
            for session_id in session_ids:
                found.setdefault((session_id, member_id), Facts()).is_plain = False
        if recorded[0] is not None:
            held = Recorded(*recorded)
            attendance[held.key] = held
            found.setdefault((held.session_id, member_id), Facts()).seen[held.id] = seen(held)
    return attendance, found


def attendance_rows(records: Iterable[Recorded]) -> New:
    """Make rows of attendance, in order of their key."""
    ordered = sorted(records, key=_by_key)
    return New(Attendance, Recorded.__slots__, [_values(each) for each in ordered], _KEY)


def check_in_rows(rows: Iterable[CheckInRow]) -> New:
    """Make rows of accepted check-ins, in order of their ids."""
    return New(CheckIn, CheckInRow._fields, sorted(rows, key=attrgetter("id.int")), ("id",))


async def raise_standing(db: AsyncSession, raised: Recorded) -> bool:
    """Lift a pending attendance by better evidence; its first arrival stays.

    False where it is pending no more, or a person has decided meanwhile.
    """
    change = (
        update(Attendance)
        .where(
            Attendance.session_id == raised.session_id,
            Attendance.id == raised.id,
            Attendance.standing == Standing.PENDING,
            Attendance.decided_at.is_(None),
        )
        .values(
            standing=raised.standing,
            evidence=raised.evidence,
            bridge_point_id=raised.bridge_point_id,
            step=raised.step,
            device_id=raised.device_id,
            late_seconds=raised.late_seconds,
        )
        .returning(Attendance.id)
    )
    return (await db.execute(change)).scalar_one_or_none() is not None
