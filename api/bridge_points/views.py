"""How bridge points are shown."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.bridge_points import store
from api.bridge_points.schemas import BridgePointView, ExpectedUnitView
from api.tables.bridge_points import BridgePoint


def point_view(point: BridgePoint, expected: Sequence[ExpectedUnitView]) -> BridgePointView:
    """Show a point whose expected units are known."""
    return BridgePointView(
        id=point.id,
        conference_id=point.conference_id,
        ordinal=point.ordinal,
        name=point.name,
        venue=point.venue,
        form=point.form,
        is_hub=point.is_hub,
        keeps_units_together=point.keeps_units_together,
        sequence=point.sequence,
        host_unit_id=point.host_unit_id,
        expected_units=list(expected),
    )


async def shown(db: AsyncSession, point: BridgePoint) -> BridgePointView:
    """Show one point with the units expected there."""
    return point_view(point, (await store.expected_units(db, [point.id]))[point.id])
