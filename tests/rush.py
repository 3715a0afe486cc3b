"""A rush: many members whose phones are bound, each with a check-in ready to be sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.checkin.tickets import Ticket, write
from api.codes.rules import step_of
from api.events import SYSTEM
from api.kit import keys, seals
from api.kit.ids import new_id
from api.members.actions import NewMember, add_members
from api.tables.access import Device
from api.tables.sessions import Window
from api.tables.units import Unit
from api.words import BindingOrigin
from tests.district import MASTER_KEY, District
from tests.serving import Site


@dataclass(frozen=True, slots=True)
class ReadyCheckIn:
    """What one phone sends, and its cookie."""

    body: dict[str, Any]
    cookie: str


def gather(site: Site, number: int) -> list[ReadyCheckIn]:
    """Open a session, and give `number` members a bound phone with a genuine ticket each."""
    session_id, at = site.open(), site.clock()
    return site.do(lambda db: prepare(db, site.district, session_id, number, at=at))


async def prepare(
    db: AsyncSession, district: District, session_id: UUID, number: int, *, at: datetime
) -> list[ReadyCheckIn]:
    """Give `number` members a bound phone with a genuine ticket each for an open session."""
    phones = [uuid4() for _ in range(number)]
    unit = await db.get_one(Unit, district.units["office"])
    new = [NewMember(f"Đồng chí {each}") for each in range(number)]
    members = await add_members(db, SYSTEM, unit, new, at=at)
    await db.execute(
        insert(Device),
        [
            {
                "id": phone,
                "member_id": member.id,
                "bound_at": at,
                "origin": BindingOrigin.SECRETARY,
                "confirmed_at": at,
            }
            for phone, member in zip(phones, members, strict=True)
        ],
    )
    ticket = Ticket(
        session_id=session_id,
        bridge_point_id=district.points["hall"],
        window_id=(await db.execute(select(Window.id))).scalar_one(),
        step=step_of(at),
        issued_at=at,
        typed=False,
        late=False,
    )
    cookie_key = keys.derive(MASTER_KEY, info=b"device cookie")
    return [
        ReadyCheckIn(
            {
                "id": str(new_id(at)),
                "ticket": write(MASTER_KEY, ticket, phone_id=phone),
                "who": {"kind": "device"},
            },
            cookie=f"dd={seals.seal(cookie_key, phone.bytes)}",
        )
        for phone in phones
    ]
