"""Who does something to the own account, and whether he knows its password."""

from typing import Annotated

from fastapi import Depends

from api.access import store as access_store
from api.access.faults import UNAUTHENTICATED
from api.access.guards import CurrentSignIn
from api.accounts.own_actions import Compared, Own
from api.db import Database
from api.kit.errors import Problem
from api.kit.keys import MasterKey
from api.kit.passwords import password_matches


async def owner(signed_in: CurrentSignIn, master: MasterKey) -> Own:
    """Find who does something to the own account."""
    return Own(signed_in.principal.account_id, signed_in.id, master)


TheOwner = Annotated[Own, Depends(owner)]


async def compare(database: Database, own: Own, password: str) -> Compared:
    """Compare a password outside any transaction, since that takes 44 ms.

    Raises: Problem `unauthenticated`.
    """
    async with database.read() as db:
        found = await access_store.credentials_of(db, own.account_id)
    if found is None:
        raise Problem(UNAUTHENTICATED)
    return Compared(found, await password_matches(password, found.password_hash))
