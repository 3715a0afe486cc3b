"""What is missing at 6:30: only sessions know which points a morning needs."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.guards import CurrentPrincipal
from api.access.roles import Principal
from api.bridge_points import preparation
from api.bridge_points.preparation_schemas import PointReadiness
from api.bridge_points.preparation_views import readiness_view, sees_notes
from api.conferences.guards import visible_conference
from api.db import ReadDb
from api.kit import errors
from api.kit.errors import Problem
from api.kit.paging import Cursor, Limit, Page, ordinal, paged, read_cursor
from api.sessions import point_store
from api.sessions.guards import visible_session
from api.words import Form

router = APIRouter(tags=["preparation"])


@router.get("/conferences/{conference_id}/preparation", operation_id="listPreparation")
async def list_preparation(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    only_missing: bool = True,
    form: Form | None = None,
    session_id: Annotated[UUID | None, Query(description="Only the points it reaches.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[PointReadiness]:
    """List what the points of a conference still lack, as it is looked at on the morning.

    With `form` or `session_id` only the points of that form or session. Notes are for those who
    prepare the point or test its line.
    """
    conference, _ = await visible_conference(db, principal, conference_id)
    (after,) = read_cursor(cursor, ordinal) or (-1,)
    reached = await _reached(db, principal, conference_id, session_id) if session_id else None
    checklists = await preparation.checklists_of(db, conference_id, conference.preparation_items)
    judged = [
        readiness_view(point, checked, with_notes=sees_notes(principal, host_path))
        for point, host_path, checked in checklists
        if (form is None or point.form is form) and (reached is None or point.id in reached)
    ]
    rows = [
        each
        for each in judged
        if each.ordinal > after and (each.missing_count > 0 or not only_missing)
    ]
    return paged(rows, limit, view=lambda each: each, key=lambda each: (str(each.ordinal),))


async def _reached(
    db: AsyncSession, principal: Principal, conference_id: UUID, session_id: UUID
) -> set[UUID]:
    session = await visible_session(db, principal, session_id)
    if session.conference_id != conference_id:
        raise Problem(errors.NOT_FOUND)
    return await point_store.reached_ids(db, session)
