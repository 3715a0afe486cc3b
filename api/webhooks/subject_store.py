"""What messages tell of sessions, incidents and conferences: ids and states, and no names."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.sessions.secrecy import is_secret
from api.tables.conferences import Conference
from api.tables.incidents import Incident
from api.tables.sessions import Session
from api.tables.units import Unit
from api.webhooks.subjects import Subject, has_its_unit, text_of


async def sessions(db: AsyncSession, ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Tell of sessions: which, when, in what state; their unit is the organiser."""
    query = (
        select(Session, Unit)
        .join(Conference, Conference.id == Session.conference_id)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(Session.id.in_(sorted(ids)))
    )
    return {
        session.id: Subject(
            unit.id,
            unit.path,
            is_withheld=session.confidential,
            data={
                **has_its_unit(unit.id, unit.name),
                "conference_id": str(session.conference_id),
                "session_id": str(session.id),
                "form": session.form.value,
                "ordinal": session.ordinal,
                "title": session.title,
                "starts_at": text_of(session.starts_at),
                "state": session.state.value,
            },
        )
        for session, unit in await db.execute(query)
    }


async def incidents(db: AsyncSession, ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Tell of incidents: where, and whether resolved; never in their words, which may name."""
    query = (
        select(Incident, Unit, is_secret(Incident.conference_id, Incident.session_id))
        .join(Unit, Unit.id == Incident.unit_id)
        .where(Incident.id.in_(sorted(ids)))
    )
    return {
        incident.id: Subject(
            unit.id,
            unit.path,
            is_withheld=bool(is_withheld),
            data={
                **has_its_unit(unit.id, unit.name),
                "conference_id": str(incident.conference_id),
                "session_id": text_of(incident.session_id),
                "incident_id": str(incident.id),
                "bridge_point_id": text_of(incident.bridge_point_id),
                "state": "open" if incident.resolved_at is None else "resolved",
            },
        )
        for incident, unit, is_withheld in await db.execute(query)
    }


async def conferences(db: AsyncSession, ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Tell of conferences: which, and whether closed."""
    query = (
        select(Conference, Unit, is_secret(Conference.id))
        .join(Unit, Unit.id == Conference.organiser_id)
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
            },
        )
        for conference, unit, is_withheld in await db.execute(query)
    }
