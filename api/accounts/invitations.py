"""The links by which the owner of an account chooses a password, and who vouches for them.

Whoever holds a link becomes the account, so a link is worth no more than the power of who made it:
it counts only while he could make it anew. The server's own links (first run, rescue) always count.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.access import store as access_store
from api.access.sign_ins import account_key, sign_in_key
from api.accounts import judging, own_store, store
from api.accounts.faults import INVITATION_REFUSED
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import keys
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.tables.access import Account, Invitation

INVITATION_LIFE: Final = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Invited:
    """A link's token, which is stored hashed and so is shown now or never."""

    token: str
    expires_at: datetime


def link(public_url: str, token: str) -> str:
    """Write the address that the owner of an account opens.

    The token stands in the fragment, which no server, log or link preview gets to see.
    """
    return f"{public_url}/account#invitation={token}"


async def invite(db: AsyncSession, actor: Actor, account_id: UUID, *, at: datetime) -> Invited:
    """Make a link for the owner of an account; older ones count no more."""
    await store.revoke_invitations(db, account_id, at=at)
    invited = Invited(secrets.token_urlsafe(32), at + INVITATION_LIFE)
    db.add(
        Invitation(
            id=new_id(at),
            account_id=account_id,
            token_hash=keys.digest(invited.token),
            made_by=actor.id,
            made_at=at,
            expires_at=invited.expires_at,
        )
    )
    await db.flush()
    await events.append(db, Happening(actor, events.ACCOUNT_INVITED, account_id, at))
    return invited


async def redeem(
    db: AsyncSession, token: str, *, password_hash: str, at: datetime
) -> Account | Problem:
    """Set the password that the owner of an account chose, once; every older sign-in ends."""
    token_hash = keys.digest(token)
    account = await store.invited(db, token_hash, at=at)
    if account is None:
        return Problem(INVITATION_REFUSED)
    await one_at_a_time(db, account_key(account.id))
    if not await _all_vouched(db, account.id, at=at):
        return Problem(INVITATION_REFUSED)
    if not await store.use_invitation(db, token_hash, at=at):
        return Problem(INVITATION_REFUSED)
    own = Actor("account", account.id)
    await own_store.set_password(db, account.id, password_hash, at=at)
    await access_store.end_sign_ins(db, account.id, at=at)
    await throttle.forgive(db, sign_in_key(account.username))
    await events.append(db, Happening(own, events.INVITATION_REDEEMED, account.id, at))
    return account


async def drop_unvouched(db: AsyncSession, actor: Actor, account_id: UUID, *, at: datetime) -> None:
    """End the open link of an account that came to hold more than the link's maker may grant."""
    if await _all_vouched(db, account_id, at=at):
        return
    await store.revoke_invitations(db, account_id, at=at)
    changes = events.changed({"is_invited": True}, {"is_invited": False})
    happening = Happening(actor, events.ACCOUNT_CHANGED, account_id, at, changes=changes)
    await events.append(db, happening)


async def _all_vouched(db: AsyncSession, account_id: UUID, *, at: datetime) -> bool:
    """Tell whether all who made an open link of a held account still manage it."""
    for maker_id in await store.makers_of_links(db, account_id, at=at):
        held = await store.held_by(db, maker_id, at=at)
        if not held or not await judging.manages(db, held, account_id, at=at):
            return False
    return True
