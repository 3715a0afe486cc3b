"""What a secretary does with phones: slips, confirming, and taking a lost phone away."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import device_store
from api.access.makers import Maker
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.phones import store
from api.phones.faults import NO_PHONE, OWN_PHONE
from api.phones.rules import MOST_SLIPS, SLIP_LIFE
from api.phones.slip_codes import code_of, hash_of
from api.phones.store import Holder
from api.tables.phones import EnrolmentSlip


def phone_key(member_id: UUID) -> str:
    """Name what is changed by one at a time: a member's phone."""
    return f"phone:{member_id}"


async def make_slips(
    db: AsyncSession,
    maker: Maker,
    master: bytes,
    path: str,
    member_ids: Sequence[UUID] | None,
    *,
    at: datetime,
) -> list[tuple[EnrolmentSlip, Holder]]:
    """Make slips for members whom a subtree counts, in the order of their names.

    Raises: Problem `own_phone`, or `not_found` where one of them is none of theirs.
    """
    await one_at_a_time(db, "enrolment slips")
    on = day_of(at)
    if member_ids is None:
        wanted = await store.without_phone(
            db, path, but=maker.member_id, at=at, on=on, limit=MOST_SLIPS
        )
    else:
        if maker.member_id in member_ids:
            raise Problem(OWN_PHONE)
        wanted = await store.among(db, path, member_ids, on=on)
        if {each.member_id for each in wanted} != set(member_ids):
            raise Problem(errors.NOT_FOUND)
    await revoke_open(db, maker.actor, [each.member_id for each in wanted], at=at)
    slips = [
        new_slip(master, each.member_id, each.unit_id, life=SLIP_LIFE, at=at) for each in wanted
    ]
    for slip in slips:
        slip.made_by = maker.account_id
    await _keep(db, maker.actor, slips, at=at)
    return list(zip(slips, wanted, strict=True))


async def revoke_open(
    db: AsyncSession,
    actor: Actor,
    member_ids: Sequence[UUID],
    *,
    at: datetime,
    but: UUID | None = None,
) -> None:
    """Revoke the open slips of some members: a member has one at a time."""
    revoked = await store.revoke_slips(db, member_ids, at=at, but=but)
    await events.append_all(
        db, [_happened(actor, events.SLIP_REVOKED, slip, whose, at=at) for slip, whose in revoked]
    )


async def revoke_slip(
    db: AsyncSession, actor: Actor, slip_id: UUID, member_id: UUID, *, at: datetime
) -> None:
    """Revoke a slip; one that cannot be used any more is left as it is."""
    if await store.revoke_slip(db, slip_id, at=at):
        await events.append(db, _happened(actor, events.SLIP_REVOKED, slip_id, member_id, at=at))


async def make_own_slip(
    db: AsyncSession,
    master: bytes,
    *,
    device_id: UUID,
    member_id: UUID,
    unit_id: UUID,
    life: timedelta,
    shown_for: timedelta,
    at: datetime,
) -> EnrolmentSlip:
    """Make a slip on a member's own phone for his next one; again soon after, it is the same."""
    await one_at_a_time(db, "enrolment slips")
    held = await store.open_slip_of_phone(
        db, member_id, device_id, at=at, longer_than=at + shown_for
    )
    if held is not None:
        return held
    phone = Actor("device", device_id)
    await revoke_open(db, phone, [member_id], at=at)
    slip = new_slip(master, member_id, unit_id, life=life, at=at)
    slip.made_on_device_id = device_id
    await _keep(db, phone, [slip], at=at)
    return slip


async def confirm_phone(db: AsyncSession, maker: Maker, member_id: UUID, *, at: datetime) -> None:
    """Confirm that a member's phone is his own; again, it changes nothing.

    Raises: Problem `own_phone`, `no_phone`.
    """
    if maker.member_id == member_id:
        raise Problem(OWN_PHONE)
    await one_at_a_time(db, phone_key(member_id))
    held = (await device_store.of_members(db, [member_id])).get(member_id)
    if held is None:
        raise Problem(NO_PHONE)
    if await device_store.confirm(db, held.id, member_id, by=maker.account_id, at=at):
        await events.append(db, Happening(maker.actor, events.PHONE_CONFIRMED, member_id, at))


async def revoke_phone(
    db: AsyncSession, actor: Actor, member_id: UUID, *, by: UUID | None, at: datetime
) -> None:
    """Take a member's phone from him, from now on: it is lost, or was never his."""
    await one_at_a_time(db, phone_key(member_id))
    held = (await device_store.of_members(db, [member_id])).get(member_id)
    if held is not None and await device_store.revoke(db, held.id, member_id, by=by, at=at):
        await events.append(db, Happening(actor, events.PHONE_REVOKED, member_id, at))


def new_slip(
    master: bytes, member_id: UUID, unit_id: UUID, *, life: timedelta, at: datetime
) -> EnrolmentSlip:
    """Write a slip that nobody has signed for yet."""
    slip_id = new_id(at)
    return EnrolmentSlip(
        id=slip_id,
        member_id=member_id,
        unit_id=unit_id,
        code_hash=hash_of(master, code_of(master, slip_id)),
        made_at=at,
        expires_at=at + life,
    )


async def _keep(
    db: AsyncSession, actor: Actor, slips: Sequence[EnrolmentSlip], *, at: datetime
) -> None:
    db.add_all(slips)
    await db.flush()
    await events.append_all(
        db, [_happened(actor, events.SLIP_MADE, each.id, each.member_id, at=at) for each in slips]
    )


def _happened(actor: Actor, act: str, slip_id: UUID, member_id: UUID, *, at: datetime) -> Happening:
    return Happening(actor, act, member_id, at, detail={"slip_id": str(slip_id)})
