"""All SQL of attendance."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from api.attendance.schemas import AttendanceView, PointCount, UnitCount
from api.tables.attendance import Attendance, TypedName
from api.tables.bridge_points import BridgePoint
from api.tables.members import Member
from api.tables.units import Unit
from api.words import Evidence, Standing

_IS_PRESENT = func.max(case((Attendance.standing == Standing.PRESENT, 1), else_=0))


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of attendance is narrowed to; None leaves it open."""

    unit_id: UUID | None = None
    standing: Standing | None = None
    evidence: Evidence | None = None
    window_id: UUID | None = None


async def page(
    db: AsyncSession,
    session_id: UUID,
    visible: ColumnElement[bool],
    filters: Filters,
    *,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[AttendanceView]:
    """List a session's attendance of visible units, as it came; one more than `limit`."""
    query = (
        select(
            Attendance.id,
            Attendance.session_id,
            Attendance.window_id,
            Attendance.member_id,
            Member.full_name,
            Attendance.unit_id,
            Unit.name.label("unit_name"),
            Attendance.bridge_point_id,
            Attendance.standing,
            Attendance.evidence,
            Attendance.late_seconds,
            Attendance.first_arrived_at,
        )
        .join(Member, Member.id == Attendance.member_id)
        .join(Unit, Unit.id == Attendance.unit_id)
        .where(Attendance.session_id == session_id, visible)
    )
    for column, wanted in (
        (Attendance.unit_id, filters.unit_id),
        (Attendance.standing, filters.standing),
        (Attendance.evidence, filters.evidence),
        (Attendance.window_id, filters.window_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if after is not None:
        query = query.where(Attendance.id > after[0])
    rows = await db.execute(query.order_by(Attendance.id).limit(limit + 1))
    return [AttendanceView(**row) for row in rows.mappings()]


def _persons(session_id: UUID, key: InstrumentedAttribute[UUID]) -> Select[UUID, int]:
    # One row a person and key: whoever is in three windows is one person, present if ever present.
    return (
        select(key, _IS_PRESENT.label("present"))
        .where(Attendance.session_id == session_id)
        .group_by(Attendance.member_id, key)
    )


async def counts_by_point(
    db: AsyncSession, session_id: UUID, *, point_id: UUID | None = None
) -> list[PointCount]:
    """Count the persons at each point of a session, or at one of them."""
    persons = _persons(session_id, Attendance.bridge_point_id)
    if point_id is not None:
        persons = persons.where(Attendance.bridge_point_id == point_id)
    each = persons.subquery()
    query = (
        select(
            BridgePoint.id.label("point_id"),
            BridgePoint.name,
            func.sum(each.c.present).label("present"),
            func.sum(1 - each.c.present).label("pending"),
        )
        .join(each, each.c.bridge_point_id == BridgePoint.id)
        .group_by(BridgePoint.id, BridgePoint.name, BridgePoint.ordinal)
        .order_by(BridgePoint.ordinal)
    )
    return [PointCount(**row) for row in (await db.execute(query)).mappings()]


async def counts_by_unit(db: AsyncSession, session_id: UUID) -> list[UnitCount]:
    """Count the persons of each unit in a session."""
    each = _persons(session_id, Attendance.unit_id).subquery()
    query = (
        select(
            Unit.id.label("unit_id"),
            Unit.name,
            func.sum(each.c.present).label("present"),
            func.sum(1 - each.c.present).label("pending"),
        )
        .join(each, each.c.unit_id == Unit.id)
        .group_by(Unit.id, Unit.name, Unit.sort_key)
        .order_by(Unit.sort_key, Unit.id)
    )
    return [UnitCount(**row) for row in (await db.execute(query)).mappings()]


async def count_typed_names(db: AsyncSession, session_id: UUID) -> int:
    """Count the typed names of a session that fit no member."""
    query = select(func.count()).where(
        TypedName.session_id == session_id, TypedName.attendance_id.is_(None)
    )
    return (await db.execute(query)).scalar_one()


async def count_waiting(db: AsyncSession, session_id: UUID, point_id: UUID) -> int:
    """Count what waits for the secretary at a point, for the screen that everybody sees.

    A phone that typed a name counts once, whether the name fits a member, and whether that member
    is there already: two looks at the wall must not tell who is on the list. It stops to count
    when the same phone has proved to be that member. Of those whom it helps it counts each.
    """
    own = (
        select(Attendance.id)
        .where(
            Attendance.session_id == TypedName.session_id,
            Attendance.id == TypedName.attendance_id,
            Attendance.device_id == TypedName.device_id,
            Attendance.standing == Standing.PRESENT,
        )
        .exists()
    )
    here = and_(TypedName.session_id == session_id, TypedName.bridge_point_id == point_id)
    typed = select(func.count(TypedName.device_id.distinct())).where(
        here, TypedName.evidence == Evidence.CLAIMED, ~own
    )
    helped = select(func.count()).where(here, TypedName.evidence == Evidence.ASSISTED)
    proved = select(func.count(Attendance.member_id.distinct())).where(
        Attendance.session_id == session_id,
        Attendance.bridge_point_id == point_id,
        Attendance.standing == Standing.PENDING,
        Attendance.evidence.not_in([Evidence.CLAIMED, Evidence.ASSISTED]),
    )
    counts = [(await db.execute(query)).scalar_one() for query in (typed, helped, proved)]
    return sum(counts)
