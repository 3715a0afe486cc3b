"""Units: reading them and their past, adding, changing and moving one."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api import events, idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, UnitsReader, actor_of
from api.access.roles import Act, Principal
from api.access.scope import FORBIDDEN, require, visible_units
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, Search, paged, read_cursor
from api.tables.units import Unit
from api.units import actions, reshaping, store
from api.units.faults import (
    DAY_REFUSED,
    NAME_TAKEN,
    TREE_TOO_DEEP,
    TREE_TOO_LARGE,
    UNIT_ENDED,
    UNIT_INSIDE_ITSELF,
)
from api.units.rules import MAX_DEPTH, depth_of, in_tree_order, may_shape
from api.units.schemas import (
    BorneName,
    ChangeView,
    Day,
    NewUnit,
    TreeUnit,
    TreeView,
    UnitChange,
    UnitMove,
    UnitView,
)

router = APIRouter(tags=["units"], responses=REFUSALS)

_MOST_OF_A_TREE = 5_000
_ACTS = (events.UNIT_ADDED, events.UNIT_CHANGED, events.UNIT_MOVED, events.UNIT_MERGED)


@router.get("/units", operation_id="listUnits")
async def list_units(
    principal: UnitsReader,
    db: ReadDb,
    parent_id: UUID | None = None,
    valid_on: Annotated[
        Day | None, Query(description="Those of this day, with the names they bore then.")
    ] = None,
    include_ended: Annotated[
        bool, Query(description="Also those that have ended, by today or by `valid_on`.")
    ] = False,
    q: Search = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[UnitView]:
    """List the units inside your grants, in Vietnamese order: those that there are today.

    Names are searched and sorted as they are today.
    """
    units = await store.page(
        db,
        visible_units(principal, Act.READ_UNITS),
        parent_id=parent_id,
        search=q,
        after=read_cursor(cursor, str, UUID),
        limit=limit,
        valid_on=valid_on,
        include_ended=include_ended,
    )
    then = await store.names_on(db, [unit.id for unit in units], valid_on) if valid_on else {}
    return paged(
        units,
        limit,
        view=lambda unit: UnitView.model_validate(unit).model_copy(
            update={"name": then.get(unit.id, unit.name)}
        ),
        key=lambda unit: (unit.sort_key, str(unit.id)),
    )


@router.post(
    "/units",
    operation_id="addUnit",
    status_code=201,
    response_model=UnitView,
    responses=documented(NAME_TAKEN, UNIT_ENDED, TREE_TOO_DEEP, DAY_REFUSED, KEY_REUSED),
)
async def add_unit(
    new: NewUnit,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Add a unit below another; a secretary below a unit of her own."""
    parent = await _visible(db, principal, new.parent_id)
    require(principal, Act.MANAGE_UNITS, parent.path)

    async def make() -> UnitView:
        unit = await actions.add_below(db, actor_of(principal), parent, new, at=at)
        return UnitView.model_validate(unit)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="addUnit",
        body=new,
        at=at,
        make=make,
    )


@router.get("/units/{unit_id}", operation_id="readUnit", response_model=UnitView)
async def read_unit(
    unit_id: UUID, principal: UnitsReader, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one unit inside your grants."""
    unit = await _visible(db, principal, unit_id)
    return conditional.answer(UnitView.model_validate(unit), if_none_match)


@router.patch(
    "/units/{unit_id}",
    operation_id="changeUnit",
    response_model=UnitView,
    responses=documented(NAME_TAKEN, UNIT_ENDED, DAY_REFUSED),
)
async def change_unit(
    unit_id: UUID,
    change: UnitChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Change a unit; a secretary only those below a unit of her own.

    The name before is kept for the days before `name_from`.
    """
    unit = await _visible(db, principal, unit_id)
    if not may_shape(principal, unit.path):
        raise Problem(FORBIDDEN)
    await actions.hold_shape(db, unit)
    conditional.require_unchanged(UnitView.model_validate(unit), if_match)
    await actions.change_unit(db, actor_of(principal), unit, change, at=at)
    return conditional.answer(UnitView.model_validate(unit))


@router.post(
    "/units/{unit_id}/move",
    operation_id="moveUnit",
    responses=documented(NAME_TAKEN, UNIT_ENDED, UNIT_INSIDE_ITSELF, TREE_TOO_DEEP),
)
async def move_unit(
    unit_id: UUID, where: UnitMove, principal: CurrentPrincipal, db: Db, at: At
) -> UnitView:
    """Put a unit, with everything below it, below another unit."""
    unit = await _visible(db, principal, unit_id)
    parent = await _visible(db, principal, where.parent_id)
    require(principal, Act.RESHAPE_UNITS, unit.path)
    require(principal, Act.RESHAPE_UNITS, parent.path)
    same_name = where.same_name
    await reshaping.move(db, actor_of(principal), unit, parent, same_name=same_name, at=at)
    return UnitView.model_validate(unit)


@router.get(
    "/units/{unit_id}/tree",
    operation_id="readTree",
    response_model=TreeView,
    responses=documented(TREE_TOO_LARGE),
)
async def read_tree(
    unit_id: UUID,
    principal: UnitsReader,
    db: ReadDb,
    depth: Annotated[int, Query(ge=0, le=MAX_DEPTH, description="Levels below it.")] = MAX_DEPTH,
    include_ended: Annotated[bool, Query(description="Also those that have ended.")] = False,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read a unit and what is below it, at most 5,000 units, as a tree is read."""
    root = await _visible(db, principal, unit_id)
    units = await store.tree(
        db, root, depth=depth, include_ended=include_ended, most=_MOST_OF_A_TREE
    )
    if len(units) > _MOST_OF_A_TREE:
        raise Problem(TREE_TOO_LARGE, most=_MOST_OF_A_TREE)
    items = [
        TreeUnit(
            **UnitView.model_validate(unit).model_dump(),
            depth=depth_of(unit.path) - depth_of(root.path),
        )
        for unit in in_tree_order(units)
    ]
    return conditional.answer(TreeView(items=items), if_none_match)


@router.get("/units/{unit_id}/names", operation_id="listUnitNames")
async def list_unit_names(unit_id: UUID, principal: UnitsReader, db: ReadDb) -> Page[BorneName]:
    """List the names that a unit has borne, the oldest first; the last is today's."""
    unit = await _visible(db, principal, unit_id)
    borne = await store.names(db, unit_id) or [(unit.valid_from, unit.name)]
    items = [BorneName(name=name, valid_from=since) for since, name in borne]
    return Page(items=items, next_cursor=None)


@router.get("/units/{unit_id}/history", operation_id="listUnitHistory")
async def list_unit_history(
    unit_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ChangeView]:
    """List what was done to a unit, the newest first: changes, moves, mergers, by whom and when."""
    await _visible(db, principal, unit_id)
    after = read_cursor(cursor, UUID)
    told = await store.told_of(db, unit_id, _ACTS, after=after, limit=limit)
    return paged(told, limit, view=lambda each: each, key=lambda each: (str(each.id),))


async def _visible(db: Db, principal: Principal, unit_id: UUID) -> Unit:
    unit = await store.find(db, unit_id, visible_units(principal, Act.READ_UNITS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    return unit
