"""Which list somebody may take: of the units that his grants reach, and no other."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal, reach
from api.access.scope import FORBIDDEN, require, visible_units
from api.kit import errors
from api.kit.errors import Problem
from api.rosters.faults import UNIT_NEEDED
from api.units import store as units


async def reached_unit(
    db: AsyncSession, principal: Principal, act: Act, *, organiser_path: str, unit_id: UUID | None
) -> tuple[UUID | None, str]:
    """Find the unit whose subtree a list is of, and its path; None means all of the organiser's.

    Who names no unit gets all that he holds, where that is one subtree.

    Raises: Problem `not_found`, `forbidden`, `unit_needed`.
    """
    if unit_id is not None:
        unit = await units.find(db, unit_id, visible_units(principal, Act.READ_UNITS))
        if unit is None or not unit.path.startswith(organiser_path):
            raise Problem(errors.NOT_FOUND)
        require(principal, act, unit.path)
        return unit.id, unit.path
    paths = reach(principal, act)
    if any(organiser_path.startswith(path) for path in paths):
        return None, organiser_path
    inside = {path for path in paths if path.startswith(organiser_path)}
    highest = {path for path in inside if not any(_below(path, other) for other in inside)}
    if not highest:
        raise Problem(FORBIDDEN)
    if len(highest) > 1:
        raise Problem(UNIT_NEEDED)
    (path,) = highest
    return UUID(path.rstrip("/").rsplit("/", 1)[-1]), path


def _below(path: str, other: str) -> bool:
    return path != other and path.startswith(other)
