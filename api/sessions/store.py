"""All SQL of sessions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, insert, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.sessions import Session, SessionPoint, Window
from api.tables.units import Unit
from api.words import Form, SessionState


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    *,
    conference_id: UUID | None,
    after: tuple[UUID, str, int] | None,
    limit: int,
) -> Sequence[Session]:
    """List sessions by conference, form and ordinal; one more than `limit` where more follow."""
    key = (Session.conference_id, Session.form, Session.ordinal)
    query = (
        select(Session)
        .join(Conference, Conference.id == Session.conference_id)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(visible)
    )
    if conference_id is not None:
        query = query.where(Session.conference_id == conference_id)
    if after is not None:
        query = query.where(tuple_(*key) > after)
    return (await db.execute(query.order_by(*key).limit(limit + 1))).scalars().all()


async def find(
    db: AsyncSession, session_id: UUID, visible: ColumnElement[bool]
) -> tuple[Session, str] | None:
    """Find a session and the path of its organiser, through the condition of who asks."""
    query = (
        select(Session, Unit.path)
        .join(Conference, Conference.id == Session.conference_id)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(Session.id == session_id, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def ordinal_taken(db: AsyncSession, conference_id: UUID, form: Form, ordinal: int) -> bool:
    """Tell whether a conference has a session of this form and ordinal."""
    taken = select(Session.id).where(
        Session.conference_id == conference_id, Session.form == form, Session.ordinal == ordinal
    )
    return (await db.execute(taken)).scalar_one_or_none() is not None


async def alternatives(db: AsyncSession, session: Session) -> Sequence[Session]:
    """List the other planned sessions of the same conference and form."""
    query = (
        select(Session)
        .where(
            Session.conference_id == session.conference_id,
            Session.form == session.form,
            Session.id != session.id,
            Session.state == SessionState.PLANNED,
        )
        .order_by(Session.ordinal)
    )
    return (await db.execute(query)).scalars().all()


async def windows(db: AsyncSession, session_ids: Sequence[UUID]) -> Sequence[Window]:
    """List the windows of some sessions, in their order."""
    query = (
        select(Window)
        .where(Window.session_id.in_(session_ids))
        .order_by(Window.session_id, Window.ordinal)
    )
    return (await db.execute(query)).scalars().all()


async def move(db: AsyncSession, session: Session, state: SessionState, **values: Any) -> bool:
    """Move a session on from the state it was read in; False where somebody else moved it first."""
    where = (Session.id == session.id, Session.state == session.state)
    moved = update(Session).where(*where).values(state=state, **values).returning(Session.id)
    return (await db.execute(moved)).scalar_one_or_none() is not None


async def lock_due(db: AsyncSession, *, at: datetime) -> Sequence[UUID]:
    """Lock the sessions whose time has come, release their doors, and name them."""
    due = (
        update(Session)
        .where(Session.state == SessionState.CLOSED, Session.locks_at <= at)
        .values(state=SessionState.LOCKED)
        .returning(Session.id)
    )
    locked = (await db.execute(due)).scalars().all()
    if locked:
        await release_points(db, locked, at=at)
    return locked


async def release_points(db: AsyncSession, session_ids: Sequence[UUID], *, at: datetime) -> None:
    """Close every point of some sessions and give their doors back."""
    await db.execute(
        update(SessionPoint)
        .where(SessionPoint.session_id.in_(session_ids))
        .values(is_open=False, released_at=at)
    )


async def add_points(db: AsyncSession, session_id: UUID, point_ids: Sequence[UUID]) -> None:
    """Give a session its bridge points."""
    if point_ids:
        rows = [{"session_id": session_id, "bridge_point_id": each} for each in point_ids]
        await db.execute(insert(SessionPoint), rows)


async def add_missing_points(db: AsyncSession, session: Session) -> None:
    """Give a session the points of its form that the conference got after it."""
    known = select(SessionPoint.bridge_point_id).where(SessionPoint.session_id == session.id)
    query = select(BridgePoint.id).where(
        BridgePoint.conference_id == session.conference_id,
        BridgePoint.form == session.form,
        BridgePoint.id.not_in(known),
    )
    await add_points(db, session.id, (await db.execute(query)).scalars().all())


def reached(session: Session) -> ColumnElement[bool]:
    """Make the condition on a bridge point, outer joined to its session point, of being reached.

    A session reaches every point of its form until it opens; from then on those that it had.
    """
    if session.opened_at is not None:
        return SessionPoint.session_id.is_not(None)
    return and_(
        BridgePoint.conference_id == session.conference_id, BridgePoint.form == session.form
    )


async def reached_point(db: AsyncSession, session: Session, point_id: UUID) -> SessionPoint | None:
    """Find a point that a session reaches, making its row where it has none yet; None elsewhere."""
    if session.opened_at is None:
        await add_missing_points(db, session)
    return await db.get(SessionPoint, (session.id, point_id))


async def points(db: AsyncSession, session_id: UUID) -> Sequence[SessionPoint]:
    """List a session's points in the conference's order: the first gets the lowest door."""
    query = (
        select(SessionPoint)
        .join(BridgePoint, BridgePoint.id == SessionPoint.bridge_point_id)
        .where(SessionPoint.session_id == session_id)
        .order_by(BridgePoint.ordinal)
    )
    return (await db.execute(query)).scalars().all()


async def busy_points(db: AsyncSession, point_ids: Sequence[UUID]) -> Sequence[UUID]:
    """Tell which of the points have an open session."""
    query = select(SessionPoint.bridge_point_id).where(
        SessionPoint.bridge_point_id.in_(point_ids), SessionPoint.is_open
    )
    return (await db.execute(query)).scalars().all()


async def doors_in_use(db: AsyncSession) -> set[int]:
    """List the doors of sessions that are not locked yet."""
    query = select(SessionPoint.door).where(
        SessionPoint.released_at.is_(None), SessionPoint.door.is_not(None)
    )
    return {door for door in (await db.execute(query)).scalars() if door is not None}


async def close_points(db: AsyncSession, session_id: UUID) -> None:
    """Close every point of a session; the doors stay until it is locked."""
    await db.execute(
        update(SessionPoint).where(SessionPoint.session_id == session_id).values(is_open=False)
    )


async def reopen_points(db: AsyncSession, session_id: UUID) -> None:
    """Open every point of a session that still has its door."""
    await db.execute(
        update(SessionPoint)
        .where(
            SessionPoint.session_id == session_id,
            SessionPoint.door.is_not(None),
            SessionPoint.released_at.is_(None),
        )
        .values(is_open=True)
    )


async def reopen_window(db: AsyncSession, session_id: UUID, *, closed_at: datetime) -> UUID | None:
    """Take back the end of the window that ended with its session, and name it."""
    last = select(func.max(Window.ordinal)).where(Window.session_id == session_id)
    reopened = (
        update(Window)
        .where(
            Window.session_id == session_id,
            Window.ordinal == last.scalar_subquery(),
            Window.closed_at >= closed_at,
        )
        .values(closed_at=None)
        .returning(Window.id)
    )
    return (await db.execute(reopened)).scalar_one_or_none()


async def close_window(db: AsyncSession, session_id: UUID, *, at: datetime) -> UUID | None:
    """Close the open window of a session, if there is one, and name it.

    Never before it was opened: another process's clock may be a little behind.
    """
    ended = case((Window.opened_at > at, Window.opened_at), else_=at)
    closed = (
        update(Window)
        .where(Window.session_id == session_id, Window.closed_at.is_(None))
        .values(closed_at=ended)
        .returning(Window.id)
    )
    return (await db.execute(closed)).scalar_one_or_none()


async def next_ordinal(db: AsyncSession, session_id: UUID) -> int:
    """Find the number of a session's next window."""
    query = select(func.coalesce(func.max(Window.ordinal), 0)).where(
        Window.session_id == session_id
    )
    return (await db.execute(query)).scalar_one() + 1
