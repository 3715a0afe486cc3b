"""The exchanger: the lists in which codes are read and become tickets."""

import asyncio
from datetime import datetime
from typing import Final

from api.access.devices import Phone
from api.checkin import exchange, measures
from api.checkin.exchange import Asked, WrongCode, exchange_all
from api.checkin.expected import ExpectedUnits
from api.checkin.lists import ListWorker
from api.db import Database
from api.kit.errors import Problem, come_back

_MOST_WRONG: Final = 64


class Exchanger(ListWorker[Asked, bytes | WrongCode]):
    """One per process; hands back a `TicketView`'s JSON, or what was wrong, to be remembered."""

    step = measures.CODES

    def __init__(self, database: Database, master: bytes, *, queue: int) -> None:
        super().__init__(database, queue=queue)
        self._database = database
        self._master = master
        self._expected = ExpectedUnits()
        self._remembering = asyncio.Lock()
        self._wrong = 0

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

    async def _do(self, items: list[Asked]) -> list[bytes | WrongCode]:
        async with self.line.read() as db:
            answers = await exchange_all(db, self._master, items, self._expected)
        measures.exchanged(answers)
        return answers
