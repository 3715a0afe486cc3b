"""Phones that come back as the page does: not before the time named, later each time, until taken.

The same arithmetic as clients/shared/back-off.js, on keep-alive connections, in this process.
"""

import asyncio
import heapq
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_CONNECTIONS: Final = 192
_LONGEST: Final = 30.0


@dataclass(frozen=True, slots=True)
class Returned:
    """What became of a crowd that came back until it was taken."""

    taken: list[float]
    """When each was accepted, in seconds after the first came; in order of acceptance."""
    waits: list[float]
    """How long each accepted request took, in milliseconds."""
    refused: int
    early: int
    """How many refusals named no time of 2 to 10 seconds."""
    failed: int


@dataclass(order=True, slots=True)
class _Due:
    at: float
    index: int
    tries: int = 1


def come_and_return(
    port: int, raw: Sequence[bytes], *, arrive_within: float, deadline: float
) -> Returned:
    """Send each request once, evenly within some seconds, and again while it is refused."""
    return asyncio.run(_Crowd(port, raw, arrive_within, deadline).run())


class _Crowd:
    def __init__(
        self, port: int, raw: Sequence[bytes], arrive_within: float, deadline: float
    ) -> None:
        self._port = port
        self._raw = raw
        self._deadline = deadline
        self._due = [_Due(i * arrive_within / len(raw), i) for i in range(len(raw))]
        self._left = len(raw)
        self._chance = random.Random(len(raw))
        self._returned = Returned([], [], 0, 0, 0)
        self._refused = self._early = self._failed = 0
        self._began = 0.0

    async def run(self) -> Returned:
        self._began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for _ in range(_CONNECTIONS):
                group.create_task(self._connection())
        found = self._returned
        return Returned(found.taken, found.waits, self._refused, self._early, self._failed)

    def _now(self) -> float:
        return time.perf_counter() - self._began

    async def _connection(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            while self._left and self._now() < self._deadline:
                if not self._due or self._due[0].at > self._now():
                    next_at = self._due[0].at - self._now() if self._due else 0.05
                    await asyncio.sleep(min(0.05, max(0.0, next_at)))
                    continue
                await self._ask(heapq.heappop(self._due), reader, writer)
        finally:
            writer.close()

    async def _ask(
        self, due: _Due, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        sent = time.perf_counter()
        writer.write(self._raw[due.index])
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        status = int(head[9:12])
        await reader.readexactly(_number(head, b"content-length: "))
        if status == 200:
            self._left -= 1
            self._returned.taken.append(self._now())
            self._returned.waits.append((time.perf_counter() - sent) * 1000)
        elif status == 503:
            self._refused += 1
            named = _number(head, b"retry-after: ")
            self._early += not 2 <= named <= 10
            spread = self._chance.random() * min(_LONGEST, 2.0**due.tries)
            heapq.heappush(self._due, _Due(self._now() + named + spread, due.index, due.tries + 1))
        else:
            self._left -= 1
            self._failed += 1


def _number(head: bytes, name: bytes) -> int:
    begin = head.find(name)
    return int(head[begin + len(name) : head.find(b"\r", begin)]) if begin >= 0 else 0
