"""All SQL of the evidence board: by what everybody was counted, and who came last."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance.recorded import came, recorded
from api.tables.attendance import Attendance, Mark
from api.words import Evidence, MarkKind, Standing


async def by_evidence(db: AsyncSession, session_id: UUID) -> list[tuple[UUID, Evidence, int]]:
    """Count who is at each point by his best evidence; what a person wrote stands before it."""
    each = recorded(session_id)
    evidence = func.coalesce(each.c.mark_evidence, each.c.evidence, type_=each.c.evidence.type)
    query = (
        select(each.c.point_id, evidence, func.count())
        .where(came(each), each.c.point_id.is_not(None))
        .group_by(each.c.point_id, evidence)
    )
    return [(point_id, found, number) for point_id, found, number in await db.execute(query)]


async def last_arrivals(db: AsyncSession, session_id: UUID) -> dict[UUID, datetime]:
    """Tell when the last one came to each point, or was ticked there."""
    arrived = (
        select(Attendance.bridge_point_id, func.max(Attendance.first_arrived_at))
        .where(Attendance.session_id == session_id, Attendance.standing != Standing.REJECTED)
        .group_by(Attendance.bridge_point_id)
    )
    ticked = (
        select(Mark.bridge_point_id, func.max(Mark.marked_at))
        .where(
            Mark.session_id == session_id,
            Mark.kind == MarkKind.PRESENT,
        )
        .group_by(Mark.bridge_point_id)
    )
    found: dict[UUID, datetime] = {}
    for query in (arrived, ticked):
        for point_id, at in await db.execute(query):
            if point_id is not None:
                found[point_id] = max(at, found.get(point_id, at))
    return found
