"""Granting, lending, and taking away."""

from uuid import UUID

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import REFUSALS
from api.access.schemas import GrantView
from api.access.views import grant_view
from api.accounts import granting, store
from api.accounts.faults import DEPUTY_ROLE, GRANT_DATES, GRANT_EXISTS, LAST_ADMIN
from api.accounts.managers import NOT_FOR_ONESELF, Manager, managed_account
from api.accounts.rules import managed_paths
from api.accounts.schemas import NewGrant
from api.db import Db
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.units.faults import UNIT_ENDED

router = APIRouter(responses=REFUSALS)


@router.post(
    "/accounts/{account_id}/grants",
    operation_id="addGrant",
    status_code=201,
    response_model=GrantView,
    responses=documented(
        *NOT_FOR_ONESELF, GRANT_DATES, DEPUTY_ROLE, GRANT_EXISTS, UNIT_ENDED, KEY_REUSED
    ),
)
async def add_grant(
    account_id: UUID,
    new: NewGrant,
    principal: Manager,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Grant a role on a unit, or lend a secretary's duty (`deputy`) for a day and at most seven.

    A lending ends by itself with its last day. Nobody grants to himself. An open invitation ends
    where whoever made it may not grant this; then invite again.
    """
    account = await managed_account(db, principal, account_id)

    async def make() -> GrantView:
        return grant_view(await granting.add_grant(db, principal, account.id, new, at=at))

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"addGrant {account_id}",
        body=new,
        at=at,
        make=make,
    )


@router.delete(
    "/accounts/{account_id}/grants/{grant_id}",
    operation_id="revokeGrant",
    status_code=204,
    responses=documented(LAST_ADMIN),
)
async def revoke_grant(
    account_id: UUID, grant_id: UUID, principal: Manager, db: Db, at: At
) -> Response:
    """Take a grant away, effective with the account's next request.

    The last administrator of a root unit who can sign in stays, whoever asks.
    """
    held = await store.find_grant(db, account_id, grant_id, managed_paths(principal.grants))
    if held is None:
        raise Problem(errors.NOT_FOUND)
    await granting.revoke_grant(db, principal, account_id, held, at=at)
    return Response(status_code=204)
