"""The committer: the lists in which check-ins are judged and written, one transaction each.

A phone is answered after the commit. Measured: 3.3 times the check-ins of one transaction each
(shared figures).
"""

from typing import Final

from sqlalchemy.exc import DBAPIError

from api.checkin import actions, measures
from api.checkin.actions import Answer
from api.checkin.arrivals import Arrival
from api.checkin.ledger import LostRace
from api.checkin.lists import ListWorker
from api.db import Database

_TRIES: Final = 4
_SERIALISATION_STATES: Final = frozenset({"40001", "40P01"})


class Committer(ListWorker[Arrival, bytes]):
    """One per process; what it hands back is a receipt's JSON, or why there is none."""

    step = measures.CHECK_INS

    def __init__(self, database: Database, master: bytes, *, queue: int) -> None:
        super().__init__(database, queue=queue)
        self._master = master

    async def _do(self, items: list[Arrival]) -> list[Answer]:
        for attempt in range(_TRIES):
            try:
                async with self.line.write() as db:
                    return await actions.check_in(db, self._master, items)
            except LostRace:
                if attempt == _TRIES - 1:
                    raise
            except DBAPIError as failure:
                state = getattr(failure.orig, "sqlstate", None)
                if state not in _SERIALISATION_STATES or attempt == _TRIES - 1:
                    raise
        raise AssertionError("the last try returns or raises")
