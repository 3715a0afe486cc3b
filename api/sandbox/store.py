"""SQL of the sandbox: its clock, and the points that show codes."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.access import Account, Grant
from api.tables.bridge_points import BridgePoint
from api.tables.sandbox import SandboxClock
from api.tables.sessions import Session, SessionPoint, Window
from api.tables.units import Unit
from api.words import Role


async def clock(db: AsyncSession) -> SandboxClock | None:
    """Find how far the clock was moved; None where this is no sandbox."""
    return (await db.execute(select(SandboxClock))).scalar_one_or_none()


async def last_window_at(db: AsyncSession) -> datetime | None:
    """Tell when a window was last opened or closed."""
    query = select(func.max(Window.opened_at), func.max(Window.closed_at))
    instants = [each for each in (await db.execute(query)).one() if each is not None]
    return max(instants, default=None)


async def open_points(
    db: AsyncSession, *, after: tuple[int] | None, limit: int
) -> Sequence[tuple[UUID, int]]:
    """List the bridge points that show a code, by the numbers of their doors."""
    query = select(SessionPoint.bridge_point_id, SessionPoint.door).where(
        SessionPoint.is_open, SessionPoint.door.is_not(None)
    )
    if after is not None:
        query = query.where(SessionPoint.door > after[0])
    rows = await db.execute(query.order_by(SessionPoint.door).limit(limit + 1))
    return [(point_id, door) for point_id, door in rows if door is not None]


async def sessions(db: AsyncSession) -> Sequence[Session]:
    """List all sessions."""
    return (await db.execute(select(Session).order_by(Session.ordinal, Session.id))).scalars().all()


async def first_point(db: AsyncSession) -> UUID:
    """Find the first bridge point of the plan."""
    query = select(BridgePoint.id).order_by(BridgePoint.ordinal, BridgePoint.id).limit(1)
    return (await db.execute(query)).scalar_one()


async def administrator(db: AsyncSession) -> tuple[Account, Unit]:
    """Find the administrator, and the unit that he was given."""
    query = (
        select(Account, Unit)
        .join(Grant, Grant.account_id == Account.id)
        .join(Unit, Unit.id == Grant.unit_id)
        .where(Grant.role == Role.DISTRICT_ADMIN)
        .limit(1)
    )
    account, unit = (await db.execute(query)).one()
    return account, unit
