"""`python -m bench.faults.launch FAULT serve`: the program with one thing wrong on purpose."""

import asyncio
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from api import cli
from api.db import Database, ReservedLine
from api.kit import clock

_COMMIT_SECONDS: Final = 0.3
STEP_SECONDS: Final = 1.5
_STEPS: Final = (timedelta(0), timedelta(hours=-1), timedelta(0), timedelta(hours=1))
"""Backward first: what is recorded an hour ahead lies in the future of a clock set right again."""


def answer_before_the_commit() -> None:
    """Let every transaction look committed at once, and commit it a moment later.

    Each has a connection of its own: the next one begins before it has ended.
    """
    honest = Database.write
    late: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def write(database: Database) -> AsyncIterator[AsyncSession]:
        stack, lines = AsyncExitStack(), database
        if isinstance(database, ReservedLine):
            lines = Database(database.url, engine=database.engine)
            lines._gate = database._gate  # writers of a process queue at one gate
        session = await stack.enter_async_context(honest(lines))
        try:
            yield session
        except BaseException:
            if not await stack.__aexit__(*sys.exc_info()):
                raise

        async def commit() -> None:
            await asyncio.sleep(_COMMIT_SECONDS)
            await stack.aclose()

        late.add(asyncio.create_task(commit()))

    Database.write = write  # type: ignore[method-assign, assignment]


class _SteppedWallClock(datetime):
    """The wall clock of a machine that is set an hour forward and back from SIGUSR1 on."""

    began = 0.0

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_SteppedWallClock":
        """Tell the time of the moment's wrong clock."""
        now = time.monotonic()
        step = int((now - (cls.began or now)) / STEP_SECONDS) % len(_STEPS)
        return super().now(tz) + _STEPS[step]


def _begin_to_step(_number: int, _frame: object) -> None:
    _SteppedWallClock.began = time.monotonic()


def step_the_wall_clock() -> None:
    """Set the machine's clock forward and back; the program's own does not follow."""
    signal.signal(signal.SIGUSR1, _begin_to_step)
    setattr(clock, "datetime", _SteppedWallClock)  # noqa: B010  # the name is not exported


def read_the_wall_clock() -> None:
    """Set the machine's clock forward and back under a program that reads it at every request."""
    signal.signal(signal.SIGUSR1, _begin_to_step)
    clock.system_clock = lambda: lambda: _SteppedWallClock.now(UTC)


FAULTS: Final[dict[str, Callable[[], None]]] = {
    "answer-before-the-commit": answer_before_the_commit,
    "step-the-wall-clock": step_the_wall_clock,
    "read-the-wall-clock": read_the_wall_clock,
}


if __name__ in {"__main__", "__mp_main__"}:  # its workers have the same wrong with them
    FAULTS[sys.argv[1]]()
if __name__ == "__main__":
    sys.exit(cli.main(sys.argv[2:]))
