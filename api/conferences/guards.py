"""Finding a conference for somebody; which units it may name, and which quarters are taken."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal
from api.access.scope import require, visible_organisers
from api.conferences import store
from api.conferences.faults import CONFERENCE_EXISTS, UNIT_NOT_OF_ORGANISER
from api.db import one_at_a_time
from api.kit import errors
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.tables.conferences import Conference
from api.tables.units import Unit


async def visible_conference(
    db: AsyncSession, principal: Principal, conference_id: UUID, act: Act | None = None
) -> tuple[Conference, str]:
    """Find a conference that a principal may read, with the path of its organiser.

    Where an `act` is given, he must be allowed to do it there.

    Raises: Problem `not_found`, `forbidden`.
    """
    found = await store.find(db, conference_id, visible_organisers(principal))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    if act is not None:
        require(principal, act, found[1])
    return found


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


async def require_free_quarter(
    db: AsyncSession, organiser_id: UUID, *, year: int, quarter: int, another: bool
) -> None:
    """Let only `another` conference of an organiser's quarter pass where there is one.

    Until the transaction ends nobody else plans one for this organiser.

    Raises: Problem `conference_exists`.
    """
    await one_at_a_time(db, f"conferences of {organiser_id}")
    held = await store.of_quarter(db, organiser_id, year=year, quarter=quarter)
    if held is not None and not another:
        raise Problem(
            CONFERENCE_EXISTS,
            conference_id=str(held.id),
            title=held.title,
            year=year,
            quarter=quarter,
        )
