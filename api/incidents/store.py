"""All SQL of incidents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.incidents.schemas import IncidentView
from api.tables.access import Account
from api.tables.bridge_points import BridgePoint
from api.tables.incidents import Incident
from api.tables.units import Unit


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of incidents is narrowed to; None leaves it open."""

    conference_id: UUID | None = None
    session_id: UUID | None = None
    unit_id: UUID | None = None
    is_resolved: bool | None = None


def _views() -> Select[*tuple[Any, ...]]:
    by, resolver = aliased(Account), aliased(Account)
    return (
        select(
            Incident.id,
            Incident.conference_id,
            Incident.unit_id,
            Unit.name.label("unit_name"),
            Incident.session_id,
            Incident.bridge_point_id,
            BridgePoint.name.label("point_name"),
            Incident.text,
            Incident.at.label("reported_at"),
            by.display_name.label("reported_by"),
            Incident.resolved_at,
            resolver.display_name.label("resolved_by"),
            Incident.resolution,
        )
        .join(Unit, Unit.id == Incident.unit_id)
        .outerjoin(BridgePoint, BridgePoint.id == Incident.bridge_point_id)
        .outerjoin(by, by.id == Incident.account_id)
        .outerjoin(resolver, resolver.id == Incident.resolved_by)
    )


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    filters: Filters,
    *,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[IncidentView]:
    """List the incidents of visible units, newest first; one more than `limit`."""
    query = _views().where(visible)
    for column, wanted in (
        (Incident.conference_id, filters.conference_id),
        (Incident.session_id, filters.session_id),
        (Incident.unit_id, filters.unit_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if filters.is_resolved is not None:
        resolved = Incident.resolved_at.is_not(None)
        query = query.where(resolved if filters.is_resolved else ~resolved)
    if after is not None:
        query = query.where(Incident.id < after[0])
    rows = await db.execute(query.order_by(Incident.id.desc()).limit(limit + 1))
    return [IncidentView(**row) for row in rows.mappings()]


async def view(db: AsyncSession, incident_id: UUID) -> IncidentView:
    """Show one incident that is known to be there."""
    row = (await db.execute(_views().where(Incident.id == incident_id))).mappings().one()
    return IncidentView(**row)


async def find(
    db: AsyncSession, incident_id: UUID, visible: ColumnElement[bool]
) -> tuple[Incident, str] | None:
    """Find an incident and the path of its unit, through the condition of who asks."""
    query = (
        select(Incident, Unit.path)
        .join(Unit, Unit.id == Incident.unit_id)
        .where(Incident.id == incident_id, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None
