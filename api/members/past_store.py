"""What the events tell of a member's stays."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.tables.events import Event
from api.tables.members import Member


async def stay_began(db: AsyncSession, member: Member) -> datetime | None:
    """Tell when a member came to where he is for a time; None where no event says so."""
    query = (
        select(Event)
        .where(Event.subject_id == member.id, Event.act == events.MEMBER_TRANSFERRED)
        .order_by(Event.at.desc(), Event.id.desc())
    )
    for event in (await db.execute(query)).scalars():
        moved = event.detail.get("changes", {}).get("temporary_unit_id")
        if moved is not None and moved["after"] == str(member.temporary_unit_id):
            return event.at
    return None
