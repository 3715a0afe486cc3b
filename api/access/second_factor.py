"""Proving the second factor, so that no code ever counts twice."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import store, totp
from api.events import Actor, Happening

LONGEST: Final = 40
"""Characters that a typed code may have: a recovery code with spaces and hyphens."""


async def prove(
    db: AsyncSession,
    master: bytes,
    *,
    account_id: UUID,
    totp_id: UUID,
    typed: str,
    at: datetime,
) -> bool:
    """Tell whether a code is the phone's, or a recovery code; either is used up by that."""
    step = totp.matching_step(master, totp_id, typed, at=at)
    if step is not None:
        return await store.use_totp_step(db, account_id, totp_id=totp_id, step=step)
    code_hash = totp.recovery_hash(master, account_id, typed)
    if not await store.use_recovery_code(db, account_id, code_hash, at=at):
        return False
    actor = Actor("account", account_id)
    await events.append(db, Happening(actor, events.RECOVERY_CODE_USED, account_id, at))
    return True
