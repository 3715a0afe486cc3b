"""Figures of this moment: what waits, what is open, and what the process holds."""

import asyncio
import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from prometheus_client import Gauge
from starlette.datastructures import State

from api.kit.metrics import gauge, longest

SECONDS: Final = 5
"""Between two looks: of several processes one is asked, and the others have told before."""

_STATM: Final = Path("/proc/self/statm")
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")

_waiting = gauge("waiting", "Steps of phones that no list has taken up yet.", ["step"])
_streams = gauge("streams", "Streams of counts that somebody looks at.")
_connections = gauge("database_connections", "Connections to the database in use.")
_resident = gauge("resident_bytes", "Memory that the processes hold.")
_processes = gauge("processes", "Processes that serve.")
_idle = longest("caretaker_idle_seconds", "Since the caretaker last did its round.")


class Sampler:
    """Looks every few seconds; one per process, started and stopped with the application."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        _processes.set(1)
        self._task = asyncio.create_task(self._run(), name="sampler")

    async def stop(self) -> None:
        """Look no longer."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def look(self) -> None:
        """Take every figure of this moment."""
        for each, value in self._values().items():
            each.set(value)

    def _values(self) -> Mapping[Gauge, float]:
        state = self._state
        pool = state.database.engine.pool
        return {
            _waiting.labels("check_in"): state.committer.waiting,
            _waiting.labels("code"): state.exchanger.waiting,
            _streams: state.watching.viewers,
            _connections: pool.checkedout() if hasattr(pool, "checkedout") else 0,
            _resident: resident_bytes(),
            _idle: state.caretaker.idle_seconds,
        }

    async def _run(self) -> None:
        while True:
            self.look()
            await asyncio.sleep(SECONDS)


def resident_bytes() -> int:
    """Tell the memory of this process; 0 where the system does not say."""
    try:
        return int(_STATM.read_text(encoding="ascii").split()[1]) * _PAGE
    except OSError:
        return 0
