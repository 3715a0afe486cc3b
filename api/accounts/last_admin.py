"""A root unit keeps an administrator who can sign in, whoever asks and however many at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import store
from api.accounts.faults import LAST_ADMIN
from api.db import one_at_a_time
from api.kit.errors import Problem

_KEY: Final = "administrators"


async def administered_by(db: AsyncSession, account_id: UUID, *, at: datetime) -> Sequence[UUID]:
    """Hold the administrators of all roots, and tell of which an account is one."""
    await one_at_a_time(db, _KEY)
    return sorted(await store.roots_administered(db, account_id, at=at))


async def keep_an_admin(db: AsyncSession, roots: Sequence[UUID], *, at: datetime) -> None:
    """Refuse a change after which nobody administers one of these roots.

    Raises: Problem `last_admin`.
    """
    if roots and set(roots) - await store.administered(db, roots, at=at):
        raise Problem(LAST_ADMIN)
