"""All SQL of reports, but for what fills in their texts."""

from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.reports import Report
from api.tables.units import Unit


async def find(
    db: AsyncSession, report_id: UUID, visible: ColumnElement[bool]
) -> tuple[Report, Unit] | None:
    """Find a report and its unit, through the condition of who asks."""
    query = (
        select(Report, Unit)
        .join(Unit, Unit.id == Report.unit_id)
        .where(Report.id == report_id, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None
