"""Telling of problems, and of how they were resolved."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.roles import Act, Principal
from api.access.scope import require, visible_organisers, visible_units
from api.bridge_points import store as bridge_points
from api.conferences.guards import visible_conference
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.incidents import store
from api.incidents.schemas import NewIncident
from api.kit import errors
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.sessions.guards import visible_session
from api.tables.incidents import Incident
from api.units import store as units


async def require_reporter(db: AsyncSession, principal: Principal, new: NewIncident) -> None:
    """Let somebody tell of a problem at a unit of his, where all that he names belongs together.

    Raises: Problem `not_found`, `forbidden`.
    """
    _, organiser_path = await visible_conference(db, principal, new.conference_id)
    unit = await units.find(db, new.unit_id, visible_units(principal, Act.READ_SESSIONS))
    if unit is None or not unit.path.startswith(organiser_path):
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.REPORT_INCIDENTS, unit.path)
    if new.session_id is not None:
        session = await visible_session(db, principal, new.session_id)
        if session.conference_id != new.conference_id:
            raise Problem(errors.NOT_FOUND)
    if new.bridge_point_id is not None:
        visible = visible_organisers(principal)
        point = await bridge_points.find(db, new.bridge_point_id, visible)
        if point is None or point.conference_id != new.conference_id:
            raise Problem(errors.NOT_FOUND)


async def add_incident(
    db: AsyncSession, actor: Actor, new: NewIncident, *, account_id: UUID, at: datetime
) -> Incident:
    """Keep a problem that somebody tells of."""
    incident = Incident(id=new_id(at), at=at, account_id=account_id, **new.model_dump())
    db.add(incident)
    await db.flush()
    named = new.model_dump(mode="json", exclude={"text", "session_id"})
    detail = {name: value for name, value in named.items() if value is not None}
    happening = Happening(
        actor, events.INCIDENT_ADDED, incident.id, at, new.session_id, detail=detail
    )
    await events.append(db, happening)
    return incident


async def hold(db: AsyncSession, principal: Principal, incident_id: UUID) -> Incident:
    """Find an incident that a principal may change, with nobody changing it meanwhile.

    Raises: Problem `not_found`, `forbidden`.
    """
    found = await store.find(db, incident_id, visible_units(principal, Act.READ_SESSIONS))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    incident, path = found
    require(principal, Act.REPORT_INCIDENTS, path)
    await one_at_a_time(db, f"incident {incident_id}")
    await db.refresh(incident)
    return incident


async def change_incident(
    db: AsyncSession,
    actor: Actor,
    incident: Incident,
    sent: Mapping[str, Any],
    *,
    account_id: UUID,
    at: datetime,
) -> None:
    """Change what is told of a problem that the caller holds; a resolution resolves it."""
    before = _told(incident)
    incident.text = sent.get("text", incident.text)
    resolution = sent.get("resolution", incident.resolution)
    if resolution != incident.resolution:
        incident.resolution = resolution
        incident.resolved_at = at if resolution is not None else None
        incident.resolved_by = account_id if resolution is not None else None
    await db.flush()
    changes = events.changed(before, _told(incident))
    if changes:
        happening = Happening(
            actor, events.INCIDENT_CHANGED, incident.id, at, incident.session_id, changes=changes
        )
        await events.append(db, happening)


def _told(incident: Incident) -> dict[str, str | None]:
    return {"text": incident.text, "resolution": incident.resolution}
