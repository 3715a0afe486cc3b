"""What a member does on his own phone: enrol it by a slip, give it back, move to the next one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.access import device_store
from api.access.device_store import Binding
from api.access.devices import Phone
from api.access.faults import TOO_MANY_ATTEMPTS
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.members import store as members
from api.members.rules import Candidate
from api.phones import actions, store
from api.phones.faults import PHONE_NOT_CONFIRMED, PHONE_TAKEN, SLIP_INVALID
from api.phones.rules import MOVE_LIFE, MOVE_SHOWN_FOR
from api.phones.slip_codes import hash_of
from api.tables.access import Device
from api.tables.phones import EnrolmentSlip
from api.throttle import Limit
from api.units import store as units
from api.words import BindingOrigin

WRONG_CODES: Final = Limit(attempts=5, period=timedelta(minutes=10))
_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class OwnPhone:
    """A phone, the member whose it is, and the name of the unit that counts him."""

    device: Device
    member: Candidate
    unit_name: str


async def find_own(db: AsyncSession, phone: Phone, *, at: datetime) -> OwnPhone | None:
    """Find whose phone asks; None where it is nobody's."""
    device = (await device_store.devices(db, [phone.id])).get(phone.id)
    if device is None:
        return None
    member = (await members.by_ids(db, [device.member_id], on=day_of(at)))[device.member_id]
    return OwnPhone(device, member, (await units.get(db, member.unit_id)).name)


async def enrol(
    db: AsyncSession, master: bytes, phone: Phone, typed: str, *, at: datetime
) -> OwnPhone | Problem:
    """Bind a phone to the member of a slip; his former phone is his no more.

    Sent again by the phone that used the slip, it answers the same. A wrong code is counted, so
    its problem is given back and not raised.

    Raises: Problem `phone_taken` while the phone is another member's.
    """
    key = f"slip:{phone.id}"
    is_known = phone.cookie is None  # who throws his cookie away has 2^50 codes to guess from
    if is_known and (wait := await throttle.wait_seconds(db, key, WRONG_CODES, at=at)):
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    slip = await store.slip_by_hash(db, hash_of(master, typed))
    if slip is not None:
        await one_at_a_time(db, actions.phone_key(slip.member_id))
        await db.refresh(slip)
        if await _is_redeemed(db, slip, phone, at=at):
            return await _own(db, phone, at=at)
    wait = await throttle.spend_within(db, key, WRONG_CODES, at=at) if is_known else 0
    if wait:
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    return Problem(SLIP_INVALID)


async def _own(db: AsyncSession, phone: Phone, *, at: datetime) -> OwnPhone:
    own = await find_own(db, phone, at=at)
    if own is None:
        raise errors.come_back()
    return own


async def _is_redeemed(
    db: AsyncSession, slip: EnrolmentSlip, phone: Phone, *, at: datetime
) -> bool:
    """Use a slip for a phone; False where the slip does not count, or not any more."""
    held = (await device_store.devices(db, [phone.id])).get(phone.id)
    if held is not None and held.slip_id == slip.id:
        return True
    if not await _counts(db, slip, at=at):
        return False
    if held is not None and held.member_id != slip.member_id:
        raise Problem(PHONE_TAKEN)
    if not await store.use_slip(db, slip.id, device_id=phone.id, at=at):
        return False
    await db.refresh(slip)
    actor = Actor("device", phone.id)
    await actions.revoke_open(db, actor, [slip.member_id], at=at)
    detail = {"slip_id": str(slip.id)}
    if held is not None:
        await store.vouch_by_slip(db, held, slip)
        await db.refresh(held)
        told = Happening(actor, events.PHONE_CONFIRMED, slip.member_id, at, detail=detail)
    else:
        await _bind(db, slip, phone, at=at)
        told = Happening(actor, events.PHONE_BOUND, slip.member_id, at, detail=detail)
    await events.append(db, told)
    return True


async def _counts(db: AsyncSession, slip: EnrolmentSlip, *, at: datetime) -> bool:
    """Tell whether a slip counts beside its own dates: for whom, and who vouches for it."""
    member = (await members.by_ids(db, [slip.member_id], on=day_of(at)))[slip.member_id]
    if member.has_left:
        return False
    if slip.made_on_device_id is None:
        return True
    maker = (await device_store.of_members(db, [slip.member_id])).get(slip.member_id)
    return maker is not None and maker.id == slip.made_on_device_id


async def _bind(db: AsyncSession, slip: EnrolmentSlip, phone: Phone, *, at: datetime) -> None:
    """Bind the phone in place of the member's former one, also where a check-in binds another."""
    binding = Binding(
        device_id=phone.id,
        member_id=slip.member_id,
        at=at,
        origin=BindingOrigin.SLIP,
        is_confirmed=True,
        confirmed_by=slip.made_by,
        slip_id=slip.id,
    )
    actor, detail = Actor("device", phone.id), {"slip_id": str(slip.id)}
    told = Happening(actor, events.PHONE_REVOKED, slip.member_id, at, detail=detail)
    for _ in range(_TRIES):
        former = (await device_store.of_members(db, [slip.member_id])).get(slip.member_id)
        if former is not None:
            await device_store.revoke(db, former.id, slip.member_id, by=None, at=at)
            await events.append(db, told)
        if phone.id in await device_store.bind(db, [binding]):
            return
        if phone.id in await device_store.devices(db, [phone.id]):
            raise Problem(PHONE_TAKEN)
    raise errors.come_back()


async def release(db: AsyncSession, phone: Phone, *, at: datetime) -> None:
    """Give a phone back: who holds it is not the member; again, it changes nothing."""
    device = (await device_store.devices(db, [phone.id])).get(phone.id)
    if device is None:
        return
    await one_at_a_time(db, actions.phone_key(device.member_id))
    if await device_store.revoke(db, phone.id, device.member_id, by=None, at=at):
        actor = Actor("device", phone.id)
        await events.append(db, Happening(actor, events.PHONE_RELEASED, device.member_id, at))


async def move(db: AsyncSession, master: bytes, phone: Phone, *, at: datetime) -> EnrolmentSlip:
    """Make a slip for the member's next phone.

    Raises: Problem `phone_not_confirmed`.
    """
    own = await find_own(db, phone, at=at)
    if own is None or own.device.confirmed_at is None:
        raise Problem(PHONE_NOT_CONFIRMED)
    return await actions.make_own_slip(
        db,
        master,
        device_id=phone.id,
        member_id=own.member.member_id,
        unit_id=own.member.unit_id,
        life=MOVE_LIFE,
        shown_for=MOVE_SHOWN_FOR,
        at=at,
    )
