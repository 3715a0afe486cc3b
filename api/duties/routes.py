"""Duties over HTTP: presenters who are members, and organisers."""

from uuid import UUID

from fastapi import APIRouter

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.makers import OWN_ATTENDANCE
from api.access.roles import Act, reach
from api.access.scope import FORBIDDEN, visible_units
from api.attendance.actions import note_reading
from api.db import Db
from api.duties import actions, store
from api.duties.schemas import DutyView, NewDuty
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.sessions.faults import STATE_REFUSED
from api.sessions.guards import visible_session

router = APIRouter(tags=["duties"], responses=REFUSALS)


@router.get("/sessions/{session_id}/duties", operation_id="listDuties")
async def list_duties(
    session_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[DutyView]:
    """List the members of your units who are on duty in a session; the audit notes who reads."""
    await visible_session(db, principal, session_id)
    if not reach(principal, Act.READ_ATTENDANCE):
        raise Problem(FORBIDDEN)
    rows = await store.page(
        db,
        session_id,
        visible_units(principal, Act.READ_ATTENDANCE),
        on=day_of(at),
        after=read_cursor(cursor, str, UUID),
        limit=limit,
    )
    shown = paged(
        rows, limit, view=lambda row: row[1], key=lambda row: (row[0], str(row[1].member_id))
    )
    await note_reading(
        db,
        principal,
        operation="listDuties",
        session_id=session_id,
        unit_id=None,
        count=len(shown.items),
        at=at,
    )
    return shown


@router.put(
    "/sessions/{session_id}/duties/{member_id}",
    operation_id="assignDuty",
    responses=documented(STATE_REFUSED, OWN_ATTENDANCE),
)
async def assign_duty(
    session_id: UUID, member_id: UUID, new: NewDuty, principal: CurrentPrincipal, db: Db, at: At
) -> DutyView:
    """Put a member on duty in a session: he presents or organises rather than attends.

    However many sessions somebody serves, he counts once, as present on duty ("nhiệm vụ phục vụ").
    So nobody puts himself on duty, and once the session's list is locked nobody is put there.
    """
    session = await visible_session(db, principal, session_id, Act.ASSIGN_DUTIES)
    duty = await actions.assign_duty(db, principal, session, member_id, new, at=at)
    return await store.view(db, duty, on=day_of(at))


@router.delete(
    "/sessions/{session_id}/duties/{member_id}",
    operation_id="removeDuty",
    status_code=204,
    responses=documented(STATE_REFUSED, OWN_ATTENDANCE),
)
async def remove_duty(
    session_id: UUID, member_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> None:
    """Take a member off duty in a session, until its list is locked: he counts as he attended."""
    session = await visible_session(db, principal, session_id, Act.ASSIGN_DUTIES)
    await actions.remove_duty(db, principal, session, member_id, at=at)
