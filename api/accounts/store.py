"""All SQL of managing accounts: who manages whom, their grants, invitations, administrators."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import store as access
from api.access.roles import HeldGrant
from api.access.scope import within
from api.access.store import GrantOnUnit, valid_at
from api.kit.text import fold
from api.tables.access import Account, Grant, Invitation
from api.tables.units import Unit
from api.words import Role

_A_SCAN = 500
"""Accounts that a search reads at a time: names are compared without marks, outside SQL."""


def managed(paths: Sequence[str]) -> ColumnElement[bool]:
    """Make the condition that an account has a grant on a unit in one of the subtrees.

    What was taken away counts only for an account that has nothing else: nobody else would find it.
    """
    of_it = Grant.account_id == Account.id
    there = exists().where(of_it, Grant.unit_id == Unit.id, within(paths))
    held = exists().where(
        of_it, Grant.revoked_at.is_(None), Grant.unit_id == Unit.id, within(paths)
    )
    nothing_held = ~exists().where(of_it, Grant.revoked_at.is_(None))
    return or_(held, and_(nothing_held, there))


async def page(
    db: AsyncSession,
    paths: Sequence[str],
    *,
    unit_id: UUID | None,
    search: str | None,
    after: str | None,
    limit: int,
) -> Sequence[Account]:
    """List managed accounts by username, one more than `limit` to tell whether more follow."""
    query = select(Account).where(managed(paths))
    if unit_id is not None:
        on_unit = (
            Grant.account_id == Account.id,
            Grant.unit_id == unit_id,
            Grant.revoked_at.is_(None),
            Unit.id == Grant.unit_id,
            within(paths),
        )
        query = query.where(exists().where(*on_unit))
    query = query.order_by(Account.username)
    words = fold(search).split() if search is not None else []
    if search is not None and not words:
        return []
    found: list[Account] = []
    while len(found) <= limit:
        step = query if after is None else query.where(Account.username > after)
        size = _A_SCAN if words else limit + 1
        rows = (await db.execute(step.limit(size))).scalars().all()
        found += [each for each in rows if _is_called(each, words)]
        if len(rows) < size:
            break
        after = rows[-1].username
    return found[: limit + 1]


def _is_called(account: Account, words: Iterable[str]) -> bool:
    names = f" {fold(account.display_name)} {fold(account.username)}"
    return all(f" {word}" in names for word in words)


async def find(db: AsyncSession, account_id: UUID, paths: Sequence[str]) -> Account | None:
    """Find one account that is managed from one of the subtrees."""
    query = select(Account).where(Account.id == account_id, managed(paths))
    return (await db.execute(query)).scalar_one_or_none()


async def username_exists(db: AsyncSession, username: str) -> bool:
    """Tell whether somebody has a username."""
    query = select(Account.id).where(Account.username == username)
    return (await db.execute(query)).scalar_one_or_none() is not None


async def shown_grants(
    db: AsyncSession, account_ids: Iterable[UUID], paths: Sequence[str]
) -> dict[UUID, list[GrantOnUnit]]:
    """List the grants of accounts on units in the subtrees, with what is over but not revoked."""
    held = await access.grants(
        db,
        Grant.account_id.in_(sorted(account_ids)),
        Grant.revoked_at.is_(None),
        within(paths),
    )
    by_account: dict[UUID, list[GrantOnUnit]] = defaultdict(list)
    for each in held:
        by_account[each.grant.account_id].append(each)
    return by_account


async def standing_grants(
    db: AsyncSession, account_id: UUID, *, at: datetime
) -> Sequence[GrantOnUnit]:
    """List the grants of an account that hold now or will, wherever they are."""
    return await access.grants(
        db,
        Grant.account_id == account_id,
        Grant.revoked_at.is_(None),
        or_(Grant.valid_until.is_(None), Grant.valid_until > at),
    )


async def all_grants(db: AsyncSession, account_id: UUID) -> Sequence[GrantOnUnit]:
    """List all that an account ever held: what is over, was taken away, or is to come too."""
    return await access.grants(db, Grant.account_id == account_id)


async def held_by(db: AsyncSession, account_id: UUID, *, at: datetime) -> list[HeldGrant]:
    """List what an account may act by at an instant; nothing where it is disabled."""
    able = exists().where(Account.id == Grant.account_id, Account.disabled_at.is_(None))
    held = await access.grants(db, Grant.account_id == account_id, valid_at(at), able)
    return [
        HeldGrant(
            each.grant.role, each.grant.unit_id, each.unit_name, each.unit_path, each.grant.deputy
        )
        for each in held
    ]


async def find_grant(
    db: AsyncSession, account_id: UUID, grant_id: UUID, paths: Sequence[str]
) -> GrantOnUnit | None:
    """Find a grant of an account that was not taken away, on a unit in the subtrees."""
    found = await access.grants(
        db,
        Grant.id == grant_id,
        Grant.account_id == account_id,
        Grant.revoked_at.is_(None),
        within(paths),
    )
    return found[0] if found else None


async def mark_revoked(db: AsyncSession, grant_id: UUID, *, at: datetime) -> bool:
    """Take a grant away; False where somebody else was first."""
    mark = (
        update(Grant)
        .where(Grant.id == grant_id, Grant.revoked_at.is_(None))
        .values(revoked_at=at)
        .returning(Grant.id)
    )
    return (await db.execute(mark)).scalar_one_or_none() is not None


async def begins_of(
    db: AsyncSession, *, account_id: UUID, unit_id: UUID, role: Role
) -> set[datetime]:
    """List from when an account ever held a role on a unit; no two begin at one instant."""
    query = select(Grant.valid_from).where(
        Grant.account_id == account_id, Grant.unit_id == unit_id, Grant.role == role
    )
    return set((await db.execute(query)).scalars())


async def open_invitations(
    db: AsyncSession, account_ids: Iterable[UUID], *, at: datetime
) -> dict[UUID, datetime]:
    """Tell until when the open invitations of accounts can be redeemed."""
    query = select(Invitation.account_id, Invitation.expires_at).where(
        Invitation.account_id.in_(sorted(account_ids)), _is_open(at)
    )
    return {account_id: expires_at for account_id, expires_at in await db.execute(query)}  # noqa: C416


def _is_open(at: datetime) -> ColumnElement[bool]:
    return and_(
        Invitation.used_at.is_(None), Invitation.revoked_at.is_(None), Invitation.expires_at > at
    )


async def revoke_invitations(db: AsyncSession, account_id: UUID, *, at: datetime) -> None:
    """Make every link of an account worthless that was not used."""
    unused = (Invitation.account_id == account_id, Invitation.used_at.is_(None))
    await db.execute(
        update(Invitation).where(*unused, Invitation.revoked_at.is_(None)).values(revoked_at=at)
    )


async def invited(db: AsyncSession, token_hash: str, *, at: datetime) -> Account | None:
    """Find whose open invitation a token is; None also where the account is disabled."""
    query = (
        select(Account)
        .join(Invitation, Invitation.account_id == Account.id)
        .where(Invitation.token_hash == token_hash, _is_open(at), Account.disabled_at.is_(None))
    )
    return (await db.execute(query)).scalar_one_or_none()


async def makers_of_links(db: AsyncSession, account_id: UUID, *, at: datetime) -> Sequence[UUID]:
    """List who made the open invitations of an account, but for those of the server itself."""
    query = select(Invitation.made_by).where(
        Invitation.account_id == account_id, _is_open(at), Invitation.made_by.is_not(None)
    )
    return [maker for maker in (await db.execute(query)).scalars() if maker is not None]


async def use_invitation(db: AsyncSession, token_hash: str, *, at: datetime) -> bool:
    """Use up an invitation; False where somebody else was first, or it is open no more."""
    use = (
        update(Invitation)
        .where(Invitation.token_hash == token_hash, _is_open(at))
        .values(used_at=at)
        .returning(Invitation.id)
    )
    return (await db.execute(use)).scalar_one_or_none() is not None


def _able_admin(at: datetime) -> Sequence[ColumnElement[bool]]:
    """Make the conditions of an administrator of a root unit who can sign in, without an end."""
    return (
        Grant.role == Role.DISTRICT_ADMIN,
        valid_at(at),
        Grant.valid_until.is_(None),
        Unit.id == Grant.unit_id,
        Unit.parent_id.is_(None),
        Account.id == Grant.account_id,
        Account.disabled_at.is_(None),
        Account.password_hash.is_not(None),
    )


async def roots_administered(db: AsyncSession, account_id: UUID, *, at: datetime) -> set[UUID]:
    """List the root units of which an account is an administrator without an end."""
    query = select(Grant.unit_id).where(*_able_admin(at), Account.id == account_id)
    return set((await db.execute(query)).scalars())


async def administered(db: AsyncSession, unit_ids: Iterable[UUID], *, at: datetime) -> set[UUID]:
    """Tell which root units have an administrator who can sign in, without an end."""
    query = select(Grant.unit_id).where(*_able_admin(at), Grant.unit_id.in_(sorted(unit_ids)))
    return set((await db.execute(query)).scalars())
