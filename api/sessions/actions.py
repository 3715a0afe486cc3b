"""How sessions are planned: added, changed, postponed, cancelled, removed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.bridge_points import store as bridge_points
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.sessions import moving, point_store, store
from api.sessions.faults import (
    CONFIDENTIAL_MEET,
    CONFIDENTIAL_SESSION,
    SESSION_EXISTS,
    SESSION_IN_USE,
    state_refused,
)
from api.sessions.rules import CHANGEABLE, Told, state_at, told
from api.sessions.schemas import NewSession
from api.tables.sessions import Session
from api.words import SessionState


async def add_session(db: AsyncSession, actor: Actor, new: NewSession, *, at: datetime) -> Session:
    """Add a session to a conference, with every bridge point of its form.

    Raises: Problem `session_exists` where the form and ordinal are taken, `confidential_meet` where
    a confidential session has a Meet link (domain.md, section 7).
    """
    if new.confidential and new.meet_url is not None:
        raise Problem(CONFIDENTIAL_MEET)
    await one_at_a_time(db, f"sessions of {new.conference_id}")
    if await store.ordinal_taken(db, new.conference_id, new.form, new.ordinal):
        raise Problem(SESSION_EXISTS)
    session = Session(id=new_id(at), state=SessionState.PLANNED, created_at=at, **new.model_dump())
    db.add(session)
    await db.flush()
    reached = await bridge_points.of_form(db, new.conference_id, new.form)
    await store.add_points(db, session.id, reached)
    described = {**new.model_dump(mode="json"), "starts_at": new.starts_at}
    changes = events.changed({}, _plain(described))
    happening = Happening(actor, events.SESSION_ADDED, session.id, at, session.id, changes=changes)
    await events.append(db, happening)
    return session


async def change_session(
    db: AsyncSession, actor: Actor, session: Session, sent: Mapping[str, Any], *, at: datetime
) -> None:
    """Change fields of a session that the caller holds (`moving.alone`).

    Giving a postponed session a time plans it again; turning one confidential takes its link away.

    Raises: Problem `session_state` where its state does not let a field change,
    `confidential_session`, `confidential_meet`.
    """
    values = dict(sent)
    if values.get("confidential", session.confidential):
        if values.get("meet_url") is not None:
            raise Problem(CONFIDENTIAL_SESSION if session.confidential else CONFIDENTIAL_MEET)
        values["meet_url"] = None
    before = {name: getattr(session, name) for name in values}
    differing = {name for name, value in values.items() if before[name] != value}
    state = state_at(session.state, session.locks_at, at)
    if not differing <= CHANGEABLE[state]:
        raise state_refused(state)
    if not differing:
        return
    known = _told(session)
    for name in differing:
        setattr(session, name, values[name])
    if state is SessionState.POSTPONED and session.starts_at is not None:
        session.state, session.state_reason = SessionState.PLANNED, None
    if _told(session) != known:
        session.sequence += 1
    await db.flush()
    changes = events.changed(_plain(before), _plain({name: values[name] for name in before}))
    happening = Happening(
        actor, events.SESSION_CHANGED, session.id, at, session.id, changes=changes
    )
    await events.append(db, happening)


async def set_capacity(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    point_id: UUID,
    capacity: int | None,
    *,
    at: datetime,
) -> None:
    """Say how many persons a point seats in a session, or that nobody knows.

    Raises: Problem `not_found` where the session does not reach the point, `session_state` once it
    is locked.
    """
    await moving.alone(db, session)
    point = await store.reached_point(db, session, point_id)
    if point is None:
        raise Problem(errors.NOT_FOUND)
    state = state_at(session.state, session.locks_at, at)
    if state is SessionState.LOCKED:
        raise state_refused(state)
    changes = events.changed({"capacity": point.capacity}, {"capacity": capacity})
    point.capacity = capacity
    await db.flush()
    if changes:
        happening = Happening(
            actor,
            events.SESSION_CHANGED,
            session.id,
            at,
            session.id,
            detail={"bridge_point_id": str(point_id)},
            changes=changes,
        )
        await events.append(db, happening)


async def postpone(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    *,
    reason: str,
    date_hint: str | None,
    at: datetime,
) -> None:
    """Take a session's time away until a new one is known; who was put into it stays.

    Raises: Problem `session_state`.
    """
    await moving.alone(db, session)
    await moving.move(
        db,
        actor,
        session,
        "postpone",
        events.SESSION_POSTPONED,
        at=at,
        starts_at=None,
        date_hint=date_hint,
        state_reason=reason,
        sequence=session.sequence + 1,
    )


async def cancel(
    db: AsyncSession, actor: Actor, session: Session, *, reason: str, at: datetime
) -> Sequence[Session]:
    """Cancel a session, and list where its members can go instead.

    Raises: Problem `session_state`.
    """
    await moving.alone(db, session)
    await moving.move(
        db,
        actor,
        session,
        "cancel",
        events.SESSION_CANCELLED,
        at=at,
        state_reason=reason,
        sequence=session.sequence + 1,
    )
    return await store.alternatives(db, session)


async def remove_session(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """Delete a planned session of which nobody was told and nothing happened.

    Raises: Problem `session_state`, `session_in_use` as the foreign keys say.
    """
    await one_at_a_time(db, f"sessions of {session.conference_id}")
    await one_at_a_time(db, "doors")  # it does not open meanwhile
    await moving.alone(db, session)
    state = state_at(session.state, session.locks_at, at)
    if state is not SessionState.PLANNED:
        raise state_refused(state)
    told = events.changed({"is_removed": False, "title": session.title}, {"is_removed": True})
    try:
        async with db.begin_nested():
            await point_store.remove_session(db, session.id)
    except IntegrityError as used:
        raise Problem(SESSION_IN_USE) from used
    act = events.SESSION_CHANGED
    await events.append(db, Happening(actor, act, session.id, at, session.id, changes=told))


def _told(session: Session) -> Told:
    return told(
        title=session.title,
        starts_at=session.starts_at,
        date_hint=session.date_hint,
        meet_url=session.meet_url,
        confidential=session.confidential,
        state=session.state,
    )


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }
