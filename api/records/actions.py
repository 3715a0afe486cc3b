"""Reading one's own record, asking for a correction, and answering."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.device_store import devices
from api.access.devices import Phone
from api.attendance.rules import Sighting, Span, Written, presence
from api.audit import rules as audit_rules
from api.audit import store as audit_store
from api.audit.store import Told
from api.checkin.faults import PHONE_UNKNOWN
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.dates import day_of
from api.kit.days_off import WorkingDays
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.phones.faults import PHONE_NOT_CONFIRMED
from api.records import store
from api.records.faults import ANSWER_NEEDED, DATA_REQUEST_CLOSED, TOO_MANY_DATA_REQUESTS
from api.records.rules import (
    ANSWER_WITHIN,
    DONE_WITHIN,
    MOVES,
    OPEN_AT_ONCE,
    VIEWS_SHOWN,
    WAITING,
)
from api.records.store import Taken
from api.tables.access import Device
from api.tables.members import Member
from api.tables.records import DataRequest
from api.words import DataRequestKind, DataRequestState, Presence


async def own_device(db: AsyncSession, phone: Phone) -> Device:
    """Find the confirmed phone that asks, which tells whose record it may read.

    Raises: Problem `phone_unknown`, `phone_not_confirmed`.
    """
    device = (await devices(db, [phone.id])).get(phone.id)
    if device is None:
        raise Problem(PHONE_UNKNOWN)
    if device.confirmed_at is None:
        raise Problem(PHONE_NOT_CONFIRMED)
    return device


async def note_reading(db: AsyncSession, device: Device, *, at: datetime) -> None:
    """Tell in the audit trail that a record was read on its member's own phone."""
    phone = Actor("device", device.id)
    await events.append(db, Happening(phone, events.RECORD_READ, device.member_id, at))


async def viewings(db: AsyncSession, member: Member) -> list[Told]:
    """List who read a member's name of late, or a list on which it may have stood."""
    stays = audit_rules.stays(
        [("unit_id", member.unit_id), ("temporary_unit_id", member.temporary_unit_id)],
        await audit_store.moves_of(db, member.id),
        joined=member.created_at,
    )
    told = await audit_store.viewings(db, member.id, stays, after=None, limit=VIEWS_SHOWN)
    return list(told[:VIEWS_SHOWN])


def took_part(taken: Taken) -> Presence:
    """Tell how a member took part in a session; a window voided where he was does not count."""
    mark, allocation = taken.mark, taken.allocation
    places = {attendance.bridge_point_id for attendance, _, _ in taken.seen}
    if not places:
        meant = [each.bridge_point_id for each in (mark, allocation) if each is not None]
        places = {each for each in meant if each is not None}
    return presence(
        [Span(each.id, each.kind, each.opened_at, each.closed_at) for each in taken.windows],
        [Sighting(attendance.window_id, attendance.standing) for attendance, _, _ in taken.seen],
        Written(mark.kind, mark.reason, mark.departed_at) if mark is not None else None,
        voided={window_id for window_id, point_id in taken.voided if point_id in places},
        is_reduced=taken.is_reduced,
    )


async def ask(
    db: AsyncSession,
    device: Device,
    kind: DataRequestKind,
    text: str,
    *,
    working_days: WorkingDays,
    at: datetime,
) -> DataRequest:
    """Keep what a member asks: to be put right, or to be erased; for whom his unit is.

    When it is due is settled now, by the days that are known to be worked.

    Raises: Problem `too_many_data_requests`.
    """
    await one_at_a_time(db, f"data requests:{device.member_id}")
    if await store.count_waiting(db, device.member_id) >= OPEN_AT_ONCE:
        raise Problem(TOO_MANY_DATA_REQUESTS, most=OPEN_AT_ONCE)
    today = day_of(at)
    _, unit = await store.member(db, device.member_id, on=today)
    request = DataRequest(
        id=new_id(at),
        member_id=device.member_id,
        unit_id=unit.id,
        kind=kind,
        state=DataRequestState.OPEN,
        text=text,
        device_id=device.id,
        made_at=at,
        answer_due_on=working_days.after(today, ANSWER_WITHIN),
        done_due_on=working_days.after(today, DONE_WITHIN),
    )
    db.add(request)
    await db.flush()
    actor, detail = Actor("device", device.id), {"request_id": str(request.id), "kind": kind.value}
    told = Happening(actor, events.DATA_REQUESTED, device.member_id, at, detail=detail)
    await events.append(db, told)
    return request


async def answer(
    db: AsyncSession,
    request: DataRequest,
    *,
    state: DataRequestState,
    text: str | None,
    account_id: UUID,
    at: datetime,
) -> None:
    """Answer a request, and tell what became of it; the first answer is what is due in 2 days.

    Raises: Problem `data_request_closed`, `answer_needed`.
    """
    if state not in MOVES[request.state]:
        raise Problem(DATA_REQUEST_CLOSED)
    said = text or request.answer
    if said is None:
        raise Problem(ANSWER_NEEDED)
    # The texts are the member's and the secretary's own: the trail tells only that they changed.
    changes = events.changed({"state": request.state.value}, {"state": state.value})
    is_rewritten = said != request.answer
    request.state, request.answer = state, said
    request.answered_at = request.answered_at or at
    request.answered_by = account_id
    request.closed_at = None if state in WAITING else at
    await db.flush()
    told = Happening(
        Actor("account", account_id),
        events.DATA_REQUEST_CHANGED,
        request.member_id,
        at,
        detail={"request_id": str(request.id), "is_rewritten": is_rewritten},
        changes=changes,
    )
    await events.append(db, told)
