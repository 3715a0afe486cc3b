"""Participants' files: kept and matched to halls. Nobody's attendance is read or written here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import actor_of
from api.access.roles import Act, Principal, may
from api.access.scope import FORBIDDEN
from api.conferences import store as conferences
from api.db import one_at_a_time
from api.events import Happening
from api.kit import errors
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.meet import store
from api.meet.faults import NOT_BY_MEET
from api.meet.lines import Line
from api.meet.rules import CERTAIN, Hall, Match, Suggestion, suggest
from api.meet.schemas import MeetMatch, SuggestedHall
from api.sessions.faults import state_refused
from api.sessions.guards import visible_session
from api.sessions.rules import state_at
from api.tables.meet import MeetParticipant
from api.tables.sessions import Session
from api.words import Form, SessionState

_BEGUN = frozenset({SessionState.OPEN, SessionState.CLOSED, SessionState.LOCKED})


async def meet_session(db: AsyncSession, principal: Principal, session_id: UUID) -> Session:
    """Find a session by Meet whose connections a principal may handle.

    Those who run sessions may, and whoever runs its hub.

    Raises: Problem `not_found`, `forbidden`, `not_by_meet`.
    """
    session = await visible_session(db, principal, session_id)
    path = await conferences.organiser_path(db, session.conference_id)
    if not may(principal, Act.RUN_SESSIONS, path):
        hosts = await store.hub_hosts(db, session)
        if not any(may(principal, Act.RECORD_HALLS, host) for host in hosts):
            raise Problem(FORBIDDEN)
    if session.form is not Form.MEET:
        raise Problem(NOT_BY_MEET)
    return session


def require_begun(session: Session, *, at: datetime) -> None:
    """Let connections be kept once a session has opened.

    Raises: Problem `session_state`.
    """
    state = state_at(session.state, session.locks_at, at)
    if state not in _BEGUN:
        raise state_refused(state)


def day_of_session(session: Session, *, at: datetime) -> date:
    """Tell the day that times without a date are of."""
    return day_of(session.opened_at or session.starts_at or at)


@dataclass(frozen=True, slots=True)
class Known:
    """What names are matched by: the halls of a session, and what was said of names before."""

    halls: Sequence[Hall]
    point_names: dict[UUID, str]
    earlier: dict[str, Match]

    def suggestion(self, display_name: str) -> Suggestion | None:
        """Tell which hall a name probably is, among those that the session reaches."""
        found = suggest(display_name, self.halls, self.earlier)
        point_id = found.match.point_id if found is not None else None
        return found if point_id is None or point_id in self.point_names else None


async def know(db: AsyncSession, session: Session) -> Known:
    """Find out what the names of a session are matched by."""
    found = await store.points(db, session)
    names = {point.id: point.name for point, _ in found}
    return Known(store.halls(found), names, await store.earlier(db, session.conference_id))


def shown(known: Known, suggestion: Suggestion | None) -> SuggestedHall | None:
    """Show a suggestion."""
    if suggestion is None:
        return None
    point_id = suggestion.match.point_id
    return SuggestedHall(
        bridge_point_id=point_id,
        point_name=known.point_names[point_id] if point_id is not None else None,
        reason=suggestion.reason,
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """The connections of a file beside those that are kept."""

    new: Sequence[Line]
    longer: Sequence[tuple[MeetParticipant, Line]]


async def compare(db: AsyncSession, session: Session, lines: Sequence[Line]) -> Compared:
    """Tell which connections of a file are not kept yet, and which turned out to last longer."""
    kept = {
        (each.display_name, each.joined_at): each for each in await store.of_session(db, session.id)
    }
    new, longer = [], []
    for line in lines:
        held = kept.get((line.display_name, line.joined_at))
        if held is None:
            new.append(line)
        elif held.left_at < line.left_at:
            longer.append((held, line))
    return Compared(new, longer)


async def keep(
    db: AsyncSession, principal: Principal, session: Session, lines: Sequence[Line], *, at: datetime
) -> Compared:
    """Keep the connections of a file, each once however often it is sent.

    Names that are certain are matched by themselves: those that somebody matched before in this
    conference, and those that are a hall's own.

    Raises: Problem `session_state`.
    """
    require_begun(session, at=at)
    await one_at_a_time(db, f"Meet of {session.id}")
    compared, known = await compare(db, session, lines), await know(db, session)
    for line in compared.new:
        found = known.suggestion(line.display_name)
        is_certain = found is not None and found.reason in CERTAIN
        point_id = found.match.point_id if found is not None and is_certain else None
        db.add(
            MeetParticipant(
                id=new_id(at),
                session_id=session.id,
                display_name=line.display_name,
                joined_at=line.joined_at,
                left_at=line.left_at,
                bridge_point_id=point_id,
                is_ignored=is_certain and point_id is None,
                matched_at=at if is_certain else None,
                added_at=at,
            )
        )
    for held, line in compared.longer:
        held.left_at = line.left_at
    await db.flush()
    detail = {"count": len(compared.new), "changed": len(compared.longer)}
    if any(detail.values()):
        actor, act = actor_of(principal), events.MEET_IMPORTED
        await events.append(db, Happening(actor, act, session.id, at, session.id, detail))
    return compared


async def match_participant(
    db: AsyncSession,
    principal: Principal,
    session: Session,
    participant_id: UUID,
    wanted: MeetMatch,
    *,
    at: datetime,
) -> MeetParticipant:
    """Say which hall a name was in a session, or that it is none; all its connections follow.

    Raises: Problem `not_found`.
    """
    await one_at_a_time(db, f"Meet of {session.id}")
    held = await store.find(db, session.id, participant_id)
    reached = {point.id for point, _ in await store.points(db, session)}
    point_id = wanted.bridge_point_id
    if held is None or (point_id is not None and point_id not in reached):
        raise Problem(errors.NOT_FOUND)
    before = _told(held.bridge_point_id, is_ignored=held.is_ignored)
    changes = events.changed(before, _told(point_id, is_ignored=wanted.is_ignored))
    is_said = point_id is not None or wanted.is_ignored
    count = await store.match(
        db,
        session.id,
        held.display_name,
        point_id=point_id,
        is_ignored=wanted.is_ignored,
        at=at if is_said else None,
        account_id=principal.account_id if is_said else None,
    )
    await db.refresh(held)
    if changes:
        actor, act, detail = actor_of(principal), events.MEET_MATCHED, {"count": count}
        happening = Happening(actor, act, participant_id, at, session.id, detail, changes)
        await events.append(db, happening)
    return held


def _told(point_id: UUID | None, *, is_ignored: bool) -> dict[str, str | bool | None]:
    told = str(point_id) if point_id is not None else None
    return {"bridge_point_id": told, "is_ignored": is_ignored}
