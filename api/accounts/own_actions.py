"""What somebody does to the own account: password, second factor, sign-ins.

Passwords are compared and hashed outside the transaction, and what was compared is asked again
inside. Wrong proofs are counted, for a stolen access token must not become a password.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.access import second_factor, totp
from api.access import store as access_store
from api.access.faults import TOO_MANY_ATTEMPTS
from api.access.roles import HeldGrant
from api.access.rules import second_factor_is_compulsory
from api.access.sign_ins import SECOND_FACTOR_LIMIT, SIGN_IN_LIMIT, account_key
from api.access.store import Credentials
from api.accounts import own_store
from api.accounts.faults import (
    OF_WEAKNESS,
    PROOF_WRONG,
    TOTP_COMPULSORY,
    TOTP_OFF,
)
from api.accounts.passwords import weakness
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors
from api.kit.errors import Problem
from api.kit.ids import instant_of, new_id
from api.throttle import Limit


@dataclass(frozen=True, slots=True)
class Own:
    """Who acts on the own account, by which sign-in; `master` is what secrets derive from."""

    account_id: UUID
    sign_in_id: UUID
    master: bytes

    @property
    def actor(self) -> Actor:
        """Name him in the audit trail."""
        return Actor("account", self.account_id)


@dataclass(frozen=True, slots=True)
class Compared:
    """A password that was compared outside the transaction with what was found then."""

    found: Credentials
    matches: bool


_PASSWORD: Final = "own-password"  # noqa: S105  # names a limit
_CODE: Final = "own-code"
_FIRST_CODE: Final = "first-code"
_PENDING_LIFE: Final = timedelta(minutes=15)
_FIRST_CODE_LIMIT: Final = Limit(attempts=10, period=_PENDING_LIFE)
"""Wrong codes of one secret that is being set up; beginning anew takes the password."""


def require_strong(password: str, *, username: str) -> None:
    """Refuse a new password that is too weak.

    Raises: Problem `password_too_short`, `password_monotonous`, `password_common`,
    `password_like_username`.
    """
    found = weakness(password, username=username)
    if found is not None:
        raise Problem(OF_WEAKNESS[found])


async def change_password(
    db: AsyncSession, own: Own, compared: Compared, *, password_hash: str, at: datetime
) -> Problem | None:
    """Change the password, and end every other sign-in."""
    refusal = await _settle_password(db, own, compared, at=at)
    if refusal is not None:
        return refusal
    await own_store.set_password(db, own.account_id, password_hash, at=at)
    await events.append(db, Happening(own.actor, events.PASSWORD_CHANGED, own.account_id, at))
    await _end_others(db, own, at=at)
    return None


async def begin_totp(
    db: AsyncSession, own: Own, compared: Compared, *, typed: str, at: datetime
) -> UUID | Problem:
    """Choose a secret to be proved; where one counts already, a code of it is asked for."""
    refusal = await _settle_password(db, own, compared, at=at)
    if refusal is None and compared.found.totp_id is not None:
        refusal = await _settle_code(db, own, compared.found.totp_id, typed, at=at)
    if refusal is not None:
        return refusal
    pending_id = new_id(at)
    await own_store.begin_totp(db, own.account_id, pending_id)
    return pending_id


async def confirm_totp(
    db: AsyncSession, own: Own, typed: str, *, at: datetime
) -> list[str] | Problem:
    """Turn the second factor on by a first code, give ten recovery codes, end other sign-ins.

    A secret waits 15 minutes for it: one that was shown and left must not be guessed at later.
    Another sign-in may be of somebody who knew the password; it must not gain by this one.
    """
    await one_at_a_time(db, account_key(own.account_id))
    pending_id = await own_store.pending_totp(db, own.account_id)
    if pending_id is None or instant_of(pending_id) + _PENDING_LIFE <= at:
        return Problem(TOTP_OFF)
    key = own_key(_FIRST_CODE, pending_id)
    wait = await throttle.wait_seconds(db, key, _FIRST_CODE_LIMIT, at=at)
    if wait:
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    step = totp.matching_step(own.master, pending_id, typed, at=at)
    if step is None:
        await throttle.spend(db, key, at=at)
        return Problem(PROOF_WRONG)
    await own_store.turn_totp_on(db, own.account_id, pending_id, step=step)
    await events.append(db, Happening(own.actor, events.TOTP_CONFIRMED, own.account_id, at))
    await _end_others(db, own, at=at)
    return await _new_recovery_codes(db, own)


async def renew_recovery_codes(
    db: AsyncSession, own: Own, typed: str, *, at: datetime
) -> list[str] | Problem:
    """Replace all recovery codes."""
    refusal = await _require_code(db, own, typed, at=at)
    if refusal is not None:
        return refusal
    renewed = Happening(own.actor, events.RECOVERY_CODES_RENEWED, own.account_id, at)
    await events.append(db, renewed)
    return await _new_recovery_codes(db, own)


async def remove_totp(
    db: AsyncSession,
    own: Own,
    typed: str,
    *,
    held: Iterable[HeldGrant],
    is_demo: bool,
    at: datetime,
) -> Problem | None:
    """Turn the second factor off where it is not compulsory.

    Raises: Problem `totp_compulsory`.
    """
    if second_factor_is_compulsory(held, is_demo=is_demo):
        raise Problem(TOTP_COMPULSORY)
    refusal = await _require_code(db, own, typed, at=at)
    if refusal is not None:
        return refusal
    await own_store.turn_totp_off(db, own.account_id)
    await events.append(db, Happening(own.actor, events.TOTP_REMOVED, own.account_id, at))
    return None


async def end_sign_in(db: AsyncSession, own: Own, sign_in_id: UUID, *, at: datetime) -> None:
    """End one of one's own sign-ins, also this one, at once.

    Raises: Problem `not_found`.
    """
    if not await own_store.has_sign_in(db, own.account_id, sign_in_id):
        raise Problem(errors.NOT_FOUND)
    await access_store.end_sign_in(db, sign_in_id, at=at)
    await _tell_ended(db, own, 1, at=at)


async def _end_others(db: AsyncSession, own: Own, *, at: datetime) -> None:
    ended = await access_store.end_sign_ins(db, own.account_id, at=at, but=own.sign_in_id)
    if ended:
        await _tell_ended(db, own, ended, at=at)


async def _tell_ended(db: AsyncSession, own: Own, count: int, *, at: datetime) -> None:
    detail = {"count": count}
    await events.append(
        db, Happening(own.actor, events.SIGN_IN_ENDED, own.account_id, at, detail=detail)
    )


async def _new_recovery_codes(db: AsyncSession, own: Own) -> list[str]:
    codes = totp.new_recovery_codes()
    hashes = [totp.recovery_hash(own.master, own.account_id, each) for each in codes]
    await own_store.replace_recovery_codes(db, own.account_id, hashes)
    return codes


async def _settle_password(
    db: AsyncSession, own: Own, compared: Compared, *, at: datetime
) -> Problem | None:
    key = own_key(_PASSWORD, own.account_id)
    await one_at_a_time(db, key)
    wait = await throttle.wait_seconds(db, key, SIGN_IN_LIMIT, at=at)
    if wait:
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    await one_at_a_time(db, account_key(own.account_id))
    still = await access_store.credentials_of(db, own.account_id) == compared.found
    if not compared.matches or not still:
        await throttle.spend(db, key, at=at)
        return Problem(PROOF_WRONG)
    await throttle.forgive(db, key)
    return None


async def _require_code(db: AsyncSession, own: Own, typed: str, *, at: datetime) -> Problem | None:
    totp_id = await own_store.totp_of(db, own.account_id)
    if totp_id is None:
        return Problem(TOTP_OFF)
    return await _settle_code(db, own, totp_id, typed, at=at)


async def _settle_code(
    db: AsyncSession, own: Own, totp_id: UUID, typed: str, *, at: datetime
) -> Problem | None:
    key = own_key(_CODE, own.account_id)
    await one_at_a_time(db, key)
    wait = await throttle.wait_seconds(db, key, SECOND_FACTOR_LIMIT, at=at)
    if wait:
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    proved = await second_factor.prove(
        db, own.master, account_id=own.account_id, totp_id=totp_id, typed=typed, at=at
    )
    if not proved:
        await throttle.spend(db, key, at=at)
        return Problem(PROOF_WRONG)
    await throttle.forgive(db, key)
    return None


def own_key(what: str, proved: UUID) -> str:
    """Name what wrong proofs of one account, or of one secret, count against."""
    return f"{what}:{proved.hex}"
