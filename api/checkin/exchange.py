"""The first step: a code is exchanged for a ticket. A good code writes nothing."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.access import device_store as phones
from api.access.devices import Phone
from api.access.faults import TOO_MANY_ATTEMPTS
from api.bridge_points import store as bridge_points
from api.checkin import name_store, store
from api.checkin.rules import ASK_THE_SECRETARY_SECONDS, ASSISTED_PER_PHONE, REFUSALS_KEPT
from api.checkin.schemas import (
    PhoneView,
    PrivacyNoticeView,
    QrTicketRequest,
    TicketSession,
    TicketView,
    TicketWindow,
    TypedTicketRequest,
)
from api.checkin.tickets import Ticket, write
from api.codes import actions as codes
from api.codes import store as codes_store
from api.codes.actions import CodeRead, CodeRefused
from api.codes.faults import CODE_MALFORMED, CODE_STALE, CODE_UNKNOWN
from api.codes.rules import age_seconds, late_seconds, parse_qr, parse_typed, start_of
from api.codes.schemas import NamedPoint
from api.conferences import store as conferences
from api.events import Happening
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.text import initials
from api.members import store as members
from api.phones import notice
from api.tables.access import Device
from api.throttle import Limit
from api.units.rules import nearest
from api.units.schemas import UnitName

PHONE_LIMIT: Final = Limit(attempts=5, period=timedelta(minutes=10))
PHONE_PER_SESSION: Final = 10
DOOR_PER_SESSION: Final = 200
DOOR_PER_MINUTE: Final = Limit(attempts=30, period=timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class WrongCode:
    """A refused code, to be remembered in a transaction of its own."""

    problem: Problem
    session_id: UUID | None
    sitting: str | None
    bridge_point_id: UUID | None
    counts: bool
    suspended: bool


async def exchange(
    db: AsyncSession,
    master: bytes,
    request: QrTicketRequest | TypedTicketRequest,
    phone: Phone,
    *,
    at: datetime,
) -> TicketView | WrongCode:
    """Read a code and seal a ticket to the phone, or tell what is wrong with the code."""
    if isinstance(request, TypedTicketRequest):
        wait = await throttle.wait_seconds(db, _phone_key(phone), PHONE_LIMIT, at=at)
        if wait:
            return _too_many(wait)
        typed = parse_typed(request.door, request.digits)
        if typed is None:
            return _malformed()
        read = await codes.read_typed(db, master, typed, at=at)
    else:
        scanned = parse_qr(request.qr)
        if scanned is None:
            return _malformed()
        read = await codes.read_qr(db, master, scanned, at=at)
    if isinstance(request, TypedTicketRequest) and read.holder is not None:
        in_session = _phone_key(phone, read.holder.sitting)
        counted = await throttle.counts(db, {in_session})
        if counted.get(in_session, 0) >= PHONE_PER_SESSION:
            return _too_many(ASK_THE_SECRETARY_SECONDS)
    if isinstance(read, CodeRefused):
        typed_wrong = isinstance(request, TypedTicketRequest) and read.fault is CODE_UNKNOWN
        return _wrong(read, counts=typed_wrong)
    device = (await phones.devices(db, [phone.id])).get(phone.id)
    if read.late and (device is None or device.bound_at > start_of(read.step)):
        stale = {"stale_seconds": age_seconds(read.step, at)}
        return _wrong(CodeRefused(CODE_STALE, read.holder, dict(stale)), counts=False)
    return await _ticket_view(db, master, read, phone, device, at=at)


def is_remembered(wrong: WrongCode, phone: Phone) -> bool:
    """Tell whether a refusal is written at all.

    A guesser who throws his cookie away at each guess is a new phone each time; what stops him is
    the door. Once the door is suspended his guesses are worth a pending row at most, and are no
    longer written, so that he cannot fill the disk either.
    """
    counted_phone = wrong.counts and phone.cookie is None
    return counted_phone or (wrong.session_id is not None and not wrong.suspended)


async def remember(db: AsyncSession, wrong: WrongCode, phone: Phone, *, at: datetime) -> Problem:
    """Count a wrong code against its phone and its door, keep the refusal, and say what to answer.

    Wrong codes that were all read before the first was counted are told apart here, where they are
    counted one after the other: those over the limit learn nothing of their codes.
    """
    problem = wrong.problem
    if wrong.counts and phone.cookie is None:
        wait = await throttle.spend_within(db, _phone_key(phone), PHONE_LIMIT, at=at)
        if wait:
            return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
        if wrong.sitting is not None:
            await throttle.spend(db, _phone_key(phone, wrong.sitting), at=at)
    if wrong.session_id is None or wrong.bridge_point_id is None or wrong.suspended:
        return problem
    if await store.count_refusals(db, wrong.session_id, most=REFUSALS_KEPT) >= REFUSALS_KEPT:
        return problem
    refusal = store.refusal_row(
        wrong.problem.fault.code,
        session_id=wrong.session_id,
        bridge_point_id=wrong.bridge_point_id,
        phone_id=phone.id,
        at=at,
    )
    await store.insert_refusals(db, [refusal])
    if wrong.counts and wrong.sitting is not None:
        key = codes.door_key(wrong.sitting, wrong.bridge_point_id)
        await _count_at_door(db, key, wrong.session_id, wrong.bridge_point_id, at=at)
    return problem


async def _count_at_door(
    db: AsyncSession, key: str, session_id: UUID, point_id: UUID, *, at: datetime
) -> None:
    await throttle.spend(db, key, at=at)
    in_session = (await throttle.counts(db, {key})).get(key, 0)
    too_fast = await throttle.wait_seconds(db, key, DOOR_PER_MINUTE, at=at) > 0
    if (in_session >= DOOR_PER_SESSION or too_fast) and await codes_store.suspend_typed_codes(
        db, session_id, point_id, at=at
    ):
        act = events.TYPED_CODES_SUSPENDED
        await events.append(db, Happening(events.SYSTEM, act, point_id, at, session_id))


async def _ticket_view(
    db: AsyncSession,
    master: bytes,
    read: CodeRead,
    phone: Phone,
    device: Device | None,
    *,
    at: datetime,
) -> TicketView:
    session, point = read.holder.session, read.holder.point
    ticket = Ticket(
        session_id=session.id,
        bridge_point_id=point.id,
        window_id=read.window_id,
        step=read.step,
        issued_at=at,
        typed=read.typed,
        late=read.late,
        suspended=read.typed and read.holder.session_point.typed_codes_suspended_at is not None,
    )
    window = (await store.windows(db, [read.window_id]))[read.window_id]
    helped, told = await name_store.helped_and_told(
        db, session.id, phone.id, notice_version=notice.VERSION
    )
    helps_left = max(0, ASSISTED_PER_PHONE - helped)
    return TicketView(
        ticket=write(master, ticket, phone_id=phone.id),
        expires_at=ticket.expires_at,
        late_seconds=late_seconds(read.step, at) if read.late else None,
        session=TicketSession(id=session.id, title=session.title, form=session.form),
        point=NamedPoint(id=point.id, name=point.name),
        window=TicketWindow(id=window.id, kind=window.kind),
        device=await _phone_view(db, device, helps_left=helps_left, on=day_of(at)),
        units=await _expected(db, session.conference_id, point.id, on=day_of(at)),
        regulations=await conferences.regulations(db, session.conference_id),
        notice=None if told else PrivacyNoticeView(version=notice.VERSION, text=notice.TEXT),
    )


async def _phone_view(
    db: AsyncSession, device: Device | None, *, helps_left: int, on: date
) -> PhoneView:
    if device is None:
        return PhoneView(known=False, initials=None, asks_last4=False, helps_left=helps_left)
    member = (await members.by_ids(db, [device.member_id], on=on))[device.member_id]
    return PhoneView(
        known=True,
        initials=initials(member.full_name),
        asks_last4=device.confirmed_at is None,
        helps_left=helps_left,
    )


async def _expected(
    db: AsyncSession, conference_id: UUID, point_id: UUID, *, on: date
) -> list[UnitName]:
    expected = await bridge_points.expectations(db, conference_id)
    here = [path for path, at_point in expected.items() if at_point == point_id]
    found = await members.units_with_members(db, here, on=on)
    return [name for path, name in found if nearest(path, expected) == point_id]


def _phone_key(phone: Phone, sitting: str | None = None) -> str:
    return f"code:{phone.id}" if sitting is None else f"code:{phone.id}:{sitting}"


def _wrong(refused: CodeRefused, *, counts: bool) -> WrongCode:
    holder = refused.holder
    return WrongCode(
        problem=Problem(refused.fault, **refused.extra),
        session_id=holder.session.id if holder else None,
        sitting=holder.sitting if holder else None,
        bridge_point_id=holder.point.id if holder else None,
        counts=counts,
        suspended=holder is not None and holder.session_point.typed_codes_suspended_at is not None,
    )


def _malformed() -> WrongCode:
    return _wrong(CodeRefused(CODE_MALFORMED), counts=False)


def _too_many(wait: int) -> WrongCode:
    refused = CodeRefused(TOO_MANY_ATTEMPTS, extra={"retry_after_seconds": wait})
    return _wrong(refused, counts=False)
