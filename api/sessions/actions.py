"""What is done to sessions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.bridge_points import store as bridge_points
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.sessions import store
from api.sessions.faults import CONFIDENTIAL_MEET, POINT_BUSY, SESSION_EXISTS, STATE_REFUSED
from api.sessions.rules import LOCK_AFTER, MOVES, free_doors, state_at
from api.sessions.schemas import NewSession
from api.tables.sessions import Session, Window
from api.words import SessionState, WindowKind


async def add_session(db: AsyncSession, actor: Actor, new: NewSession, *, at: datetime) -> Session:
    """Add a session to a conference, with every bridge point of its form.

    Raises: Problem `session_exists` where the form and ordinal are taken, `confidential_meet` where
    a confidential session has a Meet link (domain.md, section 7).
    """
    if new.confidential and new.meet_url is not None:
        raise Problem(CONFIDENTIAL_MEET)
    await one_at_a_time(db, f"sessions of {new.conference_id}")
    taken = select(Session.id).where(
        Session.conference_id == new.conference_id,
        Session.form == new.form,
        Session.ordinal == new.ordinal,
    )
    if (await db.execute(taken)).scalar_one_or_none() is not None:
        raise Problem(SESSION_EXISTS)
    session = Session(
        id=new_id(at),
        conference_id=new.conference_id,
        form=new.form,
        ordinal=new.ordinal,
        title=new.title,
        date_hint=new.date_hint,
        starts_at=new.starts_at,
        meet_url=new.meet_url,
        confidential=new.confidential,
        state=SessionState.PLANNED,
        created_at=at,
    )
    db.add(session)
    await db.flush()
    reached = await bridge_points.of_form(db, new.conference_id, new.form)
    await store.add_points(db, session.id, reached)
    await events.append(db, Happening(actor, events.SESSION_ADDED, session.id, at, session.id))
    return session


async def open_session(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """Open a session: a door for each of its points, and the opening window.

    Doors are the lowest free numbers; those of sessions past their lock are released first.
    A confidential session gets no doors: it has no code, no screen and no phone page.

    Raises: Problem `session_state`, `point_busy`.
    """
    await one_at_a_time(db, "doors")
    await _alone(db, session)
    await _lock_due(db, at=at)
    points = await store.points(db, session.id)
    if await store.busy_points(db, [point.bridge_point_id for point in points]):
        raise Problem(POINT_BUSY)
    await _move(db, actor, session, "open", events.SESSION_OPENED, at=at, opened_at=at)
    if not session.confidential:
        doors = free_doors(await store.doors_in_use(db), len(points))
        for point, door in zip(points, doors, strict=True):
            point.door = door
            point.is_open = True
    await _add_window(db, actor, session, WindowKind.OPENING, at=at)


async def close_session(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """Close a session: no new codes; what was scanned in time may arrive until it locks.

    Raises: Problem `session_state`.
    """
    await _alone(db, session)
    locks_at = at + LOCK_AFTER
    await _move(
        db, actor, session, "close", events.SESSION_CLOSED, at=at, closed_at=at, locks_at=locks_at
    )
    await _close_window(db, actor, session, at=at)
    await store.close_points(db, session.id)


async def open_window(
    db: AsyncSession, actor: Actor, session: Session, kind: WindowKind, *, at: datetime
) -> Window:
    """Open a further window of an open session; the one before it ends.

    Raises: Problem `session_state`.
    """
    await _alone(db, session)
    _must_be_open(session, at=at)
    await _close_window(db, actor, session, at=at)
    return await _add_window(db, actor, session, kind, at=at)


async def close_window(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """Close the open window of an open session; without one, nothing happens.

    Raises: Problem `session_state`.
    """
    await _alone(db, session)
    _must_be_open(session, at=at)
    await _close_window(db, actor, session, at=at)


async def _alone(db: AsyncSession, session: Session) -> None:
    # What was read before the lock may have been changed by whoever held it.
    await one_at_a_time(db, f"session {session.id}")
    await db.refresh(session)


def _must_be_open(session: Session, *, at: datetime) -> None:
    state = state_at(session.state, session.locks_at, at)
    if state is not SessionState.OPEN:
        raise Problem(STATE_REFUSED, state=state.value)


async def _move(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    move: str,
    act: str,
    *,
    at: datetime,
    **instants: datetime,
) -> None:
    state = state_at(session.state, session.locks_at, at)
    target = MOVES.get((state, move))
    if target is None or not await store.move(db, session, target, **instants):
        raise Problem(STATE_REFUSED, state=state.value)
    await db.refresh(session)
    await events.append(db, Happening(actor, act, session.id, at, session.id))


async def _lock_due(db: AsyncSession, *, at: datetime) -> None:
    for session_id in await store.lock_due(db, at=at):
        await events.append(
            db, Happening(events.SYSTEM, events.SESSION_LOCKED, session_id, at, session_id)
        )


async def _add_window(
    db: AsyncSession, actor: Actor, session: Session, kind: WindowKind, *, at: datetime
) -> Window:
    window = Window(
        id=new_id(at),
        session_id=session.id,
        ordinal=await store.next_ordinal(db, session.id),
        kind=kind,
        opened_at=at,
    )
    db.add(window)
    await db.flush()
    await events.append(db, Happening(actor, events.WINDOW_OPENED, window.id, at, session.id))
    return window


async def _close_window(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    closed: UUID | None = await store.close_window(db, session.id, at=at)
    if closed is not None:
        await events.append(db, Happening(actor, events.WINDOW_CLOSED, closed, at, session.id))
