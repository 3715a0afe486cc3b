"""All SQL of flags: what is known of a session, and what persons decided on its flags."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance import tallies
from api.attendance.persons import basis
from api.attendance.sums import of_units
from api.codes.faults import CODE_UNKNOWN
from api.db import insert_into
from api.flags.rules import (
    Assignment,
    Bound,
    Change,
    Entry,
    Facts,
    Flag,
    Heads,
    ManualShare,
    Scan,
    Typed,
    WrongCode,
)
from api.rolls import hand_store
from api.tables.access import Account, Device
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark, TypedName
from api.tables.bridge_points import BridgePoint
from api.tables.checkin import CheckIn, Refusal
from api.tables.flags import FlagDecision
from api.tables.halls import HeadCount
from api.tables.members import Member
from api.tables.phones import EnrolmentSlip
from api.tables.sessions import Session, SessionPoint, Window
from api.tables.units import Unit
from api.words import BindingOrigin, Evidence, FlagVerdict, TypedNameOutcome, WindowKind


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person made of a flag."""

    verdict: FlagVerdict
    note: str | None
    decided_at: datetime
    decided_by_name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A unit or point as flags name it; `path` is that of the unit, or of the point's host."""

    name: str
    path: str


async def facts(db: AsyncSession, session: Session, *, at: datetime) -> Facts:
    """Load all that is known of a session, in a fixed number of statements."""
    of_session = session.id
    entries = await _entries(db, of_session)
    return Facts(
        session_id=of_session,
        entries=entries,
        scans=await _scans(db, of_session),
        typed=await _typed(db, of_session),
        wrong_codes=await _wrong_codes(db, of_session),
        suspended_point_ids=await _suspended(db, of_session),
        assignments=await _assignments(db, session),
        phones=await _phones(db, of_session),
        shares=await _shares(db, session, at=at),
        heads=await _heads(db, of_session),
        changes=await _changes(db, session),
        opened_at=session.opened_at,
        locks_at=session.locks_at,
    )


async def _entries(db: AsyncSession, session_id: UUID) -> list[Entry]:
    query = (
        select(
            Attendance.id,
            Attendance.member_id,
            Attendance.unit_id,
            Attendance.bridge_point_id,
            Attendance.window_id,
            Attendance.standing,
            Attendance.evidence,
            Attendance.late_seconds,
            Attendance.device_id,
        )
        .join(Window, Window.id == Attendance.window_id)
        .where(Attendance.session_id == session_id, Window.kind != WindowKind.REHEARSAL)
        .order_by(Attendance.id)
    )
    return [Entry(*row) for row in await db.execute(query)]


async def _scans(db: AsyncSession, session_id: UUID) -> list[Scan]:
    query = select(
        CheckIn.attendance_id, CheckIn.device_id, CheckIn.evidence, CheckIn.arrived_at
    ).where(
        CheckIn.session_id == session_id,
        CheckIn.attendance_id.is_not(None),
        CheckIn.evidence != Evidence.CLIENT,  # one program for many is what it is for
    )
    rows = await db.execute(query)
    return [
        Scan(recorded, phone, evidence, at)
        for recorded, phone, evidence, at in rows
        if recorded is not None
    ]


async def _typed(db: AsyncSession, session_id: UUID) -> list[Typed]:
    query = select(
        TypedName.id,
        TypedName.device_id,
        TypedName.unit_id,
        TypedName.bridge_point_id,
        TypedName.attendance_id,
    ).where(
        TypedName.session_id == session_id,
        TypedName.evidence != Evidence.CLIENT,
        or_(TypedName.outcome.is_(None), TypedName.outcome != TypedNameOutcome.REJECTED),
    )
    return [Typed(*row) for row in await db.execute(query)]


async def _wrong_codes(db: AsyncSession, session_id: UUID) -> list[WrongCode]:
    query = select(Refusal.device_id, Refusal.bridge_point_id, Refusal.at).where(
        Refusal.session_id == session_id,
        Refusal.code == CODE_UNKNOWN.code,
        Refusal.bridge_point_id.is_not(None),
    )
    rows = await db.execute(query)
    return [WrongCode(phone, point, at) for phone, point, at in rows if point is not None]


async def _suspended(db: AsyncSession, session_id: UUID) -> list[UUID]:
    query = select(SessionPoint.bridge_point_id).where(
        SessionPoint.session_id == session_id,
        SessionPoint.typed_codes_suspended_at.is_not(None),
    )
    return list((await db.execute(query)).scalars())


async def _assignments(db: AsyncSession, session: Session) -> dict[UUID, Assignment]:
    came = select(Attendance.member_id).where(Attendance.session_id == session.id)
    query = select(Allocation.member_id, Allocation.session_id, Allocation.bridge_point_id).where(
        Allocation.conference_id == session.conference_id, Allocation.member_id.in_(came)
    )
    return {member: Assignment(held, point) for member, held, point in await db.execute(query)}


async def _phones(db: AsyncSession, session_id: UUID) -> list[Bound]:
    came = select(Attendance.member_id).where(Attendance.session_id == session_id)
    query = (
        select(Device, EnrolmentSlip.made_by)
        .outerjoin(EnrolmentSlip, EnrolmentSlip.id == Device.slip_id)
        .where(Device.revoked_at.is_(None), Device.member_id.in_(came))
    )
    return [
        Bound(
            device.id,
            device.member_id,
            device.bound_at,
            device.confirmed_by if device.origin is BindingOrigin.SECRETARY else made_by,
        )
        for device, made_by in await db.execute(query)
    ]


async def _heads(db: AsyncSession, session_id: UUID) -> list[Heads]:
    query = (
        select(HeadCount.bridge_point_id, HeadCount.persons - HeadCount.guests)
        .where(HeadCount.session_id == session_id, HeadCount.unit_id.is_(None))
        .order_by(HeadCount.at, HeadCount.id)
    )
    # The last count of each point is the one that holds.
    last = {point_id: members for point_id, members in await db.execute(query)}  # noqa: C416
    there = await tallies.there(db, session_id, set(last)) if last else {}
    return [Heads(point, members, there.get(point, 0)) for point, members in last.items()]


async def _shares(db: AsyncSession, session: Session, *, at: datetime) -> list[ManualShare]:
    known = await basis(db, session, at=at)
    counts = of_units(await tallies.sums(db, session, at=at))
    return [
        ManualShare(unit_id, each.manual, counts[unit_id].expected, each.not_countersigned)
        for unit_id, each in (await hand_store.by_hand(db, known, known.organiser_path)).items()
    ]


async def _changes(db: AsyncSession, session: Session) -> list[Change]:
    if session.locks_at is None:
        return []
    marks = select(Mark.unit_id, Mark.member_id, Mark.marked_at).where(
        Mark.session_id == session.id, Mark.marked_at >= session.locks_at
    )
    decided = select(Attendance.unit_id, Attendance.member_id, Attendance.decided_at).where(
        Attendance.session_id == session.id, Attendance.decided_at >= session.locks_at
    )
    return [
        Change(unit_id, member_id, at)
        for query in (marks, decided)
        for unit_id, member_id, at in await db.execute(query)
        if at is not None
    ]


async def decisions(db: AsyncSession, session_id: UUID) -> dict[UUID, Decided]:
    """Tell what persons decided on the flags of a session."""
    query = (
        select(
            FlagDecision.flag_id,
            FlagDecision.verdict,
            FlagDecision.note,
            FlagDecision.decided_at,
            Account.display_name,
        )
        .join(Account, Account.id == FlagDecision.decided_by)
        .where(FlagDecision.session_id == session_id)
    )
    return {row[0]: Decided(*row[1:]) for row in await db.execute(query)}


async def decide(
    db: AsyncSession,
    flag: Flag,
    *,
    session_id: UUID,
    verdict: FlagVerdict,
    note: str | None,
    by: UUID,
    at: datetime,
) -> None:
    """Write what a person made of a flag, in place of what was decided before."""
    key = {"session_id": session_id, "flag_id": flag.id}
    values = {"verdict": verdict, "note": note, "decided_at": at, "decided_by": by}
    statement = insert_into(db, FlagDecision).values(**key, kind=flag.kind, **values)
    await db.execute(statement.on_conflict_do_update(index_elements=list(key), set_=values))


async def units(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Place]:
    """Name units."""
    query = select(Unit.id, Unit.name, Unit.path).where(Unit.id.in_(sorted(ids)))
    return {unit_id: Place(name, path) for unit_id, name, path in await db.execute(query)}


async def points(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Place]:
    """Name bridge points, each with the path of its host."""
    query = (
        select(BridgePoint.id, BridgePoint.name, Unit.path)
        .join(Unit, Unit.id == BridgePoint.host_unit_id)
        .where(BridgePoint.id.in_(sorted(ids)))
    )
    return {point_id: Place(name, path) for point_id, name, path in await db.execute(query)}


async def names(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, str]:
    """Name members."""
    query = select(Member.id, Member.full_name).where(Member.id.in_(sorted(ids)))
    return {member_id: name for member_id, name in await db.execute(query)}  # noqa: C416


async def account_names(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, str]:
    """Name accounts."""
    query = select(Account.id, Account.display_name).where(Account.id.in_(sorted(ids)))
    return {account_id: name for account_id, name in await db.execute(query)}  # noqa: C416
