"""What tests of members' phones do: make slips, enrol, and look whose phone it is."""

from typing import Any

import httpx2 as httpx
from sqlalchemy import select, update

from api.tables.access import Account, Device
from api.tables.events import Event
from tests.world import Answer, Phone, World

SECRETARY = "bithu-van-phong"


async def state_member(world: World, username: str, person: str | None = None) -> None:
    """Let an account have said which member its owner is, or have said nothing yet."""
    member_id = world.district.people[person].id if person else None
    said = {"member_id": member_id, "member_stated_at": world.clock() if person else None}
    async with world.database.write() as db:
        mine = Account.id == world.district.accounts[username]
        await db.execute(update(Account).where(mine).values(**said))


async def secretary(
    world: World, username: str = SECRETARY, *, is_member: str | None = None
) -> httpx.AsyncClient:
    if is_member is not None:
        await state_member(world, username, is_member)
    return world.signed_in(username)


async def make(
    world: World, client: httpx.AsyncClient, *people: str, unit: str = "office", **headers: str
) -> Answer:
    ids = [str(world.district.people[each].id) for each in people] or None
    path = f"/units/{world.district.units[unit]}/enrolment-slips"
    return await client.post(path, json={"member_ids": ids}, headers=headers)


async def slip_for(world: World, client: httpx.AsyncClient, person: str) -> dict[str, Any]:
    answer = await make(world, client, person)
    assert answer.status_code == 201, answer.text
    (slip,) = answer.json()["items"]
    return dict(slip)


async def enrol(phone: Phone, code: str) -> Answer:
    return await phone.client.post("/devices/enrol", json={"code": code})


async def enrolled(world: World, client: httpx.AsyncClient, person: str = "hoa") -> Phone:
    phone = world.phone()
    answer = await enrol(phone, (await slip_for(world, client, person))["code"])
    assert answer.status_code == 200, answer.text
    return phone


async def whose(phone: Phone) -> dict[str, Any]:
    found: dict[str, Any] = (await phone.client.get("/devices/current")).json()
    return found


async def bound(world: World) -> list[Device]:
    async with world.database.read() as db:
        query = select(Device).where(Device.revoked_at.is_(None)).order_by(Device.bound_at)
        return list((await db.execute(query)).scalars())


async def acts(world: World, *wanted: str) -> list[str]:
    async with world.database.read() as db:
        query = select(Event.act).where(Event.act.in_(wanted)).order_by(Event.at, Event.id)
        return list((await db.execute(query)).scalars())
