"""Holding a commit while a test looks at what waits behind it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncSession

from api.checkin.committer import Committer
from api.db import Database
from tests.world import Phone, World


async def ready(world: World, number: int = 1) -> list[Phone]:
    """Make new phones with a ticket of the hall."""
    code = await (await world.screen()).typed()
    phones = [world.phone() for _ in range(number)]
    for phone in phones:
        await phone.exchange(code)
    return phones


async def until(reached: Callable[[], bool]) -> None:
    """Let the loop turn until something is so; it never takes time, only turns."""
    for _ in range(100_000):
        if reached():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never became so")


def line(world: World) -> Database:
    """Give the way in of those who check in."""
    committer: Committer = world.app.state.committer
    return committer.line


class Hold:
    """Holds the first commit of a database until it is released, and counts them all."""

    def __init__(self, database: Database) -> None:
        self.commits = 0
        self.reached = asyncio.Event()
        self._go = asyncio.Event()
        plain = database.write

        @asynccontextmanager
        async def write() -> AsyncIterator[AsyncSession]:
            async with plain() as db:
                yield db
                self.commits += 1
                self.reached.set()
                await self._go.wait()

        database.write = write  # type: ignore[method-assign]

    def release(self) -> None:
        """Let it, and all after it, commit."""
        self._go.set()
