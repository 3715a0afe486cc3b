"""What messages to other programs tell of conferences: which, whether closed, and the totals."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.sessions.secrecy import is_secret
from api.tables.conferences import Conference
from api.tables.summaries import SummaryVersion
from api.tables.units import Unit
from api.webhooks.subjects import Subject, counts_of, has_its_unit, text_of


async def conferences(db: AsyncSession, ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Tell of conferences, with the totals of the newest summary that was frozen."""
    newest = (
        select(func.max(SummaryVersion.number))
        .where(SummaryVersion.conference_id == Conference.id)
        .correlate(Conference)
        .scalar_subquery()
    )
    query = (
        select(Conference, Unit, is_secret(Conference.id), SummaryVersion.content["total"])
        .join(Unit, Unit.id == Conference.organiser_id)
        .outerjoin(
            SummaryVersion,
            (SummaryVersion.conference_id == Conference.id) & (SummaryVersion.number == newest),
        )
        .where(Conference.id.in_(sorted(ids)))
    )
    return {
        conference.id: Subject(
            unit.id,
            unit.path,
            is_withheld=bool(is_withheld),
            data={
                **has_its_unit(unit.id, unit.name),
                "conference_id": str(conference.id),
                "title": conference.title,
                "closed_at": text_of(conference.closed_at),
                "state": "open" if conference.closed_at is None else "closed",
                "figures": counts_of(total),
            },
        )
        for conference, unit, is_withheld, total in await db.execute(query)
    }
