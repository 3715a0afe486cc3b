"""Make-ups over HTTP: proposing, listing, telling, and what is written of one member."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy import ColumnElement, and_
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.makers import OWN_ATTENDANCE
from api.access.roles import Act, Principal, reach
from api.access.scope import FORBIDDEN, require, visible_units, within
from api.attendance.actions import note_reading
from api.conferences.guards import visible_conference
from api.db import Db, ReadDb
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.make_ups import actions, listing_store, proposing, telling
from api.make_ups.absentees import came_later
from api.make_ups.faults import NO_LATER_SESSION, NOTHING_MISSED, RETOLD_ON_UNFIT
from api.make_ups.listing_store import Filters
from api.make_ups.schemas import (
    MakeUpOrder,
    MakeUpsProposed,
    MakeUpTexts,
    MakeUpView,
    ProposalOrder,
)
from api.members.visible import visible_unit
from api.sessions.faults import STATE_REFUSED
from api.sessions.guards import visible_session

router = APIRouter(tags=["make_ups"], responses=REFUSALS)

UnitFilter = Annotated[UUID | None, Query(description="Only this unit and those below it.")]


@router.post(
    "/conferences/{conference_id}/make-ups/propose",
    operation_id="proposeMakeUps",
    responses=documented(STATE_REFUSED, NO_LATER_SESSION),
)
async def propose_make_ups(
    conference_id: UUID, order: ProposalOrder, principal: CurrentPrincipal, db: Db, at: At
) -> MakeUpsProposed:
    """Put those who missed a session to the next ones, of the same form first.

    Staff propose for the whole conference, a secretary for her unit and those below it. Where a
    point has no seat left you are warned. Nothing of the day changes, nor who is allocated where.
    The same again changes nothing, so this takes no Idempotency-Key.
    """
    _, organiser_path = await visible_conference(db, principal, conference_id)
    session = await visible_session(db, principal, order.session_id)
    if session.conference_id != conference_id:
        raise Problem(errors.NOT_FOUND)
    if order.unit_id is None:
        require(principal, Act.PROPOSE_MAKE_UPS, organiser_path)
        return await proposing.propose(db, principal, session, None, organiser_path, at=at)
    unit = await visible_unit(db, principal, order.unit_id, Act.DECIDE_ATTENDANCE)
    if not unit.path.startswith(organiser_path):
        raise Problem(errors.NOT_FOUND)
    return await proposing.propose(db, principal, session, unit, unit.path, at=at)


@router.get("/conferences/{conference_id}/make-ups", operation_id="listMakeUps")
async def list_make_ups(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    unit_id: UnitFilter = None,
    session_id: Annotated[UUID | None, Query(description="Who shall come to this one.")] = None,
    missed_session_id: UUID | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[MakeUpView]:
    """List who missed a session and how he makes up for it, by unit and name.

    The audit notes who reads.
    """
    await visible_conference(db, principal, conference_id)
    path = await _path(db, principal, unit_id)
    rows = await listing_store.page(
        db,
        conference_id,
        visible_units(principal, Act.READ_ATTENDANCE),
        Filters(path, session_id, missed_session_id),
        after=read_cursor(cursor, str, UUID, str, UUID),
        limit=limit,
    )
    came = await came_later(db, conference_id, rows[:limit])
    await note_reading(
        db,
        principal,
        operation="listMakeUps",
        session_id=session_id,
        unit_id=unit_id,
        count=len(rows[:limit]),
        at=at,
    )
    return paged(
        rows,
        limit,
        view=lambda row: row.view(came.get(row.key[-1])),
        key=lambda row: [str(part) for part in row.key],
    )


@router.get("/conferences/{conference_id}/make-ups/texts", operation_id="readMakeUpTexts")
async def read_make_up_texts(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    unit_id: UnitFilter = None,
) -> MakeUpTexts:
    """Give what to tell of each later session: how many of which unit, when and where.

    No text names a member, so it may go to a group; of a confidential session there is none.
    """
    conference, _ = await visible_conference(db, principal, conference_id)
    path = await _path(db, principal, unit_id)
    visible: ColumnElement[bool] = visible_units(principal, Act.READ_ATTENDANCE)
    if path is not None:
        visible = and_(visible, within([path]))
    return await telling.texts(db, conference, visible, at=at)


@router.put(
    "/conferences/{conference_id}/make-ups/{member_id:uuid}",
    operation_id="writeMakeUp",
    responses=documented(STATE_REFUSED, NOTHING_MISSED, RETOLD_ON_UNFIT, OWN_ATTENDANCE),
)
async def write_make_up(
    conference_id: UUID,
    member_id: UUID,
    order: MakeUpOrder,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> MakeUpView:
    """Say to which later session a member shall come, or that his cell told him again.

    He must have missed a session that is over. The figures of the day stay as they are.
    """
    _, organiser_path = await visible_conference(db, principal, conference_id)
    await actions.require_decider(db, principal, conference_id, member_id, organiser_path, at=at)
    await actions.write_make_up(db, principal, conference_id, member_id, order, at=at)
    row = await listing_store.row(db, conference_id, member_id)
    if row is None:
        raise Problem(errors.NOT_FOUND)
    came = await came_later(db, conference_id, [row])
    return row.view(came.get(member_id))


@router.delete(
    "/conferences/{conference_id}/make-ups/{member_id:uuid}",
    operation_id="removeMakeUp",
    status_code=204,
)
async def remove_make_up(
    conference_id: UUID, member_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> None:
    """Take back what was planned or done for a member who missed his session."""
    _, organiser_path = await visible_conference(db, principal, conference_id)
    await actions.require_decider(db, principal, conference_id, member_id, organiser_path, at=at)
    await actions.remove_make_up(db, actor_of(principal), conference_id, member_id, at=at)


async def _path(db: AsyncSession, principal: Principal, unit_id: UUID | None) -> str | None:
    if unit_id is not None:
        return (await visible_unit(db, principal, unit_id, Act.READ_ATTENDANCE)).path
    if not reach(principal, Act.READ_ATTENDANCE):
        raise Problem(FORBIDDEN)
    return None
