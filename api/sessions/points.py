"""What sessions let happen to bridge points."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.bridge_points.actions import remove_bridge_point
from api.bridge_points.faults import POINT_IN_USE
from api.db import one_at_a_time
from api.events import Actor
from api.kit.errors import Problem
from api.sessions import point_store
from api.tables.bridge_points import BridgePoint


async def remove_point(db: AsyncSession, actor: Actor, point: BridgePoint, *, at: datetime) -> None:
    """Remove a point at which no session ever opened.

    Raises: Problem `point_in_use` where a session did, or a screen, allocation or list hangs on it.
    """
    await one_at_a_time(db, f"points of {point.conference_id}")
    await one_at_a_time(db, "doors")  # no session opens meanwhile
    try:
        async with db.begin_nested():
            await point_store.leave_point(db, point.id)
    except IntegrityError as used:
        raise Problem(POINT_IN_USE) from used
    await remove_bridge_point(db, actor, point, at=at)
