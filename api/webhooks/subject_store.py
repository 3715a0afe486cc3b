"""What messages tell of sessions and incidents: ids, states and counts, and no names."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance import tallies
from api.sessions.secrecy import is_secret
from api.tables.conferences import Conference
from api.tables.incidents import Incident
from api.tables.sessions import Session
from api.tables.units import Unit
from api.webhooks.subjects import Subject, has_its_unit, text_of


async def sessions(db: AsyncSession, ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Tell of sessions: which, when, in what state, and how many are there once it was opened.

    Their unit is the organiser.
    """
    query = (
        select(Session, Unit)
        .join(Conference, Conference.id == Session.conference_id)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(Session.id.in_(sorted(ids)))
    )
    found = (await db.execute(query)).all()
    there = {
        session.id: await tallies.everybody_there(db, session.id)
        for session, _ in found
        if session.opened_at is not None and not session.confidential
    }
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
                "there": there.get(session.id),
            },
        )
        for session, unit in found
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
