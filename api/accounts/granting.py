"""Giving grants and taking them away."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import actions as access
from api.access.actions import told_of
from api.access.roles import Act, Principal
from api.access.scope import FORBIDDEN, visible_units
from api.access.sign_ins import account_key
from api.access.store import GrantOnUnit
from api.accounts import store
from api.accounts.faults import DEPUTY_ROLE, GRANT_DATES, GRANT_EXISTS, OWN_ACCOUNT
from api.accounts.invitations import drop_unvouched
from api.accounts.judging import require_management
from api.accounts.last_admin import administered_by, keep_an_admin
from api.accounts.rules import (
    LONGEST_LENDING_DAYS,
    Offer,
    Validity,
    may_be_lent,
    may_grant,
    overlap,
    validity,
)
from api.accounts.schemas import NewGrant
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors
from api.kit.errors import Problem
from api.units import store as units
from api.units.actions import require_living


async def add_grant(
    db: AsyncSession, principal: Principal, account_id: UUID, new: NewGrant, *, at: datetime
) -> GrantOnUnit:
    """Grant a role on a unit, or lend the duty of a secretary for some days.

    An open link dies whose maker may not grant this: he would become what he must not give.

    Raises: Problem `forbidden`, `own_account`, `not_found` (a unit that one cannot see),
    `unit_ended`, `grant_dates`, `deputy_role`, `grant_exists`.
    """
    if account_id == principal.account_id:
        raise Problem(OWN_ACCOUNT)
    unit = await units.find(db, new.unit_id, visible_units(principal, Act.READ_UNITS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    await units.hold(db, unit)
    if not may_grant(principal.grants, Offer(new.role, unit.path, new.deputy)):
        raise Problem(FORBIDDEN)
    require_living(unit)
    if new.deputy and not may_be_lent(new.role):
        raise Problem(DEPUTY_ROLE)
    days = validity(first=new.valid_from, last=new.valid_until, deputy=new.deputy, at=at)
    if days is None:
        raise Problem(GRANT_DATES, longest_lending_days=LONGEST_LENDING_DAYS)
    await one_at_a_time(db, account_key(account_id))
    standing = await store.standing_grants(db, account_id, at=at)
    if not standing:  # what it is given now must not make it one's own
        await require_management(db, principal.grants, account_id, at=at)
    for held in standing:
        same = (held.grant.unit_id, held.grant.role, held.grant.deputy)
        its = Validity(held.grant.valid_from, held.grant.valid_until)
        if same == (unit.id, new.role, new.deputy) and overlap(its, days):
            raise Problem(GRANT_EXISTS)
    taken = await store.begins_of(db, account_id=account_id, unit_id=unit.id, role=new.role)
    begins = days.valid_from
    while begins in taken:  # one that was taken away began then too
        begins += timedelta(microseconds=1)
    actor = Actor("account", principal.account_id)
    grant = await access.grant(
        db,
        actor,
        account_id=account_id,
        unit_id=unit.id,
        role=new.role,
        at=at,
        deputy=new.deputy,
        valid_from=begins,
        valid_until=days.valid_until,
    )
    await drop_unvouched(db, actor, account_id, at=at)
    return GrantOnUnit(grant, unit.name, unit.path)


async def revoke_grant(
    db: AsyncSession, principal: Principal, account_id: UUID, held: GrantOnUnit, *, at: datetime
) -> None:
    """Take a grant away, effective with the next request; also one's own, but never upwards.

    Raises: Problem `forbidden`, `last_admin`.
    """
    grant = held.grant
    await one_at_a_time(db, account_key(account_id))
    if not may_grant(principal.grants, Offer(grant.role, held.unit_path, grant.deputy)):
        raise Problem(FORBIDDEN)
    roots = await administered_by(db, account_id, at=at)
    if await store.mark_revoked(db, grant.id, at=at):
        told = events.changed(told_of(grant), {})
        happening = Happening(
            Actor("account", principal.account_id),
            events.GRANT_REVOKED,
            account_id,
            at,
            changes=told,
        )
        await events.append(db, happening)
    await keep_an_admin(db, roots, at=at)
