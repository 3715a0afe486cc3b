"""The register of breaches over HTTP: for the admin, with the 72-hour clock."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act, Principal, reach
from api.access.scope import FORBIDDEN
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.privacy import breach_store, breaches
from api.privacy.faults import BREACH_TIME_REFUSED
from api.privacy.rules import hours_left, is_overdue
from api.privacy.schemas import BreachChange, BreachView, ListedBreach, NewBreach
from api.tables.privacy import Breach

router = APIRouter(prefix="/breaches", responses=REFUSALS)

IsOpen = Annotated[bool | None, Query(description="Only those that are, or are not, closed yet.")]


@router.get("", operation_id="listBreaches")
async def list_breaches(
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    is_open: IsOpen = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ListedBreach]:
    """List the breaches of personal data, the last recorded first, each with its clock."""
    _require(principal)
    rows = await breach_store.page(
        db, is_open=is_open, after=read_cursor(cursor, UUID), limit=limit
    )
    return paged(rows, limit, view=lambda row: _listed(row, at), key=lambda row: (str(row.id),))


@router.post(
    "",
    operation_id="addBreach",
    status_code=201,
    response_model=BreachView,
    responses=documented(BREACH_TIME_REFUSED, KEY_REUSED),
)
async def add_breach(
    new: NewBreach,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Record a breach; the authority is to be told within 72 hours of finding it.

    The steps are in docs/privacy.md. Write how many are concerned, not who.
    """
    _require(principal)

    async def make() -> BreachView:
        actor, account_id = actor_of(principal), principal.account_id
        breach = await breaches.add_breach(db, actor, new, account_id=account_id, at=at)
        return BreachView.model_validate(breach)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="addBreach",
        body=new,
        at=at,
        make=make,
    )


@router.get("/{breach_id}", operation_id="readBreach", response_model=BreachView)
async def read_breach(
    breach_id: UUID, principal: CurrentPrincipal, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one breach."""
    _require(principal)
    breach = await _found(db, breach_id)
    return conditional.answer(BreachView.model_validate(breach), if_none_match)


@router.patch(
    "/{breach_id}",
    operation_id="changeBreach",
    response_model=BreachView,
    responses=documented(BREACH_TIME_REFUSED, conditional.CHANGED_MEANWHILE),
)
async def change_breach(
    breach_id: UUID,
    change: BreachChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Write what was done about a breach, when the authority was told, and when it was over."""
    _require(principal)
    breach = await _found(db, breach_id, to_change=True)
    conditional.require_unchanged(BreachView.model_validate(breach), if_match)
    sent = change.model_dump(exclude_unset=True)
    await breaches.change_breach(db, actor_of(principal), breach, sent, at=at)
    return conditional.answer(BreachView.model_validate(breach))


def _require(principal: Principal) -> None:
    if not reach(principal, Act.RECORD_BREACHES):
        raise Problem(FORBIDDEN)


async def _found(db: AsyncSession, breach_id: UUID, *, to_change: bool = False) -> Breach:
    breach = await breach_store.find(db, breach_id, to_change=to_change)
    if breach is None:
        raise Problem(errors.NOT_FOUND)
    return breach


def _listed(breach: Breach, at: datetime) -> ListedBreach:
    due, reported = breach.report_due_at, breach.reported_at
    return ListedBreach(
        **BreachView.model_validate(breach).model_dump(),
        hours_left=hours_left(due, reported, at),
        is_overdue=is_overdue(due, reported, at),
    )
