"""Removing bridge points: only sessions know whether one was ever used."""

from uuid import UUID

from fastapi import APIRouter

from api.access.guards import CurrentPrincipal, actor_of
from api.access.roles import Act
from api.access.scope import require, visible_organisers
from api.bridge_points import store as bridge_points
from api.bridge_points.faults import POINT_IN_USE
from api.conferences import store as conferences
from api.db import Db
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.sessions.points import remove_point as remove

router = APIRouter()


@router.delete(
    "/points/{point_id}",
    operation_id="removePoint",
    status_code=204,
    responses=documented(POINT_IN_USE),
)
async def remove_point(point_id: UUID, principal: CurrentPrincipal, db: Db, at: At) -> None:
    """Remove a bridge point at which nothing ever happened.

    Refused while it has a screen, a session that was opened there, an allocation or a printed list.
    """
    point = await bridge_points.find(db, point_id, visible_organisers(principal))
    if point is None:
        raise Problem(errors.NOT_FOUND)
    path = await conferences.organiser_path(db, point.conference_id)
    require(principal, Act.PLAN_CONFERENCES, path)
    await remove(db, actor_of(principal), point, at=at)
