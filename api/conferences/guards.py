"""Which units a conference may name."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.conferences import store
from api.conferences.faults import UNIT_NOT_OF_ORGANISER
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.tables.units import Unit


async def require_living(
    db: AsyncSession, organiser_path: str, unit_ids: Collection[UUID], *, at: datetime
) -> dict[UUID, Unit]:
    """Load units that stand below an organiser today.

    Raises: Problem `unit_not_of_organiser`, naming those that do not.
    """
    units = await store.living_units(db, organiser_path, unit_ids, on=day_of(at))
    strange = sorted(str(each) for each in unit_ids if each not in units)
    if strange:
        raise Problem(UNIT_NOT_OF_ORGANISER, unit_ids=strange)
    return units
