"""The committer: everything that arrived while the last transaction committed is the next one.

No timer: a batch is whatever waits. A phone is answered after the commit; a phone that hangs up
disturbs nobody, because the route only waits for the committer and never lends it its own
transaction. Measured: 3.3 times the check-ins of one transaction each (shared figures).
"""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import DBAPIError

from api.checkin import actions
from api.checkin.actions import Answer
from api.checkin.arrivals import Arrival
from api.checkin.ledger import LostRace
from api.db import Database, outage
from api.kit.errors import INTERNAL_ERROR, Problem, come_back

_log = structlog.get_logger("api.checkin")

_MOST = 500
_TRIES = 4
_SERIALISATION_STATES = frozenset({"40001", "40P01"})


@dataclass(frozen=True, slots=True)
class _Waiting:
    arrival: Arrival
    answer: asyncio.Future[Answer]


class Committer:
    """One per process; start it and stop it with the application."""

    def __init__(self, database: Database, master: bytes, *, queue: int) -> None:
        self._database = database
        self._master = master
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue()
        self.room = queue
        self._task: asyncio.Task[None] | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether anything commits."""
        return self._task is not None and not self._task.done()

    @property
    def waiting(self) -> int:
        """Count the arrivals that no transaction has taken up yet."""
        return self._queue.qsize()

    def start(self) -> None:
        """Begin to commit."""
        self._task = asyncio.create_task(self._run(), name="committer")

    async def stop(self) -> None:
        """Commit what was accepted, then stop."""
        await self._queue.join()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def submit(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        """Hand over what a phone sends and wait until its transactions have committed.

        Raises: Problem `unavailable` where too many wait already.
        """
        if self.waiting >= self.room:
            raise come_back()
        loop = asyncio.get_running_loop()
        handed = [_Waiting(each, loop.create_future()) for each in arrivals]
        for waiting in handed:
            self._queue.put_nowait(waiting)
        # A phone that hangs up cancels its own waiting, not the commit.
        return await asyncio.shield(asyncio.gather(*(waiting.answer for waiting in handed)))

    async def _run(self) -> None:
        while True:
            batch = [await self._queue.get()]
            while len(batch) < _MOST and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            try:
                await self._settle(batch)
            except Exception:
                # Even a log that cannot be written must not end the one task that commits.
                self._answer(batch, [come_back() for _ in batch])
            finally:
                for _ in batch:
                    self._queue.task_done()

    async def _settle(self, batch: list[_Waiting]) -> None:
        """Commit a batch; a database error bisects it, so that no arrival fails its neighbour."""
        arrivals = [waiting.arrival for waiting in batch]
        try:
            answers = await self._commit(arrivals)
        except Exception as failure:
            answer = outage(failure)
            if answer is None:
                # Whatever one arrival did, its neighbours are not to suffer.
                await self._bisect(batch, failure)
                return
            _log.error("commit_unknown", arrivals=len(batch), exc_info=failure)
            answers = [answer() for _ in batch]
        self._answer(batch, answers)

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
                async with self._database.write() as db:
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
