"""All SQL of access: accounts, grants, refresh tokens, screens, phones."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import HeldGrant, Principal
from api.tables.access import Account, Grant, RecoveryCode, RefreshToken, Screen, SignIn
from api.tables.units import Unit


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a sign-in is judged by; no password until the invitation was redeemed."""

    account_id: UUID
    username: str
    password_hash: str | None
    totp_id: UUID | None


@dataclass(frozen=True, slots=True)
class GrantOnUnit:
    """A grant with its unit's name and path."""

    grant: Grant
    unit_name: str
    unit_path: str


async def credentials(db: AsyncSession, username: str) -> Credentials | None:
    """Find the credentials of an account that is not disabled, by its username in lower case."""
    return await _credentials(db, Account.username == username)


async def credentials_of(db: AsyncSession, account_id: UUID) -> Credentials | None:
    """Find the credentials of an account that is not disabled."""
    return await _credentials(db, Account.id == account_id)


async def _credentials(db: AsyncSession, which: ColumnElement[bool]) -> Credentials | None:
    query = select(Account.id, Account.username, Account.password_hash, Account.totp_id).where(
        which, Account.disabled_at.is_(None)
    )
    row = (await db.execute(query)).one_or_none()
    return Credentials(*row) if row else None


async def principal(
    db: AsyncSession, account_id: UUID, sign_in_id: UUID, *, at: datetime
) -> Principal | None:
    """Load an account that is not disabled, with the grants valid at `at`.

    None also where the sign-in was ended, or is not this account's.
    """
    signed_in = (
        select(Account)
        .join(SignIn, SignIn.account_id == Account.id)
        .where(
            Account.id == account_id,
            Account.disabled_at.is_(None),
            SignIn.id == sign_in_id,
            SignIn.ended_at.is_(None),
        )
    )
    account = (await db.execute(signed_in)).scalar_one_or_none()
    if account is None:
        return None
    query = (
        select(Grant.role, Unit.id, Unit.name, Unit.path, Grant.deputy)
        .join(Unit, Unit.id == Grant.unit_id)
        .where(Grant.account_id == account_id, valid_at(at))
        .order_by(Unit.path, Grant.role)
    )
    held = tuple(HeldGrant(*row) for row in (await db.execute(query)))
    has_totp = account.totp_id is not None
    return Principal(
        account.id,
        account.username,
        account.display_name,
        held,
        has_totp=has_totp,
        member_id=account.member_id,
        has_stated_member=account.member_stated_at is not None,
    )


def valid_at(at: datetime) -> ColumnElement[bool]:
    """Make the condition that a grant holds at an instant."""
    return and_(
        Grant.revoked_at.is_(None),
        Grant.valid_from <= at,
        or_(Grant.valid_until.is_(None), Grant.valid_until > at),
    )


async def grants(db: AsyncSession, *where: ColumnElement[bool]) -> Sequence[GrantOnUnit]:
    """List grants with their units, from the root downwards."""
    query = (
        select(Grant, Unit.name, Unit.path)
        .join(Unit, Unit.id == Grant.unit_id)
        .where(*where)
        .order_by(Unit.path, Grant.role, Grant.valid_from)
    )
    return [GrantOnUnit(*row) for row in (await db.execute(query))]


async def use_totp_step(db: AsyncSession, account_id: UUID, *, totp_id: UUID, step: int) -> bool:
    """Use up a step of the second factor; False where it, or a later one, was used before."""
    use = (
        update(Account)
        .where(
            Account.id == account_id,
            Account.totp_id == totp_id,
            or_(Account.totp_last_step.is_(None), Account.totp_last_step < step),
        )
        .values(totp_last_step=step)
        .returning(Account.id)
    )
    return (await db.execute(use)).scalar_one_or_none() is not None


async def use_recovery_code(
    db: AsyncSession, account_id: UUID, code_hash: str, *, at: datetime
) -> bool:
    """Use up a recovery code; False where there is none such, or it was used before."""
    use = (
        update(RecoveryCode)
        .where(
            RecoveryCode.account_id == account_id,
            RecoveryCode.code_hash == code_hash,
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=at)
        .returning(RecoveryCode.account_id)
    )
    return (await db.execute(use)).scalar_one_or_none() is not None


async def refresh_token(db: AsyncSession, token_hash: str) -> tuple[RefreshToken, SignIn] | None:
    """Find a refresh token by its hash, with the sign-in that it prolongs."""
    query = (
        select(RefreshToken, SignIn)
        .join(SignIn, SignIn.id == RefreshToken.sign_in_id)
        .where(RefreshToken.token_hash == token_hash)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def use_refresh_token(db: AsyncSession, token_id: UUID, *, at: datetime) -> bool:
    """Mark a refresh token used; False where somebody else was first."""
    mark = (
        update(RefreshToken)
        .where(
            RefreshToken.id == token_id,
            RefreshToken.used_at.is_(None),
        )
        .values(used_at=at)
        .returning(RefreshToken.id)
    )
    return (await db.execute(mark)).scalar_one_or_none() is not None


async def end_sign_in(db: AsyncSession, sign_in_id: UUID, *, at: datetime) -> bool:
    """Make every token of one sign-in worthless at once; False where it had ended before."""
    goes_on = (SignIn.id == sign_in_id, SignIn.ended_at.is_(None))
    end = update(SignIn).where(*goes_on).values(ended_at=at).returning(SignIn.id)
    return (await db.execute(end)).scalar_one_or_none() is not None


async def end_sign_ins(
    db: AsyncSession, account_id: UUID, *, at: datetime, but: UUID | None = None
) -> int:
    """Make every token of an account worthless at once, perhaps but one sign-in's; tell how many.

    The number is of sign-ins, also of those whose tokens had run out.
    """
    end = (
        update(SignIn)
        .where(SignIn.account_id == account_id, SignIn.ended_at.is_(None))
        .values(ended_at=at)
        .returning(SignIn.id)
    )
    if but is not None:
        end = end.where(SignIn.id != but)
    return len((await db.execute(end)).all())


async def redeem_pairing(
    db: AsyncSession, pairing_hash: str, *, token_hash: str, at: datetime
) -> Screen | None:
    """Turn a pairing code into a screen's token, once; None where it is unknown, used or old."""
    redeem = (
        update(Screen)
        .where(
            Screen.pairing_hash == pairing_hash,
            Screen.pairing_expires_at > at,
            Screen.revoked_at.is_(None),
        )
        .values(pairing_hash=None, token_hash=token_hash, paired_at=at)
        .returning(Screen)
    )
    return (await db.execute(redeem)).scalar_one_or_none()


async def screen_by_token(db: AsyncSession, token_hash: str) -> Screen | None:
    """Find the screen of a token that is not revoked."""
    query = select(Screen).where(Screen.token_hash == token_hash, Screen.revoked_at.is_(None))
    return (await db.execute(query)).scalar_one_or_none()


async def screens_of(db: AsyncSession, bridge_point_id: UUID) -> Sequence[Screen]:
    """List the paired screens of a point, and those whose pairing is under way."""
    query = (
        select(Screen)
        .where(Screen.bridge_point_id == bridge_point_id, Screen.revoked_at.is_(None))
        .order_by(Screen.id)
    )
    return (await db.execute(query)).scalars().all()


async def count_paired(db: AsyncSession, bridge_point_ids: Collection[UUID]) -> dict[UUID, int]:
    """Count the paired screens of points; a point without one is absent."""
    query = (
        select(Screen.bridge_point_id, func.count().label("paired"))
        .where(
            Screen.bridge_point_id.in_(bridge_point_ids),
            Screen.paired_at.is_not(None),
            Screen.revoked_at.is_(None),
        )
        .group_by(Screen.bridge_point_id)
    )
    return {row.bridge_point_id: row.paired for row in await db.execute(query)}
