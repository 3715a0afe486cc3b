"""How sessions are run: rehearsed, opened, closed, reopened, locked; and their windows."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.dates import long_day, weekday
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.sessions import moving, store
from api.sessions.faults import CONFIDENTIAL_SESSION, OTHER_DATE, POINT_BUSY, state_refused
from api.sessions.moving import move
from api.sessions.rules import LOCK_AFTER, free_doors, other_date, state_at
from api.tables.sessions import Session, Window
from api.words import SessionState, WindowKind


async def open_session(
    db: AsyncSession, actor: Actor, session: Session, *, on_another_date: bool = False, at: datetime
) -> None:
    """Open a session: a door for each of its points, and the opening window.

    Doors are the lowest free numbers; those of sessions past their lock are released first.
    A confidential session gets no doors: it has no code, no screen and no phone page.

    Raises: Problem `session_state`, `point_busy`, `other_date` where it was planned for another
    day and nobody said that this is meant.
    """
    await hold_doors(db, session, at=at)
    days = other_date(session.starts_at, at)
    may_open = session.state is SessionState.PLANNED
    if may_open and days is not None and not on_another_date:
        planned, today = days
        raise Problem(
            OTHER_DATE,
            planned_date=planned.isoformat(),
            today_date=today.isoformat(),
            planned_day=f"{weekday(planned)}, {long_day(planned)}",
            today=f"{weekday(today)}, {long_day(today)}",
        )
    await move(db, actor, session, "open", events.SESSION_OPENED, at=at, opened_at=at)
    await _give_doors(db, session)
    await _add_window(db, actor, session, WindowKind.OPENING, at=at)


async def close_session(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """Close a session: no new codes; what was scanned in time may arrive until it locks.

    Raises: Problem `session_state`.
    """
    await moving.alone(db, session)
    await move(
        db,
        actor,
        session,
        "close",
        events.SESSION_CLOSED,
        at=at,
        closed_at=at,
        first_closed_at=session.first_closed_at or at,
        locks_at=at + LOCK_AFTER,
    )
    await _close_window(db, actor, session, at=at)
    await store.close_points(db, session.id)


async def reopen(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """Take back a closing, a postponement or a cancellation.

    A closed session goes on where it stopped: same doors, and the roll-call that ended with it.

    Raises: Problem `session_state` also once it is locked, `point_busy`.
    """
    await one_at_a_time(db, "doors")
    await moving.alone(db, session)
    act, closed_at = events.SESSION_REOPENED, session.closed_at
    if session.state is not SessionState.CLOSED or closed_at is None:
        sequence = session.sequence + 1
        await move(db, actor, session, "reopen", act, at=at, state_reason=None, sequence=sequence)
        return
    await move(db, actor, session, "reopen", act, at=at, closed_at=None, locks_at=None)
    points = await store.points(db, session.id)
    if await store.busy_points(db, [point.bridge_point_id for point in points]):
        raise Problem(POINT_BUSY)
    await store.reopen_points(db, session.id)
    window_id = await store.reopen_window(db, session.id, closed_at=closed_at)
    if window_id is not None:
        await events.append(db, Happening(actor, events.WINDOW_OPENED, window_id, at, session.id))


async def lock(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """Lock a closed session now: nothing more arrives by phone, its doors are free.

    Raises: Problem `session_state`.
    """
    await one_at_a_time(db, "doors")
    await moving.alone(db, session)
    await move(db, actor, session, "lock", events.SESSION_LOCKED, at=at, locks_at=at)
    await store.release_points(db, [session.id], at=at)


async def rehearse(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """Begin a rehearsal: doors, screens and phones work as on the day, and nothing is counted.

    Raises: Problem `confidential_session`, `session_state`, `point_busy`.
    """
    await hold_doors(db, session, at=at)
    if session.confidential:
        raise Problem(CONFIDENTIAL_SESSION)
    sequence = session.sequence + (session.state is SessionState.POSTPONED)
    act = events.REHEARSAL_BEGAN
    await move(db, actor, session, "rehearse", act, at=at, state_reason=None, sequence=sequence)
    await _give_doors(db, session)
    await _add_window(db, actor, session, WindowKind.REHEARSAL, at=at)


async def end_rehearsal(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """End a rehearsal: the session is planned as before, its doors are given anew on the day.

    Raises: Problem `session_state`.
    """
    await one_at_a_time(db, "doors")
    await moving.alone(db, session)
    await move(db, actor, session, "end_rehearsal", events.REHEARSAL_ENDED, at=at)
    await _close_window(db, actor, session, at=at)
    await store.release_points(db, [session.id], at=at)


async def open_window(
    db: AsyncSession, actor: Actor, session: Session, kind: WindowKind, *, at: datetime
) -> Window:
    """Open a further window of an open session; the one before it ends.

    Raises: Problem `session_state`.
    """
    await moving.alone(db, session)
    _must_be_open(session, at=at)
    await _close_window(db, actor, session, at=at)
    return await _add_window(db, actor, session, kind, at=at)


async def close_window(db: AsyncSession, actor: Actor, session: Session, *, at: datetime) -> None:
    """Close the open window of an open session; without one, nothing happens.

    Raises: Problem `session_state`.
    """
    await moving.alone(db, session)
    _must_be_open(session, at=at)
    await _close_window(db, actor, session, at=at)


async def hold_doors(db: AsyncSession, session: Session, *, at: datetime) -> None:
    """Let no other session get doors, nor this one move, until the end; doors due are freed."""
    await one_at_a_time(db, "doors")
    await moving.alone(db, session)
    await _lock_due(db, at=at)


async def lock_due(db: AsyncSession, *, at: datetime) -> None:
    """Lock the sessions whose time has come."""
    await one_at_a_time(db, "doors")
    await _lock_due(db, at=at)


async def _lock_due(db: AsyncSession, *, at: datetime) -> None:
    for session_id in await store.lock_due(db, at=at):
        await events.append(
            db, Happening(events.SYSTEM, events.SESSION_LOCKED, session_id, at, session_id)
        )


async def _give_doors(db: AsyncSession, session: Session) -> None:
    await store.add_missing_points(db, session)
    points = await store.points(db, session.id)
    if await store.busy_points(db, [point.bridge_point_id for point in points]):
        raise Problem(POINT_BUSY)
    if session.confidential:
        return
    doors = free_doors(await store.doors_in_use(db), len(points))
    for point, door in zip(points, doors, strict=True):
        point.door = door
        point.is_open = True
        point.released_at = point.typed_codes_suspended_at = None


def _must_be_open(session: Session, *, at: datetime) -> None:
    state = state_at(session.state, session.locks_at, at)
    if state is not SessionState.OPEN:
        raise state_refused(state)


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
