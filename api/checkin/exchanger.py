"""The exchanger: whatever was scanned while the last list was read is the next list.

As the committer, but it reads: so two lists may be under way, one waiting for the database while
the other is judged. A phone that hangs up disturbs nobody; neither does one whose code breaks
something, since its list is then read again in halves.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

import structlog

from api.access.devices import Phone
from api.checkin import exchange, measures
from api.checkin.exchange import Asked, WrongCode, exchange_all
from api.checkin.expected import ExpectedUnits
from api.db import LINES, Database, ReservedLine, outage
from api.kit.errors import INTERNAL_ERROR, Problem, come_back
from api.kit.pace import Pace

_log = structlog.get_logger("api.checkin")

_MOST: Final = 500
_LONGEST_WAIT: Final = 0.25
_MOST_WRONG: Final = 64

Answer = bytes | WrongCode
"""The JSON of a `TicketView`, or what was wrong and is to be remembered."""

_Waiting = tuple[Asked, asyncio.Future[Answer]]


class Exchanger:
    """One per process; start it and stop it with the application."""

    def __init__(self, database: Database, master: bytes, *, queue: int) -> None:
        self.lines = [ReservedLine(database) for _ in range(LINES)]
        self._database = database
        self._master = master
        self._expected = ExpectedUnits()
        self._waiting: deque[_Waiting] = deque()
        self._some = asyncio.Event()
        self._pace = Pace(_MOST)
        self._tasks: list[asyncio.Task[None]] = []
        self._is_stopping = False
        self._remembering = asyncio.Lock()
        self._wrong = 0
        self.room = queue
        self.patience = _LONGEST_WAIT

    @property
    def waiting(self) -> int:
        """Count the codes that no list has taken up yet."""
        return len(self._waiting)

    @property
    def is_full(self) -> bool:
        """Tell whether whoever comes now is asked to come back."""
        return (
            self._is_stopping
            or self.waiting >= self.room
            or not self._pace.lets_in(self.waiting, patience=self.patience)
        )

    @property
    def busy(self) -> float:
        """Estimate for how many seconds a code would wait now."""
        return self._pace.wait(self.waiting)

    def start(self) -> None:
        """Begin to read."""
        self._tasks = [
            asyncio.create_task(self._run(line), name=f"exchanger {number}")
            for number, line in enumerate(self.lines)
        ]

    async def stop(self) -> None:
        """Answer who was let in, then stop."""
        self._is_stopping = True
        self._some.set()
        await asyncio.gather(*self._tasks)
        for line in self.lines:
            await line.close()

    async def submit(self, asked: Asked) -> Answer:
        """Hand over a code, and wait until the list that it comes into has been read.

        Raises: Problem, `unavailable` where too many wait already, or the database is away.
        """
        if self.is_full:
            raise come_back()
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        self._some.set()
        return await answer

    async def remember(self, wrong: WrongCode, phone: Phone, *, at: datetime) -> Problem:
        """Count a wrong code, one after the other, and say what to answer.

        Else those who guess would hold the connections for which screens and marks have places.

        Raises: Problem `unavailable` where too many wait already.
        """
        if self._wrong >= _MOST_WRONG:
            raise come_back()
        self._wrong += 1
        try:
            async with self._remembering, self._database.write() as db:
                return await exchange.remember(db, wrong, phone, at=at)
        finally:
            self._wrong -= 1

    async def _run(self, line: ReservedLine) -> None:
        clock = asyncio.get_running_loop().time
        is_first = True
        while await self._some_wait():
            number = min(_MOST, len(self._waiting))
            listed = [self._waiting.popleft() for _ in range(number)]
            began = clock()
            try:
                await self._answer(line, listed)
                took = clock() - began
                measures.settled(measures.CODES, number, took)
                _log.info("exchanged", codes=number, milliseconds=round(took * 1000, 1))
            except Exception:
                # Even a log that cannot be written must not end a task that answers.
                _fail(listed, come_back)
            if not is_first:  # which also connects, and writes its statements
                self._pace.note(number, clock() - began)
            is_first = False

    async def _some_wait(self) -> bool:
        while not self._waiting:
            if self._is_stopping:
                return False
            self._some.clear()
            await self._some.wait()
        return True

    async def _answer(self, line: ReservedLine, listed: list[_Waiting]) -> None:
        listed = [each for each in listed if not each[1].done()]
        if not listed:
            return
        try:
            async with line.read() as db:
                asked = [each for each, _ in listed]
                answers = await exchange_all(db, self._master, asked, self._expected)
            measures.exchanged(answers)
        except Exception as failure:
            refused = outage(failure)
            if refused is not None:
                _log.warning("exchange_unavailable", codes=len(listed), exc_info=failure)
                _fail(listed, refused)
            elif len(listed) == 1:
                _log.error("exchange_failed", exc_info=failure)
                _fail(listed, lambda: Problem(INTERNAL_ERROR))
            else:
                half = len(listed) // 2
                await self._answer(line, listed[:half])
                await self._answer(line, listed[half:])
            return
        for (_, answer), found in zip(listed, answers, strict=True):
            if not answer.done():
                answer.set_result(found)


def _fail(listed: Sequence[_Waiting], problem: Callable[[], Problem]) -> None:
    for _, answer in listed:
        if not answer.done():
            answer.set_exception(problem())
