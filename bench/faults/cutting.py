"""Answers are cut after the commit, by a line between the phones and the program."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from bench.faults import hall, trial
from bench.faults.programs import Program, free_port
from bench.faults.result import Result, Scenario
from bench.faults.trial import Fault, Trial

_CUT_ANSWERS: Final = 3
"""Every third answer is not passed on; every other of them in its middle."""
_CUT_REQUESTS: Final = 7
"""After every seventh request the line is cut at once, whatever becomes of it."""


@dataclass(slots=True)
class BadLine:
    """A TCP proxy on loopback that passes requests on, and loses answers."""

    target: int
    port: int = field(default_factory=free_port)
    requests: int = 0
    answers: int = 0
    cut: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @asynccontextmanager
    async def laid(self) -> AsyncIterator[None]:
        """Carry until the end of the block."""
        server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
        try:
            yield
        finally:
            server.close()

    async def _carry(self, phone: asyncio.StreamReader, to_phone: asyncio.StreamWriter) -> None:
        from_program, to_program = await asyncio.open_connection("127.0.0.1", self.target)
        with contextlib.suppress(OSError):
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._requests(phone, to_program, to_phone))
                tasks.create_task(self._answers(from_program, to_phone, to_program))

    async def _requests(
        self,
        phone: asyncio.StreamReader,
        to_program: asyncio.StreamWriter,
        to_phone: asyncio.StreamWriter,
    ) -> None:
        # A request comes in one piece: it is small, and written at once.
        while data := await phone.read(65_536):
            to_program.write(data)
            await to_program.drain()
            self.requests += 1
            if self.requests % _CUT_REQUESTS == 0:
                self.cut += 1
                break
        to_program.close()
        to_phone.close()

    async def _answers(
        self,
        from_program: asyncio.StreamReader,
        to_phone: asyncio.StreamWriter,
        to_program: asyncio.StreamWriter,
    ) -> None:
        while data := await from_program.read(65_536):
            self.answers += 1
            if self.answers % _CUT_ANSWERS == 0:
                self.cut += 1
                if self.answers % 2:
                    to_phone.write(data[: len(data) // 2])
                break
            to_phone.write(data)
        to_phone.close()
        to_program.close()


def cut(short: bool) -> Result:
    """Cut answers; the phones send the same again until they are answered."""
    return _cut(short, remakes=False)


def cut_control(short: bool) -> Result:
    """Do the same with phones that make another check-in where they should send the same."""
    return _cut(short, remakes=True)


def _cut(short: bool, *, remakes: bool) -> Result:
    with hall.on_sqlite(short=short) as place:
        program = Program(place.database_url, place.folder)
        line = BadLine(program.port)
        fault = _cutting(line, 2 if short else 60)
        return trial.run("cut", place, [program], fault, ports=[line.port], remakes=remakes)


def _cutting(line: BadLine, seconds: float) -> Fault:
    async def fault(now: Trial) -> None:
        async with line.laid():
            await asyncio.sleep(seconds)
            await now.phones.finish()
        now.facts["cut by the line"] = str(line.cut)

    return fault


SCENARIOS: Final = {
    "cut": Scenario(
        "answers cut after the commit, or the line at once; the same is sent again",
        cut,
        "phones that make another check-in instead",
        cut_control,
    ),
}
