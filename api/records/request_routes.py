"""What members asked about their own data, for those who answer."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import ACTS, Act, Principal
from api.access.scope import FORBIDDEN, require, visible_units, within
from api.db import Db
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.dates import day_of
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.members.visible import visible_unit
from api.records import actions, store
from api.records.faults import ANSWER_NEEDED, DATA_REQUEST_CLOSED
from api.records.schemas import DataRequestChange, DataRequestView, ListedDataRequest
from api.records.store import Asked
from api.records.views import listed_view, request_view
from api.words import DataRequestState

router = APIRouter(prefix="/data-requests", responses=REFUSALS)

State = Annotated[
    DataRequestState | None, Query(description="`open` is what nobody has answered yet.")
]
UnitFilter = Annotated[UUID | None, Query(description="A unit, with those below it.")]


@router.get("", operation_id="listDataRequests")
async def list_data_requests(
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    unit_id: UnitFilter = None,
    state: State = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ListedDataRequest]:
    """List what members of your units asked about their own data, the oldest first.

    An answer is due by `answer_due_on`, and all of it by `done_due_on`.
    """
    held = {
        each.unit_id for each in principal.grants if Act.ANSWER_DATA_REQUESTS in ACTS[each.role]
    }
    among = [visible_units(principal, Act.ANSWER_DATA_REQUESTS)]
    if unit_id is not None:
        unit = await visible_unit(db, principal, unit_id, Act.ANSWER_DATA_REQUESTS)
        among.append(within([unit.path]))
    elif not held:
        raise Problem(FORBIDDEN)
    rows = await store.page(db, among, state=state, after=read_cursor(cursor, UUID), limit=limit)
    shown = len(rows[:limit])
    if shown:
        subjects = [unit_id] if unit_id is not None else sorted(held)
        await _note(db, principal, subjects, "listDataRequests", shown, at=at)
    return paged(
        rows,
        limit,
        view=lambda each: listed_view(each, today=day_of(at)),
        key=lambda each: (str(each.request.id),),
    )


@router.get("/{request_id}", operation_id="readDataRequest", response_model=DataRequestView)
async def read_data_request(
    request_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read what a member asked about his own data."""
    asked = await _visible(db, principal, request_id)
    await _note(db, principal, [asked.request.member_id], "readDataRequest", 1, at=at)
    return conditional.answer(request_view(asked), if_none_match)


@router.patch(
    "/{request_id}",
    operation_id="answerDataRequest",
    response_model=DataRequestView,
    responses=documented(DATA_REQUEST_CLOSED, ANSWER_NEEDED, conditional.CHANGED_MEANWHILE),
)
async def answer_data_request(
    request_id: UUID,
    change: DataRequestChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Answer a request, or say that it is done or declined; the member reads it on his phone.

    It changes no data of the member: do that first, where he is right. What was done or declined
    does not change any more.
    """
    asked = await _visible(db, principal, request_id)
    await store.hold(db, asked.request)
    # Read anew under the lock: who answered meanwhile is in it.
    asked = await _visible(db, principal, request_id)
    conditional.require_unchanged(request_view(asked), if_match)
    await actions.answer(
        db,
        asked.request,
        state=DataRequestState(change.state),
        text=change.answer,
        account_id=principal.account_id,
        at=at,
    )
    return conditional.answer(request_view(await _visible(db, principal, request_id)))


async def _visible(db: AsyncSession, principal: Principal, request_id: UUID) -> Asked:
    """Find a request of a unit inside the principal's grants, which may answer it.

    Raises: Problem `not_found`, `forbidden`.
    """
    found = await store.find(db, request_id, visible_units(principal, Act.READ_UNITS))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    asked, unit = found
    require(principal, Act.ANSWER_DATA_REQUESTS, unit.path)
    return asked


async def _note(
    db: AsyncSession,
    principal: Principal,
    subjects: list[UUID],
    operation: str,
    count: int,
    *,
    at: datetime,
) -> None:
    """Tell in the audit trail whose names were read."""
    counts = dict.fromkeys(subjects, count)
    await events.append_readings(db, actor_of(principal), operation, counts, at=at)
