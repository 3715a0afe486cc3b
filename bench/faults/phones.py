"""Phones that never give up: each sends its check-in again, unchanged, until it is answered."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from bench.faults.hall import Hall
from bench.faults.ledger import Ledger

CONNECTIONS: Final = 32
PATIENCE_SECONDS: Final = 30.0
_PAUSE_SECONDS: Final = (0.02, 0.12)
"""Much less than a phone is asked to wait: the more it is sent in the bad seconds, the better."""
_ANSWER_SECONDS: Final = 15.0
_OK: Final = 200


@dataclass(slots=True)
class Phones:
    """Some connections, over which many phones check in, one after the other.

    So many begin in a second as the hall says; who could not in a bad second does so after it.
    `remakes` is the control: a client that makes another check-in where it should send the same.
    `cut` tells whose connection was lost before an answer came, and when; `refusals` has the first
    answer of each status.
    """

    hall: Hall
    ports: Sequence[int]
    ledger: Ledger
    remakes: bool = False
    statuses: Counter[int] = field(default_factory=Counter)
    cut: dict[UUID, datetime] = field(default_factory=dict)
    refusals: dict[int, str] = field(default_factory=dict)
    given_up: int = 0
    answered: int = 0
    slowest: float = 0.0
    _next: int = 0
    _is_over: bool = False
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def send(self, fault: Awaitable[None]) -> None:
        """Send while the fault goes on, and then until every phone has its answer."""
        began = time.monotonic()
        async with asyncio.TaskGroup() as tasks:
            self._tasks = [
                tasks.create_task(self._connection(place, began)) for place in range(CONNECTIONS)
            ]
            await fault
            await self.finish()

    async def finish(self) -> None:
        """Let nobody else begin, and wait until everybody who has begun has his answer."""
        self._is_over = True
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def abandon(self) -> None:
        """Let nobody wait any longer, answered or not."""
        self._is_over = True
        for task in self._tasks:
            task.cancel()

    async def _connection(self, place: int, began: float) -> None:
        line = _Line(self.ports, place)
        try:
            while not self._is_over and self._next < self.hall.number:
                if self._next >= (time.monotonic() - began) * self.hall.rate:
                    await asyncio.sleep(0.005)
                    continue
                mine, self._next = self._next, self._next + 1
                await self._until_answered(line, mine)
        finally:
            line.hang_up()

    async def _until_answered(self, line: "_Line", mine: int) -> None:
        check_in_id, request = self.hall.check_in(mine)
        first = time.monotonic()
        tries = 0
        while time.monotonic() - first < PATIENCE_SECONDS:
            try:
                async with asyncio.timeout(_ANSWER_SECONDS):
                    status, body = await line.ask(request)
            except (OSError, asyncio.IncompleteReadError, TimeoutError):
                if line.hang_up():
                    self.cut[check_in_id] = self.hall.clock()
            else:
                self.statuses[status] += 1
                self.refusals.setdefault(status, body.decode())
                if status == _OK:
                    await self.ledger.acknowledge(check_in_id, body)
                    self.answered += 1
                    self.slowest = max(self.slowest, time.monotonic() - first)
                    return
            tries += 1
            if self.remakes:
                check_in_id, request = self.hall.check_in(mine, tries)
            await asyncio.sleep(random.uniform(*_PAUSE_SECONDS))
        self.given_up += 1


class _Line:
    """A connection that is opened when it is needed, each time to the next address."""

    def __init__(self, ports: Sequence[int], place: int) -> None:
        self._ports = ports
        self._place = place
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send a request and read its answer."""
        if self._streams is None:
            self._place += 1
            port = self._ports[self._place % len(self._ports)]
            self._streams = await asyncio.open_connection("127.0.0.1", port)
        reader, writer = self._streams
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        lines = head.split("\r\n")
        fields = dict(line.split(": ", 1) for line in lines[1:] if line)
        body = await reader.readexactly(int(fields.get("content-length", 0)))
        if fields.get("connection") == "close":
            self.hang_up()
        return int(lines[0].split(" ")[1]), body

    def hang_up(self) -> bool:
        """Drop the connection; tell whether there was one, so that something was cut."""
        if self._streams is None:
            return False
        self._streams[1].close()
        self._streams = None
        return True
