"""The phones of a crowd, in one process: each scans, gets its ticket, and checks in by it.

They share some connections, each of which always has a request on its way; what is known of a phone
is forgotten when it has its receipt, so that a nation needs no more memory than a district.
"""

import asyncio
import heapq
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import partial
from itertools import count
from pathlib import Path
from typing import IO, Final
from uuid import UUID

from api.codes.rules import CHANGE_DELAY_SECONDS, FRESH_STEPS, STALE_STEPS, STEP_SECONDS
from api.kit.clock import Clock, system_clock
from bench.crowd import Crowd
from bench.rehearsal.line import Line, Reply
from bench.rehearsal.measured import Seen
from bench.rehearsal.script import REFUSED_AS, Again, Mishap, part_of

_UNAVAILABLE: Final = 503
_OK: Final = 200
_TICK_SECONDS: Final = 0.02
_TELL_SECONDS: Final = 10
_PHONES_A_LINE: Final = 4
"""So many phones for each connection may have begun and have no receipt yet."""
_SILENCE_SECONDS: Final = 60
"""Without a single answer for so long, the phones give up."""
_BY_MISTAKE: Final = 1
"""The attempt under which a check-in is sent that must be refused."""


class _Step(Enum):
    WRONG_CODE = auto()
    TICKET = auto()
    WRONG_TICKET = auto()
    CHECK_IN = auto()
    REPEAT = auto()


@dataclass(slots=True)
class _Errand:
    """One request of one phone; without bytes it is written when it is sent."""

    i: int
    step: _Step
    raw: bytes = b""
    ticket: str = ""
    sent: float = 0.0


class Phones:
    """Those of a range of members; `run` ends when each has its receipt."""

    def __init__(
        self, crowd: Crowd, master: bytes, members: range, *, acknowledged: IO[bytes], tells: bool
    ) -> None:
        self.seen = Seen()
        self._crowd = crowd
        self._master = master
        self._members = members
        self._coming: Iterator[int] = iter(members)
        self._acknowledged = acknowledged
        self._tells = tells
        self._now: Clock = system_clock()
        self._due: list[tuple[float, int, _Errand]] = []
        self._order = count()
        self._ready: deque[_Errand] = deque()
        self._underway: dict[Line, _Errand] = {}
        self._idle: list[Line] = []
        self._receipts: dict[int, bytes] = {}
        self._began = self._answered_at = 0.0
        self._reconnecting: set[asyncio.Task[None]] = set()
        self._port = 0
        self._begun = self._most_begun = 0
        self._is_over = False

    async def run(self, port: int, *, connections: int) -> None:
        """Let everybody check in over so many connections."""
        self._port = port
        self._most_begun = _PHONES_A_LINE * connections
        lines = [await self._connect() for _ in range(connections)]
        self._began = self._answered_at = told = time.perf_counter()
        for line in lines:
            self._go_on(line)
        everybody = len(self._members)
        while (
            self._underway
            or self._due
            or self._ready
            or self._reconnecting
            or self._begun < everybody
        ):
            await asyncio.sleep(_TICK_SECONDS)
            if time.perf_counter() - self._answered_at > _SILENCE_SECONDS:
                self.seen.complain("the server answers no more")
                break
            idle, self._idle = self._idle, []
            for line in idle:
                self._go_on(line)
            if self._tells and time.perf_counter() - told >= _TELL_SECONDS:
                told = time.perf_counter()
                self._tell(told - self._began)
        self._is_over = True
        for line in self._idle:
            line.close()

    def _tell(self, seconds: float) -> None:
        done = self.seen.check_ins
        print(
            f"{seconds:6.0f} s  {done:,} of {len(self._members):,}  {done / seconds:,.0f}/s",
            file=sys.stderr,
            flush=True,
        )

    async def _connect(self) -> Line:
        loop = asyncio.get_running_loop()
        make = partial(Line, self._answered, self._was_cut)
        _, line = await loop.create_connection(make, "127.0.0.1", self._port)
        return line

    def _was_cut(self, line: Line) -> None:
        """Send anew what has no answer, over a new connection."""
        if self._is_over:
            return
        errand = self._underway.pop(line, None)
        if errand is not None:
            self.seen.cut += 1
            self._ready.append(errand)
        elif line in self._idle:
            self._idle.remove(line)
        task = asyncio.create_task(self._reconnect())
        self._reconnecting.add(task)
        task.add_done_callback(self._reconnecting.discard)

    async def _reconnect(self) -> None:
        while True:
            try:
                self._go_on(await self._connect())
            except OSError:
                await asyncio.sleep(0.5)
            else:
                return

    def _go_on(self, line: Line) -> None:
        errand = self._next()
        if errand is None:
            self._idle.append(line)
        else:
            self._send(line, errand)

    def _next(self) -> _Errand | None:
        if self._due and self._due[0][0] <= time.perf_counter():
            return heapq.heappop(self._due)[2]
        if self._ready:
            return self._ready.popleft()
        # Who was asked to come back keeps his place: others come in as these get their receipts.
        if self._begun - self.seen.check_ins >= self._most_begun:
            return None
        i = next(self._coming, None)
        if i is None:
            return None
        self._begun += 1
        begins_wrong = part_of(i).mishap in {Mishap.STALE_CODE, Mishap.WRONG_CODE}
        return _Errand(i, _Step.WRONG_CODE if begins_wrong else _Step.TICKET)

    def _later(self, errand: _Errand, seconds: float) -> None:
        heapq.heappush(self._due, (time.perf_counter() + seconds, next(self._order), errand))

    def _send(self, line: Line, errand: _Errand) -> None:
        if not errand.raw:
            errand.raw = self._written(errand)
        self._underway[line] = errand
        errand.sent = time.perf_counter()
        line.send(errand.raw)

    def _written(self, errand: _Errand) -> bytes:
        i, now = errand.i, self._now()
        # A screen changes a little after the step begins.
        shown = now - timedelta(seconds=CHANGE_DELAY_SECONDS)
        if errand.step is _Step.TICKET:
            return self._crowd.ticket_request(self._master, i, shown)
        if errand.step is _Step.WRONG_CODE:
            return self._crowd.ticket_request(self._master, i, now, self._wrong_code(i, now))
        if errand.step is _Step.WRONG_TICKET:
            return self._wrong_ticket(i, errand.ticket, now)
        return self._crowd.check_in_request(self._master, i, now, errand.ticket)

    def _wrong_code(self, i: int, now: datetime) -> dict[str, str]:
        # From the step that may begin before the answer, to those that are only told to be old.
        steps = range(-1, FRESH_STEPS + STALE_STEPS)
        step = timedelta(seconds=STEP_SECONDS)
        shown = [self._crowd.typed(self._master, i, now - each * step) for each in steps]
        door, known = shown[0][0], [digits for _, digits in shown]
        fresh, old = known[: 1 + FRESH_STEPS], known[3 + FRESH_STEPS :]
        if part_of(i).mishap is Mishap.STALE_CODE:
            digits = next(each for each in old if each not in fresh)
        else:
            free = (f"{(int(known[0]) + each) % 10**6:06d}" for each in count(1))
            digits = next(each for each in free if each not in known)
        return {"door": door, "digits": digits}

    def _wrong_ticket(self, i: int, ticket: str, now: datetime) -> bytes:
        whose, crowd = i, self._crowd
        if part_of(i).mishap is Mishap.OTHERS_TICKET:
            whose = (i + 1) % crowd.scale.members
        else:
            middle = len(ticket) // 2
            other = "B" if ticket[middle] == "A" else "A"
            ticket = f"{ticket[:middle]}{other}{ticket[middle + 1 :]}"
        return crowd.check_in_request(self._master, whose, now, ticket, attempt=_BY_MISTAKE)

    def _answered(self, line: Line, reply: Reply) -> None:
        errand = self._underway.pop(line)
        self._answered_at = time.perf_counter()
        took = self._answered_at - errand.sent
        following: _Errand | None = None
        if reply.status == _UNAVAILABLE:
            self._come_back(errand, reply)
        elif errand.step in {_Step.WRONG_CODE, _Step.WRONG_TICKET}:
            following = self._refused(errand, reply)
        elif reply.status != _OK:
            self.seen.complain(f"{errand.step.name} of {errand.i}: {reply.status} {reply.body!r}")
        elif errand.step is _Step.TICKET:
            self.seen.tickets.add(took)
            following = self._given_ticket(errand, reply.body)
        else:
            self._given_receipt(errand, reply.body, took)
        if following is None:
            self._go_on(line)
        else:
            self._send(line, following)

    def _come_back(self, errand: _Errand, reply: Reply) -> None:
        self.seen.busy += 1
        if reply.retry_after is None:
            self.seen.complain(f"503 without Retry-After: {reply.body!r}")
        if errand.step in {_Step.TICKET, _Step.WRONG_CODE}:
            errand.raw = b""  # scanned anew by then
        self._later(errand, float(reply.retry_after or 1))

    def _refused(self, errand: _Errand, reply: Reply) -> _Errand:
        mishap = part_of(errand.i).mishap
        assert mishap is not None
        code = REFUSED_AS[mishap]
        if reply.status < 400 or f'"code":"{code}"'.encode() not in reply.body:
            self.seen.complain(f"{mishap.value}: {reply.status} {reply.body!r}, not {code}")
        self.seen.refused[mishap.value] += 1
        if errand.step is _Step.WRONG_CODE:
            return _Errand(errand.i, _Step.TICKET)
        return _Errand(errand.i, _Step.CHECK_IN, ticket=errand.ticket)

    def _given_ticket(self, errand: _Errand, body: bytes) -> _Errand:
        ticket = _text_of(body, b'"ticket":"')
        if b'"late_seconds":null' not in body:
            self.seen.complain(f"a fresh code is late: {body!r}")
        part = part_of(errand.i)
        if part.mishap in {Mishap.FORGED_TICKET, Mishap.OTHERS_TICKET}:
            return _Errand(errand.i, _Step.WRONG_TICKET, ticket=ticket)
        check_in = _Errand(errand.i, _Step.CHECK_IN, ticket=ticket)
        if part.again is Again.AT_ONCE:
            check_in.raw = self._written(check_in)
            self._ready.append(_Errand(errand.i, _Step.REPEAT, check_in.raw))
        return check_in

    def _given_receipt(self, errand: _Errand, body: bytes, took: float) -> None:
        said = UUID(_text_of(body, b'"id":"'))
        self._acknowledged.write(said.bytes)
        if said != self._crowd.check_in_id(errand.i) or b'"evidence":"qr"' not in body:
            self.seen.complain(f"not the receipt of {errand.i}: {body!r}")
        if errand.step is _Step.REPEAT:
            self.seen.repeats += 1
        else:
            self.seen.receipts.add(took)
            self.seen.recorded_after(self._answered_at - self._began)
        again = part_of(errand.i).again
        if again is None:
            return
        # Both answers to one check-in are the same to the byte, whichever comes first.
        first = self._receipts.pop(errand.i, None)
        if first is None:
            self._receipts[errand.i] = body
            if again is Again.LATER:
                self._later(_Errand(errand.i, _Step.REPEAT, errand.raw), 1 + errand.i % 4)
        elif first != body:
            self.seen.complain(f"two receipts of {errand.i}: {first!r} and {body!r}")


def _text_of(body: bytes, name: bytes) -> str:
    begins = body.index(name) + len(name)
    return body[begins : body.index(b'"', begins)].decode()


async def everybody(
    port: int,
    crowd: Crowd,
    master: bytes,
    members: range,
    *,
    connections: int,
    acknowledged: Path,
    tells: bool,
) -> Seen:
    """Let some members check in, and write the ids of what was acknowledged into a file."""
    with acknowledged.open("wb") as log:
        phones = Phones(crowd, master, members, acknowledged=log, tells=tells)
        await phones.run(port, connections=connections)
    return phones.seen
