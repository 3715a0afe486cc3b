"""Reading units."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.roles import Act
from api.access.scope import visible_units
from api.db import ReadDb
from api.kit import conditional, errors
from api.kit.conditional import IfNoneMatch
from api.kit.errors import Problem
from api.kit.paging import Cursor, Limit, Page, Search, paged, read_cursor
from api.units import store
from api.units.schemas import UnitView

router = APIRouter(tags=["units"], responses=REFUSALS)


@router.get("/units", operation_id="listUnits")
async def list_units(
    principal: CurrentPrincipal,
    db: ReadDb,
    parent_id: UUID | None = None,
    q: Search = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[UnitView]:
    """List the units inside your grants, in Vietnamese order."""
    units = await store.page(
        db,
        visible_units(principal, Act.READ_UNITS),
        parent_id=parent_id,
        search=q,
        after=read_cursor(cursor, str, UUID),
        limit=limit,
    )
    return paged(
        units, limit, view=UnitView.model_validate, key=lambda unit: (unit.sort_key, str(unit.id))
    )


@router.get("/units/{unit_id}", operation_id="readUnit", response_model=UnitView)
async def read_unit(
    unit_id: UUID, principal: CurrentPrincipal, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one unit inside your grants."""
    unit = await store.find(db, unit_id, visible_units(principal, Act.READ_UNITS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    return conditional.answer(UnitView.model_validate(unit), if_none_match)
