"""Two applications on one database, asked in turn: neither needs what the other holds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle
from pathlib import Path

import httpx2 as httpx
import pytest
from starlette.types import Receive, Scope, Send

from api.app import build
from api.db import Database
from api.settings import Settings
from api.tables.checkin import CheckIn
from tests.district import MASTER_KEY, PUBLIC_URL
from tests.world import Phone, World

pytestmark = pytest.mark.postgres


@asynccontextmanager
async def _in_turn(world: World, folder: Path) -> AsyncIterator[World]:
    """Give the world again, where each request goes to the other application than the last."""
    other = build(
        Settings(data_dir=folder, caretaker_seconds=0),
        clock=world.clock,
        master_key=MASTER_KEY,
        public_url=PUBLIC_URL,
        database=Database(world.database.url),
    )
    async with other.router.lifespan_context(other):
        yield _Turns(world, [world.app, other])


class _Turns(World):
    """A world behind a round-robin."""

    def __init__(self, world: World, apps: list[object]) -> None:
        super().__init__(world.app, world.database, world.clock, world.district)
        self._apps = cycle(apps)

    def client(self, **headers: str) -> httpx.AsyncClient:
        """Make a browser whose requests go to both in turn."""

        async def next_app(scope: Scope, receive: Receive, send: Send) -> None:
            await next(self._apps)(scope, receive, send)  # type: ignore[operator]

        client = super().client(**headers)
        client._transport = httpx.ASGITransport(app=next_app, raise_app_exceptions=False)
        return client


@pytest.mark.parametrize("template", ["postgres"], indirect=True)  # SQLite takes one process
async def test_a_morning_needs_nothing_that_one_process_holds(world: World, tmp_path: Path) -> None:
    async with _in_turn(world, tmp_path) as turns:
        session_id = await turns.open()
        screen = await turns.screen()
        codes = [await screen.codes() for _ in range(2)]
        assert codes[0]["codes"] == codes[1]["codes"], "a screen that paired at one shows at both"
        phone = await turns.known_phone(screen=screen)
        for _ in range(2):  # once a ticket of each is used at the other
            assert (await phone.exchange(await screen.typed())).status_code == 200
            tap = phone.body({"kind": "device"})
            told = [await phone.send(tap) for _ in range(3)]
            assert [answer.status_code for answer in told] == [200] * 3
            assert len({answer.content for answer in told}) == 1
        before = await turns.count(CheckIn)
        await phone.send(tap)
        assert await turns.count(CheckIn) == before
        staff = turns.signed_in("admin")
        live = [(await staff.get(f"/sessions/{session_id}/live")).json() for _ in range(2)]
        assert live[0] == live[1]
        assert live[0]["present"] == 1
        await _guess(turns, await screen.typed())
        point = turns.district.points["hall"]
        old = await screen.scanned()
        rotated = await staff.post(f"/sessions/{session_id}/points/{point}/rotate")
        assert rotated.status_code == 200, rotated.text
        codes = [await screen.codes() for _ in range(2)]
        assert codes[0]["codes"] == codes[1]["codes"]
        stranger = turns.phone()
        refused = [(await stranger.exchange(old)).status_code for _ in range(2)]
        assert refused[0] == refused[1] != 200, "a rotation holds at both at once"


async def _guess(turns: World, typed: dict[str, str]) -> None:
    guesser: Phone = turns.phone()
    wrong = _wrong(typed)
    await guesser.exchange(wrong)  # which gives the cookie
    told = [(await guesser.exchange(wrong)).status_code for _ in range(7)]
    assert told[-1] == 429, "wrong codes at one count at the other"
    assert told.count(429) == 2


def _wrong(typed: dict[str, str]) -> dict[str, str]:
    """Write six digits that no door shows now, as far as one guess can tell."""
    return {**typed, "digits": f"{(int(typed['digits']) + 1) % 1_000_000:06d}"}
