"""What messages to other programs tell of reports: which, whose, in what state, and counts."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.sessions.secrecy import is_secret
from api.tables.reports import Report, ReportVersion
from api.tables.units import Unit
from api.webhooks.subjects import Subject, counts_of, has_its_unit, text_of


async def reports(db: AsyncSession, ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Tell of reports: which, whose, in what state, with the counts of the newest version."""
    newest = (
        select(func.max(ReportVersion.number))
        .where(ReportVersion.report_id == Report.id)
        .correlate(Report)
        .scalar_subquery()
    )
    secret = is_secret(Report.conference_id, Report.session_id)
    query = (
        select(Report, Unit, secret, ReportVersion.content["figures"])
        .join(Unit, Unit.id == Report.unit_id)
        .outerjoin(
            ReportVersion,
            (ReportVersion.report_id == Report.id) & (ReportVersion.number == newest),
        )
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
                "figures": counts_of(figures),
            },
        )
        for report, unit, is_withheld, figures in await db.execute(query)
    }
