"""The routes by which a unit ends: merged into another with all its members, or empty."""

from uuid import UUID

from fastapi import APIRouter, Request

from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act
from api.access.scope import FORBIDDEN
from api.db import Db
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.errors import Problem, documented, language_of
from api.members import merging
from api.members.faults import UNIT_NOT_EMPTY
from api.members.visible import visible_unit
from api.units.faults import (
    DAY_REFUSED,
    SAME_NAMES,
    TREE_TOO_DEEP,
    UNIT_ENDED,
    UNIT_INSIDE_ITSELF,
)
from api.units.rules import may_shape
from api.units.schemas import MergeView, UnitEnd, UnitMerge, UnitView, UnitWarning

router = APIRouter(tags=["units"], responses=REFUSALS)


@router.post(
    "/units/{unit_id}/merge",
    operation_id="mergeUnit",
    responses=documented(UNIT_ENDED, UNIT_INSIDE_ITSELF, TREE_TOO_DEEP, DAY_REFUSED),
)
async def merge_unit(
    unit_id: UUID,
    into: UnitMerge,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    request: Request,
) -> MergeView:
    """Merge a unit into a successor: it ends, its units and its own members pass.

    Cells of one name stay apart; each gets an alias that tells where it was, and a warning names
    them. What was recorded before keeps the unit of its day.
    """
    unit = await visible_unit(db, principal, unit_id, Act.RESHAPE_UNITS)
    successor = await visible_unit(db, principal, into.successor_id, Act.RESHAPE_UNITS)
    merged = await merging.merge_units(db, actor_of(principal), unit, successor, on=into.on, at=at)
    language = language_of(request)
    return MergeView(
        unit=UnitView.model_validate(unit),
        successor=UnitView.model_validate(successor),
        moved_units=merged.tree.moved,
        moved_members=merged.moved_members,
        warnings=[
            UnitWarning(
                code="same_names",
                message=SAME_NAMES.read(language, {"name": name, "number": len(ids)}),
                unit_ids=ids,
            )
            for name, ids in merged.tree.same_names.items()
        ],
    )


@router.post(
    "/units/{unit_id}/end",
    operation_id="endUnit",
    responses=documented(UNIT_ENDED, UNIT_NOT_EMPTY, DAY_REFUSED),
)
async def end_unit(
    unit_id: UUID, end: UnitEnd, principal: CurrentPrincipal, db: Db, at: At
) -> UnitView:
    """End a unit that nothing follows: it has no units and no members any more."""
    unit = await visible_unit(db, principal, unit_id, Act.READ_UNITS)
    if not may_shape(principal, unit.path):
        raise Problem(FORBIDDEN)
    await merging.end_unit(db, actor_of(principal), unit, on=end.on or day_of(at), at=at)
    return UnitView.model_validate(unit)
