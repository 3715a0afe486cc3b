"""Who asks about other people's accounts, and whether he manages them."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.faults import TOTP_REQUIRED
from api.access.guards import CurrentPrincipal
from api.access.roles import Principal
from api.access.scope import FORBIDDEN
from api.accounts import store
from api.accounts.faults import OWN_ACCOUNT
from api.accounts.rules import managed_paths
from api.kit import errors
from api.kit.errors import Problem
from api.tables.access import Account

NOT_FOR_ONESELF: Final = (FORBIDDEN, TOTP_REQUIRED, OWN_ACCOUNT)
"""What a 403 may be where it may be `own_account`; it stands in place of the router's own."""


async def account_manager(principal: CurrentPrincipal) -> Principal:
    """Let those go on who manage accounts: staff and secretaries, and no deputy.

    Raises: Problem `forbidden`.
    """
    if not managed_paths(principal.grants):
        raise Problem(FORBIDDEN)
    return principal


Manager = Annotated[Principal, Depends(account_manager)]


async def managed_account(db: AsyncSession, principal: Principal, account_id: UUID) -> Account:
    """Find an account that somebody manages.

    Raises: Problem `not_found`.
    """
    account = await store.find(db, account_id, managed_paths(principal.grants))
    if account is None:
        raise Problem(errors.NOT_FOUND)
    return account
