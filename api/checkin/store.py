"""All SQL of check-in: what a list of check-ins is judged by, and what it writes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute

from api.db import insert_into
from api.kit.ids import new_id
from api.tables.attendance import Attendance
from api.tables.bridge_points import BridgePoint
from api.tables.checkin import CheckIn, Refusal
from api.tables.conferences import Conference
from api.tables.sessions import Session, SessionPoint, Window
from api.tables.units import Unit
from api.units import store as units
from api.words import Evidence, Standing

AttendanceKey = tuple[UUID, UUID, UUID]
"""Session, member, window."""


@dataclass(frozen=True, slots=True)
class Venue:
    """A bridge point as a check-in sees it; `hub_host_id` is the host where it is the Meet hub."""

    name: str
    hub_host_id: UUID | None


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


_RECORDED = [getattr(Attendance, name) for name in Recorded.__slots__]


async def kept(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, CheckIn]:
    """Find the check-ins that were accepted before under these ids."""
    query = select(CheckIn).where(CheckIn.id.in_(sorted(ids)))
    return {row.id: row for row in (await db.execute(query)).scalars()}


async def sessions(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Session]:
    """Load sessions."""
    query = select(Session).where(Session.id.in_(sorted(ids)))
    return {row.id: row for row in (await db.execute(query)).scalars()}


async def organiser_paths(db: AsyncSession, session_ids: Collection[UUID]) -> dict[UUID, str]:
    """Tell the path of the unit that organises each session; its members are those below it."""
    query = (
        select(Session.id, Unit.path)
        .join(Conference, Conference.id == Session.conference_id)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(Session.id.in_(sorted(session_ids)))
    )
    return dict((await db.execute(query)).all())


async def suspended_doors(
    db: AsyncSession, session_ids: Collection[UUID]
) -> set[tuple[UUID, UUID]]:
    """Tell at which session points typed codes are suspended now."""
    query = select(SessionPoint.session_id, SessionPoint.bridge_point_id).where(
        SessionPoint.session_id.in_(sorted(session_ids)),
        SessionPoint.typed_codes_suspended_at.is_not(None),
    )
    return {(session_id, point_id) for session_id, point_id in (await db.execute(query)).all()}


async def windows(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Window]:
    """Load windows."""
    query = select(Window).where(Window.id.in_(sorted(ids)))
    return {row.id: row for row in (await db.execute(query)).scalars()}


async def points(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Venue]:
    """Load bridge points, each hub with the unit that hosts it today."""
    wanted = BridgePoint.id.in_(sorted(ids))
    today = units.became(select(BridgePoint.host_unit_id).where(wanted))
    query = (
        select(BridgePoint.id, BridgePoint.name, BridgePoint.is_hub, today.c.unit_id)
        .join(today, today.c.origin == BridgePoint.host_unit_id)
        .where(wanted)
    )
    return {
        point_id: Venue(name, host_id if is_hub else None)
        for point_id, name, is_hub, host_id in await db.execute(query)
    }


async def unit_ids(db: AsyncSession, ids: Collection[UUID]) -> set[UUID]:
    """Tell which of these units there are."""
    return set((await db.execute(select(Unit.id).where(Unit.id.in_(sorted(ids))))).scalars())


async def attendance(
    db: AsyncSession, session_ids: Collection[UUID], member_ids: Collection[UUID]
) -> dict[AttendanceKey, Recorded]:
    """Load what is recorded of some members in some sessions."""
    query = select(*_RECORDED).where(
        Attendance.session_id.in_(sorted(session_ids)), Attendance.member_id.in_(sorted(member_ids))
    )
    found = [Recorded(*row) for row in (await db.execute(query))]
    return {each.key: each for each in found}


async def insert_attendance(db: AsyncSession, records: Iterable[Recorded]) -> int:
    """Insert attendance in order of its key; tell how many rows were new."""
    rows = [asdict(each) for each in sorted(records, key=lambda each: each.key)]
    target = ["session_id", "member_id", "window_id"]
    return await _insert_new(db, Attendance, rows, target, Attendance.id)


async def insert_check_ins(db: AsyncSession, rows: Iterable[dict[str, Any]]) -> int:
    """Insert accepted check-ins in order of their ids; tell how many rows were new."""
    ordered = sorted(rows, key=lambda row: row["id"])
    return await _insert_new(db, CheckIn, ordered, ["id"], CheckIn.id)


async def _insert_new(
    db: AsyncSession,
    table: type[DeclarativeBase],
    rows: Sequence[dict[str, Any]],
    target: list[str],
    returned: InstrumentedAttribute[UUID],
) -> int:
    if not rows:
        return 0
    # The rows as parameters and not in the statement, which is then compiled once for ever.
    statement = insert_into(db, table).on_conflict_do_nothing(index_elements=target)
    return len((await db.execute(statement.returning(returned), rows)).all())


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


async def count_refusals(db: AsyncSession, session_id: UUID, *, most: int) -> int:
    """Count the refusals of a session, up to `most`."""
    some = select(Refusal.id).where(Refusal.session_id == session_id).limit(most).subquery()
    return (await db.execute(select(func.count()).select_from(some))).scalar_one()


def refusal_row(
    code: str, *, session_id: UUID, bridge_point_id: UUID, phone_id: UUID, at: datetime
) -> dict[str, Any]:
    """Write down a refusal as `insert_refusals` takes it."""
    return {
        "id": new_id(at),
        "at": at,
        "code": code,
        "session_id": session_id,
        "bridge_point_id": bridge_point_id,
        "device_id": phone_id,
    }


async def insert_refusals(db: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Keep refusals, so that the hall can be told why."""
    if rows:
        await db.execute(insert(Refusal), rows)
