"""Which member the owner of an account is, so that nobody decides about himself."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import store as access
from api.access.guards import actor_of
from api.access.roles import Principal
from api.access.sign_ins import account_key
from api.accounts import actions as accounts
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.members import store
from api.members.faults import MEMBER_STATED
from api.members.own_schemas import StatedMemberView
from api.tables.access import Account, Grant


async def state_own_member(
    db: AsyncSession, principal: Principal, member_id: UUID | None, *, at: datetime
) -> StatedMemberView:
    """Say once which member one is, or that one is none; said again, it is the same.

    Raises: Problem `member_stated` where something else was said before, `not_found` where no unit
    of one's grants counts the member.
    """
    await one_at_a_time(db, account_key(principal.account_id))
    account = await db.get_one(Account, principal.account_id)
    if account.member_stated_at is None:
        paths = [held.unit_path for held in principal.grants]
        await _state(db, actor_of(principal), account, member_id, paths, at=at)
    elif account.member_id != member_id:
        raise Problem(MEMBER_STATED)
    return await stated_member(db, account, at=at)


async def change_stated_member(
    db: AsyncSession,
    principal: Principal,
    account: Account,
    member_id: UUID | None,
    *,
    at: datetime,
) -> StatedMemberView:
    """Put right which member the owner of an account is that one manages; never of one's own.

    Raises: Problem `forbidden`, `own_account`, `not_found` where no unit of the account's grants
    counts the member.
    """
    await accounts.hold(db, principal, account, at=at, own=False)
    if account.member_stated_at is None or account.member_id != member_id:
        mine = (Grant.account_id == account.id, access.valid_at(at))
        paths = [held.unit_path for held in await access.grants(db, *mine)]
        await _state(db, actor_of(principal), account, member_id, paths, at=at)
    return await stated_member(db, account, at=at)


async def stated_member(db: AsyncSession, account: Account, *, at: datetime) -> StatedMemberView:
    """Tell which member the owner of an account is."""
    ids = [account.member_id] if account.member_id is not None else []
    named = [each.full_name for each in (await store.by_ids(db, ids, on=day_of(at))).values()]
    return StatedMemberView(
        stated=account.member_stated_at is not None,
        member_id=account.member_id,
        full_name=named[0] if named else None,
    )


async def _state(
    db: AsyncSession,
    actor: Actor,
    account: Account,
    member_id: UUID | None,
    paths: Iterable[str],
    *,
    at: datetime,
) -> None:
    if member_id is not None:
        found = (await store.by_ids(db, [member_id], on=day_of(at))).get(member_id)
        if found is None or found.has_left or not found.unit_path.startswith(tuple(paths)):
            raise Problem(errors.NOT_FOUND)
    before = _told(account)
    account.member_id, account.member_stated_at = member_id, at
    await db.flush()
    changes = events.changed(before, _told(account))
    happening = Happening(actor, events.MEMBER_STATED, account.id, at, changes=changes)
    await events.append(db, happening)


def _told(account: Account) -> dict[str, str | bool | None]:
    return {
        "is_stated": account.member_stated_at is not None,
        "member_id": str(account.member_id) if account.member_id is not None else None,
    }
