"""Whether somebody may manage an account: judged by all that it holds."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import HeldGrant
from api.access.scope import FORBIDDEN
from api.access.store import GrantOnUnit
from api.accounts import store
from api.accounts.rules import Offer, may_manage
from api.kit.errors import Problem


async def manages(
    db: AsyncSession, held: Iterable[HeldGrant], account_id: UUID, *, at: datetime
) -> bool:
    """Tell whether somebody with these grants may manage an account.

    It is judged by what it holds now or will. One that holds nothing is judged by all that it ever
    held: else a secretary would take over an account of last season's staff, and wait.
    """
    standing = await store.standing_grants(db, account_id, at=at)
    return may_manage(held, _offers(standing or await store.all_grants(db, account_id)))


async def require_management(
    db: AsyncSession, held: Iterable[HeldGrant], account_id: UUID, *, at: datetime
) -> None:
    """Let those go on who may manage an account.

    Raises: Problem `forbidden`.
    """
    if not await manages(db, held, account_id, at=at):
        raise Problem(FORBIDDEN)


def _offers(grants: Sequence[GrantOnUnit]) -> list[Offer]:
    return [Offer(each.grant.role, each.unit_path, each.grant.deputy) for each in grants]
