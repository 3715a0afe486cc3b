"""One stage for every question: a morning at Bom Bo that has begun."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID

import httpx2 as httpx

from api.events import SYSTEM
from api.members.actions import NewMember, add_members
from api.tables.units import Unit
from tests.contract.operations import Ids
from tests.contract.principals import introduce
from tests.district import Person
from tests.world import Phone, World


@dataclass(frozen=True, slots=True)
class Stage:
    """Line 1 is open, and the phone of Lý Thị Đào, of Bom Bo's own committee, has checked in."""

    world: World
    admin: httpx.AsyncClient
    phone: Phone
    person: Person
    ids: Ids
    numbers: Iterator[int] = field(default_factory=lambda: count(10))
    running: list[UUID] = field(default_factory=list)
    """Sessions that were added to be opened, and may hold a door still."""
    kept: dict[str, Ids] = field(default_factory=dict)
    """What was brought about once for several questions."""

    async def once(self, name: str, make: Callable[[], Awaitable[Ids]]) -> Ids:
        """Bring something about the first time, and find it again from then on."""
        if name not in self.kept:
            self.kept[name] = await make()
        return self.kept[name]

    async def send(self, method: str, path: str, body: Any = None) -> Any:
        """Do something as the admin, and give what is answered; empty where nothing is."""
        answer = await self.admin.request(method, path, json=body)
        assert answer.is_success, f"{path}: {answer.text}"
        return answer.json() if answer.content else {}

    async def add(self, path: str, body: Any = None) -> UUID:
        """Add something as the admin, and give its id."""
        return UUID((await self.send("POST", path, body))["id"])

    async def open_window(self) -> None:
        """Open a roll-call of line 1: whoever was asked before may have closed the last one."""
        path = f"/sessions/{self.ids['session_id']}/windows"
        await self.send("POST", path, {"kind": "unannounced"})


async def set_stage(world: World) -> Stage:
    """Begin the morning, and introduce everybody who asks."""
    await introduce(world)
    await world.open("line_1")
    district = world.district
    async with world.database.write() as db:
        commune = await db.get_one(Unit, district.units["bom_bo"])
        new = NewMember("Lý Thị Đào", "10008118")
        (member,) = await add_members(db, SYSTEM, commune, [new], at=world.clock())
    person = Person(member.id, new.full_name, "8118", commune.id)
    screen, phone = await world.screen("commune"), world.phone()
    await phone.exchange(await screen.typed())
    receipt = await phone.name(person, last4=person.last4)
    ids = {
        "unit_id": district.units["bom_bo"],
        "parent_id": district.units["bom_bo"],
        "organiser_id": district.units["bom_bo"],
        "member_id": person.id,
        "conference_id": district.conference_id,
        "point_id": district.points["commune"],
        "session_id": district.sessions["line_1"],
        "screen_id": screen.id,
        "check_in_id": UUID(receipt.json()["id"]),
        "account_id": district.accounts["truc-bom-bo"],
    }
    return Stage(world, world.signed_in("admin"), phone, person, ids)
