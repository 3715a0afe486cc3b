"""SQL of what fills in a report's texts: incidents, and how points were prepared."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.bridge_points.preparation import checklists_of
from api.reports.wording import Arisen, Prepared
from api.tables.conferences import Conference
from api.tables.incidents import Incident
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import Form


async def arisen(
    db: AsyncSession, conference_id: UUID, path: str, *, session_id: UUID | None
) -> list[Arisen]:
    """List the incidents of a subtree in a session, or in the whole conference."""
    query = (
        select(Incident.at, Unit.name, Session.title, Incident.text, Incident.resolution)
        .join(Unit, Unit.id == Incident.unit_id)
        .outerjoin(Session, Session.id == Incident.session_id)
        .where(Incident.conference_id == conference_id, within([path]))
        .order_by(Incident.at, Incident.id)
    )
    if session_id is not None:
        query = query.where(Incident.session_id == session_id)
    return [Arisen(*row) for row in await db.execute(query)]


async def prepared(
    db: AsyncSession, conference: Conference, path: str, *, form: Form | None
) -> list[Prepared]:
    """List the points that a subtree hosts, with their checklists: no unit tells of another's."""
    found = await checklists_of(db, conference.id, conference.preparation_items)
    return [
        Prepared(point.name, checklist)
        for point, host_path, checklist in found
        if host_path.startswith(path) and form in {None, point.form}
    ]
