"""Clients over HTTP, for the administrator of their unit."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.roles import Act, Principal, reach
from api.access.scope import FORBIDDEN, visible_units
from api.clients import actions, store
from api.clients.faults import CLIENT_EXISTS, CLIENT_REVOKED
from api.clients.schemas import (
    ClientChange,
    ClientView,
    ClientWithSecret,
    NewClient,
    SecretRenewal,
)
from api.clients.views import client_view
from api.db import Db, ReadDb
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.keys import MasterKey
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor

router = APIRouter(tags=["clients"], responses=REFUSALS)


async def client_manager(principal: CurrentPrincipal) -> Principal:
    """Let administrators go on.

    Raises: Problem `forbidden`.
    """
    if not reach(principal, Act.MANAGE_CLIENTS):
        raise Problem(FORBIDDEN)
    return principal


Manager = Annotated[Principal, Depends(client_manager)]


@router.get("/clients", operation_id="listClients")
async def list_clients(
    principal: Manager,
    db: ReadDb,
    at: At,
    unit_id: UUID | None = None,
    include_revoked: Annotated[bool, Query(description="Also those that were revoked.")] = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ClientView]:
    """List the programs that see your units, newest first; their secrets are not shown again."""
    rows = await store.page(
        db,
        visible_units(principal, Act.MANAGE_CLIENTS),
        unit_id=unit_id,
        include_revoked=include_revoked,
        after=read_cursor(cursor, UUID),
        limit=limit,
    )
    return paged(
        rows,
        limit,
        view=lambda row: client_view(*row, at=at),
        key=lambda row: (str(row[0].id),),
    )


@router.post(
    "/clients", operation_id="addClient", status_code=201, responses=documented(CLIENT_EXISTS)
)
async def add_client(
    new: NewClient, principal: Manager, db: Db, at: At, master: MasterKey, response: Response
) -> ClientWithSecret:
    """Let a program see a unit and what is below it, as far as its scopes go.

    The secret is shown once, so this operation takes no Idempotency-Key; sent again it answers
    `client_exists`, and `renewClientSecret` gives another.
    """
    client, unit_name, secret = await actions.add_client(db, principal, new, master=master, at=at)
    response.headers["Cache-Control"] = "no-store"
    shown = client_view(client, unit_name, at=at)
    return ClientWithSecret(**shown.model_dump(), client_secret=secret)


@router.get("/clients/{client_id}", operation_id="readClient", response_model=ClientView)
async def read_client(
    client_id: UUID, principal: Manager, db: ReadDb, at: At, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one client, also after it was revoked; its secret is not shown again."""
    found = await store.find(db, client_id, visible_units(principal, Act.MANAGE_CLIENTS))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    return conditional.answer(client_view(*found, at=at), if_none_match)


@router.patch(
    "/clients/{client_id}",
    operation_id="changeClient",
    response_model=ClientView,
    responses=documented(CLIENT_EXISTS, CLIENT_REVOKED),
)
async def change_client(
    client_id: UUID,
    change: ClientChange,
    principal: Manager,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Change a client; a scope that is taken away is gone from its tokens at once."""
    client, unit_name = await actions.hold(db, principal, client_id)
    conditional.require_unchanged(client_view(client, unit_name, at=at), if_match)
    sent = change.model_dump(exclude_unset=True)
    await actions.change_client(db, principal, client, sent, at=at)
    return conditional.answer(client_view(client, unit_name, at=at))


@router.delete("/clients/{client_id}", operation_id="revokeClient", status_code=204)
async def revoke_client(client_id: UUID, principal: Manager, db: Db, at: At) -> Response:
    """Revoke a client: its tokens and webhooks end at once; it stays on record for the audit."""
    client, _ = await actions.hold(db, principal, client_id)
    await actions.revoke_client(db, principal, client, at=at)
    return Response(status_code=204)


@router.post(
    "/clients/{client_id}/secret",
    operation_id="renewClientSecret",
    responses=documented(CLIENT_REVOKED),
)
async def renew_client_secret(
    client_id: UUID,
    principal: Manager,
    db: Db,
    at: At,
    master: MasterKey,
    response: Response,
    renewal: SecretRenewal | None = None,
) -> ClientWithSecret:
    """Give a client a new secret, shown once; the one before holds for a day, or as long as said.

    A secret that is lost or known to others is renewed with `overlap_seconds` 0. Of a third secret
    the first ends at once.
    """
    client, unit_name = await actions.hold(db, principal, client_id)
    overlap = timedelta(seconds=(renewal or SecretRenewal()).overlap_seconds)
    secret = await actions.renew_secret(
        db, principal, client, overlap=overlap, master=master, at=at
    )
    response.headers["Cache-Control"] = "no-store"
    shown = client_view(client, unit_name, at=at)
    return ClientWithSecret(**shown.model_dump(), client_secret=secret)
