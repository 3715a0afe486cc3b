"""What messages to other programs tell of reports: which, whose, in what state; no figures."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.sessions.secrecy import is_secret
from api.tables.reports import Report
from api.tables.units import Unit
from api.webhooks.subjects import Subject, has_its_unit, text_of


async def reports(db: AsyncSession, ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Tell of reports: which, whose, in what state."""
    query = (
        select(Report, Unit, is_secret(Report.conference_id, Report.session_id))
        .join(Unit, Unit.id == Report.unit_id)
        .where(Report.id.in_(sorted(ids)))
    )
    return {
        report.id: Subject(
            unit.id,
            unit.path,
            is_withheld=bool(is_withheld),
            data={
                **has_its_unit(unit.id, unit.name),
                "conference_id": str(report.conference_id),
                "session_id": text_of(report.session_id),
                "report_id": str(report.id),
                "kind": report.kind.value,
                "state": report.state.value,
                "submitted_at": text_of(report.submitted_at),
            },
        )
        for report, unit, is_withheld in await db.execute(query)
    }
