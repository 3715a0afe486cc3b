"""The committer: everything that arrived while the last transaction committed is the next one.

No timer: a batch is whatever waits. A phone is answered after the commit; a phone that hangs up
disturbs nobody, because the route only waits for the committer and never lends it its own
transaction. Measured: 3.3 times the check-ins of one transaction each (shared figures).
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import DBAPIError

from api.checkin import actions, measures
from api.checkin.actions import Answer
from api.checkin.arrivals import Arrival
from api.checkin.ledger import LostRace
from api.db import Database, ReservedLine, outage
from api.kit.errors import INTERNAL_ERROR, Problem, come_back
from api.kit.pace import Pace

_log = structlog.get_logger("api.checkin")

_MOST = 500
_TRIES = 4
_SERIALISATION_STATES = frozenset({"40001", "40P01"})
_PATIENCE_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class _Waiting:
    arrival: Arrival
    answer: asyncio.Future[Answer]


class Committer:
    """One per process; start it and stop it with the application.

    It refuses at once where more than `room` wait already, or the wait would exceed `patience`.
    """

    def __init__(self, database: Database, master: bytes, *, queue: int) -> None:
        self.database = ReservedLine(database)
        self.room = queue
        self.patience = _PATIENCE_SECONDS
        self._master = master
        self._pace = Pace(_MOST)
        self._queue: deque[_Waiting] = deque()
        self._under_way = 0
        self._began = 0.0
        self._since = 0.0
        self._arrived = asyncio.Event()
        self._settled = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether anything commits."""
        return self._task is not None and not self._task.done()

    @property
    def waiting(self) -> int:
        """Count the arrivals that no transaction has taken up yet."""
        return len(self._queue)

    @property
    def is_full(self) -> bool:
        """Tell whether whoever comes now is asked to come back."""
        if not self._under_way:
            return self.waiting >= self.room
        under_way = asyncio.get_running_loop().time() - self._began
        return self.waiting >= self.room or not self._pace.lets_in(
            self.waiting, begun=self._under_way, under_way=under_way, patience=self.patience
        )

    @property
    def busy(self) -> float:
        """Estimate the seconds until all that is here has been answered."""
        if not self._under_way:
            return 0.0
        under_way = asyncio.get_running_loop().time() - self._began
        return self._pace.wait(self._under_way + self.waiting, under_way=under_way)

    def start(self) -> None:
        """Begin to commit."""
        self._task = asyncio.create_task(self._run(), name="committer")

    async def stop(self) -> None:
        """Commit what was accepted, then stop."""
        while self._queue or self._under_way:
            self._settled.clear()
            await self._settled.wait()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        await self.database.close()

    async def submit(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        """Hand over what a phone sends and wait until its transactions have committed.

        Whoever hangs up cancels his own waiting, not the commit.

        Raises: Problem `unavailable` where too many wait already, or for too long.
        """
        if self.is_full:
            raise come_back()
        make = asyncio.get_running_loop().create_future
        handed = [_Waiting(each, make()) for each in arrivals]
        if not self._queue:
            self._since = asyncio.get_running_loop().time()
        self._queue.extend(handed)
        self._arrived.set()
        return [await each.answer for each in handed]

    async def _run(self) -> None:
        while True:
            await self._arrived.wait()
            batch = [self._queue.popleft() for _ in range(min(_MOST, len(self._queue)))]
            if not self._queue:
                self._arrived.clear()
            await self._take_up(batch)

    async def _take_up(self, batch: list[_Waiting]) -> None:
        self._under_way, self._began = len(batch), asyncio.get_running_loop().time()
        measures.waited(self._began - self._since)
        try:
            await self._settle(batch)
        except Exception:
            # Even a log that cannot be written must not end the one task that commits.
            self._answer(batch, [come_back() for _ in batch])
        finally:
            self._under_way = 0
            self._settled.set()

    async def _settle(self, batch: list[_Waiting]) -> None:
        """Commit a batch; a database error bisects it, so that no arrival fails its neighbour."""
        began = asyncio.get_running_loop().time()
        try:
            answers = await self._commit([waiting.arrival for waiting in batch])
        except Exception as failure:
            refused = outage(failure)
            if refused is None:
                # Whatever one arrival did, its neighbours are not to suffer.
                await self._bisect(batch, failure)
                return
            measures.failed()
            _log.error("commit_unknown", arrivals=len(batch), exc_info=failure)
            self._answer(batch, [refused() for _ in batch])
            return
        self._answer(batch, answers)
        seconds = asyncio.get_running_loop().time() - began
        self._pace.note(len(batch), seconds)
        measures.settled(measures.CHECK_INS, len(batch), seconds)
        _log.info("committed", arrivals=len(batch), milliseconds=round(seconds * 1_000, 1))

    async def _bisect(self, batch: list[_Waiting], failure: Exception) -> None:
        if len(batch) == 1:
            _log.error("check_in_failed", exc_info=failure)
            self._answer(batch, [Problem(INTERNAL_ERROR)])
            return
        half = len(batch) // 2
        await self._settle(batch[:half])
        await self._settle(batch[half:])

    async def _commit(self, arrivals: list[Arrival]) -> list[Answer]:
        for attempt in range(_TRIES):
            try:
                async with self.database.write() as db:
                    return await actions.check_in(db, self._master, arrivals)
            except LostRace:
                if attempt == _TRIES - 1:
                    raise
            except DBAPIError as failure:
                state = getattr(failure.orig, "sqlstate", None)
                if state not in _SERIALISATION_STATES or attempt == _TRIES - 1:
                    raise
        raise AssertionError("the last try returns or raises")

    @staticmethod
    def _answer(batch: list[_Waiting], answers: list[Answer]) -> None:
        for waiting, answer in zip(batch, answers, strict=True):
            if not waiting.answer.done():
                waiting.answer.set_result(answer)
