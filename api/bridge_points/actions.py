"""What is done to bridge points."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.ids import new_id
from api.kit.text import nfc
from api.tables.bridge_points import BridgePoint, ExpectedUnit
from api.words import Form


async def add_bridge_point(
    db: AsyncSession,
    actor: Actor,
    *,
    conference_id: UUID,
    ordinal: int,
    name: str,
    venue: str,
    form: Form,
    is_hub: bool,
    host_unit_id: UUID,
    expected_unit_ids: Sequence[UUID],
    at: datetime,
    keeps_units_together: bool = False,
) -> BridgePoint:
    """Add a point to a conference; a unit is expected at one point of a conference only."""
    point = BridgePoint(
        id=new_id(at),
        conference_id=conference_id,
        host_unit_id=host_unit_id,
        ordinal=ordinal,
        name=nfc(name),
        venue=nfc(venue),
        form=form,
        is_hub=is_hub,
        keeps_units_together=keeps_units_together,
        created_at=at,
    )
    db.add(point)
    await db.flush()
    if expected_unit_ids:
        rows = [
            {"conference_id": conference_id, "unit_id": unit_id, "bridge_point_id": point.id}
            for unit_id in expected_unit_ids
        ]
        await db.execute(insert(ExpectedUnit), rows)
    await events.append(db, Happening(actor, events.BRIDGE_POINT_ADDED, point.id, at))
    return point
