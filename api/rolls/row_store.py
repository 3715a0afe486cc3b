"""SQL of the members who are shown on a page of a roll."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.attendance import Attendance, Mark, TypedName
from api.tables.checkin import CheckIn
from api.tables.members import Member
from api.tables.rosters import RosterRow
from api.tables.sessions import Window
from api.words import Evidence, Standing, WindowKind


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded of a member in one window; `came_after` where more came after a decision."""

    attendance_id: UUID
    window_kind: WindowKind
    standing: Standing
    evidence: Evidence
    first_arrived_at: datetime
    late_seconds: int | None
    typed_name: str | None
    came_after: bool


async def members(db: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Member]:
    """Load members."""
    query = select(Member).where(Member.id.in_(sorted(ids)))
    return {member.id: member for member in (await db.execute(query)).scalars()}


async def struck(
    db: AsyncSession, conference_id: UUID, ids: Collection[UUID]
) -> set[tuple[UUID, UUID]]:
    """List the units and members whose rows are struck."""
    query = select(RosterRow.unit_id, RosterRow.member_id).where(
        RosterRow.conference_id == conference_id,
        RosterRow.member_id.in_(sorted(ids)),
        RosterRow.struck_at.is_not(None),
    )
    return {(unit_id, member_id) for unit_id, member_id in await db.execute(query)}


async def recorded(
    db: AsyncSession, session_id: UUID, ids: Collection[UUID]
) -> dict[UUID, Sequence[Recorded]]:
    """List what is recorded of some members in a session, in the order of its windows."""
    typed = (
        select(func.max(TypedName.name))
        .where(TypedName.session_id == session_id, TypedName.attendance_id == Attendance.id)
        .correlate(Attendance)
        .scalar_subquery()
    )
    later = (
        select(CheckIn.id)
        .where(
            CheckIn.session_id == session_id,
            CheckIn.attendance_id == Attendance.id,
            CheckIn.arrived_at > Attendance.decided_at,
        )
        .correlate(Attendance)
        .exists()
    )
    query = (
        select(
            Attendance.member_id,
            Attendance.id,
            Window.kind,
            Attendance.standing,
            Attendance.evidence,
            Attendance.first_arrived_at,
            Attendance.late_seconds,
            typed,
            later,
        )
        .join(Window, and_(Window.id == Attendance.window_id, Window.kind != WindowKind.REHEARSAL))
        .where(Attendance.session_id == session_id, Attendance.member_id.in_(sorted(ids)))
        .order_by(Window.ordinal)
    )
    found: dict[UUID, list[Recorded]] = defaultdict(list)
    for member_id, *row in await db.execute(query):
        found[member_id].append(Recorded(*row))
    return dict(found)


async def marks(db: AsyncSession, session_id: UUID, ids: Collection[UUID]) -> dict[UUID, Mark]:
    """Load what persons wrote of some members in a session."""
    query = select(Mark).where(Mark.session_id == session_id, Mark.member_id.in_(sorted(ids)))
    return {mark.member_id: mark for mark in (await db.execute(query)).scalars()}
