"""What access does: accounts, sign-in, refresh, screens."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.access import store
from api.access.faults import (
    CREDENTIALS_WRONG,
    PAIRING_CODE_UNKNOWN,
    REFRESH_REFUSED,
    TOO_MANY_ATTEMPTS,
)
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import keys
from api.kit.errors import Problem
from api.kit.ids import new_crockford, new_id, read_crockford
from api.kit.text import nfc
from api.tables.access import Account, Grant, RefreshToken, Screen, SignIn
from api.throttle import Limit
from api.words import Role

ACCESS_LIFE: Final = timedelta(minutes=10)
REFRESH_LIFE: Final = timedelta(days=14)
PAIRING_LIFE: Final = timedelta(minutes=10)
SIGN_IN_LIMIT: Final = Limit(attempts=10, period=timedelta(minutes=10))
PAIRING_LIMIT: Final = Limit(attempts=20, period=timedelta(minutes=1))
_PAIRING_KEY: Final = "pairing"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A sign-in that succeeded: whose, which, and its next refresh token."""

    account_id: UUID
    sign_in_id: UUID
    refresh_token: str


async def add_account(
    db: AsyncSession,
    actor: Actor,
    *,
    username: str,
    display_name: str,
    password_hash: str,
    at: datetime,
) -> UUID:
    """Add an account without any grant; the username is folded to lower case."""
    account_id = new_id(at)
    db.add(
        Account(
            id=account_id,
            username=username.lower(),
            display_name=nfc(display_name),
            password_hash=password_hash,
            created_at=at,
        )
    )
    await db.flush()
    await events.append(db, Happening(actor, events.ACCOUNT_ADDED, account_id, at))
    return account_id


async def grant(
    db: AsyncSession, *, account_id: UUID, unit_id: UUID, role: Role, at: datetime
) -> None:
    """Grant a role on a unit from `at` on, without an end."""
    db.add(Grant(id=new_id(at), account_id=account_id, unit_id=unit_id, role=role, valid_from=at))
    await db.flush()


def sign_in_key(username: str) -> str:
    """Name what wrong passwords count against: the username, whether it exists or not.

    Hashed, since people type their password there too.
    """
    return f"sign-in:{keys.digest(username.lower())}"


async def sign_in(
    db: AsyncSession,
    *,
    username: str,
    found: store.Credentials | None,
    matches: bool,
    user_agent: str,
    at: datetime,
) -> SignedIn | Problem:
    """Settle a sign-in whose password was compared outside the transaction.

    Guesses at one username are settled one after the other, and past the limit a right one is
    answered like a wrong one: fifty guesses at once are not fifty chances.
    """
    key = sign_in_key(username)
    await one_at_a_time(db, key)
    wait = await throttle.wait_seconds(db, key, SIGN_IN_LIMIT, at=at)
    if wait:
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    if not matches or found is None:
        await throttle.spend(db, key, at=at)
        subject = found.account_id if found else new_id(at)
        await events.append(db, Happening(events.SYSTEM, events.SIGN_IN_REFUSED, subject, at))
        return Problem(CREDENTIALS_WRONG)
    await throttle.forgive(db, key)
    actor = Actor("account", found.account_id)
    await events.append(db, Happening(actor, events.SIGNED_IN, found.account_id, at))
    began = await begin_sign_in(db, found.account_id, user_agent=user_agent, at=at)
    return await _next_link(db, began, at=at)


async def begin_sign_in(
    db: AsyncSession, account_id: UUID, *, user_agent: str, at: datetime
) -> SignIn:
    """Begin the sign-in of an account on one browser; `user_agent` tells its owner which."""
    began = SignIn(
        id=new_id(at),
        account_id=account_id,
        user_agent=nfc(user_agent)[:200],
        began_at=at,
        last_seen_at=at,
    )
    db.add(began)
    await db.flush()
    return began


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
    if found is not None:
        await store.end_sign_in(db, found[1].id, at=at)


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


async def add_screen(
    db: AsyncSession, actor: Actor, *, bridge_point_id: UUID, at: datetime
) -> tuple[Screen, str]:
    """Begin the pairing of a screen; give it with its pairing code, which is shown once."""
    code = new_crockford(8)
    screen = Screen(
        id=new_id(at),
        bridge_point_id=bridge_point_id,
        pairing_hash=keys.digest(code),
        pairing_expires_at=at + PAIRING_LIFE,
        created_at=at,
    )
    db.add(screen)
    await db.flush()
    await events.append(db, Happening(actor, events.SCREEN_ADDED, screen.id, at))
    return screen, code


async def pair_screen(
    db: AsyncSession, typed: str, *, at: datetime
) -> tuple[Screen, str] | Problem:
    """Redeem a pairing code for a screen's token; 20 wrong ones a minute close the door for all."""
    await one_at_a_time(db, _PAIRING_KEY)
    wait = await throttle.wait_seconds(db, _PAIRING_KEY, PAIRING_LIMIT, at=at)
    if wait:
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    token = secrets.token_urlsafe(32)
    code = keys.digest(read_crockford(typed))
    screen = await store.redeem_pairing(db, code, token_hash=keys.digest(token), at=at)
    if screen is None:
        await throttle.spend(db, _PAIRING_KEY, at=at)
        return Problem(PAIRING_CODE_UNKNOWN)
    await events.append(
        db, Happening(Actor("screen", screen.id), events.SCREEN_PAIRED, screen.id, at)
    )
    return screen, token


async def revoke_screen(db: AsyncSession, actor: Actor, screen: Screen, *, at: datetime) -> None:
    """Make a screen's token, or its pairing code, worthless at once."""
    screen.revoked_at = at
    await db.flush()
    await events.append(db, Happening(actor, events.SCREEN_REVOKED, screen.id, at))
