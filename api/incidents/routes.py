"""Incidents: problems that arose, told by units and points, and how they were resolved."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act
from api.access.scope import visible_units
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.incidents import actions, store
from api.incidents.schemas import IncidentChange, IncidentView, NewIncident
from api.incidents.store import Filters
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor

router = APIRouter(tags=["incidents"], responses=REFUSALS)


@router.get("/incidents", operation_id="listIncidents")
async def list_incidents(
    principal: CurrentPrincipal,
    db: ReadDb,
    conference_id: UUID | None = None,
    session_id: UUID | None = None,
    unit_id: UUID | None = None,
    resolved: Annotated[bool | None, Query(description="Only those that are, or are not.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[IncidentView]:
    """List the problems that your units told of, newest first."""
    rows = await store.page(
        db,
        visible_units(principal, Act.READ_SESSIONS),
        Filters(conference_id, session_id, unit_id, resolved),
        after=read_cursor(cursor, UUID),
        limit=limit,
    )
    return paged(rows, limit, view=lambda row: row, key=lambda row: (str(row.id),))


@router.post(
    "/incidents",
    operation_id="addIncident",
    status_code=201,
    response_model=IncidentView,
    responses=documented(KEY_REUSED),
)
async def add_incident(
    new: NewIncident,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Tell of a problem at one of your units, as soon as it arises; reports name it."""
    await actions.require_reporter(db, principal, new)

    async def make() -> IncidentView:
        actor, account_id = actor_of(principal), principal.account_id
        incident = await actions.add_incident(db, actor, new, account_id=account_id, at=at)
        return await store.view(db, incident.id)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="addIncident",
        body=new,
        at=at,
        make=make,
    )


@router.get("/incidents/{incident_id}", operation_id="readIncident", response_model=IncidentView)
async def read_incident(
    incident_id: UUID, principal: CurrentPrincipal, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one problem of your units."""
    visible = visible_units(principal, Act.READ_SESSIONS)
    if await store.find(db, incident_id, visible) is None:
        raise Problem(errors.NOT_FOUND)
    return conditional.answer(await store.view(db, incident_id), if_none_match)


@router.patch(
    "/incidents/{incident_id}", operation_id="changeIncident", response_model=IncidentView
)
async def change_incident(
    incident_id: UUID,
    change: IncidentChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Say how a problem was resolved, or put right what is told of it."""
    incident = await actions.hold(db, principal, incident_id)
    conditional.require_unchanged(await store.view(db, incident_id), if_match)
    sent = change.model_dump(exclude_unset=True)
    await actions.change_incident(
        db, actor_of(principal), incident, sent, account_id=principal.account_id, at=at
    )
    return conditional.answer(await store.view(db, incident_id))
