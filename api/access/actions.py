"""What access does: accounts, their grants, the beginning of sign-ins, and screens."""

import secrets
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.access import store
from api.access.faults import PAIRING_CODE_UNKNOWN, TOO_MANY_ATTEMPTS
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import keys
from api.kit.errors import Problem
from api.kit.ids import new_crockford, new_id, read_crockford
from api.kit.text import nfc
from api.tables.access import Account, Grant, Screen, SignIn
from api.throttle import Limit
from api.words import Role

PAIRING_LIFE: Final = timedelta(minutes=10)
PAIRING_LIMIT: Final = Limit(attempts=20, period=timedelta(minutes=1))
_PAIRING_KEY: Final = "pairing"


async def add_account(
    db: AsyncSession,
    actor: Actor,
    *,
    username: str,
    display_name: str,
    password_hash: str | None,
    at: datetime,
) -> UUID:
    """Add an account without any grant; the username is folded to lower case.

    Without a password nobody signs in until an invitation was redeemed.
    """
    account_id = new_id(at)
    told = {"username": username.lower(), "display_name": nfc(display_name)}
    db.add(
        Account(
            id=account_id,
            **told,
            password_hash=password_hash,
            password_set_at=at if password_hash is not None else None,
            created_at=at,
        )
    )
    await db.flush()
    changes = events.changed({}, told)
    await events.append(db, Happening(actor, events.ACCOUNT_ADDED, account_id, at, changes=changes))
    return account_id


async def grant(
    db: AsyncSession,
    actor: Actor = events.SYSTEM,
    *,
    account_id: UUID,
    unit_id: UUID,
    role: Role,
    at: datetime,
    deputy: bool = False,
    valid_from: datetime | None = None,
    valid_until: datetime | None = None,
) -> Grant:
    """Grant a role on a unit, from `at` on and without an end where nothing else is said."""
    added = Grant(
        id=new_id(at),
        account_id=account_id,
        unit_id=unit_id,
        role=role,
        deputy=deputy,
        valid_from=valid_from or at,
        valid_until=valid_until,
        granted_by=actor.id,
    )
    db.add(added)
    await db.flush()
    told = events.changed({}, told_of(added))
    await events.append(db, Happening(actor, events.GRANTED, account_id, at, changes=told))
    return added


def told_of(grant: Grant) -> dict[str, Any]:
    """Write a grant as the audit trail has it."""
    return {
        "grant_id": str(grant.id),
        "role": grant.role.value,
        "unit_id": str(grant.unit_id),
        "deputy": grant.deputy,
        "valid_from": grant.valid_from.isoformat(),
        "valid_until": grant.valid_until.isoformat() if grant.valid_until else None,
    }


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
