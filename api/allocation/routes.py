"""Allocation: proposed for everybody, decided by secretaries, read as numbers and as names."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act, Principal
from api.access.scope import require, visible_units, within
from api.allocation import actions, board_store, deciding, store
from api.allocation.board import Teller, load_board, unit_board, warnings_of
from api.allocation.faults import CLASS_HELD, NO_POINT_OF_FORM, NO_SUCH_SESSION, NOT_CONVENED
from api.allocation.schemas import (
    AllocatedMember,
    Moved,
    Moves,
    Proposal,
    ProposalRequest,
    SessionLoad,
    UnitAllocation,
)
from api.allocation.situation import frame_of
from api.conferences.guards import visible_conference
from api.db import Db, ReadDb
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.errors import documented, language_of
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.members.visible import visible_unit

router = APIRouter(tags=["allocation"], responses=REFUSALS)

OnlyWaiting = Annotated[bool, Query(description="Only units with somebody to place yet.")]


async def _organiser_path(db: AsyncSession, principal: Principal, conference_id: UUID) -> str:
    _, organiser_path = await visible_conference(db, principal, conference_id)
    return organiser_path


@router.post("/conferences/{conference_id}/allocation/propose", operation_id="proposeAllocation")
async def propose_allocation(
    conference_id: UUID,
    wanted: ProposalRequest,
    principal: CurrentPrincipal,
    request: Request,
    db: Db,
    at: At,
) -> Proposal:
    """Give everybody to be convened a session, by share and capacity, with the fewest moves.

    Staff propose for the whole conference, a secretary for her unit and those below it. What
    somebody fixed by hand stays. The same again changes nothing, so this takes no Idempotency-Key.
    """
    organiser_path = await _organiser_path(db, principal, conference_id)
    unit = None
    if wanted.unit_id is None:
        require(principal, Act.ALLOCATE, organiser_path)
    else:
        unit = await visible_unit(db, principal, wanted.unit_id, Act.ALLOCATE)
    outcome = await actions.propose_allocation(
        db,
        actor_of(principal),
        conference_id=conference_id,
        organiser_path=organiser_path,
        unit=unit,
        is_dry_run=wanted.is_dry_run,
        at=at,
    )
    seated = outcome.scope.keys() & outcome.seats.keys()
    return Proposal(
        is_dry_run=wanted.is_dry_run,
        convened=len(outcome.scope),
        allocated=len(seated),
        added=len(outcome.added),
        moved=len(outcome.moved),
        removed=len(outcome.removed),
        kept=len(seated - outcome.added - outcome.moved),
        warnings=warnings_of(outcome, Teller(outcome.situation.frame, language_of(request))),
    )


@router.get("/conferences/{conference_id}/allocation", operation_id="listAllocation")
async def list_allocation(
    conference_id: UUID,
    principal: CurrentPrincipal,
    request: Request,
    db: ReadDb,
    at: At,
    unit_id: UUID | None = None,
    only_waiting: OnlyWaiting = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[UnitAllocation]:
    """Count units' members by session, without names: convened, by share, not yet allocated.

    `unit_id` shows that unit and those below it. A member whose session was cancelled counts as
    not yet allocated. `only_waiting` lists the units without a point or a class, and those of whom
    some have none.
    """
    organiser_path = await _organiser_path(db, principal, conference_id)
    visible = visible_units(principal, Act.READ_UNITS)
    if unit_id is not None:
        unit = await visible_unit(db, principal, unit_id, Act.READ_UNITS)
        visible = visible & within([unit.path])
    rows = await board_store.units_page(
        db,
        conference_id,
        organiser_path,
        visible,
        on=day_of(at),
        only_waiting=only_waiting,
        after=read_cursor(cursor, str, UUID),
        limit=limit,
    )
    teller = Teller(await frame_of(db, conference_id), language_of(request))
    board = await unit_board(db, conference_id, rows, teller, on=day_of(at))
    by_id = {each.unit_id: each for each in board}
    return paged(
        rows, limit, view=lambda row: by_id[row.id], key=lambda row: (row.sort_key, str(row.id))
    )


@router.get("/conferences/{conference_id}/allocation/loads", operation_id="listSessionLoads")
async def list_session_loads(
    conference_id: UUID, principal: CurrentPrincipal, request: Request, db: ReadDb
) -> Page[SessionLoad]:
    """Tell how full each session is at each bridge point, all on one page."""
    await _organiser_path(db, principal, conference_id)
    teller = Teller(await frame_of(db, conference_id), language_of(request))
    loads = await store.loads(db, conference_id)
    return Page(items=load_board(loads, teller), next_cursor=None)


@router.get("/units/{unit_id}/allocation/{conference_id}", operation_id="listAllocatedMembers")
async def list_allocated_members(
    unit_id: UUID,
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[AllocatedMember]:
    """List those to be convened in a unit and below it: where each goes, who decided, when."""
    await _organiser_path(db, principal, conference_id)
    unit = await visible_unit(db, principal, unit_id, Act.READ_MEMBERS)
    rows = await board_store.members_page(
        db,
        conference_id,
        unit.path,
        on=day_of(at),
        after=read_cursor(cursor, str, UUID, str, UUID),
        limit=limit,
    )
    page = paged(
        rows,
        limit,
        view=AllocatedMember.model_validate,
        key=lambda row: (row.unit_sort_key, str(row.unit_id), row.sort_key, str(row.member_id)),
    )
    counts = {unit.id: len(page.items)}
    await events.append_readings(db, actor_of(principal), "listAllocatedMembers", counts, at=at)
    return page


@router.put(
    "/units/{unit_id}/allocation/{conference_id}",
    operation_id="decideAllocation",
    responses=documented(NOT_CONVENED, NO_SUCH_SESSION, NO_POINT_OF_FORM, CLASS_HELD),
)
async def decide_allocation(
    unit_id: UUID,
    conference_id: UUID,
    decision: Moves,
    principal: CurrentPrincipal,
    request: Request,
    db: Db,
    at: At,
) -> Moved:
    """Decide by hand where members of a unit go; warnings are answered and block nothing.

    A move names a member, or a unit whose members all go together (a commune spreads its cells). To
    decide differently from the plan is the secretary's right; who decided and when is kept. Whose
    class was opened stays in it; who missed it goes to another as a make-up.
    """
    organiser_path = await _organiser_path(db, principal, conference_id)
    unit = await visible_unit(db, principal, unit_id, Act.ALLOCATE)
    done = await deciding.decide(
        db,
        actor_of(principal),
        conference_id=conference_id,
        organiser_path=organiser_path,
        unit=unit,
        decision=decision,
        at=at,
    )
    rows = await board_store.units_page(
        db,
        conference_id,
        organiser_path,
        within([unit.path]),
        on=day_of(at),
        among=done.touched,
        after=None,
        limit=len(done.touched),
    )
    teller = Teller(await frame_of(db, conference_id), language_of(request))
    return Moved(
        moved=done.moved,
        kept=done.kept,
        units=await unit_board(db, conference_id, rows, teller, on=day_of(at)),
    )
