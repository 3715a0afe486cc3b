"""SQL of persons: what each was and did in a conference, in streams by the member's id."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, select, union
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from api.access.scope import within
from api.members import past_store
from api.members.past_store import Past
from api.rolls.hand_store import IS_CONFIRMED
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark, TypedName
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Exclusion
from api.tables.duties import Duty
from api.tables.make_ups import MakeUp
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import MakeUpKind, MemberStatus, Standing, TypedNameOutcome

_BATCH = 1000


class MemberRow(NamedTuple):
    """What a member is today, and his seat in a conference; null where he has none."""

    id: UUID
    unit_id: UUID
    away_id: UUID | None
    until: date | None
    status: MemberStatus
    session_id: UUID | None
    point_id: UUID | None
    created_at: datetime


async def sessions(db: AsyncSession, conference_id: UUID) -> tuple[Session, ...]:
    """List the sessions of a conference, by form and ordinal."""
    query = (
        select(Session)
        .where(Session.conference_id == conference_id)
        .order_by(Session.form, Session.ordinal)
    )
    return tuple((await db.execute(query)).scalars())


async def exclusions(
    db: AsyncSession, conference_id: UUID
) -> dict[UUID, list[tuple[datetime, datetime | None]]]:
    """Tell from when, and perhaps until when, members stand on a conference's exclusion list."""
    query = select(Exclusion.member_id, Exclusion.created_at, Exclusion.removed_at).where(
        Exclusion.conference_id == conference_id, Exclusion.member_id.is_not(None)
    )
    found: dict[UUID, list[tuple[datetime, datetime | None]]] = {}
    for member_id, since, until in await db.execute(query):
        if member_id is not None:
            found.setdefault(member_id, []).append((since, until))
    return found


async def on_duty(db: AsyncSession, session_ids: Collection[UUID]) -> set[UUID]:
    """List the members who serve some sessions."""
    query = select(Duty.member_id).where(Duty.session_id.in_(sorted(session_ids)))
    return set((await db.execute(query)).scalars())


async def retold(db: AsyncSession, conference_id: UUID) -> set[UUID]:
    """List the members to whom their cells told a conference again."""
    query = select(MakeUp.member_id).where(
        MakeUp.conference_id == conference_id, MakeUp.kind == MakeUpKind.RETOLD
    )
    return set((await db.execute(query)).scalars())


async def hosts(db: AsyncSession, conference_id: UUID) -> dict[UUID, UUID]:
    """Map the points of a conference to the units that host them."""
    query = select(BridgePoint.id, BridgePoint.host_unit_id).where(
        BridgePoint.conference_id == conference_id
    )
    return {row[0]: row[1] for row in await db.execute(query)}


async def typed_guests(
    db: AsyncSession, session_ids: Collection[UUID]
) -> dict[UUID, dict[tuple[UUID, UUID | None], int]]:
    """Count by session the typed names that somebody settled as guests, by point and unit."""
    place = (TypedName.session_id, TypedName.bridge_point_id, TypedName.unit_id)
    query = (
        select(*place, func.count())
        .where(
            TypedName.session_id.in_(sorted(session_ids)),
            TypedName.outcome == TypedNameOutcome.GUEST,
        )
        .group_by(*place)
    )
    found: dict[UUID, dict[tuple[UUID, UUID | None], int]] = {each: {} for each in session_ids}
    for session_id, point_id, unit_id, number in await db.execute(query):
        found[session_id][point_id, unit_id] = number
    return found


async def changed_without_seat(
    db: AsyncSession, conference_id: UUID, then: datetime
) -> dict[UUID, Past]:
    """Tell what those were at an instant who have no class and were changed since."""
    seated = select(Allocation.member_id).where(Allocation.conference_id == conference_id)
    return await past_store.changed_since(db, then, Member.id.not_in(seated))


async def erased_without_seat(
    db: AsyncSession, conference_id: UUID, then: datetime
) -> dict[UUID, Past]:
    """Tell what those were at an instant who have no class and were erased since."""
    seated = select(Allocation.member_id).where(Allocation.conference_id == conference_id)
    return await past_store.erased_since(db, then, Member.id.not_in(seated))


def belonging(
    path: str, session_ids: Sequence[UUID], past_ids: Collection[UUID]
) -> ColumnElement[bool]:
    """Make the condition that a subtree may count a member: he is or was of it, or was seen."""
    units = select(Unit.id).where(within([path]))
    ways = [
        select(Member.id).where(Member.unit_id.in_(units)),
        select(Member.id).where(Member.temporary_unit_id.in_(units)),
        *(
            select(table.member_id).where(
                table.session_id.in_(sorted(session_ids)), table.unit_id.in_(units)
            )
            for table in (Attendance, Mark)
        ),
    ]
    if past_ids:
        ways.append(select(Member.id).where(Member.id.in_(sorted(past_ids))))
    return Member.id.in_(union(*ways))


def members(among: ColumnElement[bool], conference_id: UUID) -> Select[*tuple[Any, ...]]:
    """Select members with their seats, by their ids: the columns of `MemberRow`."""
    seat = and_(Allocation.conference_id == conference_id, Allocation.member_id == Member.id)
    return (
        select(
            Member.id,
            Member.unit_id,
            Member.temporary_unit_id,
            Member.temporary_until,
            Member.status,
            Allocation.session_id,
            Allocation.bridge_point_id,
            Member.created_at,
        )
        .outerjoin(Allocation, seat)
        .where(among)
        .order_by(Member.id)
    )


async def seen(
    db: AsyncSession,
    session_ids: Collection[UUID],
    member_ids: Sequence[UUID],
    *,
    is_dense: bool,
) -> Sequence[Row[*tuple[Any, ...]]]:
    """Tell where some members were seen: the best of their windows first, as `recorded` does.

    The last two tell whether a person confirmed it, and whether nobody countersigned that.
    """
    best = case(
        (Attendance.standing == Standing.PRESENT, 0),
        (Attendance.standing == Standing.PENDING, 1),
        else_=2,
    )
    query = (
        select(
            Attendance.member_id,
            Attendance.session_id,
            Attendance.window_id,
            Attendance.unit_id,
            Attendance.bridge_point_id,
            Attendance.standing,
            Attendance.evidence,
            case((IS_CONFIRMED, 1), else_=0),
            case((IS_CONFIRMED & Attendance.countersigned_at.is_(None), 1), else_=0),
        )
        .where(
            Attendance.session_id.in_(sorted(session_ids)),
            _among(Attendance.member_id, member_ids, is_dense=is_dense),
        )
        .order_by(best, Attendance.first_arrived_at, Attendance.id)
    )
    return (await db.execute(query)).all()


async def marks(
    db: AsyncSession,
    session_ids: Collection[UUID],
    member_ids: Sequence[UUID],
    *,
    is_dense: bool,
) -> Sequence[Row[*tuple[Any, ...]]]:
    """Tell what persons wrote of some members; the last is whether it was countersigned."""
    query = select(
        Mark.member_id,
        Mark.session_id,
        Mark.unit_id,
        Mark.bridge_point_id,
        Mark.kind,
        Mark.reason,
        Mark.departed_at,
        Mark.evidence,
        case((Mark.countersigned_at.is_(None), 0), else_=1),
    ).where(
        Mark.session_id.in_(sorted(session_ids)),
        _among(Mark.member_id, member_ids, is_dense=is_dense),
    )
    return (await db.execute(query)).all()


def _among(
    column: InstrumentedAttribute[UUID], member_ids: Sequence[UUID], *, is_dense: bool
) -> ColumnElement[bool]:
    """Make the condition that a row is of some members, which come by their ids.

    Where nearly everybody between the first and the last is one of them, those two name them all.
    """
    if is_dense:
        return column.between(member_ids[0], member_ids[-1])
    return column.in_(member_ids)


async def paths(db: AsyncSession, unit_ids: Collection[UUID]) -> dict[UUID, str]:
    """Tell the paths of some units, wherever they stand."""
    if not unit_ids:
        return {}
    query = select(Unit.id, Unit.path).where(Unit.id.in_(sorted(unit_ids)))
    return {row[0]: row[1] for row in await db.execute(query)}


@asynccontextmanager
async def streamed(
    db: AsyncSession, query: Select[*tuple[Any, ...]]
) -> AsyncIterator[AsyncIterator[Sequence[Any]]]:
    """Read a query in batches, so that memory stays flat however many rows there are."""
    result = await db.stream(query.execution_options(yield_per=_BATCH))
    try:
        yield result.partitions()
    finally:
        await result.close()
