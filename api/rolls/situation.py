"""Everybody who counts in a unit's subtree in a session, and how he took part."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance.persons import Basis, basis
from api.attendance.rules import Span
from api.duties import store as duties
from api.rolls import store
from api.rolls.rules import Part, parts
from api.tables.sessions import Session
from api.tables.units import Unit


@dataclass(frozen=True, slots=True)
class Situation:
    """A subtree's units and everybody who counts there in a session."""

    known: Basis
    spans: Sequence[Span]
    units: dict[UUID, Unit]
    parts: list[Part]


async def situation(
    db: AsyncSession, session: Session, path: str, *, at: datetime, search: str | None = None
) -> Situation:
    """Find out how everybody took part who counts in a subtree, in a fixed number of statements."""
    known = await basis(db, session, at=at)
    spans = await store.spans(db, session.id)
    members = await store.facts(db, known, path, spans, search=search)
    voided = await store.voided(db, session.id, at=at)
    serving = await duties.serving(db, session.conference_id)
    taken = [
        replace(each, serves=True) if each.facts.member_id in serving else each
        for each in parts(members, spans, voided)
    ]
    return Situation(known, spans, await store.subtree(db, path), taken)
