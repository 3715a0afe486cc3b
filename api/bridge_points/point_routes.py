"""Planning bridge points: adding and changing them, and whom none of them expects."""

from uuid import UUID

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import CurrentPrincipal, actor_of
from api.access.roles import Act
from api.access.scope import require, visible_organisers, visible_units
from api.bridge_points import actions, store
from api.bridge_points.faults import EXPECTED_ELSEWHERE, HUB_ON_LINE
from api.bridge_points.schemas import BridgePointView, NewPoint, PointChange, UnplacedUnit
from api.bridge_points.views import shown
from api.conferences import store as conferences
from api.conferences.faults import UNIT_NOT_OF_ORGANISER
from api.conferences.guards import visible_conference
from api.db import Db, ReadDb, one_at_a_time
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch
from api.kit.dates import day_of
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor

router = APIRouter(tags=["bridge points"])


@router.post(
    "/conferences/{conference_id}/points",
    operation_id="addPoint",
    status_code=201,
    response_model=BridgePointView,
    responses=documented(UNIT_NOT_OF_ORGANISER, EXPECTED_ELSEWHERE, HUB_ON_LINE, KEY_REUSED),
)
async def add_point(
    conference_id: UUID,
    new: NewPoint,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Add a bridge point to a conference; a unit is expected at one of its points only."""
    await visible_conference(db, principal, conference_id, Act.PLAN_CONFERENCES)

    async def make() -> BridgePointView:
        await one_at_a_time(db, f"points of {conference_id}")
        named = {new.host_unit_id, *new.expected_unit_ids}
        await actions.require_units_of(db, conference_id, named, at=at)
        point = await actions.add_bridge_point(
            db,
            actor_of(principal),
            conference_id=conference_id,
            ordinal=await store.next_ordinal(db, conference_id),
            name=new.name,
            venue=new.venue,
            form=new.form,
            is_hub=new.is_hub,
            host_unit_id=new.host_unit_id,
            expected_unit_ids=new.expected_unit_ids,
            keeps_units_together=new.keeps_units_together,
            move=new.move,
            at=at,
        )
        return await shown(db, point)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"addPoint {conference_id}",
        body=new,
        at=at,
        make=make,
    )


@router.patch(
    "/points/{point_id}",
    operation_id="changePoint",
    response_model=BridgePointView,
    responses=documented(UNIT_NOT_OF_ORGANISER, EXPECTED_ELSEWHERE, HUB_ON_LINE),
)
async def change_point(
    point_id: UUID,
    change: PointChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Change a bridge point, its host, or the units expected there.

    With another name or venue, line tests, marks and notices of before count no more; codes,
    screens and check-ins stay.
    """
    point = await store.find(db, point_id, visible_organisers(principal))
    if point is None:
        raise Problem(errors.NOT_FOUND)
    require(
        principal,
        Act.PLAN_CONFERENCES,
        await conferences.organiser_path(db, point.conference_id),
    )
    await one_at_a_time(db, f"points of {point.conference_id}")
    await one_at_a_time(db, f"point {point_id}")
    await db.refresh(point)
    conditional.require_unchanged(await shown(db, point), if_match)
    changes = change.model_dump(exclude_unset=True, exclude={"expected_unit_ids", "move"})
    sent = change.model_fields_set
    expected = change.expected_unit_ids if "expected_unit_ids" in sent else None
    named = {*(expected or []), *([change.host_unit_id] if "host_unit_id" in sent else [])}
    await actions.require_units_of(db, point.conference_id, named, at=at)
    await actions.change_bridge_point(
        db,
        actor_of(principal),
        point,
        changes,
        expected_unit_ids=expected,
        move=change.move,
        at=at,
    )
    return conditional.answer(await shown(db, point))


@router.get("/conferences/{conference_id}/unplaced-units", operation_id="listUnplacedUnits")
async def list_unplaced_units(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[UnplacedUnit]:
    """List your units with members to be convened that no bridge point expects."""
    _, organiser_path = await visible_conference(db, principal, conference_id)
    units = await conferences.units_left_out(
        db,
        visible_units(principal, Act.READ_UNITS),
        organiser_path=organiser_path,
        reached=store.expected_paths(conference_id),
        on=day_of(at),
        after=read_cursor(cursor, str, UUID),
        limit=limit,
    )
    return paged(
        units,
        limit,
        view=lambda each: UnplacedUnit(
            **each.name.model_dump(), convened_count=each.convened_count, reason="no_point"
        ),
        key=lambda each: (each.sort_key, str(each.name.id)),
    )
