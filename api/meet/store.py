"""All SQL of participants' files."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.bridge_points import store as bridge_points
from api.kit.text import fold
from api.meet.rules import Hall, Match
from api.sessions.store import reached
from api.tables.bridge_points import BridgePoint
from api.tables.meet import MeetParticipant
from api.tables.sessions import Session, SessionPoint
from api.tables.units import Unit


async def points(db: AsyncSession, session: Session) -> list[tuple[BridgePoint, Unit]]:
    """List the points that a session reaches with their hosts, in the conference's order."""
    query = (
        select(BridgePoint, Unit)
        .join(Unit, Unit.id == BridgePoint.host_unit_id)
        .outerjoin(
            SessionPoint,
            (SessionPoint.bridge_point_id == BridgePoint.id)
            & (SessionPoint.session_id == session.id),
        )
        .where(reached(session))
        .order_by(BridgePoint.ordinal)
    )
    return [(point, unit) for point, unit in await db.execute(query)]


def halls(found: Sequence[tuple[BridgePoint, Unit]]) -> list[Hall]:
    """Give the points with all names by which they may be called."""
    return [
        Hall(point.id, tuple(dict.fromkeys([point.name, point.venue, unit.name, *unit.aliases])))
        for point, unit in found
    ]


async def hub_hosts(db: AsyncSession, session: Session) -> list[str]:
    """List the paths of those who host a hub of the session, from where Meet is run."""
    hubs = [point for point, _ in await points(db, session) if point.is_hub]
    return [await bridge_points.host_path(db, point.id) for point in hubs]


async def earlier(db: AsyncSession, conference_id: UUID) -> dict[str, Match]:
    """Map folded names to what they were last said to be in a conference."""
    query = (
        select(MeetParticipant.display_name, MeetParticipant.bridge_point_id)
        .join(Session, Session.id == MeetParticipant.session_id)
        .where(Session.conference_id == conference_id, MeetParticipant.matched_at.is_not(None))
        .order_by(
            # What a person said comes last, and so holds.
            MeetParticipant.matched_by.is_not(None),
            MeetParticipant.matched_at,
        )
    )
    return {fold(name): Match(point_id) for name, point_id in await db.execute(query)}


async def of_session(db: AsyncSession, session_id: UUID) -> Sequence[MeetParticipant]:
    """List all connections of a session."""
    query = select(MeetParticipant).where(MeetParticipant.session_id == session_id)
    return (await db.execute(query.order_by(MeetParticipant.id))).scalars().all()


async def page(
    db: AsyncSession,
    session_id: UUID,
    *,
    is_matched: bool | None,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[MeetParticipant]:
    """List the connections of a session as they came; one more than `limit`."""
    query = select(MeetParticipant).where(MeetParticipant.session_id == session_id)
    if is_matched is not None:
        matched = MeetParticipant.matched_at.is_not(None)
        query = query.where(matched if is_matched else ~matched)
    if after is not None:
        query = query.where(MeetParticipant.id > after[0])
    return (await db.execute(query.order_by(MeetParticipant.id).limit(limit + 1))).scalars().all()


async def find(db: AsyncSession, session_id: UUID, participant_id: UUID) -> MeetParticipant | None:
    """Find a connection of a session."""
    return await db.get(MeetParticipant, (session_id, participant_id))


async def match(
    db: AsyncSession,
    session_id: UUID,
    display_name: str,
    *,
    point_id: UUID | None,
    is_ignored: bool,
    at: datetime | None,
    account_id: UUID | None,
) -> int:
    """Say of every connection of a name in a session what it was, and count them."""
    change = (
        update(MeetParticipant)
        .where(
            MeetParticipant.session_id == session_id,
            MeetParticipant.display_name == display_name,
        )
        .values(
            bridge_point_id=point_id, is_ignored=is_ignored, matched_at=at, matched_by=account_id
        )
        .returning(MeetParticipant.id)
    )
    return len((await db.execute(change)).scalars().all())
