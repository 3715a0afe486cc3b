"""Reading bridge points, and their screens."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from api.access import actions as access
from api.access import store as access_store
from api.access.guards import REFUSALS, CurrentPrincipal, SessionsReader, actor_of
from api.access.roles import Act
from api.access.scope import require, visible_organisers
from api.bridge_points import store
from api.bridge_points.point_routes import router as points
from api.bridge_points.preparation_routes import router as preparation
from api.bridge_points.schemas import BridgePointView, NewScreen, PointScreens, ScreenView
from api.bridge_points.views import point_view, shown
from api.conferences.guards import visible_conference
from api.db import Db, ReadDb
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfNoneMatch
from api.kit.errors import Problem
from api.kit.paging import Cursor, Limit, Page, ordinal, paged, read_cursor

router = APIRouter(responses=REFUSALS)
router.include_router(points)
router.include_router(preparation)


@router.get(
    "/conferences/{conference_id}/points", operation_id="listPoints", tags=["bridge points"]
)
async def list_points(
    conference_id: UUID,
    principal: SessionsReader,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[BridgePointView]:
    """List a conference's bridge points in their order."""
    await visible_conference(db, principal, conference_id)
    after = read_cursor(cursor, ordinal)
    shown_points = await store.page(db, conference_id, after=after, limit=limit)
    expected = await store.expected_units(db, [point.id for point in shown_points])
    return paged(
        shown_points,
        limit,
        view=lambda point: point_view(point, expected[point.id]),
        key=lambda point: (str(point.ordinal),),
    )


@router.get(
    "/points/{point_id}",
    operation_id="readPoint",
    tags=["bridge points"],
    response_model=BridgePointView,
)
async def read_point(
    point_id: UUID, principal: SessionsReader, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one bridge point."""
    point = await store.find(db, point_id, visible_organisers(principal))
    if point is None:
        raise Problem(errors.NOT_FOUND)
    return conditional.answer(await shown(db, point), if_none_match)


@router.post(
    "/points/{point_id}/screens", operation_id="addScreen", tags=["screens"], status_code=201
)
async def add_screen(
    point_id: UUID, principal: CurrentPrincipal, db: Db, at: At, request: Request
) -> NewScreen:
    """Ask for a pairing code: the browser that types it becomes a screen of this point.

    It is shown once and stored hashed, so this operation takes no Idempotency-Key; a second call
    simply gives a second code.
    """
    point = await store.find(db, point_id, visible_organisers(principal))
    if point is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.PAIR_SCREENS, await store.host_path(db, point_id))
    screen, code = await access.add_screen(db, actor_of(principal), bridge_point_id=point_id, at=at)
    return NewScreen(
        id=screen.id,
        pairing_code=code,
        expires_at=screen.pairing_expires_at,
        page_url=f"{request.app.state.public_url}/screen",
    )


@router.get("/points/{point_id}/screens", operation_id="listScreens", tags=["screens"])
async def list_screens(point_id: UUID, principal: CurrentPrincipal, db: ReadDb) -> Page[ScreenView]:
    """List a point's screens, so that a screen nobody knows is seen and revoked."""
    point = await store.find(db, point_id, visible_organisers(principal))
    if point is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.PAIR_SCREENS, await store.host_path(db, point_id))
    screens = await access_store.screens_of(db, point_id)
    views = [
        ScreenView(id=each.id, created_at=each.created_at, paired_at=each.paired_at)
        for each in screens
    ]
    return Page(items=views, next_cursor=None)


@router.get(
    "/conferences/{conference_id}/screens", operation_id="listScreenCounts", tags=["screens"]
)
async def list_screen_counts(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[PointScreens]:
    """Count the paired screens of each point, so that a hall without one is seen."""
    _, organiser_path = await visible_conference(db, principal, conference_id)
    require(principal, Act.PAIR_SCREENS, organiser_path)
    after = read_cursor(cursor, ordinal)
    points = await store.page(db, conference_id, after=after, limit=limit)
    paired = await access_store.count_paired(db, [point.id for point in points])
    return paged(
        points,
        limit,
        view=lambda point: PointScreens(
            point_id=point.id, name=point.name, paired_count=paired.get(point.id, 0)
        ),
        key=lambda point: (str(point.ordinal),),
    )
