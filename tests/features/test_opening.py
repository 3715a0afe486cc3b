"""Sessions open by the clock, and by whoever runs one of their points."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from api.caretaker import Caretaker
from api.tables.events import Event
from tests.world import Answer, World


async def plan(world: World, session: str = "line_1", **changes: Any) -> None:
    """Give a session its time, two hours from now where nothing else is said."""
    changes.setdefault("starts_at", later(world, hours=2))
    path = f"/sessions/{world.district.sessions[session]}"
    answer = await world.signed_in("admin").patch(path, json=changes)
    assert answer.status_code == 200, answer.text


def later(world: World, **span: float) -> str:
    instant: datetime = world.clock() + timedelta(**span)
    return instant.isoformat()


async def state(world: World, session: str = "line_1") -> str:
    path = f"/sessions/{world.district.sessions[session]}"
    return str((await world.signed_in("admin").get(path)).json()["state"])


async def look(world: World, **move: float) -> None:
    """Let time pass, and a caretaker look once."""
    world.clock.move(**move)
    await Caretaker(world.database, world.clock, seconds=0).look(at=world.clock())


async def acts(world: World, act: str) -> list[Event]:
    async with world.database.read() as db:
        query = select(Event).where(Event.act == act).order_by(Event.at)
        return list((await db.execute(query)).scalars())


async def open_by(world: World, username: str, session: str = "line_1") -> Answer:
    path = f"/sessions/{world.district.sessions[session]}/open"
    return await world.signed_in(username).post(path)


async def test_a_session_opens_by_itself_45_minutes_before_its_time_and_once(world: World) -> None:
    await plan(world)
    await look(world, minutes=74)
    assert await state(world) == "planned"
    await look(world, minutes=1)
    assert await state(world) == "open"
    await look(world, minutes=1)
    (opened,) = await acts(world, "session.opened")
    assert (opened.actor_kind, opened.actor_id) == ("system", None)
    screen = await world.screen("commune")
    assert (await world.phone().exchange(await screen.typed())).status_code == 200


async def test_two_processes_whose_clocks_race_open_a_session_once(world: World) -> None:
    await plan(world, opens_ahead_minutes=120)
    await plan(world, "meet_1", opens_ahead_minutes=120)
    at = world.clock()
    both = [Caretaker(world.database, world.clock, seconds=0) for _ in range(2)]
    with capture_logs() as logs:
        await asyncio.gather(*(each.look(at=at) for each in both))
    assert [await state(world, each) for each in ("line_1", "meet_1")] == ["open", "open"]
    assert len(await acts(world, "session.opened")) == 2
    assert len(await acts(world, "window.opened")) == 2
    assert [each for each in logs if each["event"] != "request"] == []


async def test_it_opens_by_hand_alone_where_minutes_are_null_or_there_is_no_time(
    world: World,
) -> None:
    await plan(world, opens_ahead_minutes=None)
    await look(world, hours=2)
    assert [await state(world), await state(world, "line_2")] == ["planned", "planned"]
    assert (await open_by(world, "admin")).status_code == 200


async def test_one_that_was_forgotten_for_hours_waits_for_a_person(world: World) -> None:
    await plan(world)
    await look(world, hours=4, minutes=1)
    assert await state(world) == "planned"


async def test_a_rehearsal_that_nobody_ended_ends_when_the_class_opens(world: World) -> None:
    session_id = world.district.sessions["line_1"]
    await world.signed_in("admin").post(f"/sessions/{session_id}/rehearse")
    await plan(world)
    screen = await world.screen("commune")
    rehearsed = await screen.typed()
    await look(world, minutes=75)
    assert await state(world) == "open"
    assert len(await acts(world, "session.rehearsal_ended")) == 1
    windows = await world.signed_in("admin").get(f"/sessions/{session_id}/windows")
    kinds = [(each["kind"], each["closed_at"] is None) for each in windows.json()["items"]]
    assert kinds == [("rehearsal", False), ("opening", True)]
    assert (await world.phone().exchange(rehearsed)).status_code == 422
    assert (await world.phone().exchange(await screen.typed())).status_code == 200


async def test_a_busy_point_leaves_the_session_says_so_once_and_keeps_no_other(
    world: World,
) -> None:
    await world.open("line_2")
    await plan(world)
    await plan(world, "meet_1")
    caretaker = Caretaker(world.database, world.clock, seconds=0)
    with capture_logs() as logs:
        await caretaker.look(at=world.clock.move(minutes=75))
        await caretaker.look(at=world.clock.move(minutes=1))
    told = [each for each in logs if each["event"] == "session_not_opened"]
    session_id = str(world.district.sessions["line_1"])
    assert [(each["session_id"], each["code"]) for each in told] == [(session_id, "point_busy")]
    assert [await state(world), await state(world, "meet_1")] == ["planned", "open"]
    await world.close("line_2")
    await caretaker.look(at=world.clock.move(minutes=1))
    assert await state(world) == "open"


async def test_a_closed_session_is_locked_when_its_time_has_come(world: World) -> None:
    await world.open()
    await world.close()
    await look(world, hours=23)
    assert await acts(world, "session.locked") == []
    await look(world, hours=1)
    await look(world, hours=1)
    assert len(await acts(world, "session.locked")) == 1


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_the_caretaker_looks_again_and_again_and_no_failure_ends_it(world: World) -> None:
    await plan(world)
    rounds: asyncio.Queue[float] = asyncio.Queue()
    allowed: asyncio.Queue[None] = asyncio.Queue()

    async def wait(seconds: float) -> None:
        rounds.put_nowait(seconds)
        await allowed.get()

    instants = iter([world.clock(), None, world.clock.move(minutes=75)])

    def clock() -> datetime:
        instant = next(instants)
        if instant is None:
            raise OSError("the clock is away")
        return instant

    caretaker = Caretaker(world.database, clock, seconds=15, wait=wait)
    with capture_logs() as logs:
        caretaker.start()
        for expected in ("planned", "planned", "open"):
            assert await rounds.get() == 15
            assert await state(world) == expected
            allowed.put_nowait(None)
        assert await rounds.get() == 15, "out of instants, and still looking"
        await caretaker.stop()
    assert [each["event"] for each in logs].count("caretaker_failed") == 2


async def test_the_operator_and_the_secretary_of_a_point_open_it_when_its_time_is_near(
    world: World,
) -> None:
    await plan(world, starts_at=later(world, hours=3))
    answer = await open_by(world, "truc-bom-bo")
    assert (answer.status_code, answer.json()["code"]) == (409, "opening_hours")
    world.clock.move(hours=1)
    for username in ("bithu-buu-dien", "thuong-truc", "van-phong"):
        assert (await open_by(world, username)).status_code == 403
    assert (await open_by(world, "truc-bom-bo")).status_code == 200
    (opened,) = await acts(world, "session.opened")
    assert opened.actor_id == world.district.accounts["truc-bom-bo"]
    await plan(world, "meet_1", starts_at=later(world, hours=1))
    assert (await open_by(world, "truc-bom-bo", "meet_1")).status_code == 200, "the school's hall"


async def test_a_point_opens_no_session_without_a_time_or_of_another_day(world: World) -> None:
    path = f"/sessions/{world.district.sessions['line_1']}/open"
    secretary = world.signed_in("bithu-bom-bo")
    assert (await secretary.post(path)).json()["code"] == "opening_hours"
    await plan(world, starts_at=later(world, days=1))
    answer = await secretary.post(path, json={"on_another_date": True})
    assert (answer.status_code, answer.json()["code"]) == (409, "opening_hours")


async def test_how_early_a_session_opens_is_planned_with_it(world: World) -> None:
    admin = world.signed_in("admin")
    path = f"/sessions/{world.district.sessions['line_1']}"
    assert (await admin.get(path)).json()["opens_ahead_minutes"] == 45
    for minutes, status in ((None, 200), (0, 200), (720, 200), (721, 422), (-1, 422)):
        answer = await admin.patch(path, json={"opens_ahead_minutes": minutes})
        assert answer.status_code == status
    await world.open()
    assert (await admin.patch(path, json={"opens_ahead_minutes": 5})).json()["code"] == (
        "session_state"
    )
