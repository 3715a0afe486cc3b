"""What carries a load's order out, in a process of its own: no more work than bytes and instants.

The load shares the machine with what it measures, so a request costs it some 15 µs and no objects
but numbers.
"""

import asyncio
import ctypes
import gc
import math
import os
import pickle
import random
import struct
import sys
import time
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from typing import Final, cast

import uvloop

from bench.load import LOST, Order, Outcome

_RECONNECT_SECONDS: Final = 0.02
_SYNC_SECONDS: Final = 0.05
_LENGTH: Final = b"content-length:"


def child() -> None:
    """Carry out the order that comes by standard input, and write the outcome to the output."""
    order: Order = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - our own parent wrote it
    gc.freeze()
    gc.disable()
    sys.stdout.buffer.write(pickle.dumps(run(order)))


def run(order: Order) -> Outcome:
    """Carry an order out in this process, on an event loop of its own."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_Load(order).run())


class _Load:
    """An order while it is carried out."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._raw = order.raw
        self._total = len(order.raw)
        self._planned = _instants(order.rate, self._total, order.seed)
        self._taken = 0
        self._settled = 0
        self._stop_at = math.inf
        self._free: deque[_Connection] = deque()
        self._open: set[_Connection] = set()
        self._answered: list[tuple[int, int, float]] = []
        self._bodies: dict[int, bytes] = {}
        self._acked: list[int] = []
        self._alarm: _Alarm | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> Outcome:
        """Connect, send everything that is due, and wait for the last answer or the deadline."""
        self._loop = asyncio.get_running_loop()
        self._done = asyncio.Event()
        deadline = time.perf_counter() + self._order.deadline
        syncing = asyncio.create_task(self._sync()) if self._order.acks else None
        connections = min(self._order.connections, self._total)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._order.deadline):
                await asyncio.gather(*(self._connect() for _ in range(connections)))
        cpu, self._began = time.process_time(), time.perf_counter()
        self._stop_at = min(self._began + self._order.seconds, deadline)
        if self._planned:
            self._planned = [self._began + each for each in self._planned]
            self._alarm = _Alarm(self._loop, self._send_due)
        self._send_due()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._done.wait(), deadline - self._began)
        self._ended = time.perf_counter()
        cpu = time.process_time() - cpu
        self._close()
        if syncing is not None:
            syncing.cancel()
            with suppress(asyncio.CancelledError):
                await syncing
        return self._outcome(cpu)

    async def _connect(self) -> None:
        """Open a connection, however long that takes; the deadline ends it."""
        while not self._done.is_set():
            try:
                await self._loop.create_connection(
                    lambda: _Connection(self), "127.0.0.1", self._order.port
                )
            except OSError:
                await asyncio.sleep(_RECONNECT_SECONDS)
            else:
                return

    def opened(self, connection: "_Connection") -> None:
        """Take a new connection into use."""
        self._open.add(connection)
        self._free.append(connection)
        if self._stop_at < math.inf:
            self._send_due()

    def closed(self, connection: "_Connection") -> None:
        """Count what was under way as lost, and open another in its place."""
        self._open.discard(connection)
        with suppress(ValueError):
            self._free.remove(connection)
        if self._done.is_set():
            return
        task = self._loop.create_task(self._connect())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if connection.index >= 0:
            self._settle(connection, LOST, time.perf_counter())

    def answered(self, connection: "_Connection", status: int, data: bytes, head: int) -> None:
        """Note an answer, and give the connection its next request."""
        now = time.perf_counter()
        if self._order.keep_bodies:
            self._bodies[connection.index] = data[head:]
        if self._order.acks and 200 <= status < 300:
            self._acked.append(connection.index)
        self._free.append(connection)
        self._settle(connection, status, now)
        self._send_due(now)

    def _settle(self, connection: "_Connection", status: int, now: float) -> None:
        self._answered.append((connection.index, status, now - connection.since))
        connection.index = -1
        self._settled += 1
        if self._settled == self._taken and (self._taken == self._total or now >= self._stop_at):
            self._done.set()

    def _send_due(self, now: float = 0.0) -> None:
        now = now or time.perf_counter()
        planned, free = self._planned, self._free
        if now >= self._stop_at:
            if self._settled == self._taken:
                self._done.set()
            return
        while free and self._taken < self._total:
            due = planned[self._taken] if planned else now
            if due > now:
                self._wake(due)
                return
            connection = free.popleft()
            connection.index, connection.since = self._taken, due
            self._taken += 1
            connection.transport.write(self._raw[connection.index])
        self._wake(math.inf)

    def _wake(self, at: float) -> None:
        if self._alarm is not None:
            self._alarm.set(at)

    def _close(self) -> None:
        self._done.set()
        if self._alarm is not None:
            self._alarm.close()
        for each in list(self._open):
            if each.index >= 0:
                self._settle(each, LOST, self._ended)
            each.transport.abort()

    async def _sync(self) -> None:
        """Write the indexes of what was accepted, and sync them, until it is cancelled."""
        assert self._order.acks is not None
        file = os.open(self._order.acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            while True:
                await asyncio.sleep(_SYNC_SECONDS)
                if self._write_acks(file):
                    await self._loop.run_in_executor(None, os.fsync, file)
        finally:
            self._write_acks(file)
            os.fsync(file)
            os.close(file)

    def _write_acks(self, file: int) -> bool:
        lines = "".join(f"{index}\n" for index in self._acked).encode()
        self._acked.clear()
        return bool(lines) and os.write(file, lines) == len(lines)

    def _outcome(self, cpu: float) -> Outcome:
        took = sorted(
            seconds * 1000 for _, status, seconds in self._answered if 200 <= status < 300
        )
        last = len(took) - 1
        p50, p99, p999 = (
            took[round(last * share)] if took else math.nan for share in (0.5, 0.99, 0.999)
        )
        seconds = self._ended - self._began
        kept = [(index, status, each * 1000) for index, status, each in self._answered]
        return Outcome(
            per_second=len(took) / seconds,
            p50=p50,
            p99=p99,
            p999=p999,
            statuses=Counter(status for _, status, _ in self._answered),
            seconds=seconds,
            taken=self._taken,
            cpu_us=cpu / max(1, self._taken) * 1e6,
            answered=kept if self._order.keep else [],
            bodies=self._bodies,
        )


class _Connection(asyncio.Protocol):
    """A keep-alive connection with at most one request under way."""

    __slots__ = ("_held", "_load", "index", "since", "transport")
    transport: asyncio.Transport

    def __init__(self, load: _Load) -> None:
        self._load = load
        self._held = b""
        self.index = -1
        self.since = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's own is no subclass
        self._load.opened(self)

    def data_received(self, data: bytes) -> None:
        """Read what is needed of an answer: its status and where it ends."""
        if self._held:
            data = self._held + data
        head = data.find(b"\r\n\r\n") + 4
        if head < 4 or len(data) < head + _length(data, head):
            self._held = data
            return
        self._held = b""
        self._load.answered(self, int(data[9:12]), data, head)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self._load.closed(self)


def _length(data: bytes, head: int) -> int:
    """Tell how long the body is; an answer that does not say so has none (204, 304)."""
    begin = data.find(_LENGTH, 0, head)
    if begin < 0:
        data = data[:head].lower()
        begin = data.find(_LENGTH)
        if begin < 0:
            return 0
    begin += len(_LENGTH)
    return int(data[begin : data.find(b"\r", begin)])


def _instants(rate: float | None, number: int, seed: int) -> list[float]:
    """Plan Poisson arrivals from zero on; nothing is planned without a rate."""
    if rate is None:
        return []
    drawn, at, planned = random.Random(seed), 0.0, []
    for _ in range(number):
        at += drawn.expovariate(rate)
        planned.append(at)
    return planned


class _Alarm:
    """Calls at an instant of `time.perf_counter`; the loop's own timers only know milliseconds."""

    _MONOTONIC: Final = 1
    _NONBLOCK_AND_CLOEXEC: Final = 0o2004000
    _ABSOLUTE: Final = 1

    def __init__(self, loop: asyncio.AbstractEventLoop, due: Callable[[], None]) -> None:
        self._c = ctypes.CDLL(None, use_errno=True)
        self._file = self._c.timerfd_create(self._MONOTONIC, self._NONBLOCK_AND_CLOEXEC)
        if self._file < 0:
            raise OSError(ctypes.get_errno(), "timerfd_create")
        self._loop, self._at = loop, math.inf
        loop.add_reader(self._file, due)

    def set(self, at: float) -> None:
        """Ring at an instant, or never; the one set before is forgotten, rung or not."""
        if at == self._at:
            return
        self._at = at
        seconds, part = divmod(at, 1) if at < math.inf else (0, 0)
        when = struct.pack("qqqq", 0, 0, int(seconds), int(part * 1e9))
        self._c.timerfd_settime(self._file, self._ABSOLUTE, when, None)

    def close(self) -> None:
        """Never ring again."""
        self._loop.remove_reader(self._file)
        os.close(self._file)
