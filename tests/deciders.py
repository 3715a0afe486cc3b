"""Who decides on attendance, and what there is to decide."""

from typing import Any
from uuid import UUID

import httpx2 as httpx
from sqlalchemy import select, update

from api.access import actions as access
from api.events import SYSTEM
from api.tables.access import Account, Device
from api.tables.attendance import Attendance
from api.tables.events import Event
from api.words import Role
from tests.world import Phone, World

OFFICE, BOM_BO, POST = "bithu-van-phong", "bithu-bom-bo", "bithu-buu-dien"


async def scanned_in(world: World, *, point: str = "hall") -> Phone:
    """Make a new phone that has just exchanged the code of a point."""
    phone = world.phone()
    screen = await world.screen(point)
    assert (await phone.exchange(await screen.typed())).status_code == 200
    return phone


async def claimed(world: World, person: str, *, point: str = "hall") -> tuple[Phone, UUID]:
    """Let somebody type a name without a card, and give the attendance that waits."""
    phone = await scanned_in(world, point=point)
    await phone.name(world.district.people[person])
    return phone, (await attendance_of(world, person)).id


def shown(receipt: dict[str, Any]) -> dict[str, Any]:
    """Leave out of a receipt what its proof does not cover, as the phone's page does."""
    uncovered = {"already_recorded", "late_seconds", "message"}
    return {name: value for name, value in receipt.items() if name not in uncovered}


async def attendance_of(world: World, person: str) -> Attendance:
    """Read the one attendance of a member."""
    member_id = world.district.people[person].id
    async with world.database.read() as db:
        query = select(Attendance).where(Attendance.member_id == member_id)
        return (await db.execute(query)).scalar_one()


async def phones_of(world: World, person: str) -> list[Device]:
    """Read the phones that a member has, or had."""
    member_id = world.district.people[person].id
    async with world.database.read() as db:
        query = select(Device).where(Device.member_id == member_id).order_by(Device.bound_at)
        return list((await db.execute(query)).scalars())


async def is_member(world: World, username: str, person: str) -> None:
    """Let the owner of an account be a member, as she said herself."""
    async with world.database.write() as db:
        change = update(Account).where(Account.username == username)
        await db.execute(change.values(member_id=world.district.people[person].id))


async def appoint(world: World, username: str, unit: str, *, deputy: bool = False) -> None:
    """Give a unit another secretary, or a deputy."""
    at, district = world.clock(), world.district
    async with world.database.write() as db:
        account_id = await access.add_account(
            db,
            SYSTEM,
            username=username,
            display_name=username,
            password_hash="no password",
            at=at,
        )
        await access.grant(
            db,
            account_id=account_id,
            unit_id=district.units[unit],
            role=Role.SECRETARY,
            deputy=deputy,
            at=at,
        )
        began = await access.begin_sign_in(db, account_id, user_agent="a browser", at=at)
        change = update(Account).where(Account.id == account_id)
        await db.execute(change.values(member_stated_at=at))
    district.accounts[username], district.sign_ins[username] = account_id, began.id


async def decide(
    world: World, username: str, attendance_id: UUID, what: str, body: dict[str, Any] | None = None
) -> httpx.Response:
    """Confirm, reject or correct an attendance of line 1."""
    session_id = world.district.sessions["line_1"]
    path = f"/sessions/{session_id}/attendance/{attendance_id}/{what}"
    return await world.signed_in(username).post(path, json=body)


async def told(world: World, act: str) -> list[Event]:
    """Read the events of a kind."""
    async with world.database.read() as db:
        query = select(Event).where(Event.act == act).order_by(Event.id)
        return list((await db.execute(query)).scalars())
