"""All SQL of halls."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.access import Account
from api.tables.attendance import Attendance, Mark
from api.tables.halls import CameraCheck, HeadCount
from api.tables.units import Unit
from api.words import MarkKind, Standing


async def head_counts(
    db: AsyncSession, session_id: UUID, point_id: UUID, *, after: tuple[UUID] | None, limit: int
) -> Sequence[tuple[HeadCount, Unit | None, str | None]]:
    """List the head counts of a hall, newest first, with unit and who; one more than `limit`."""
    query = (
        select(HeadCount, Unit, Account.display_name)
        .outerjoin(Unit, Unit.id == HeadCount.unit_id)
        .outerjoin(Account, Account.id == HeadCount.account_id)
        .where(HeadCount.session_id == session_id, HeadCount.bridge_point_id == point_id)
    )
    if after is not None:
        query = query.where(HeadCount.id < after[0])
    return (await db.execute(query.order_by(HeadCount.id.desc()).limit(limit + 1))).all()


async def camera_checks(
    db: AsyncSession, session_id: UUID, point_id: UUID, *, after: tuple[UUID] | None, limit: int
) -> Sequence[tuple[CameraCheck, str | None]]:
    """List the looks at a hall's camera, newest first, with who; one more than `limit`."""
    query = (
        select(CameraCheck, Account.display_name)
        .outerjoin(Account, Account.id == CameraCheck.account_id)
        .where(CameraCheck.session_id == session_id, CameraCheck.bridge_point_id == point_id)
    )
    if after is not None:
        query = query.where(CameraCheck.id < after[0])
    return (await db.execute(query.order_by(CameraCheck.id.desc()).limit(limit + 1))).all()


async def recorded_at(db: AsyncSession, session_id: UUID, point_id: UUID) -> dict[str, int]:
    """Count who is recorded as present at a point, each once, by the paths of their units.

    What a person wrote stands before evidence, and where it names a point, it is that one.
    """
    told_otherwise = (
        select(Mark.member_id)
        .where(
            Mark.session_id == Attendance.session_id,
            Mark.member_id == Attendance.member_id,
            or_(Mark.kind == MarkKind.ABSENT, Mark.bridge_point_id.is_not(None)),
        )
        .exists()
    )
    seen = (
        select(Attendance.member_id.label("member_id"), Unit.path.label("path"))
        .join(Unit, Unit.id == Attendance.unit_id)
        .where(
            Attendance.session_id == session_id,
            Attendance.bridge_point_id == point_id,
            Attendance.standing == Standing.PRESENT,
            ~told_otherwise,
        )
    )
    written = (
        select(Mark.member_id.label("member_id"), Unit.path.label("path"))
        .join(Unit, Unit.id == Mark.unit_id)
        .where(
            Mark.session_id == session_id,
            Mark.bridge_point_id == point_id,
            Mark.kind == MarkKind.PRESENT,
        )
    )
    rows = union_all(seen, written).subquery()
    persons = (
        select(rows.c.member_id, func.min(rows.c.path).label("path"))
        .group_by(rows.c.member_id)
        .subquery()
    )
    query = select(persons.c.path, func.count()).group_by(persons.c.path)
    return {str(path): int(count) for path, count in await db.execute(query)}
