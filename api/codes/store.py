"""All SQL of codes: who holds a door, and what was rotated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.codes.derivation import CodeKey
from api.codes.rules import Epoch, WindowSpan
from api.db import insert_into
from api.sessions import store as sessions
from api.sessions import window_store
from api.tables.access import Screen
from api.tables.bridge_points import BridgePoint
from api.tables.codes import Rotation
from api.tables.sessions import Session, SessionPoint
from api.words import SessionState, WindowKind


@dataclass(frozen=True, slots=True)
class DoorHolder:
    """A session point that holds a door."""

    session: Session
    session_point: SessionPoint
    point: BridgePoint
    epochs: tuple[Epoch, ...]

    @property
    def is_rehearsing(self) -> bool:
        """Tell whether its codes are those of a rehearsal now."""
        return self.session.state is SessionState.REHEARSING

    def key(self, epoch: int) -> CodeKey:
        """Name the codes that it shows now."""
        return CodeKey(self.session.id, self.point.id, epoch, self.is_rehearsing)


async def epochs(
    db: AsyncSession, session_id: UUID, point_ids: Sequence[UUID]
) -> dict[UUID, tuple[Epoch, ...]]:
    """List the epochs of a session's points, in order; the first has number 0."""
    query = (
        select(Rotation.bridge_point_id, Rotation.epoch, Rotation.from_step)
        .where(Rotation.session_id == session_id, Rotation.bridge_point_id.in_(point_ids))
        .order_by(Rotation.epoch)
    )
    found = {point_id: [Epoch(0, 0)] for point_id in point_ids}
    for point_id, number, from_step in await db.execute(query):
        found[point_id].append(Epoch(number, from_step))
    return {point_id: tuple(listed) for point_id, listed in found.items()}


async def open_at(db: AsyncSession, point_id: UUID) -> DoorHolder | None:
    """Find the open session of a bridge point, if it has one."""
    query = (
        select(SessionPoint, Session, BridgePoint)
        .join(Session, Session.id == SessionPoint.session_id)
        .join(BridgePoint, BridgePoint.id == SessionPoint.bridge_point_id)
        .where(SessionPoint.bridge_point_id == point_id, SessionPoint.is_open)
    )
    row = (await db.execute(query)).one_or_none()
    if row is None:
        return None
    session_point, session, point = row
    known = await epochs(db, session.id, [point.id])
    return DoorHolder(session, session_point, point, known[point.id])


async def spans(db: AsyncSession, session: Session, point_id: UUID) -> list[WindowSpan]:
    """List a session's windows as codes of a point see them.

    Those of its rehearsal, or those of the class.
    """
    rehearses = session.state is SessionState.REHEARSING
    return [
        WindowSpan(each.id, each.kind, each.opened_at, each.closed_at, extended_until)
        for each, extended_until in await window_store.windows_at(db, session.id, point_id)
        if (each.kind is WindowKind.REHEARSAL) == rehearses
    ]


async def session_point(db: AsyncSession, session_id: UUID, point_id: UUID) -> SessionPoint | None:
    """Find one point of a session."""
    return await db.get(SessionPoint, (session_id, point_id))


async def session_points(
    db: AsyncSession, session: Session, *, after: tuple[int] | None, limit: int
) -> Sequence[tuple[SessionPoint | None, BridgePoint]]:
    """List the points that a session reaches, in the conference's order; one more than `limit`.

    Without a row of the session where the conference got the point after it.
    """
    here = and_(
        SessionPoint.bridge_point_id == BridgePoint.id, SessionPoint.session_id == session.id
    )
    query = (
        select(SessionPoint, BridgePoint)
        .select_from(BridgePoint)
        .outerjoin(SessionPoint, here)
        .where(sessions.reached(session))
    )
    if after is not None:
        query = query.where(BridgePoint.ordinal > after[0])
    rows = await db.execute(query.order_by(BridgePoint.ordinal).limit(limit + 1))
    return rows.all()


async def add_rotation(
    db: AsyncSession, session_id: UUID, point_id: UUID, epoch: Epoch, *, at: datetime
) -> None:
    """Begin an epoch; where two hands did it at once, it has begun."""
    row = {
        "session_id": session_id,
        "bridge_point_id": point_id,
        "epoch": epoch.number,
        "from_step": epoch.from_step,
        "at": at,
    }
    await db.execute(insert_into(db, Rotation).values(row).on_conflict_do_nothing())


async def suspend_typed_codes(
    db: AsyncSession, session_id: UUID, point_id: UUID, *, at: datetime | None
) -> bool:
    """Suspend typed codes at a point, or restore them with None; False where nothing changed."""
    column = SessionPoint.typed_codes_suspended_at
    change = (
        update(SessionPoint)
        .where(
            SessionPoint.session_id == session_id,
            SessionPoint.bridge_point_id == point_id,
            column.is_(None) if at is not None else column.is_not(None),
        )
        .values(typed_codes_suspended_at=at)
        .returning(SessionPoint.session_id)
    )
    return (await db.execute(change)).scalar_one_or_none() is not None


async def screen(db: AsyncSession, screen_id: UUID) -> Screen | None:
    """Find a screen that is not revoked."""
    query = select(Screen).where(Screen.id == screen_id, Screen.revoked_at.is_(None))
    return (await db.execute(query)).scalar_one_or_none()


async def point_name(db: AsyncSession, point_id: UUID) -> str:
    """Tell the name of a bridge point."""
    return (
        await db.execute(select(BridgePoint.name).where(BridgePoint.id == point_id))
    ).scalar_one()
