"""What a phone is told with its ticket: where it is, what is known of it, which units are expected.

Written as JSON in three parts, since all phones of a hall are told the same of the hall.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import plan_changes
from api.checkin import ticket_store
from api.checkin.expected import ExpectedUnits, Place
from api.checkin.rules import ASSISTED_PER_PHONE
from api.checkin.schemas import (
    PhoneView,
    PrivacyNoticeView,
    TicketOfPhone,
    TicketOfPoint,
    TicketSession,
    TicketWindow,
)
from api.checkin.ticket_store import KnownPhone
from api.checkin.tickets import Ticket, write
from api.codes.actions import CodeRead
from api.codes.rules import late_seconds
from api.codes.schemas import NamedPoint
from api.kit.dates import day_of
from api.kit.text import initials
from api.phones import notice

_NOTICE: Final = PrivacyNoticeView(version=notice.VERSION, text=notice.TEXT)


@dataclass(frozen=True, slots=True)
class TicketOf:
    """A code that counts, and the phone that a ticket is to be sealed to."""

    read: CodeRead
    phone_id: UUID
    bound: KnownPhone | None
    at: datetime


async def tell(
    db: AsyncSession, master: bytes, tickets: Sequence[TicketOf], expected: ExpectedUnits
) -> list[bytes]:
    """Seal tickets, and write each as the JSON of a `TicketView`."""
    if not tickets:
        return []
    plan = await plan_changes.number(db)
    places = [_place(each) for each in tickets]
    units = await expected.lists(db, plan, set(places))
    phones = {each.phone_id for each in tickets}
    sessions = {each.read.holder.session_id for each in tickets}
    helped = await ticket_store.helped(db, sessions, phones)
    told = await ticket_store.told(db, phones, notice_version=notice.VERSION)
    regulations = await ticket_store.regulations(
        db, {each.read.holder.conference_id for each in tickets}
    )
    points: dict[tuple[UUID, UUID, UUID], bytes] = {}
    written = []
    for each, place in zip(tickets, places, strict=True):
        holder, phone_id = each.read.holder, each.phone_id
        key = holder.session_id, holder.point_id, each.read.window_id
        if key not in points:
            points[key] = _of_point(each.read, regulations[holder.conference_id])
        own = _of_phone(
            master,
            each,
            helped=helped.get((holder.session_id, phone_id), 0),
            is_told=phone_id in told,
        )
        written.append(b'%b,%b,"units":%b}' % (own[:-1], points[key][1:-1], units[place]))
    return written


def _place(ticket: TicketOf) -> Place:
    holder = ticket.read.holder
    return holder.conference_id, holder.point_id, day_of(ticket.at)


def _of_point(read: CodeRead, regulations: list[str]) -> bytes:
    holder = read.holder
    kind = next(each.kind for each in holder.spans if each.window_id == read.window_id)
    return (
        TicketOfPoint(
            session=TicketSession(id=holder.session_id, title=holder.title, form=holder.form),
            point=NamedPoint(id=holder.point_id, name=holder.point_name),
            window=TicketWindow(id=read.window_id, kind=kind),
            regulations=regulations,
        )
        .model_dump_json()
        .encode()
    )


def _of_phone(master: bytes, asked: TicketOf, *, helped: int, is_told: bool) -> bytes:
    read, holder, bound = asked.read, asked.read.holder, asked.bound
    ticket = Ticket(
        session_id=holder.session_id,
        bridge_point_id=holder.point_id,
        window_id=read.window_id,
        step=read.step,
        issued_at=asked.at,
        typed=read.typed,
        late=read.late,
        suspended=read.typed and holder.is_suspended,
    )
    own = TicketOfPhone(
        ticket=write(master, ticket, phone_id=asked.phone_id),
        expires_at=ticket.expires_at,
        late_seconds=late_seconds(read.step, asked.at) if read.late else None,
        device=PhoneView(
            known=bound is not None,
            initials=initials(bound.full_name) if bound else None,
            asks_last4=bound is not None and bound.confirmed_at is None,
            helps_left=max(0, ASSISTED_PER_PHONE - helped),
        ),
        notice=None if is_told else _NOTICE,
    )
    return own.model_dump_json().encode()
