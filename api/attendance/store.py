"""All SQL of attendance."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance.persons import Basis, is_silently_excused, persons
from api.attendance.recorded import came, recorded, waits
from api.attendance.rules import Cell, Count
from api.attendance.schemas import AttendanceView, PointCount, UnitCount
from api.driver.reading import Reading, among
from api.tables.access import Account
from api.tables.attendance import Attendance, Mark, TypedName
from api.tables.bridge_points import BridgePoint
from api.tables.members import Member
from api.tables.units import Unit
from api.words import AbsenceReason, Evidence, MarkKind, Standing

# A nation has 77,000 units, and a statement takes 32,767 parameters: they are one array.
_UNITS = Reading(
    select(Unit.id, Unit.name).where(among(Unit.id, "ids")).order_by(Unit.sort_key, Unit.id)
)
_POINTS = Reading(
    select(BridgePoint.id, BridgePoint.name)
    .where(among(BridgePoint.id, "ids"))
    .order_by(BridgePoint.ordinal)
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of attendance is narrowed to; None leaves it open."""

    unit_id: UUID | None = None
    standing: Standing | None = None
    evidence: Evidence | None = None
    window_id: UUID | None = None


def _views() -> Select[*tuple[Any, ...]]:
    return (
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
            Attendance.decided_at,
            Account.display_name.label("decided_by_name"),
            Attendance.decision_reason,
            Attendance.countersigned_at,
        )
        .join(Member, Member.id == Attendance.member_id)
        .join(Unit, Unit.id == Attendance.unit_id)
        .outerjoin(Account, Account.id == Attendance.decided_by)
    )


async def view(db: AsyncSession, session_id: UUID, attendance_id: UUID) -> AttendanceView:
    """Show one attendance."""
    one = (Attendance.session_id == session_id, Attendance.id == attendance_id)
    return AttendanceView(**(await db.execute(_views().where(*one))).mappings().one())


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
    query = _views().where(Attendance.session_id == session_id, visible)
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


def _number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


async def cells(
    db: AsyncSession, known: Basis, among: Collection[UUID] | None = None
) -> list[Cell]:
    """Count a session's persons by unit, by where they count and by where they are expected.

    Only some members where `among` names them; nobody else's rows are read then.
    """
    each = persons(known, None if among is None else select(Member.id).where(Member.id.in_(among)))
    is_absent = (each.c.is_expected == 1) & (each.c.mark_kind == MarkKind.ABSENT)
    is_unexcused = is_absent & (each.c.mark_reason == AbsenceReason.KL)
    is_excused = (is_absent & ~is_unexcused) | is_silently_excused(each)
    places = (each.c.unit_id, each.c.point_id, each.c.expected_point_id)
    query = select(
        *places,
        func.sum(each.c.is_expected),
        _number(came(each)),
        _number(waits(each)),
        _number(is_excused),
        _number(is_unexcused),
    ).group_by(*places)
    return [
        Cell(unit_id, point_id, expected_at, Count(*numbers))
        for unit_id, point_id, expected_at, *numbers in await db.execute(query)
    ]


async def unit_counts(db: AsyncSession, counts: Mapping[UUID | None, Count]) -> list[UnitCount]:
    """Name the units that were counted, in Vietnamese order."""
    rows = await _UNITS.rows(db, ids=[each for each in counts if each is not None])
    return [
        UnitCount(unit_id=unit_id, name=name, **asdict(counts[unit_id])) for unit_id, name in rows
    ]


async def point_counts(db: AsyncSession, counts: Mapping[UUID | None, Count]) -> list[PointCount]:
    """Name the points at which persons were counted, in the conference's order."""
    rows = await _POINTS.rows(db, ids=[each for each in counts if each is not None])
    return [
        PointCount(point_id=point_id, name=name, **asdict(counts[point_id]))
        for point_id, name in rows
    ]


async def count_there(
    db: AsyncSession, session_id: UUID, point_ids: Collection[UUID]
) -> dict[UUID, int]:
    """Count the persons who are at some points, each person once."""
    each = recorded(session_id)
    query = (
        select(each.c.point_id, func.count())
        .where(each.c.point_id.in_(sorted(point_ids)), came(each))
        .group_by(each.c.point_id)
    )
    return {each[0]: each[1] for each in await db.execute(query)}


async def count_units_there(db: AsyncSession, session_id: UUID, point_id: UUID) -> dict[UUID, int]:
    """Count the persons who are at a point by unit, each person once."""
    each = recorded(session_id)
    query = (
        select(each.c.unit_id, func.count())
        .where(each.c.point_id == point_id, came(each))
        .group_by(each.c.unit_id)
    )
    return {each[0]: each[1] for each in await db.execute(query)}


async def count_everybody_there(db: AsyncSession, session_id: UUID) -> int:
    """Count the persons who are at a session, or were, wherever: each person once."""
    each = recorded(session_id)
    return (await db.execute(select(func.count()).where(came(each)))).scalar_one()


async def count_typed_names(db: AsyncSession, session_id: UUID) -> int:
    """Count the typed names of a session that fit no member and wait to be settled."""
    query = select(func.count()).where(
        TypedName.session_id == session_id,
        TypedName.attendance_id.is_(None),
        TypedName.outcome.is_(None),
    )
    return (await db.execute(query)).scalar_one()


async def count_waiting(db: AsyncSession, session_id: UUID, point_id: UUID) -> int:
    """Count what waits for the secretary at a point, for the screen that everybody sees.

    A phone that typed a name counts once, and once for each name typed for somebody else, whether
    the name fits a member, and whether that member is there already: two looks at the wall must not
    tell who is on the list. One's own name stops to count when the phone has proved to be that
    member; any name when it was settled, or a person decided on that member after it was typed.
    """
    settled = or_(
        Attendance.decided_at >= TypedName.arrived_at, Mark.marked_at >= TypedName.arrived_at
    )
    proved_since = and_(
        TypedName.evidence == Evidence.CLAIMED,
        Attendance.device_id == TypedName.device_id,
        Attendance.standing == Standing.PRESENT,
    )
    own = (
        select(Attendance.id)
        .outerjoin(Mark, _mark_of_attendance())
        .where(
            Attendance.session_id == TypedName.session_id,
            Attendance.id == TypedName.attendance_id,
            or_(proved_since, settled),
        )
        .exists()
    )
    helped = case((TypedName.evidence == Evidence.ASSISTED, TypedName.name))
    typed = (
        select(TypedName.device_id, helped.label("helped"))
        .where(
            TypedName.session_id == session_id,
            TypedName.bridge_point_id == point_id,
            TypedName.outcome.is_(None),
            ~own,
        )
        .distinct()
        .subquery()
    )
    proved = (
        select(func.count(Attendance.member_id.distinct()))
        .outerjoin(Mark, _mark_of_attendance())
        .where(
            Attendance.session_id == session_id,
            Attendance.bridge_point_id == point_id,
            Attendance.standing == Standing.PENDING,
            Attendance.evidence.not_in((Evidence.CLAIMED, Evidence.ASSISTED)),
            Mark.member_id.is_(None),
        )
    )
    counts = [
        (await db.execute(query)).scalar_one()
        for query in (select(func.count()).select_from(typed), proved)
    ]
    return sum(counts)


def _mark_of_attendance() -> ColumnElement[bool]:
    return and_(Mark.session_id == Attendance.session_id, Mark.member_id == Attendance.member_id)
