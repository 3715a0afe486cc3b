"""What is done to other people's accounts: inviting, changing, disabling, signing out."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import actions as access
from api.access import store as access_store
from api.access.roles import Principal
from api.access.sign_ins import account_key
from api.accounts import granting, invitation_mail, own_store, store
from api.accounts.faults import ACCOUNT_DISABLED, OWN_ACCOUNT, TOTP_OFF, USERNAME_TAKEN
from api.accounts.invitations import Invited, invite
from api.accounts.judging import require_management
from api.accounts.last_admin import administered_by, keep_an_admin
from api.accounts.schemas import AccountChange, NewAccount
from api.db import one_at_a_time
from api.events import SYSTEM, Actor, Happening
from api.kit.errors import Problem
from api.outbox import actions as outbox
from api.tables.access import Account
from api.words import DeliveryChannel


def _actor(principal: Principal) -> Actor:
    return Actor("account", principal.account_id)


async def add_account(
    db: AsyncSession, principal: Principal, new: NewAccount, *, at: datetime
) -> tuple[UUID, Invited]:
    """Add an account with its grants, and invite its owner.

    Raises: Problem `username_taken`, or what `granting.add_grant` raises.
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
    for each in sorted(new.grants, key=lambda each: each.unit_id):  # as mergers hold units
        await granting.add_grant(db, principal, account_id, each, at=at)
    return account_id, await invite(db, actor, account_id, at=at)


async def invite_again(
    db: AsyncSession, principal: Principal, account: Account, *, at: datetime
) -> Invited:
    """Make a new link, end every sign-in, and let older links count no more.

    The password counts until the link is redeemed, so a link made by mistake harms nobody.

    Raises: Problem `forbidden`, `own_account`: a stolen token must not reach a new password.
    """
    await hold(db, principal, account, at=at, own=False)
    await _end_sign_ins(db, _actor(principal), account.id, at=at)
    return await invite(db, _actor(principal), account.id, at=at)


async def mail_invitation(
    db: AsyncSession, principal: Principal, account: Account, *, to: str, at: datetime
) -> UUID:
    """Let a new link leave by mail, made when it leaves; gives the delivery.

    Until then older links count; every sign-in ends at once, as by `invite_again`.

    Raises: Problem `forbidden`, `own_account`, `account_disabled`.
    """
    await hold(db, principal, account, at=at, own=False)
    if account.disabled_at is not None:
        raise Problem(ACCOUNT_DISABLED)
    actor = _actor(principal)
    await _end_sign_ins(db, actor, account.id, at=at)
    delivery_id = await outbox.queue(
        db,
        channel=DeliveryChannel.MAIL,
        template=invitation_mail.TEMPLATE,
        subject_id=account.id,
        unit_id=await invitation_mail.unit_of(db, principal, account.id, at=at),
        destination=to,
        payload={},
        attachments=[],
        account_id=principal.account_id,
        at=at,
    )
    detail = {"delivery_id": str(delivery_id)}
    await events.append(db, Happening(actor, events.ACCOUNT_INVITED, account.id, at, detail=detail))
    return delivery_id


async def rescue(db: AsyncSession, username: str, *, at: datetime) -> Invited | None:
    """Let somebody in again whom nobody else can help: asked for on the server itself.

    The second factor is turned off, every sign-in ends, and a new link chooses a new password. None
    where nobody has the username, or the account is disabled.
    """
    found = await access_store.credentials(db, username.lower())
    if found is None:
        return None
    await one_at_a_time(db, account_key(found.account_id))
    if await own_store.totp_of(db, found.account_id) is not None:
        await own_store.turn_totp_off(db, found.account_id)
        await events.append(db, Happening(SYSTEM, events.TOTP_REMOVED, found.account_id, at))
    await _end_sign_ins(db, SYSTEM, found.account_id, at=at)
    return await invite(db, SYSTEM, found.account_id, at=at)


async def change_account(
    db: AsyncSession,
    principal: Principal,
    account: Account,
    change: AccountChange,
    *,
    at: datetime,
) -> None:
    """Change the name that people see, disable a held account, or let it in again.

    Raises: Problem `last_admin`.
    """
    roots = await administered_by(db, account.id, at=at)
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
    await keep_an_admin(db, roots, at=at)


def _told(account: Account) -> dict[str, str | bool]:
    return {
        "display_name": account.display_name,
        "is_disabled": account.disabled_at is not None,
    }


async def remove_totp(
    db: AsyncSession, principal: Principal, account: Account, *, at: datetime
) -> None:
    """Turn the second factor of somebody off whose phone is lost, and sign him out everywhere.

    Raises: Problem `forbidden`, `own_account`, `totp_off`.
    """
    await hold(db, principal, account, at=at, own=False)
    if account.totp_id is None:
        raise Problem(TOTP_OFF)
    await own_store.turn_totp_off(db, account.id)
    actor = _actor(principal)
    await events.append(db, Happening(actor, events.TOTP_REMOVED, account.id, at))
    await _end_sign_ins(db, actor, account.id, at=at)


async def end_sign_ins(
    db: AsyncSession, principal: Principal, account: Account, *, at: datetime
) -> None:
    """Sign somebody out everywhere, at once.

    Raises: Problem `forbidden`.
    """
    await hold(db, principal, account, at=at)
    await _end_sign_ins(db, _actor(principal), account.id, at=at)


async def _end_sign_ins(db: AsyncSession, actor: Actor, account_id: UUID, *, at: datetime) -> None:
    ended = await access_store.end_sign_ins(db, account_id, at=at)
    if ended:
        detail = {"count": ended}
        await events.append(
            db, Happening(actor, events.SIGN_IN_ENDED, account_id, at, detail=detail)
        )


async def hold(
    db: AsyncSession, principal: Principal, account: Account, *, at: datetime, own: bool = True
) -> None:
    """Let nobody else change an account until the end, and read it anew, where one may manage it.

    Raises: Problem `forbidden`, and `own_account` where it is one's own and must not be.
    """
    if account.id == principal.account_id and not own:
        raise Problem(OWN_ACCOUNT)
    await one_at_a_time(db, account_key(account.id))
    await db.refresh(account)
    await require_management(db, principal.grants, account.id, at=at)
