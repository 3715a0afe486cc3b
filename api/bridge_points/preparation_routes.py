"""Preparing bridge points: the checklist, line tests, and what is missing at 6:30."""

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
    MissingItem,
    NewLineTest,
    PointReadiness,
    PreparationChange,
    PreparationItemView,
    PreparationView,
)
from api.bridge_points.rules import Checked, Lack
from api.conferences import store as conferences
from api.db import Db, ReadDb, one_at_a_time
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, ordinal, paged, read_cursor
from api.tables.bridge_points import BridgePoint, LineTest

router = APIRouter(tags=["preparation"])


def _item(checked: Checked) -> PreparationItemView:
    item, finding = checked.item, checked.finding
    return PreparationItemView(
        key=item.key,
        text=item.text,
        kind=item.kind,
        result=finding.result if finding else None,
        note=finding.note if finding else None,
        marked_by=finding.by if finding else None,
        marked_at=finding.at if finding else None,
        is_stale=checked.lack is Lack.OUTDATED,
        lack=checked.lack,
    )


async def _view(db: AsyncSession, point: BridgePoint) -> PreparationView:
    checked = await preparation.checklist_at(db, point)
    return PreparationView(
        point_id=point.id,
        missing_count=sum(each.lack is not None for each in checked),
        items=[_item(each) for each in checked],
    )


def _test(test: LineTest, by: str | None, *, sequence: int) -> LineTestView:
    return LineTestView(
        id=test.id,
        point_id=test.bridge_point_id,
        passed=test.passed,
        note=test.note,
        tested_by=by,
        tested_at=test.at,
        is_stale=test.sequence != sequence,
    )


def _readiness(point: BridgePoint, checked: list[Checked]) -> PointReadiness:
    missing = [
        MissingItem(
            key=each.item.key,
            text=each.item.text,
            lack=each.lack,
            note=each.finding.note if each.finding else None,
        )
        for each in checked
        if each.lack is not None
    ]
    return PointReadiness(
        point_id=point.id,
        ordinal=point.ordinal,
        name=point.name,
        venue=point.venue,
        form=point.form,
        items_count=len(checked),
        missing_count=len(missing),
        missing=missing,
    )


@router.get("/conferences/{conference_id}/preparation", operation_id="listPreparation")
async def list_preparation(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    only_missing: bool = True,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[PointReadiness]:
    """List what the points of a conference still lack, as it is looked at on the morning."""
    found = await conferences.find(db, conference_id, visible_organisers(principal))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    (after,) = read_cursor(cursor, ordinal) or (-1,)
    checklists = await preparation.checklists_of(db, conference_id, found[0].preparation_items)
    judged = [_readiness(point, checked) for point, checked in checklists]
    rows = [
        each
        for each in judged
        if each.ordinal > after and (each.missing_count > 0 or not only_missing)
    ]
    return paged(rows, limit, view=lambda each: each, key=lambda each: (str(each.ordinal),))


@router.get(
    "/points/{point_id}/preparation",
    operation_id="readPreparation",
    response_model=PreparationView,
)
async def read_preparation(
    point_id: UUID, principal: CurrentPrincipal, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read a point's checklist: what was found, by whom, when, and what is missing."""
    point = await _visible(db, principal, point_id)
    return conditional.answer(await _view(db, point), if_none_match)


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
    conditional.require_unchanged(await _view(db, point), if_match)
    await preparation.mark_preparation(
        db,
        actor_of(principal),
        point,
        [Mark(each.item_key, each.result, each.note) for each in change.marks],
        account_id=principal.account_id,
        at=at,
    )
    return conditional.answer(await _view(db, point))


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
        return _test(test, principal.display_name, sequence=point.sequence)

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
    tests = await preparation_store.line_tests(
        db, point_id, after=read_cursor(cursor, UUID), limit=limit
    )
    return paged(
        tests,
        limit,
        view=lambda row: _test(row[0], row[1], sequence=point.sequence),
        key=lambda row: (str(row[0].id),),
    )


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
