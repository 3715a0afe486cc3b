"""A worker of lists: everything that came while the last list was done is the next one.

No timer: a list is whatever waits, on a connection of the worker's own. A phone that hangs up
disturbs nobody, because whoever waits never lends the worker his own transaction; neither does one
that breaks something, since its list is then done again in halves.
"""

import asyncio
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Sequence
from typing import Final, Generic, TypeVar

import structlog

from api.checkin import measures
from api.db import Database, ReservedLine, outage
from api.kit.errors import INTERNAL_ERROR, Problem, come_back
from api.kit.pace import Pace

_log = structlog.get_logger("api.checkin")

_MOST: Final = 500
_PATIENCE_SECONDS: Final = 0.25

Item = TypeVar("Item")
Answer = TypeVar("Answer")
_Waiting = tuple[Item, asyncio.Future[Answer | Problem]]


class ListWorker(ABC, Generic[Item, Answer]):
    """One per process and step; start it and stop it with the application.

    It refuses at once where more than `room` wait already, or the wait would exceed `patience`.
    """

    step: str
    """What a list is counted and logged as."""

    def __init__(self, database: Database, *, queue: int) -> None:
        self.line = ReservedLine(database)
        self.room = queue
        self.patience = _PATIENCE_SECONDS
        self._pace = Pace(_MOST)
        self._is_connected = False
        self._queue: deque[_Waiting[Item, Answer]] = deque()
        self._waits_since = 0.0
        self._under_way = 0
        self._began = 0.0
        self._some = asyncio.Event()
        self._is_stopping = False
        self._task: asyncio.Task[None] | None = None

    @abstractmethod
    async def _do(self, items: list[Item]) -> Sequence[Answer | Problem]:
        """Do a list in one transaction; answer each of its items, in their order."""

    @property
    def is_running(self) -> bool:
        """Tell whether anybody does what is handed in."""
        return self._task is not None and not self._task.done()

    @property
    def waiting(self) -> int:
        """Count what no list has taken up yet."""
        return len(self._queue)

    @property
    def is_full(self) -> bool:
        """Tell whether whoever comes now is asked to come back."""
        waiting = len(self._queue)
        if waiting >= self.room or self._is_stopping:
            return True
        if not self._under_way:
            return False
        seconds = asyncio.get_running_loop().time() - self._began
        return not self._pace.lets_in(
            waiting, begun=self._under_way, under_way=seconds, patience=self.patience
        )

    def start(self) -> None:
        """Begin to work."""
        self._is_stopping = False
        self._task = asyncio.create_task(self._run(), name=f"lists of {self.step}s")

    async def stop(self) -> None:
        """Do what was accepted, then stop; who comes meanwhile is asked to come back."""
        self._is_stopping = True
        self._some.set()
        if self._task is not None:
            await self._task
        await self.line.close()

    def hand_in(self, item: Item) -> asyncio.Future[Answer | Problem]:
        """Hand over one; its answer comes after its transaction has ended.

        Whoever hangs up cancels his own waiting, not the work.

        Raises: Problem `unavailable` where too many wait already, or for too long.
        """
        if self.is_full:
            raise come_back()
        return self._queued(item)

    async def submit(self, items: Sequence[Item]) -> list[Answer | Problem]:
        """Hand over what a phone sends at once, and wait as for `hand_in`: all of it, or nothing.

        Raises: Problem `unavailable` where too many wait already, or for too long.
        """
        if self.is_full:
            raise come_back()
        return [await answer for answer in [self._queued(each) for each in items]]

    def _queued(self, item: Item) -> asyncio.Future[Answer | Problem]:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Answer | Problem] = loop.create_future()
        if not self._queue:
            self._waits_since = loop.time()
        self._queue.append((item, answer))
        self._some.set()
        return answer

    async def _run(self) -> None:
        clock = asyncio.get_running_loop().time
        while await self._some_wait():
            listed = [self._queue.popleft() for _ in range(min(_MOST, len(self._queue)))]
            self._under_way, self._began = len(listed), clock()
            measures.waited(self.step, self._began - self._waits_since)
            try:
                await self._settle(listed)
            except Exception:
                # Even a log that cannot be written must not end the one task that works.
                _answer(listed, [come_back() for _ in listed])
            finally:
                self._under_way = 0

    async def _some_wait(self) -> bool:
        while not self._queue:
            if self._is_stopping:
                return False
            self._some.clear()
            await self._some.wait()
        return True

    async def _settle(self, listed: list[_Waiting[Item, Answer]]) -> None:
        """Do a list; an error halves it, so that none of it fails its neighbour."""
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            answers = await self._do([item for item, _ in listed])
        except Exception as failure:
            refused = outage(failure)
            if refused is not None:
                self._is_connected = False
                measures.failed(self.step)
                _log.error("list_unknown", step=self.step, number=len(listed), exc_info=failure)
                _answer(listed, [refused() for _ in listed])
            elif len(listed) == 1:
                _log.error("list_failed", step=self.step, exc_info=failure)
                _answer(listed, [Problem(INTERNAL_ERROR)])
            else:
                half = len(listed) // 2
                await self._settle(listed[:half])
                await self._settle(listed[half:])
            return
        _answer(listed, answers)
        seconds = clock() - began
        if self._is_connected:  # what it takes to connect says nothing of the lists to come
            self._pace.note(len(listed), seconds)
        self._is_connected = True
        measures.settled(self.step, len(listed), seconds)
        _log.info("list", step=self.step, number=len(listed), milliseconds=round(seconds * 1e3, 1))


def _answer(listed: Sequence[_Waiting[Item, Answer]], answers: Sequence[Answer | Problem]) -> None:
    for (_, waiting), answer in zip(listed, answers, strict=True):
        if not waiting.done():
            waiting.set_result(answer)
