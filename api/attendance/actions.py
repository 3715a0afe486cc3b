"""What reading attendance does: names that were shown leave an event."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import actor_of
from api.access.roles import Act, Principal, holdings


async def note_reading(
    db: AsyncSession,
    principal: Principal,
    *,
    operation: str,
    session_id: UUID | None,
    unit_id: UUID | None,
    count: int,
    at: datetime,
) -> None:
    """Tell in the audit trail that names of a session's attendance were read.

    The subject is the unit that was asked for, else each unit whose grant opened the list (of a
    client its unit): so
    "who viewed" of a member of another unit does not name this reader. Where no name was shown,
    nobody was viewed.
    """
    if count:
        opened = {held.unit_id for held in holdings(principal, Act.READ_ATTENDANCE)}
        counts = dict.fromkeys([unit_id] if unit_id else sorted(opened), count)
        await events.append_readings(
            db, actor_of(principal), operation, counts, at=at, session_id=session_id
        )
