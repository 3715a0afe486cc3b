"""The stream of counts: one reader of a session, whoever looks."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from api.attendance.watching import ASKED_AGAIN, KEEP_ALIVE, Watching
from tests.rolling import scan
from tests.world import World


class Looks:
    """The second between two looks, which passes when a test says so."""

    def __init__(self) -> None:
        self._waiting: asyncio.Queue[asyncio.Future[None]] = asyncio.Queue()

    async def wait(self, _seconds: float) -> None:
        passed = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait(passed)
        await passed

    async def pass_by(self, number: int = 1) -> None:
        for _ in range(number):
            (await self._waiting.get()).set_result(None)
        # The reader has looked when it waits again, or has ended.
        await asyncio.sleep(0)


async def _may() -> bool:
    return True


def _watching(world: World, looks: Looks, **more: Any) -> Watching:
    tallier = world.app.state.tallier
    return Watching(world.database, tallier, world.clock, wait=looks.wait, **more)


def _present(event: bytes) -> str:
    (data,) = [line for line in event.decode().splitlines() if line.startswith("data: ")]
    return data.split('"present":')[1].split(",")[0]


async def _next(events: AsyncIterator[bytes]) -> bytes:
    return await asyncio.wait_for(anext(events), timeout=10)


async def test_the_counts_come_at_once_and_then_when_they_have_changed(world: World) -> None:
    await world.open()
    session, looks = world.district.sessions["line_1"], Looks()
    watching = _watching(world, looks)
    first, second = (watching.events(session, _may) for _ in range(2))
    assert [_present(await _next(each)) for each in (first, second)] == ["0", "0"]
    assert watching.viewers == 2
    await scan(world, "hoa", await world.screen())
    waiting = [asyncio.create_task(_next(each)) for each in (first, second)]
    await looks.pass_by()
    assert [_present(await each) for each in waiting] == ["1", "1"]
    live = await world.signed_in("thuong-truc").get(f"/sessions/{session}/live")
    third = watching.events(session, _may)
    event = (await _next(third)).decode()
    assert f"id: {live.headers['etag']}".replace('"', "") in event
    assert f"data: {live.text}" in event
    for each in (first, second, third):
        await each.aclose()
    assert watching.viewers == 0
    await watching.stop()


async def test_a_quiet_stream_is_kept_open_and_ends_with_the_right_to_see_it(world: World) -> None:
    await world.open()
    session, looks = world.district.sessions["line_1"], Looks()
    asked: list[bool] = []

    async def still_may() -> bool:
        asked.append(True)
        return len(asked) < 2

    watching = _watching(world, looks)
    events = watching.events(session, still_may)
    await _next(events)
    said = []

    async def listen() -> None:
        said.extend([event async for event in events])

    listening = asyncio.create_task(listen())
    await looks.pass_by(2 * ASKED_AGAIN)
    await asyncio.wait_for(listening, timeout=10)
    assert set(said) == {b": ping\n\n"}
    assert len(said) >= 2 * ASKED_AGAIN // KEEP_ALIVE - 1
    assert len(asked) == 2
    await watching.stop()


async def test_the_stream_of_a_locked_session_says_how_it_ended_and_ends(world: World) -> None:
    await world.open()
    session = world.district.sessions["line_1"]
    staff = world.signed_in("admin")
    for step in ("close", "lock"):
        assert (await staff.post(f"/sessions/{session}/{step}")).is_success
    watching = _watching(world, Looks())
    events = [event async for event in watching.events(session, _may)]
    assert [_present(event) for event in events] == ["0"]


async def test_streams_end_when_the_program_stops_and_are_only_so_many(world: World) -> None:
    await world.open()
    session, looks = world.district.sessions["line_1"], Looks()
    watching = _watching(world, looks, most=1)
    events = watching.events(session, _may)
    await _next(events)
    ending = asyncio.create_task(_next(events))
    world.app.state.watching, held = watching, world.app.state.watching
    path = f"/sessions/{session}/live/stream"
    full = await world.signed_in("thuong-truc").get(path)
    assert (full.status_code, full.json()["code"]) == (503, "unavailable")
    watching.is_stopping = lambda: True
    await looks.pass_by()
    assert (await asyncio.gather(ending, return_exceptions=True))[0].__class__ is StopAsyncIteration
    world.app.state.watching = held


async def test_a_stream_is_for_whoever_may_see_the_session(world: World) -> None:
    await world.open()
    path = f"/sessions/{world.district.sessions['line_1']}/live/stream"
    seen = await world.signed_in("bithu-bom-bo").get(path)
    assert seen.headers["content-type"].startswith("text/event-stream")
    assert seen.text.startswith("event: live\ndata: {")
    assert (await world.client().get(path)).status_code == 401
