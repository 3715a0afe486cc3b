"""Who serves a session: put on duty, and taken off it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import actor_of
from api.access.makers import OWN_ATTENDANCE
from api.access.roles import Principal
from api.conferences import exclusion_store
from api.conferences import store as conferences
from api.db import one_at_a_time
from api.duties import store
from api.duties.schemas import NewDuty
from api.events import Happening
from api.kit import errors
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.sessions.faults import state_refused
from api.sessions.rules import state_at
from api.tables.duties import Duty
from api.tables.sessions import Session
from api.words import SessionState


async def assign_duty(
    db: AsyncSession,
    principal: Principal,
    session: Session,
    member_id: UUID,
    new: NewDuty,
    *,
    at: datetime,
) -> Duty:
    """Put a member of the organiser's on duty in a session, or say anew why he is.

    Raises: Problem `not_found`, `session_state` where the session is cancelled or its list is
    locked, `own_attendance`.
    """
    _require_open(principal, session, member_id, at=at)
    if session.state is SessionState.CANCELLED:
        raise state_refused(session.state)
    organiser_path = await conferences.organiser_path(db, session.conference_id)
    if not await exclusion_store.persons(db, organiser_path, on=day_of(at), ids=[member_id]):
        raise Problem(errors.NOT_FOUND)
    await one_at_a_time(db, f"duty of {member_id} in {session.id}")
    duty = await store.find(db, session.id, member_id)
    before = _told(duty)
    if duty is None:
        duty = Duty(session_id=session.id, member_id=member_id, added_at=at)
        db.add(duty)
    changes = events.changed(before, new.model_dump(mode="json"))
    duty.kind, duty.note = new.kind, new.note
    duty.account_id = principal.account_id if changes else duty.account_id
    await db.flush()
    if changes:
        actor, act = actor_of(principal), events.DUTY_ADDED
        happening = Happening(actor, act, member_id, at, session.id, changes=changes)
        await events.append(db, happening)
    return duty


async def remove_duty(
    db: AsyncSession, principal: Principal, session: Session, member_id: UUID, *, at: datetime
) -> None:
    """Take a member off duty in a session.

    Raises: Problem `not_found`, `session_state` once its list is locked, `own_attendance`.
    """
    _require_open(principal, session, member_id, at=at)
    await one_at_a_time(db, f"duty of {member_id} in {session.id}")
    duty = await store.find(db, session.id, member_id)
    if duty is None:
        raise Problem(errors.NOT_FOUND)
    changes = events.changed(_told(duty), {})
    await db.delete(duty)
    await db.flush()
    actor, act = actor_of(principal), events.DUTY_REMOVED
    happening = Happening(actor, act, member_id, at, session.id, changes=changes)
    await events.append(db, happening)


def _require_open(principal: Principal, session: Session, member_id: UUID, *, at: datetime) -> None:
    """Refuse what nobody may say: a duty counts as presence, so it is treated as attendance is."""
    state = state_at(session.state, session.locks_at, at)
    if state is SessionState.LOCKED:
        raise state_refused(state)
    if member_id == principal.member_id:
        raise Problem(OWN_ATTENDANCE)


def _told(duty: Duty | None) -> dict[str, Any]:
    return {} if duty is None else {"kind": duty.kind.value, "note": duty.note}
