"""All SQL of an account's own credentials: password, second factor, sign-ins."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.access import Account, RecoveryCode, SignIn


async def set_password(
    db: AsyncSession, account_id: UUID, password_hash: str, *, at: datetime
) -> None:
    """Give an account its new password."""
    await _change(db, account_id, password_hash=password_hash, password_set_at=at)


async def begin_totp(db: AsyncSession, account_id: UUID, pending_id: UUID) -> None:
    """Keep which secret was shown and is not yet proved."""
    await _change(db, account_id, totp_pending_id=pending_id)


async def pending_totp(db: AsyncSession, account_id: UUID) -> UUID | None:
    """Tell which secret was shown and is not yet proved."""
    query = select(Account.totp_pending_id).where(Account.id == account_id)
    return (await db.execute(query)).scalar_one()


async def totp_of(db: AsyncSession, account_id: UUID) -> UUID | None:
    """Tell which secret counts; None where the second factor is off."""
    query = select(Account.totp_id).where(Account.id == account_id)
    return (await db.execute(query)).scalar_one()


async def turn_totp_on(db: AsyncSession, account_id: UUID, totp_id: UUID, *, step: int) -> None:
    """Let a proved secret count; the step that proved it counts no second time."""
    await _change(db, account_id, totp_id=totp_id, totp_pending_id=None, totp_last_step=step)


async def turn_totp_off(db: AsyncSession, account_id: UUID) -> None:
    """Forget the second factor of an account, and its recovery codes."""
    await _change(db, account_id, totp_id=None, totp_pending_id=None, totp_last_step=None)
    await replace_recovery_codes(db, account_id, [])


async def _change(db: AsyncSession, account_id: UUID, **values: Any) -> None:
    await db.execute(update(Account).where(Account.id == account_id).values(**values))


async def replace_recovery_codes(db: AsyncSession, account_id: UUID, hashes: Iterable[str]) -> None:
    """Let these recovery codes count, and no others."""
    await db.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    rows = [{"account_id": account_id, "code_hash": each} for each in hashes]
    if rows:
        await db.execute(insert(RecoveryCode), rows)


async def sign_ins(
    db: AsyncSession, account_id: UUID, *, seen_since: datetime, after: UUID | None, limit: int
) -> Sequence[SignIn]:
    """List the sign-ins of an account that go on, newest first, one more than `limit`."""
    query = select(SignIn).where(
        SignIn.account_id == account_id,
        SignIn.ended_at.is_(None),
        SignIn.last_seen_at > seen_since,
    )
    if after is not None:
        query = query.where(SignIn.id < after)
    return (await db.execute(query.order_by(SignIn.id.desc()).limit(limit + 1))).scalars().all()


async def has_sign_in(db: AsyncSession, account_id: UUID, sign_in_id: UUID) -> bool:
    """Tell whether a sign-in is this account's and goes on."""
    query = select(SignIn.id).where(
        SignIn.id == sign_in_id, SignIn.account_id == account_id, SignIn.ended_at.is_(None)
    )
    return (await db.execute(query)).scalar_one_or_none() is not None
