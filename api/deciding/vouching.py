"""Whose phone it is, once a person has vouched for it; or no longer is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import device_store as phones
from api.access.device_store import Binding
from api.access.makers import Maker
from api.deciding import store
from api.deciding.rules import Held, Line, PhoneStep, loses_phone, phone_step
from api.events import Happening
from api.words import BindingOrigin


@dataclass(frozen=True, slots=True)
class Vouched:
    """A phone that somebody says is a member's, and when it was used."""

    phone_id: UUID
    member_id: UUID
    used_at: datetime
    binds: bool


async def vouch(
    db: AsyncSession,
    maker: Maker,
    session_id: UUID,
    vouched: Sequence[Vouched],
    *,
    at: datetime,
) -> None:
    """Bind or confirm phones, in the order of their ids as check-ins do, and tell of it.

    What is bound already stays: first come. Where two phones say to be the same member's, neither
    is bound before the claim of the other one is rejected: nobody said which.
    """
    if not vouched:
        return
    by_phone = await phones.devices(db, {each.phone_id for each in vouched})
    by_member = await phones.of_members(db, {each.member_id for each in vouched})
    gone = await store.taken_away(
        db, [(each.phone_id, each.member_id, each.used_at) for each in vouched]
    )
    claimed_elsewhere = await store.claimed_elsewhere(
        db, session_id, [(each.phone_id, each.member_id) for each in vouched]
    )
    bindings, to_confirm = [], []
    for each in sorted(vouched, key=lambda each: (each.phone_id, each.member_id)):
        device = by_phone.get(each.phone_id)
        line = Line(
            phone_holder_id=device.member_id if device else None,
            member_has_phone=each.member_id in by_member,
            is_confirmed=device is not None and device.confirmed_at is not None,
            was_taken_away=(each.phone_id, each.member_id) in gone,
            is_claimed_elsewhere=(each.phone_id, each.member_id) in claimed_elsewhere,
        )
        step = phone_step(line, each.member_id, binds=each.binds)
        if step is PhoneStep.BIND:
            bindings.append(
                Binding(
                    each.phone_id,
                    each.member_id,
                    at,
                    BindingOrigin.SECRETARY,
                    is_confirmed=True,
                    confirmed_by=maker.account_id,
                )
            )
        elif step is PhoneStep.CONFIRM:
            to_confirm.append(each)
    bound = await phones.bind(db, bindings)
    happenings = [
        Happening(
            maker.actor,
            events.PHONE_BOUND,
            each.member_id,
            at,
            session_id,
            {"origin": each.origin.value},
        )
        for each in bindings
        if each.device_id in bound
    ]
    happenings += [
        Happening(maker.actor, events.PHONE_CONFIRMED, each.member_id, at, session_id)
        for each in to_confirm
        if await phones.confirm(db, each.phone_id, each.member_id, by=maker.account_id, at=at)
    ]
    await events.append_all(db, happenings)


async def take_back(
    db: AsyncSession, maker: Maker, session_id: UUID, held: Held, *, at: datetime
) -> None:
    """Take from a member the phone by which he is not to have checked in."""
    device = (await phones.devices(db, [held.device_id])).get(held.device_id)
    if device is None or device.member_id != held.member_id:
        return
    if not loses_phone(held, device.confirmed_at):
        return
    by = maker.account_id
    if await phones.revoke(db, held.device_id, held.member_id, by=by, at=at):
        told = Happening(maker.actor, events.PHONE_REVOKED, held.member_id, at, session_id)
        await events.append(db, told)
