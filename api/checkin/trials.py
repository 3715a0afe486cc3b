"""Simulated check-ins: judged by the rules of the real ones, and not recorded."""

from collections.abc import Awaitable, Sequence
from typing import Protocol

from fastapi import Request

from api.checkin import actions
from api.checkin.actions import Answer
from api.checkin.arrivals import Arrival
from api.db import Database


class Recorder(Protocol):
    """What takes arrivals and answers each: the committer, or a trial."""

    def hand_in(self, arrival: Arrival) -> Awaitable[Answer]:
        """Answer one arrival."""

    async def submit(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        """Answer arrivals in their order."""


class Trial:
    """Judges arrivals as the committer does, and records none of them."""

    def __init__(self, database: Database, master: bytes) -> None:
        self._database = database
        self._master = master

    async def hand_in(self, arrival: Arrival) -> Answer:
        """Answer one arrival as if it were recorded."""
        (answer,) = await self.submit([arrival])
        return answer

    async def submit(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        """Answer arrivals as if they were recorded."""
        async with self._database.write() as db:
            return await actions.check_in(db, self._master, list(arrivals), is_trial=True)


def recorder_of(
    request: Request, database: Database, master: bytes, *, is_simulated: bool
) -> Recorder:
    """Choose what takes the arrivals of a request."""
    committer: Recorder = request.app.state.committer
    return Trial(database, master) if is_simulated else committer
