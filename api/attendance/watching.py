"""Watching a session: one reader of each, however many look.

The reader looks once a second and hands on what has changed. It has short transactions of its own,
so that whoever looks for a morning holds none.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

import structlog
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from api.attendance.live import live_of
from api.attendance.schemas import Live
from api.attendance.tallies import Tallier
from api.db import Database
from api.kit.clock import Clock
from api.kit.conditional import etag_of
from api.kit.errors import come_back
from api.sessions.rules import state_at
from api.tables.sessions import Session
from api.words import SessionState

_log = structlog.get_logger("api.attendance")

SECONDS: Final = 1.0
"""Between two looks of a reader; all else is counted in looks."""

KEEP_ALIVE: Final = 15
ASKED_AGAIN: Final = 60
MOST: Final = 500
"""Who may look in one process at once: each holds a connection of the server."""

Waiter = Callable[[float], Awaitable[None]]
StillMay = Callable[[], Awaitable[bool]]


@dataclass(slots=True, eq=False)
class _Watched:
    """A session that somebody looks at: what was last found, and when its reader has looked."""

    etag: str | None = None
    event: bytes = b""
    is_over: bool = False
    viewers: int = 0
    looked: asyncio.Event = field(default_factory=asyncio.Event)
    reader: asyncio.Task[None] | None = None

    def tell(self) -> None:
        """Wake everybody who waits for the next look."""
        self.looked.set()
        self.looked = asyncio.Event()


class Watching:
    """One per process; `wait` sleeps between two looks, `is_stopping` ends all at the next look."""

    def __init__(
        self,
        database: Database,
        tallier: Tallier,
        clock: Clock,
        *,
        is_stopping: Callable[[], bool] = lambda: False,
        wait: Waiter = asyncio.sleep,
        most: int = MOST,
    ) -> None:
        self._database = database
        self._tallier = tallier
        self._clock = clock
        self.is_stopping = is_stopping
        self._wait = wait
        self._most = most
        self._watched: dict[UUID, _Watched] = {}

    @property
    def viewers(self) -> int:
        """Count who looks now."""
        return sum(each.viewers for each in self._watched.values())

    def require_room(self) -> None:
        """Let nobody in where too many look already.

        Raises: Problem `unavailable`.
        """
        if self.viewers >= self._most:
            raise come_back()

    async def stop(self) -> None:
        """End every reader and with it every stream."""
        for session_id, watched in list(self._watched.items()):
            self._end(session_id, watched)
            if watched.reader is not None:
                watched.reader.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await watched.reader

    async def events(self, session_id: UUID, still_may: StillMay) -> AsyncGenerator[bytes, None]:
        """Give the counts of a session as they are, then whenever they have changed.

        Ends when the session is locked or gone, when `still_may` denies, and with the program.
        """
        watched = self._join(session_id)
        sent, quiet, unasked = None, 0, 0
        try:
            while True:
                looked = watched.looked
                if watched.etag != sent:
                    sent, quiet = watched.etag, 0
                    yield watched.event
                elif quiet >= KEEP_ALIVE:
                    quiet = 0
                    yield KEEPALIVE_COMMENT
                if watched.is_over:
                    return
                if unasked >= ASKED_AGAIN:
                    unasked = 0
                    if not await still_may():
                        return
                await looked.wait()
                quiet, unasked = quiet + 1, unasked + 1
        finally:
            watched.viewers -= 1

    def _join(self, session_id: UUID) -> _Watched:
        watched = self._watched.get(session_id)
        if watched is None:
            watched = self._watched[session_id] = _Watched()
            name = f"watch {session_id}"
            watched.reader = asyncio.create_task(self._read_on(session_id, watched), name=name)
        watched.viewers += 1
        return watched

    async def _read_on(self, session_id: UUID, watched: _Watched) -> None:
        while watched.viewers and not watched.is_over:
            try:
                live = await self._look(session_id, watched)
            except Exception as failure:
                # Those who look keep what they have; the database may be back at the next look.
                _log.error("live_not_read", session_id=str(session_id), exc_info=failure)
                live = None
            if live is not None and etag_of(live) != watched.etag:
                watched.etag = etag_of(live)
                watched.event = format_sse_event(
                    data_str=live.model_dump_json(), event="live", id=watched.etag.strip('"')
                )
            if self.is_stopping():
                break
            if not watched.is_over:
                watched.tell()
                await self._wait(SECONDS)
        self._end(session_id, watched)

    async def _look(self, session_id: UUID, watched: _Watched) -> Live | None:
        at = self._clock()
        async with self._database.read() as db:
            session = await db.get(Session, session_id)
            if session is None:
                watched.is_over = True
                return None
            state = state_at(session.state, session.locks_at, at)
            sums = await self._tallier.sums(db, session, at=at)
            live = await live_of(db, session_id, sums)
        watched.is_over = state is SessionState.LOCKED
        return live

    def _end(self, session_id: UUID, watched: _Watched) -> None:
        watched.is_over = True
        if self._watched.get(session_id) is watched:
            del self._watched[session_id]
        watched.tell()
