"""What is done to other people's accounts: inviting, granting, lending, disabling, signing out."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import actions as access
from api.access import store as access_store
from api.access.actions import told_of
from api.access.roles import Act, Principal
from api.access.scope import FORBIDDEN, visible_units
from api.access.sign_ins import account_key
from api.access.store import GrantOnUnit
from api.accounts import own_store, store
from api.accounts.faults import (
    DEPUTY_ROLE,
    GRANT_DATES,
    GRANT_EXISTS,
    LAST_ADMIN,
    OWN_ACCOUNT,
    TOTP_OFF,
    USERNAME_TAKEN,
)
from api.accounts.rules import (
    LONGEST_LENDING_DAYS,
    Offer,
    Validity,
    may_be_lent,
    may_grant,
    may_manage,
    overlap,
    validity,
)
from api.accounts.schemas import AccountChange, NewAccount, NewGrant
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors, keys
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.tables.access import Account, Invitation
from api.units import store as units

INVITATION_LIFE: Final = timedelta(hours=72)
_ADMINS: Final = "administrators"


@dataclass(frozen=True, slots=True)
class Invited:
    """A link's token, which is stored hashed and so is shown now or never."""

    token: str
    expires_at: datetime


def _actor(principal: Principal) -> Actor:
    return Actor("account", principal.account_id)


async def add_account(
    db: AsyncSession, principal: Principal, new: NewAccount, *, at: datetime
) -> tuple[UUID, Invited]:
    """Add an account with its grants, and invite its owner.

    Raises: Problem `username_taken`, or what `add_grant` raises.
    """
    await one_at_a_time(db, f"username:{new.username}")
    if await store.username_exists(db, new.username):
        raise Problem(USERNAME_TAKEN)
    actor = _actor(principal)
    account_id = await access.add_account(
        db,
        actor,
        username=new.username,
        display_name=new.display_name,
        password_hash=None,
        at=at,
    )
    for each in new.grants:
        await add_grant(db, principal, account_id, each, at=at)
    return account_id, await _invite(db, actor, account_id, at=at)


async def invite_again(
    db: AsyncSession, principal: Principal, account_id: UUID, *, at: datetime
) -> Invited:
    """Make a new link, end every sign-in, and let older links count no more.

    The password counts until the link is redeemed, so a link made by mistake harms nobody.

    Raises: Problem `own_account`: a stolen token must not reach a new password.
    """
    await _hold(db, principal, account_id, at=at, own=False)
    await _end_sign_ins(db, _actor(principal), account_id, at=at)
    return await _invite(db, _actor(principal), account_id, at=at)


async def _invite(db: AsyncSession, actor: Actor, account_id: UUID, *, at: datetime) -> Invited:
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


async def add_grant(
    db: AsyncSession, principal: Principal, account_id: UUID, new: NewGrant, *, at: datetime
) -> GrantOnUnit:
    """Grant a role on a unit, or lend the duty of a secretary for some days.

    Raises: Problem `forbidden`, `own_account`, `not_found` (a unit that one cannot see),
    `grant_dates`, `deputy_role`, `grant_exists`.
    """
    if account_id == principal.account_id:
        raise Problem(OWN_ACCOUNT)
    unit = await units.find(db, new.unit_id, visible_units(principal, Act.READ_UNITS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    if not may_grant(principal.grants, Offer(new.role, unit.path, new.deputy)):
        raise Problem(FORBIDDEN)
    if new.deputy and not may_be_lent(new.role):
        raise Problem(DEPUTY_ROLE)
    days = validity(first=new.valid_from, last=new.valid_until, deputy=new.deputy, at=at)
    if days is None:
        raise Problem(GRANT_DATES, longest_lending_days=LONGEST_LENDING_DAYS)
    await one_at_a_time(db, account_key(account_id))
    for held in await store.standing_grants(db, account_id, at=at):
        same = (held.grant.unit_id, held.grant.role, held.grant.deputy)
        its = Validity(held.grant.valid_from, held.grant.valid_until)
        if same == (unit.id, new.role, new.deputy) and overlap(its, days):
            raise Problem(GRANT_EXISTS)
    taken = await store.begins_of(db, account_id=account_id, unit_id=unit.id, role=new.role)
    begins = days.valid_from
    while begins in taken:  # one that was taken away began then too
        begins += timedelta(microseconds=1)
    grant = await access.grant(
        db,
        _actor(principal),
        account_id=account_id,
        unit_id=unit.id,
        role=new.role,
        at=at,
        deputy=new.deputy,
        valid_from=begins,
        valid_until=days.valid_until,
    )
    return GrantOnUnit(grant, unit.name, unit.path)


async def revoke_grant(
    db: AsyncSession, principal: Principal, account_id: UUID, held: GrantOnUnit, *, at: datetime
) -> None:
    """Take a grant away, effective with the next request; also one's own, but never upwards.

    Raises: Problem `forbidden`, `last_admin`.
    """
    grant = held.grant
    if not may_grant(principal.grants, Offer(grant.role, held.unit_path, grant.deputy)):
        raise Problem(FORBIDDEN)
    roots = await _administers(db, account_id, at=at)
    if await store.mark_revoked(db, grant.id, at=at):
        told = events.changed(told_of(grant), {})
        happening = Happening(_actor(principal), events.GRANT_REVOKED, account_id, at, changes=told)
        await events.append(db, happening)
    await _keep_an_admin(db, roots, at=at)


async def change_account(
    db: AsyncSession,
    principal: Principal,
    account: Account,
    change: AccountChange,
    *,
    at: datetime,
) -> None:
    """Change the name that people see, disable an account, or let it in again.

    Raises: Problem `forbidden`, `last_admin`.
    """
    await _hold(db, principal, account.id, at=at)
    roots = await _administers(db, account.id, at=at)
    before = _told(account)
    given = change.model_dump(exclude_unset=True)
    account.display_name = given.get("display_name", account.display_name)
    if given.get("is_disabled", before["is_disabled"]) != before["is_disabled"]:
        account.disabled_at = at if change.is_disabled else None
        await _end_sign_ins(db, _actor(principal), account.id, at=at)
    await db.flush()
    changes = events.changed(before, _told(account))
    if changes:
        actor = _actor(principal)
        happening = Happening(actor, events.ACCOUNT_CHANGED, account.id, at, changes=changes)
        await events.append(db, happening)
    await _keep_an_admin(db, roots, at=at)


def _told(account: Account) -> dict[str, str | bool]:
    return {
        "display_name": account.display_name,
        "is_disabled": account.disabled_at is not None,
    }


async def remove_totp(
    db: AsyncSession, principal: Principal, account_id: UUID, *, at: datetime
) -> None:
    """Turn the second factor of somebody off whose phone is lost, and sign him out everywhere.

    Raises: Problem `forbidden`, `own_account`, `totp_off`.
    """
    await _hold(db, principal, account_id, at=at, own=False)
    found = await own_store.totp_of(db, account_id)
    if found is None:
        raise Problem(TOTP_OFF)
    await own_store.turn_totp_off(db, account_id)
    actor = _actor(principal)
    await events.append(db, Happening(actor, events.TOTP_REMOVED, account_id, at))
    await _end_sign_ins(db, actor, account_id, at=at)


async def end_sign_ins(
    db: AsyncSession, principal: Principal, account_id: UUID, *, at: datetime
) -> None:
    """Sign somebody out everywhere, at once.

    Raises: Problem `forbidden`.
    """
    await _hold(db, principal, account_id, at=at)
    await _end_sign_ins(db, _actor(principal), account_id, at=at)


async def _end_sign_ins(db: AsyncSession, actor: Actor, account_id: UUID, *, at: datetime) -> None:
    ended = await access_store.end_sign_ins(db, account_id, at=at)
    if ended:
        detail = {"count": ended}
        await events.append(
            db, Happening(actor, events.SIGN_IN_ENDED, account_id, at, detail=detail)
        )


async def _hold(
    db: AsyncSession, principal: Principal, account_id: UUID, *, at: datetime, own: bool = True
) -> None:
    """Let nobody else change an account until the end, where one may manage all that it holds.

    Raises: Problem `forbidden`, and `own_account` where it is one's own and must not be.
    """
    if account_id == principal.account_id and not own:
        raise Problem(OWN_ACCOUNT)
    await one_at_a_time(db, account_key(account_id))
    standing = await store.standing_grants(db, account_id, at=at)
    offers = [Offer(each.grant.role, each.unit_path, each.grant.deputy) for each in standing]
    if not may_manage(principal.grants, offers):
        raise Problem(FORBIDDEN)


async def _administers(db: AsyncSession, account_id: UUID, *, at: datetime) -> Sequence[UUID]:
    """Hold the administrators of all roots, and tell of which an account is one."""
    await one_at_a_time(db, _ADMINS)
    return sorted(await store.roots_administered(db, account_id, at=at))


async def _keep_an_admin(db: AsyncSession, roots: Sequence[UUID], *, at: datetime) -> None:
    if roots and set(roots) - await store.administered(db, roots, at=at):
        raise Problem(LAST_ADMIN)
