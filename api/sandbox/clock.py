"""The clock of a sandbox: the real one, and how far it was moved, which the database keeps."""

from datetime import datetime, timedelta

from api.db import Database
from api.kit.clock import Clock
from api.sandbox import store


class MovedClock:
    """Read it by calling it, like any clock; it goes on at the pace of the real one."""

    def __init__(self, real: Clock) -> None:
        self.real = real
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        """Tell the instant."""
        return self.real() + self.ahead

    async def refresh(self, database: Database) -> None:
        """Read how far it was moved, perhaps by another process or before a restart."""
        async with database.read() as db:
            kept = await store.clock(db)
        if kept is not None:
            self.ahead = timedelta(milliseconds=kept.ahead_ms)
