"""Preparing bridge points: the checklist, and line tests."""

from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import idempotency
from api.access.guards import CurrentPrincipal, actor_of
from api.access.roles import Act, Principal
from api.access.scope import require, visible_organisers
from api.bridge_points import preparation, preparation_store, store
from api.bridge_points.faults import ITEM_UNKNOWN, LINE_TEST_APART, RESULT_UNFIT
from api.bridge_points.preparation import Mark
from api.bridge_points.preparation_schemas import (
    LineTestView,
    NewLineTest,
    PreparationChange,
    PreparationView,
)
from api.bridge_points.preparation_views import checklist_view, line_test_view, sees_notes
from api.db import Db, ReadDb, one_at_a_time
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.tables.bridge_points import BridgePoint

router = APIRouter(tags=["preparation"])


@router.get(
    "/points/{point_id}/preparation",
    operation_id="readPreparation",
    response_model=PreparationView,
)
async def read_preparation(
    point_id: UUID, principal: CurrentPrincipal, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read a point's checklist: what was found, when, and what is missing.

    Notes, and who made them, are for those who prepare the point or test its line.
    """
    point = await _visible(db, principal, point_id)
    return conditional.answer(await _view(db, principal, point), if_none_match)


@router.patch(
    "/points/{point_id}/preparation",
    operation_id="markPreparation",
    response_model=PreparationView,
    responses=documented(ITEM_UNKNOWN, RESULT_UNFIT, LINE_TEST_APART),
)
async def mark_preparation(
    point_id: UUID,
    change: PreparationChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Mark items of a point's checklist, or take marks back."""
    point = await _held(db, principal, point_id, Act.PREPARE_POINTS)
    conditional.require_unchanged(await _view(db, principal, point), if_match)
    await preparation.mark_preparation(
        db,
        actor_of(principal),
        point,
        [Mark(each.item_key, each.result, each.note) for each in change.marks],
        account_id=principal.account_id,
        at=at,
    )
    return conditional.answer(await _view(db, principal, point))


@router.post(
    "/points/{point_id}/line-tests",
    operation_id="addLineTest",
    status_code=201,
    response_model=LineTestView,
    responses=documented(KEY_REUSED),
)
async def add_line_test(
    point_id: UUID,
    new: NewLineTest,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Record a test of a point's line; it counts for the venue that the point has now."""
    point = await _held(db, principal, point_id, Act.TEST_LINES)

    async def make() -> LineTestView:
        test = await preparation.add_line_test(
            db,
            actor_of(principal),
            point,
            passed=new.passed,
            note=new.note,
            account_id=principal.account_id,
            at=at,
        )
        by, sequence = principal.display_name, point.sequence
        return line_test_view(test, by, sequence=sequence, with_notes=True)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"addLineTest {point_id}",
        body=new,
        at=at,
        make=make,
    )


@router.get("/points/{point_id}/line-tests", operation_id="listLineTests")
async def list_line_tests(
    point_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[LineTestView]:
    """List a point's line tests, the newest first, those of earlier venues too."""
    point = await _visible(db, principal, point_id)
    with_notes = sees_notes(principal, await store.host_path(db, point_id))
    tests = await preparation_store.line_tests(
        db, point_id, after=read_cursor(cursor, UUID), limit=limit
    )
    return paged(
        tests,
        limit,
        view=lambda row: line_test_view(*row, sequence=point.sequence, with_notes=with_notes),
        key=lambda row: (str(row[0].id),),
    )


async def _view(db: AsyncSession, principal: Principal, point: BridgePoint) -> PreparationView:
    checked = await preparation.checklist_at(db, point)
    with_notes = sees_notes(principal, await store.host_path(db, point.id))
    return checklist_view(point.id, checked, with_notes=with_notes)


async def _visible(db: AsyncSession, principal: Principal, point_id: UUID) -> BridgePoint:
    point = await store.find(db, point_id, visible_organisers(principal))
    if point is None:
        raise Problem(errors.NOT_FOUND)
    return point


async def _held(db: AsyncSession, principal: Principal, point_id: UUID, act: Act) -> BridgePoint:
    """Find a point that a principal prepares, with nobody changing it meanwhile."""
    point = await _visible(db, principal, point_id)
    require(principal, act, await store.host_path(db, point_id))
    await one_at_a_time(db, f"point {point_id}")
    await db.refresh(point)
    return point
