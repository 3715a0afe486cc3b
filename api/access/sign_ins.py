"""Signing in, prolonging it, and signing out.

What guards a password from guesses is counted per username, never by address: wrong passwords of
all strangers together, and apart from them those of each browser that the account signed in from
before (`browsers`). So strangers cannot keep the owner of a username out.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.access import second_factor, store
from api.access.actions import begin_sign_in
from api.access.faults import (
    CREDENTIALS_WRONG,
    OTP_REQUIRED,
    OTP_WRONG,
    REFRESH_REFUSED,
    TOO_MANY_ATTEMPTS,
)
from api.access.store import Credentials
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import keys
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.tables.access import RefreshToken, SignIn
from api.throttle import Limit

ACCESS_LIFE: Final = timedelta(minutes=10)
REFRESH_LIFE: Final = timedelta(days=14)
SIGN_IN_LIMIT: Final = Limit(attempts=10, period=timedelta(minutes=10))
SECOND_FACTOR_LIMIT: Final = Limit(attempts=10, period=timedelta(hours=24))
"""Wrong codes after a right password: who has the password guesses one of a million, slowly."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A sign-in that succeeded: whose, which, and its next refresh token."""

    account_id: UUID
    sign_in_id: UUID
    refresh_token: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """A sign-in whose password was compared already, outside the transaction.

    `browser_id` is known where this account signed in from this browser before.
    """

    username: str
    found: Credentials | None
    matches: bool
    otp: str
    browser_id: UUID | None
    user_agent: str


def sign_in_key(username: str, browser_id: UUID | None = None) -> str:
    """Name what wrong passwords count against: the username, whether it exists or not.

    Hashed, since people type their password there too.
    """
    stranger = f"sign-in:{keys.digest(username.lower())}"
    return f"{stranger}:{browser_id.hex}" if browser_id else stranger


def account_key(account_id: UUID) -> str:
    """Name what changes of one account's sign-ins and credentials wait for."""
    return f"account:{account_id.hex}"


async def sign_in(
    db: AsyncSession, attempt: Attempt, *, master: bytes, at: datetime
) -> SignedIn | Problem:
    """Settle a sign-in.

    Guesses at one username are settled one after the other, and past the limit a right one is
    answered like a wrong one: fifty guesses at once are not fifty chances. What was compared must
    still be so: a password changed meanwhile is a wrong one.
    """
    found = attempt.found
    key = sign_in_key(attempt.username, attempt.browser_id)
    await one_at_a_time(db, key)
    wait = await throttle.wait_seconds(db, key, SIGN_IN_LIMIT, at=at)
    if wait:
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    if found is not None:
        await one_at_a_time(db, account_key(found.account_id))
    if not attempt.matches or found is None or not await _is_still(db, found):
        await throttle.spend(db, key, at=at)
        subject = found.account_id if found else new_id(at)
        await events.append(db, Happening(events.SYSTEM, events.SIGN_IN_REFUSED, subject, at))
        return Problem(CREDENTIALS_WRONG)
    refusal = await _second_factor(db, attempt, found, key=key, master=master, at=at)
    if refusal is not None:
        return refusal
    await throttle.forgive(db, key)
    actor = Actor("account", found.account_id)
    await events.append(db, Happening(actor, events.SIGNED_IN, found.account_id, at))
    began = await begin_sign_in(db, found.account_id, user_agent=attempt.user_agent, at=at)
    return await _next_link(db, began, at=at)


async def _is_still(db: AsyncSession, found: Credentials) -> bool:
    return await store.credentials_of(db, found.account_id) == found


async def _second_factor(
    db: AsyncSession, attempt: Attempt, found: Credentials, *, key: str, master: bytes, at: datetime
) -> Problem | None:
    if found.totp_id is None:
        return None
    if not attempt.otp.strip():
        return Problem(OTP_REQUIRED)
    codes = f"otp:{key}"
    wait = await throttle.wait_seconds(db, codes, SECOND_FACTOR_LIMIT, at=at)
    if wait:
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    proved = await second_factor.prove(
        db, master, account_id=found.account_id, totp_id=found.totp_id, typed=attempt.otp, at=at
    )
    if proved:
        await throttle.forgive(db, codes)
        return None
    await throttle.spend(db, key, at=at)
    await throttle.spend(db, codes, at=at)
    refused = Happening(events.SYSTEM, events.SIGN_IN_REFUSED, found.account_id, at)
    await events.append(db, refused)
    return Problem(OTP_WRONG)


async def refresh(db: AsyncSession, token: str, *, at: datetime) -> SignedIn | Problem:
    """Exchange a refresh token for the next; one that was used before ends its sign-in."""
    found = await store.refresh_token(db, keys.digest(token))
    if found is None:
        return Problem(REFRESH_REFUSED)
    held, signed_in = found
    if held.expires_at <= at or signed_in.ended_at is not None:
        return Problem(REFRESH_REFUSED)
    if not await store.use_refresh_token(db, held.id, at=at):
        await store.end_sign_in(db, signed_in.id, at=at)
        actor = Actor("account", signed_in.account_id)
        await events.append(db, Happening(actor, events.REFRESH_REUSED, signed_in.account_id, at))
        return Problem(REFRESH_REFUSED)
    if await store.principal(db, signed_in.account_id, signed_in.id, at=at) is None:
        return Problem(REFRESH_REFUSED)
    signed_in.last_seen_at = at
    return await _next_link(db, signed_in, at=at)


async def sign_out(db: AsyncSession, token: str, *, at: datetime) -> None:
    """End the sign-in that a refresh token belongs to; an unknown one is no error (RFC 7009)."""
    found = await store.refresh_token(db, keys.digest(token))
    if found is None or not await store.end_sign_in(db, found[1].id, at=at):
        return
    account_id, detail = found[1].account_id, {"count": 1}
    actor = Actor("account", account_id)
    ended = Happening(actor, events.SIGN_IN_ENDED, account_id, at, detail=detail)
    await events.append(db, ended)


async def _next_link(db: AsyncSession, signed_in: SignIn, *, at: datetime) -> SignedIn:
    token = secrets.token_urlsafe(32)
    db.add(
        RefreshToken(
            id=new_id(at),
            sign_in_id=signed_in.id,
            token_hash=keys.digest(token),
            issued_at=at,
            expires_at=at + REFRESH_LIFE,
        )
    )
    await db.flush()
    return SignedIn(signed_in.account_id, signed_in.id, token)
