"""The first step: a code is exchanged for a ticket. A good code writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.access.devices import Phone
from api.access.faults import TOO_MANY_ATTEMPTS
from api.checkin import refusal_store, ticket_store
from api.checkin.expected import ExpectedUnits
from api.checkin.rules import ASK_THE_SECRETARY_SECONDS, REFUSALS_KEPT
from api.checkin.schemas import QrTicketRequest, TypedTicketRequest
from api.checkin.telling import TicketOf, tell
from api.checkin.ticket_store import KnownPhone
from api.codes import actions, door_store
from api.codes import store as codes_store
from api.codes.actions import CodeRead, CodeRefused
from api.codes.door_store import Holder
from api.codes.faults import CODE_MALFORMED, CODE_STALE, CODE_UNKNOWN
from api.codes.rules import QrCode, TypedCode, age_seconds, parse_qr, parse_typed, start_of
from api.events import Happening
from api.kit.errors import Problem
from api.throttle import Limit

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


@dataclass(frozen=True, slots=True)
class Asked:
    """A code that a phone sent, from which phone, and when."""

    code: QrTicketRequest | TypedTicketRequest
    phone: Phone
    at: datetime


@dataclass(frozen=True, slots=True)
class _Known:
    """What the codes of a list are judged by."""

    holders: dict[int, list[Holder]]
    phones: dict[UUID, KnownPhone]
    tried: dict[str, list[datetime]]
    tried_in_session: dict[str, int]


async def exchange_all(
    db: AsyncSession, master: bytes, asked: Sequence[Asked], expected: ExpectedUnits
) -> list[bytes | WrongCode]:
    """Read codes; seal a ticket to each phone, or tell what is wrong with its code.

    A ticket is told as the JSON of its `TicketView`. The number of statements does not grow with
    the list.
    """
    codes = [_parsed(each.code) for each in asked]
    known = await _load(db, asked, codes)
    outcomes = [_judge(master, known, each, code) for each, code in zip(asked, codes, strict=True)]
    tickets = [
        TicketOf(read, each.phone.id, known.phones.get(each.phone.id), each.at)
        for each, read in zip(asked, outcomes, strict=True)
        if isinstance(read, CodeRead)
    ]
    written = iter(await tell(db, master, tickets, expected))
    return [next(written) if isinstance(each, CodeRead) else each for each in outcomes]


def _parsed(code: QrTicketRequest | TypedTicketRequest) -> TypedCode | QrCode | None:
    if isinstance(code, TypedTicketRequest):
        return parse_typed(code.door, code.digits)
    return parse_qr(code.qr)


async def _load(
    db: AsyncSession, asked: Sequence[Asked], codes: Sequence[TypedCode | QrCode | None]
) -> _Known:
    holders = await door_store.holders(db, {code.door for code in codes if code is not None})
    typing: set[str] = set()
    in_session: set[str] = set()
    for each, code in zip(asked, codes, strict=True):
        if isinstance(each.code, TypedTicketRequest):
            typing.add(_phone_key(each.phone))
            sittings = {holder.sitting for holder in holders.get(code.door, ())} if code else set()
            in_session.update(_phone_key(each.phone, sitting) for sitting in sittings)
    since = min(each.at for each in asked) - PHONE_LIMIT.period
    return _Known(
        holders,
        await ticket_store.phones(db, {each.phone.id for each in asked}),
        await throttle.instants(db, typing, since=since),
        await throttle.counts(db, in_session),
    )


def _judge(
    master: bytes, known: _Known, asked: Asked, code: TypedCode | QrCode | None
) -> CodeRead | WrongCode:
    phone, at = asked.phone, asked.at
    if isinstance(asked.code, TypedTicketRequest):
        tried = known.tried.get(_phone_key(phone), ())
        wait = throttle.wait_after(tried, PHONE_LIMIT, at=at)
        if wait:
            return _too_many(wait)
    if code is None:
        return _wrong(CodeRefused(CODE_MALFORMED), counts=False)
    held = known.holders[code.door]
    if isinstance(code, QrCode):
        read = actions.read_qr(held, master, code, at=at)
    else:
        read = actions.read_typed(held, master, code, at=at)
        if read.holder is not None:
            in_session = _phone_key(phone, read.holder.sitting)
            if known.tried_in_session.get(in_session, 0) >= PHONE_PER_SESSION:
                return _too_many(ASK_THE_SECRETARY_SECONDS)
    if isinstance(read, CodeRefused):
        return _wrong(read, counts=isinstance(code, TypedCode) and read.fault is CODE_UNKNOWN)
    if read.late:
        bound = known.phones.get(phone.id)
        if bound is None or bound.bound_at > start_of(read.step):
            stale = {"stale_seconds": age_seconds(read.step, at)}
            return _wrong(CodeRefused(CODE_STALE, read.holder, dict(stale)), counts=False)
    return read


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
    refusal = refusal_store.row(
        wrong.problem.fault.code,
        session_id=wrong.session_id,
        bridge_point_id=wrong.bridge_point_id,
        phone_id=phone.id,
        at=at,
    )
    if not await refusal_store.keep(db, wrong.session_id, [refusal], most=REFUSALS_KEPT):
        return problem
    if wrong.counts and wrong.sitting is not None:
        key = actions.door_key(wrong.sitting, wrong.bridge_point_id)
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


def _phone_key(phone: Phone, sitting: str | None = None) -> str:
    return f"code:{phone.id}" if sitting is None else f"code:{phone.id}:{sitting}"


def _wrong(refused: CodeRefused, *, counts: bool) -> WrongCode:
    holder = refused.holder
    return WrongCode(
        problem=Problem(refused.fault, **refused.extra),
        session_id=holder.session_id if holder else None,
        sitting=holder.sitting if holder else None,
        bridge_point_id=holder.point_id if holder else None,
        counts=counts,
        suspended=holder is not None and holder.is_suspended,
    )


def _too_many(wait: int) -> WrongCode:
    refused = CodeRefused(TOO_MANY_ATTEMPTS, extra={"retry_after_seconds": wait})
    return _wrong(refused, counts=False)
