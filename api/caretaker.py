"""The caretaker: what happens by itself when its time comes, whoever looks.

Every process has one. Two of them may find the same session due: it opens once, since whoever comes
second finds it moved.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Final
from uuid import UUID

import structlog

from api import plan_changes
from api.attendance import tallies, tally_store
from api.db import Database
from api.kit.clock import Clock
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.files import Files
from api.privacy import purging
from api.sessions import opening, running, window_store

_log = structlog.get_logger("api.caretaker")

Waiter = Callable[[float], Awaitable[None]]

_SESSIONS_AT_ONCE: Final = 100
_PLAN_CHANGES: Final = 100
_ROUNDS: Final = 4
_LONGEST_SILENCE: Final = 60.0
"""So many rounds, and so many seconds, may pass without one that succeeds."""

OFF: Final = 0
"""So many seconds between two rounds mean that there are none."""


class Caretaker:
    """One per process; start it and stop it with the application."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        seconds: int,
        files: Files | None = None,
        wait: Waiter = asyncio.sleep,
    ) -> None:
        self._database = database
        self._clock = clock
        self._seconds = seconds
        self._files = files
        self._wait = wait
        self._at_work = asyncio.Lock()
        self._told: set[UUID] = set()
        self._task: asyncio.Task[None] | None = None
        self._purging: asyncio.Task[None] | None = None
        self._purged_on: date | None = None
        self._is_stopping = False
        self._looked = 0.0

    @property
    def idle_seconds(self) -> float:
        """Tell for how long no round has come to a good end; 0 where there are none."""
        return 0.0 if self._task is None else asyncio.get_running_loop().time() - self._looked

    @property
    def lives(self) -> bool:
        """Tell whether what is to happen by itself happens: it is off, or its rounds succeed."""
        return self.idle_seconds <= max(_LONGEST_SILENCE, _ROUNDS * self._seconds)

    def start(self) -> None:
        """Begin to look, unless it is off."""
        if self._seconds != OFF:
            self._looked = asyncio.get_running_loop().time()
            self._task = asyncio.create_task(self._run(), name="caretaker")

    async def stop(self) -> None:
        """Finish what was begun, then stop; of a purge the batch in hand."""
        self._is_stopping = True
        if self._task is not None:
            async with self._at_work:
                self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        if self._purging is not None:
            await self._purging

    async def look(self, *, at: datetime) -> None:
        """Open the sessions whose time has come, and lock those that were closed long enough ago.

        Each in a transaction of its own: one that cannot open keeps no other from it.
        """
        async with self._database.read() as db:
            due = await opening.sessions_due(db, at=at)
            is_any_to_lock = await window_store.any_to_lock(db, at=at)
        if is_any_to_lock:
            async with self._database.write() as db:
                await running.lock_due(db, at=at)
        await self._tidy(at=at)
        self._told &= set(due)
        for session_id in due:
            await self._open(session_id, at=at)

    async def _tidy(self, *, at: datetime) -> None:
        """Put what changed since into the sums of sessions, and count plan changes together."""
        async with self._database.read() as db:
            changed = await tally_store.changed(db, most=_SESSIONS_AT_ONCE)
        for session_id in changed:
            await tallies.fold(self._database, session_id)
        async with self._database.read() as db:
            is_any_to_fold = await plan_changes.are_more_than(db, _PLAN_CHANGES)
        if is_any_to_fold:
            async with self._database.write() as db:
                await plan_changes.fold(db, at=at)

    async def purge(self, *, at: datetime) -> None:
        """Purge what is too old, where no process has done so today.

        Beside the rounds, in small batches: a session whose time comes meanwhile opens.
        """
        if self._files is None or self._purged_on == day_of(at):
            return
        try:
            await purging.purge_daily(
                self._database, self._files, at=at, goes_on=lambda: not self._is_stopping
            )
            self._purged_on = day_of(at)
        except Exception as failure:
            _log.error("purge_failed", exc_info=failure)

    async def _open(self, session_id: UUID, *, at: datetime) -> None:
        try:
            async with self._database.write() as db:
                await opening.open_due(db, session_id, at=at)
        except Problem as refused:
            if session_id not in self._told:
                self._told.add(session_id)
                code = refused.fault.code
                _log.warning("session_not_opened", session_id=str(session_id), code=code)
        except Exception as failure:
            _log.error("session_not_opened", session_id=str(session_id), exc_info=failure)

    async def _run(self) -> None:
        while True:
            async with self._at_work:
                try:
                    at = self._clock()
                    await self.look(at=at)
                    self._looked = asyncio.get_running_loop().time()
                    if self._purging is None or self._purging.done():
                        self._purging = asyncio.create_task(self.purge(at=at), name="purge")
                except Exception as failure:
                    _log.error("caretaker_failed", exc_info=failure)
            await self._wait(self._seconds)
