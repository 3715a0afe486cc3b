"""All SQL of make-ups, but for their list (`listing_store`)."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.db import insert_into
from api.make_ups.rules import Place
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark
from api.tables.bridge_points import BridgePoint
from api.tables.make_ups import MakeUp
from api.tables.members import Member
from api.tables.sessions import Session, SessionPoint, Window
from api.tables.units import Unit
from api.words import MarkKind, MemberStatus, Standing, WindowKind

_AT_ONCE: Final = 2000
"""Rows or values in one statement: PostgreSQL takes 32,767 parameters."""


def _parts(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    whole = sorted(ids)
    for start in range(0, len(whole), _AT_ONCE):
        yield whole[start : start + _AT_ONCE]


async def sessions(db: AsyncSession, conference_id: UUID) -> Sequence[Session]:
    """List the sessions of a conference."""
    query = (
        select(Session)
        .where(Session.conference_id == conference_id)
        .order_by(Session.form, Session.ordinal)
    )
    return (await db.execute(query)).scalars().all()


async def came(
    db: AsyncSession, conference_id: UUID, member_ids: Collection[UUID]
) -> dict[UUID, set[UUID]]:
    """Tell in which sessions of a conference some members were."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    ticked = (
        select(Mark.member_id, Mark.session_id)
        .join(Session, Session.id == Mark.session_id)
        .where(Session.conference_id == conference_id, Mark.kind == MarkKind.PRESENT)
    )
    its_mark = (Mark.session_id == Attendance.session_id) & (Mark.member_id == Attendance.member_id)
    seen = (
        select(Attendance.member_id, Attendance.session_id)
        .join(Session, Session.id == Attendance.session_id)
        .join(Window, Window.id == Attendance.window_id)
        .outerjoin(Mark, its_mark)
        .where(
            Session.conference_id == conference_id,
            Window.kind != WindowKind.REHEARSAL,
            Attendance.standing == Standing.PRESENT,
            Mark.kind.is_(None),
        )
    )
    for some in _parts(member_ids):
        for query in (
            ticked.where(Mark.member_id.in_(some)),
            seen.where(Attendance.member_id.in_(some)),
        ):
            for member_id, session_id in await db.execute(query):
                found[member_id].add(session_id)
    return dict(found)


async def excused_for_good(db: AsyncSession, member_ids: Collection[UUID]) -> set[UUID]:
    """Tell which of some members need not attend at all: of reduced duty, or no longer here."""
    beside = (MemberStatus.REDUCED, MemberStatus.LEFT)
    found: set[UUID] = set()
    for some in _parts(member_ids):
        query = select(Member.id).where(Member.id.in_(some), Member.status.in_(beside))
        found |= set((await db.execute(query)).scalars())
    return found


async def of_members(
    db: AsyncSession, conference_id: UUID, member_ids: Collection[UUID]
) -> dict[UUID, MakeUp]:
    """Load what is planned or done for some members."""
    found: dict[UUID, MakeUp] = {}
    for some in _parts(member_ids):
        query = select(MakeUp).where(
            MakeUp.conference_id == conference_id, MakeUp.member_id.in_(some)
        )
        found |= {each.member_id: each for each in (await db.execute(query)).scalars()}
    return found


async def write(db: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows whole, over those of the same members."""
    for start in range(0, len(rows), _AT_ONCE // 10):
        statement = insert_into(db, MakeUp).values(rows[start : start + _AT_ONCE // 10])
        kept = {
            name: statement.excluded[name]
            for name in rows[0]
            if name not in {"conference_id", "member_id"}
        }
        await db.execute(
            statement.on_conflict_do_update(
                index_elements=["conference_id", "member_id"], set_=kept
            )
        )


async def seats_allocated(
    db: AsyncSession, session_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], int]:
    """Count who is allocated to each point of some sessions."""
    query = (
        select(Allocation.session_id, Allocation.bridge_point_id, func.count())
        .where(Allocation.session_id.in_(sorted(session_ids)))
        .group_by(Allocation.session_id, Allocation.bridge_point_id)
    )
    return {(session, point): count for session, point, count in await db.execute(query)}


async def proposed(
    db: AsyncSession, session_ids: Collection[UUID], path: str | None = None
) -> Sequence[tuple[UUID, UUID, str, UUID | None, int]]:
    """Count who is proposed for some sessions: by session, unit, its path, and allocated point."""
    key = (MakeUp.session_id, Unit.id, Unit.path, Allocation.bridge_point_id)
    query = (
        select(*key, func.count())
        .join(Unit, Unit.id == MakeUp.unit_id)
        .outerjoin(
            Allocation,
            (Allocation.conference_id == MakeUp.conference_id)
            & (Allocation.member_id == MakeUp.member_id),
        )
        .where(MakeUp.session_id.in_(sorted(session_ids)))
        .group_by(*key)
    )
    if path is not None:
        query = query.where(within([path]))
    return [
        (session_id, unit_id, unit_path, point_id, count)
        for session_id, unit_id, unit_path, point_id, count in await db.execute(query)
        if session_id is not None
    ]


async def capacities(db: AsyncSession, session_ids: Collection[UUID]) -> dict[Place, int]:
    """Tell how many each point of some sessions seats, where that is known."""
    query = select(
        SessionPoint.session_id, SessionPoint.bridge_point_id, SessionPoint.capacity
    ).where(SessionPoint.session_id.in_(sorted(session_ids)), SessionPoint.capacity.is_not(None))
    return {
        (session, point): seats
        for session, point, seats in await db.execute(query)
        if seats is not None
    }


async def points(db: AsyncSession, conference_id: UUID) -> dict[UUID, BridgePoint]:
    """Load the bridge points of a conference."""
    query = select(BridgePoint).where(BridgePoint.conference_id == conference_id)
    return {point.id: point for point in (await db.execute(query)).scalars()}
