"""Who missed a session, and to which session he came after all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.duties import store as duties
from api.make_ups import store
from api.make_ups.listing_store import Row
from api.make_ups.rules import MISSED, OVER
from api.rolls.rules import Part
from api.rolls.situation import situation
from api.sessions.rules import state_at
from api.tables.sessions import Session
from api.words import Presence, SessionState


@dataclass(frozen=True, slots=True)
class Absentees:
    """Who was expected in a session and not there; `spared` are those who need no make-up."""

    parts: Sequence[Part]
    spared: frozenset[UUID]
    pending: int


async def absentees(db: AsyncSession, session: Session, path: str, *, at: datetime) -> Absentees:
    """Find who of a subtree missed a session that is over, and who of them needs no make-up."""
    expected = [
        each for each in (await situation(db, session, path, at=at)).parts if each.facts.is_expected
    ]
    missed = [each for each in expected if each.presence in MISSED]
    ids = {each.facts.member_id for each in missed}
    spared = {
        *await store.came(db, session.conference_id, ids),
        *await store.excused_for_good(db, ids),
        *await duties.on_duty(db, session.conference_id, ids),
    }
    pending = sum(each.presence is Presence.PENDING for each in expected)
    return Absentees(missed, frozenset(spared), pending)


def last_first(sessions: Sequence[Session], *, at: datetime) -> list[Session]:
    """Put the sessions that are over in order, the last that began first; cancelled ones last."""
    over = [each for each in sessions if state_at(each.state, each.locks_at, at) in OVER]
    held = [each for each in over if each.opened_at is not None]
    held.sort(key=lambda each: (each.opened_at or at, each.ordinal), reverse=True)
    return held + [each for each in over if each.state is SessionState.CANCELLED]


async def came_later(
    db: AsyncSession, conference_id: UUID, rows: Sequence[Row]
) -> dict[UUID, UUID]:
    """Tell to which session each of some came that began after the one he missed."""
    ids = {row.key[-1] for row in rows}
    came = await store.came(db, conference_id, ids)
    began: Mapping[UUID, datetime] = {
        each.id: each.opened_at
        for each in await store.sessions(db, conference_id)
        if each.opened_at is not None
    }
    found = {}
    for row in rows:
        later = [
            (began[session_id], session_id)
            for session_id in came.get(row.key[-1], ())
            if session_id in began and (row.missed_at is None or began[session_id] > row.missed_at)
        ]
        if later:
            found[row.key[-1]] = min(later)[1]
    return found
