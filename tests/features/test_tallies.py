"""Sums of a session that nobody counts twice, and that are right whoever writes at once."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, func, insert, select

from api import plan_changes
from api.attendance import tallies
from api.caretaker import Caretaker
from api.checkin.arrivals import Arrival
from api.checkin.committer import Committer
from api.checkin.schemas import WhoByPhone
from api.checkin.tickets import Ticket
from api.codes.rules import step_of
from api.events import SYSTEM
from api.kit.ids import new_id
from api.members.actions import NewMember, add_members
from api.tables.access import Device
from api.tables.attendance import Attendance, TallyChange
from api.tables.plan_changes import PlanChange
from api.tables.sessions import Window
from api.tables.units import Unit
from api.words import BindingOrigin
from tests import written
from tests.district import MASTER_KEY
from tests.rolling import scan
from tests.world import World

PHONES = 24


async def _live(world: World) -> dict[str, Any]:
    session = world.district.sessions["line_1"]
    answer = await world.signed_in("thuong-truc").get(f"/sessions/{session}/live")
    found: dict[str, Any] = answer.json()
    return found


async def _differences(world: World, *, writes: bool = False) -> list[tuple[int, int]]:
    session = world.district.sessions["line_1"]
    found = await tallies.verify(world.database, session, writes=writes, at=world.clock())
    return [(each.kept.present, each.counted.present) for each in found]


async def _phones(world: World) -> dict[UUID, UUID]:
    """Give members of the office a phone each."""
    at = world.clock()
    async with world.database.write() as db:
        unit = await db.get_one(Unit, world.district.units["office"])
        new = [NewMember(f"Đồng chí {each}") for each in range(PHONES)]
        members = await add_members(db, SYSTEM, unit, new, at=at)
        phones = {uuid4(): each.id for each in members}
        rows = [
            {"id": phone, "member_id": member, "bound_at": at, "confirmed_at": at}
            for phone, member in phones.items()
        ]
        await db.execute(insert(Device), [row | {"origin": BindingOrigin.SLIP} for row in rows])
    return phones


def _arrival(world: World, phone: UUID, window: UUID) -> Arrival:
    at, district = world.clock(), world.district
    hall, session = district.points["hall"], district.sessions["line_1"]
    ticket = Ticket(session, hall, window, step_of(at), at, typed=False, late=False)
    return Arrival(new_id(at), phone, ticket, WhoByPhone(kind="device"), "-", None, at)


async def _windows(world: World) -> list[UUID]:
    async with world.database.read() as db:
        return list((await db.execute(select(Window.id).order_by(Window.ordinal))).scalars())


async def test_check_ins_ticks_and_counts_at_once_leave_the_sums_exact(world: World) -> None:
    await world.open()
    phones = await _phones(world)
    await _live(world)
    opened = f"/sessions/{world.district.sessions['line_1']}"
    staff = world.signed_in("admin")
    assert (await staff.post(f"{opened}/windows", json={"kind": "after_break"})).is_success
    windows = await _windows(world)
    processes = [Committer(world.database, MASTER_KEY, queue=1000) for _ in range(2)]
    for process in processes:
        process.start()
    unit_id = str(world.district.units["office"])
    session_id, at = world.district.sessions["line_1"], world.clock()

    async def tick(members: list[UUID], **kind: str) -> object:
        marks = [{"member_ids": [str(each) for each in members], **kind}]
        return await staff.post(f"{opened}/marks", json={"unit_id": unit_id, "marks": marks})

    def sends(window: UUID, process: int) -> list[Awaitable[object]]:
        committer = processes[process]
        return [committer.submit([_arrival(world, each, window)]) for each in phones]

    members = list(phones.values())
    work: list[Awaitable[object]] = [
        *sends(windows[0], 0),
        *sends(windows[1], 1),
        tick(members[:8], kind="present"),
        tick(members[4:12], kind="absent", reason="OM"),
        *(tallies.recount(world.database, session_id, at=at) for _ in range(3)),
        *(tallies.fold(world.database, session_id) for _ in range(3)),
        staff.patch(f"/members/{members[20]}", json={"status": "reduced"}),
        _live(world),
    ]
    # As they would come: none of one kind after all of another.
    await asyncio.gather(*work[::3], *work[1::3], *work[2::3])
    for process in processes:
        await process.stop()
    async with world.database.read() as db:
        rows = (await db.execute(select(func.count()).select_from(Attendance))).scalar_one()
    assert rows == 2 * PHONES
    assert await _differences(world) == []
    live = await _live(world)
    assert live["present"] + live["excused"] == PHONES
    assert await _differences(world) == []


async def test_a_row_that_was_written_past_the_sums_is_found_and_mended(world: World) -> None:
    await world.open()
    await scan(world, "hoa", await world.screen())
    assert (await _live(world))["present"] == 1
    assert await _differences(world) == []
    hall = world.district.points["hall"]
    await written.tick(world, "minh", by="bithu-van-phong", bridge_point_id=hall)
    assert await _differences(world, writes=True) == [(1, 2)]
    assert await _differences(world) == []
    assert (await _live(world))["present"] == 2


async def test_nothing_is_counted_where_nothing_has_changed(world: World) -> None:
    await world.open()
    screen = await world.screen()
    await scan(world, "hoa", screen)
    before = await _live(world)
    async with world.database.write() as db:
        await db.execute(delete(Attendance))
    # Nobody wrote so through the program: whoever reads the sums does not count the rows.
    assert await _live(world) == before
    assert (await screen.live())["present"] == 1


async def test_what_is_expected_is_counted_anew_after_the_plan_has_changed(world: World) -> None:
    await world.open()
    before = await _live(world)
    who = world.district.people["minh"].id
    staff = world.signed_in("admin")
    assert (await staff.patch(f"/members/{who}", json={"status": "exempt"})).is_success
    assert (await _live(world))["expected"] == before["expected"] - 1
    assert await _differences(world) == []


async def test_the_caretaker_folds_what_has_changed(world: World) -> None:
    await world.open()
    screen = await world.screen()
    await _live(world)
    for person in ("hoa", "minh"):
        await scan(world, person, screen)
    async with world.database.write() as db:
        for _ in range(101):
            await plan_changes.note(db, at=world.clock())
        number = await plan_changes.number(db)
    before = await _live(world)
    await scan(world, "binh", screen, last4=None)
    await Caretaker(world.database, world.clock, seconds=0).look(at=world.clock())
    async with world.database.read() as db:
        assert await plan_changes.number(db) == number
        assert (await db.execute(select(func.count()).select_from(PlanChange))).scalar_one() == 1
        assert (await db.execute(select(func.count()).select_from(TallyChange))).scalar_one() == 0
    live = await _live(world)
    assert (live["present"], live["pending"]) == (before["present"], before["pending"] + 1)
    assert await _differences(world) == []


async def test_a_planned_session_that_was_looked_at_can_still_be_removed(world: World) -> None:
    await _live(world)
    path = f"/sessions/{world.district.sessions['line_1']}"
    removed = await world.signed_in("admin").delete(path)
    assert removed.status_code == 204, removed.json()["code"]
