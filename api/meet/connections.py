"""How the halls of a session were connected, beside how many checked in there."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance import tallies
from api.attendance.rules import Count
from api.attendance.sums import of_points
from api.meet import store
from api.meet.rules import connected
from api.meet.schemas import MeetHall, MeetHalls
from api.tables.sessions import Session


async def halls(db: AsyncSession, session: Session, *, at: datetime) -> MeetHalls:
    """Tell of each hall for how long it was connected; time that overlaps counts once."""
    participants = await store.of_session(db, session.id)
    counts = of_points(await tallies.sums(db, session, at=at))
    sitting = (session.opened_at, session.closed_at or at) if session.opened_at else None
    found = []
    for point, _ in await store.points(db, session):
        of_hall = [
            (each.joined_at, each.left_at)
            for each in participants
            if each.bridge_point_id == point.id
        ]
        count = counts.get(point.id, Count())
        found.append(
            MeetHall(
                bridge_point_id=point.id,
                point_name=point.name,
                is_hub=point.is_hub,
                is_connected=bool(of_hall),
                connections=len(of_hall),
                first_joined_at=min((joined for joined, _ in of_hall), default=None),
                last_left_at=max((left for _, left in of_hall), default=None),
                connected_seconds=connected(of_hall),
                in_session_seconds=connected(of_hall, sitting) if sitting else 0,
                expected=count.expected,
                checked_in=count.present,
            )
        )
    return MeetHalls(
        session_id=session.id,
        opened_at=session.opened_at,
        closed_at=session.closed_at,
        unmatched=sum(each.matched_at is None for each in participants),
        never_connected=[each.point_name for each in found if not each.is_connected],
        halls=found,
    )
