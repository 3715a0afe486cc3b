"""All SQL of paper sheets."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.attendance import Mark, PaperSheet
from api.tables.units import Unit


async def find(
    db: AsyncSession, sheet_id: UUID, visible: ColumnElement[bool]
) -> tuple[PaperSheet, str] | None:
    """Find a sheet and the path of its unit, through the condition of who asks."""
    query = (
        select(PaperSheet, Unit.path)
        .join(Unit, Unit.id == PaperSheet.unit_id)
        .where(PaperSheet.id == sheet_id, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def page(
    db: AsyncSession,
    session_id: UUID,
    among: ColumnElement[bool],
    *,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[PaperSheet]:
    """List the sheets of a session and some units as they came; one more than `limit`."""
    query = (
        select(PaperSheet)
        .join(Unit, Unit.id == PaperSheet.unit_id)
        .where(PaperSheet.session_id == session_id, among)
    )
    if after is not None:
        query = query.where(PaperSheet.id > after[0])
    rows = await db.execute(query.order_by(PaperSheet.id).limit(limit + 1))
    return rows.scalars().all()


async def count(db: AsyncSession, session_id: UUID, unit_id: UUID) -> int:
    """Count the sheets of a unit in a session."""
    query = select(func.count()).where(
        PaperSheet.session_id == session_id, PaperSheet.unit_id == unit_id
    )
    return (await db.execute(query)).scalar_one()


async def count_marks(db: AsyncSession, sheet: PaperSheet) -> int:
    """Count the marks that were copied from a sheet."""
    query = select(func.count()).where(
        Mark.session_id == sheet.session_id, Mark.paper_sheet_id == sheet.id
    )
    return (await db.execute(query)).scalar_one()
