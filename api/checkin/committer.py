"""The committer: everything that arrived while the last transaction committed is the next one.

No timer: a batch is whatever waits. On PostgreSQL two are under way, as if by two processes: one is
judged while the database writes the other. A phone is answered after the commit; a phone that hangs
up disturbs nobody, because the route only waits for the committer and never lends it its own
transaction. Measured: 3.3 times the check-ins of one transaction each (shared figures).
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Sequence

import structlog
from sqlalchemy.exc import DBAPIError

from api.checkin import actions, measures
from api.checkin.actions import Answer
from api.checkin.arrivals import Arrival
from api.checkin.ledger import LostRace
from api.db import LINES, Database, ReservedLine, outage
from api.kit.errors import INTERNAL_ERROR, Problem, come_back
from api.kit.pace import Pace

_log = structlog.get_logger("api.checkin")

_MOST = 500
_TRIES = 4
_SERIALISATION_STATES = frozenset({"40001", "40P01"})
_PATIENCE_SECONDS = 0.25


_Waiting = tuple[Arrival, asyncio.Future[Answer]]


class Committer:
    """One per process; start it and stop it with the application.

    It refuses at once where more than `room` wait already, or the wait would exceed `patience`.
    """

    def __init__(self, database: Database, master: bytes, *, queue: int) -> None:
        # SQLite takes one writer: a second list would only wait for the first.
        self.lines = [ReservedLine(database) for _ in range(1 if database.is_sqlite else LINES)]
        self.room = queue
        self.patience = _PATIENCE_SECONDS
        self._master = master
        self._pace = Pace(_MOST)
        self._queue: deque[_Waiting] = deque()
        self._under_way: dict[ReservedLine, tuple[int, float]] = {}
        self._begun = 0
        self._at_work_since = 0.0
        self._ended = 0.0
        self._since = 0.0
        self._arrived = asyncio.Event()
        self._settled = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def is_running(self) -> bool:
        """Tell whether everything commits that should."""
        return bool(self._tasks) and not any(task.done() for task in self._tasks)

    @property
    def waiting(self) -> int:
        """Count the arrivals that no transaction has taken up yet."""
        return len(self._queue)

    @property
    def is_full(self) -> bool:
        """Tell whether whoever comes now is asked to come back."""
        waiting = len(self._queue)
        if waiting >= self.room or not self._under_way:
            return waiting >= self.room
        seconds = asyncio.get_running_loop().time() - self._at_work_since
        return not self._pace.lets_in(
            waiting, begun=self._begun, under_way=seconds, patience=self.patience
        )

    @property
    def busy(self) -> float:
        """Estimate the seconds until all that is here has been answered."""
        if not self._under_way:
            return 0.0
        seconds = asyncio.get_running_loop().time() - self._at_work_since
        return self._pace.wait(self._begun + self.waiting, under_way=seconds)

    def _note_work(self) -> None:
        """Count what is under way, and note since when; asked for each arrival, so kept by list."""
        lists = self._under_way.values()
        self._begun = sum(number for number, _ in lists)
        self._at_work_since = max(self._ended, min((began for _, began in lists), default=0.0))

    def start(self) -> None:
        """Begin to commit."""
        self._tasks = [
            asyncio.create_task(self._run(line), name=f"committer {number}")
            for number, line in enumerate(self.lines)
        ]

    async def stop(self) -> None:
        """Commit what was accepted, then stop."""
        while self._queue or self._under_way:
            self._settled.clear()
            await self._settled.wait()
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        for line in self.lines:
            await line.close()

    def hand_in(self, arrival: Arrival) -> asyncio.Future[Answer]:
        """Hand over one check-in; its answer comes after its transaction has committed.

        Whoever hangs up cancels his own waiting, not the commit.

        Raises: Problem `unavailable` where too many wait already, or for too long.
        """
        if self.is_full:
            raise come_back()
        return self._queued(arrival)

    async def submit(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        """Hand over what a phone sends at once, and wait as for `hand_in`: all of it, or nothing.

        Raises: Problem `unavailable` where too many wait already, or for too long.
        """
        if self.is_full:
            raise come_back()
        return [await answer for answer in [self._queued(each) for each in arrivals]]

    def _queued(self, arrival: Arrival) -> asyncio.Future[Answer]:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Answer] = loop.create_future()
        if not self._queue:
            self._since = loop.time()
        self._queue.append((arrival, answer))
        self._arrived.set()
        return answer

    async def _run(self, line: ReservedLine) -> None:
        while True:
            while not self._queue:  # or another line was faster
                self._arrived.clear()
                await self._arrived.wait()
            batch = [self._queue.popleft() for _ in range(min(_MOST, len(self._queue)))]
            await self._take_up(line, batch)

    async def _take_up(self, line: ReservedLine, batch: list[_Waiting]) -> None:
        clock = asyncio.get_running_loop().time
        began = clock()
        self._under_way[line] = len(batch), began
        self._note_work()
        measures.waited(began - self._since)
        try:
            await self._settle(line, batch)
        except Exception:
            # Even a log that cannot be written must not end a task that commits.
            _answer(batch, [come_back() for _ in batch])
        finally:
            del self._under_way[line]
            self._ended = clock()
            self._note_work()
            self._settled.set()

    async def _settle(self, line: ReservedLine, batch: list[_Waiting]) -> None:
        """Commit a batch; a database error bisects it, so that no arrival fails its neighbour."""
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            answers = await self._commit(line, [arrival for arrival, _ in batch])
        except Exception as failure:
            refused = outage(failure)
            if refused is None:
                # Whatever one arrival did, its neighbours are not to suffer.
                await self._bisect(line, batch, failure)
                return
            measures.failed()
            _log.error("commit_unknown", arrivals=len(batch), exc_info=failure)
            _answer(batch, [refused() for _ in batch])
            return
        _answer(batch, answers)
        ended = clock()
        # What another list took meanwhile is not this one's.
        seconds = ended - max(began, self._ended)
        self._pace.note(len(batch), seconds)
        measures.settled(measures.CHECK_INS, len(batch), ended - began)
        milliseconds = round((ended - began) * 1_000, 1)
        _log.info("committed", arrivals=len(batch), milliseconds=milliseconds)

    async def _bisect(self, line: ReservedLine, batch: list[_Waiting], failure: Exception) -> None:
        if len(batch) == 1:
            _log.error("check_in_failed", exc_info=failure)
            _answer(batch, [Problem(INTERNAL_ERROR)])
            return
        half = len(batch) // 2
        await self._settle(line, batch[:half])
        await self._settle(line, batch[half:])

    async def _commit(self, line: ReservedLine, arrivals: list[Arrival]) -> list[Answer]:
        for attempt in range(_TRIES):
            try:
                async with line.write() as db:
                    return await actions.check_in(db, self._master, arrivals)
            except LostRace:
                if attempt == _TRIES - 1:
                    raise
            except DBAPIError as failure:
                state = getattr(failure.orig, "sqlstate", None)
                if state not in _SERIALISATION_STATES or attempt == _TRIES - 1:
                    raise
        raise AssertionError("the last try returns or raises")


def _answer(batch: list[_Waiting], answers: list[Answer]) -> None:
    for (_, waiting), answer in zip(batch, answers, strict=True):
        if not waiting.done():
            waiting.set_result(answer)
