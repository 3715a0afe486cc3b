"""What is written of one who missed his session: a later one, or that his cell told him again."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import actor_of
from api.access.makers import OWN_ATTENDANCE
from api.access.roles import Act, Principal, may
from api.access.scope import require
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.make_ups import store
from api.make_ups.absentees import last_first
from api.make_ups.faults import NOTHING_MISSED, RETOLD_ON_UNFIT
from api.make_ups.rules import MISSED, OVER
from api.make_ups.schemas import MakeUpOrder, RetoldMakeUp, SessionMakeUp
from api.members import past_store
from api.members.store import placement_of
from api.members.visible import visible_member
from api.rolls.rules import Facts
from api.rolls.situation import situation
from api.sessions.faults import state_refused
from api.sessions.rules import state_at
from api.tables.make_ups import MakeUp
from api.tables.members import Member
from api.tables.sessions import Session
from api.units import store as units
from api.words import MakeUpKind, SessionState


async def require_decider(
    db: AsyncSession,
    principal: Principal,
    conference_id: UUID,
    member_id: UUID,
    organiser_path: str,
    *,
    at: datetime,
) -> None:
    """Let somebody decide for the unit that counts a member today, or had him when he missed it.

    Raises: Problem `not_found`, `forbidden`.
    """
    held = (await store.of_members(db, conference_id, [member_id])).get(member_id)
    if held is not None:
        counted_at = await units.get(db, held.unit_id)
        if may(principal, Act.DECIDE_ATTENDANCE, counted_at.path):
            return
    member = await visible_member(db, principal, member_id, on=day_of(at))
    unit = await units.get(db, placement_of(member).away_on(day_of(at)) or member.unit_id)
    if not unit.path.startswith(organiser_path):
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.DECIDE_ATTENDANCE, unit.path)


async def write_make_up(
    db: AsyncSession,
    principal: Principal,
    conference_id: UUID,
    member_id: UUID,
    order: MakeUpOrder,
    *,
    at: datetime,
) -> None:
    """Write how one who missed his session makes up for it, over what was written before.

    Nobody says of himself that he was told again.

    Raises: Problem `not_found`, `nothing_missed`, `session_state`, `retold_on_unfit`,
    `own_attendance`.
    """
    is_own = member_id == principal.member_id
    if is_own and isinstance(order, RetoldMakeUp):
        raise Problem(OWN_ATTENDANCE)
    await one_at_a_time(db, f"make-ups of {conference_id}")
    held = (await store.of_members(db, conference_id, [member_id])).get(member_id)
    sessions = {each.id: each for each in await store.sessions(db, conference_id)}
    given = order.missed_session_id or (held.missed_session_id if held is not None else None)
    missed, facts = await _missed(db, sessions, given, member_id, at=at)
    if await store.came(db, conference_id, [member_id]):
        raise Problem(NOTHING_MISSED)
    row = {
        "conference_id": conference_id,
        "member_id": member_id,
        "unit_id": facts.unit_id,
        "missed_session_id": missed.id,
        **_planned(order, sessions, missed, at=at),
        "note": order.note,
        "made_at": at,
        "account_id": principal.account_id,
    }
    changes = events.changed(_told(held), _told(MakeUp(**row)))
    if changes:
        await store.write(db, [row])
        actor, act = actor_of(principal), events.MAKE_UP_CHANGED
        happening = Happening(actor, act, member_id, at, missed.id, changes=changes)
        await events.append(db, happening)


async def remove_make_up(
    db: AsyncSession, actor: Actor, conference_id: UUID, member_id: UUID, *, at: datetime
) -> None:
    """Take back what was planned or done for a member.

    Raises: Problem `not_found`.
    """
    await one_at_a_time(db, f"make-ups of {conference_id}")
    held = (await store.of_members(db, conference_id, [member_id])).get(member_id)
    if held is None:
        raise Problem(errors.NOT_FOUND)
    changes, missed_id = events.changed(_told(held), {}), held.missed_session_id
    await db.delete(held)
    await db.flush()
    act = events.MAKE_UP_REMOVED
    await events.append(db, Happening(actor, act, member_id, at, missed_id, changes=changes))


async def _missed(
    db: AsyncSession,
    sessions: dict[UUID, Session],
    given: UUID | None,
    member_id: UUID,
    *,
    at: datetime,
) -> tuple[Session, Facts]:
    """Find the session that a member missed: the one that is given, else his last."""
    if given is not None and given not in sessions:
        raise Problem(errors.NOT_FOUND)
    asked = [sessions[given]] if given is not None else list(sessions.values())
    for session in last_first(asked, at=at):
        unit_id = await _counted_at(db, session, member_id, at=at)
        path = (await units.get(db, unit_id)).path
        for part in (await situation(db, session, path, at=at)).parts:
            if part.facts.member_id == member_id and part.facts.is_expected:
                if part.presence not in MISSED:
                    raise Problem(NOTHING_MISSED)
                return session, part.facts
    raise Problem(NOTHING_MISSED)


async def _counted_at(db: AsyncSession, session: Session, member_id: UUID, *, at: datetime) -> UUID:
    """Find the unit that counts a member in a session: from its lock on, the one that did then."""
    day = day_of(session.closed_at or at)
    if state_at(session.state, session.locks_at, at) is SessionState.LOCKED and session.locks_at:
        past = await past_store.changed_since(db, session.locks_at, Member.id == member_id)
        if member_id in past:
            return past[member_id].unit_on(day)
    member = await db.get_one(Member, member_id)
    return placement_of(member).away_on(day) or member.unit_id


def _planned(
    order: MakeUpOrder, sessions: dict[UUID, Session], missed: Session, *, at: datetime
) -> dict[str, Any]:
    if isinstance(order, SessionMakeUp):
        session = sessions.get(order.session_id)
        if session is None:
            raise Problem(errors.NOT_FOUND)
        state = state_at(session.state, session.locks_at, at)
        if state in OVER:
            raise state_refused(state)
        return {"kind": MakeUpKind.SESSION, "session_id": session.id, "retold_on": None}
    began = missed.opened_at or missed.starts_at
    first = day_of(began) if began is not None else order.retold_on
    if not first <= order.retold_on <= day_of(at):
        raise Problem(RETOLD_ON_UNFIT)
    return {"kind": MakeUpKind.RETOLD, "session_id": None, "retold_on": order.retold_on}


def _told(made: MakeUp | None) -> dict[str, Any]:
    if made is None:
        return {}
    told = {
        "kind": made.kind.value,
        "missed_session_id": str(made.missed_session_id),
        "session_id": str(made.session_id) if made.session_id is not None else None,
        "retold_on": made.retold_on.isoformat() if made.retold_on is not None else None,
        "note": made.note,
    }
    return {name: value for name, value in told.items() if value is not None}
