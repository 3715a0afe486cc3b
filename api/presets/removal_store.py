"""SQL of a conference that is removed whole."""

from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.access import Screen
from api.tables.bridge_points import BridgePoint, ExpectedUnit, LineTest, PreparationMark
from api.tables.conferences import Conference, Exclusion, GroupUnit
from api.tables.rosters import RosterRow
from api.tables.sessions import Session, SessionPoint


async def has_screens(db: AsyncSession, conference_id: UUID) -> bool:
    """Tell whether a screen is paired, or about to be, with a point of a conference."""
    query = (
        select(Screen.id)
        .join(BridgePoint, BridgePoint.id == Screen.bridge_point_id)
        .where(BridgePoint.conference_id == conference_id, Screen.revoked_at.is_(None))
    )
    return (await db.execute(query.limit(1))).first() is not None


async def remove(db: AsyncSession, conference_id: UUID) -> None:
    """Delete a conference with what was planned, prepared and numbered of it.

    Whatever else refers to it makes the database refuse: windows, allocations, summonses, notices
    and prints are not planning.
    """
    points = select(BridgePoint.id).where(BridgePoint.conference_id == conference_id)
    sessions = select(Session.id).where(Session.conference_id == conference_id)
    for table in (LineTest, PreparationMark):
        await db.execute(delete(table).where(table.bridge_point_id.in_(points)))
    await db.execute(delete(SessionPoint).where(SessionPoint.session_id.in_(sessions)))
    for owned in (RosterRow, Exclusion, GroupUnit, ExpectedUnit, Session, BridgePoint):
        await db.execute(delete(owned).where(owned.conference_id == conference_id))
    copies = update(Conference).where(Conference.copied_from_id == conference_id)
    await db.execute(copies.values(copied_from_id=None))
    await db.execute(delete(Conference).where(Conference.id == conference_id))
