"""Who is measured: members of one crowd, each once, on servers that stand side by side."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median
from typing import Final

from api.checkin import tickets
from bench import load, serving
from bench.crowd import MASTER, Crowd
from bench.load import Outcome
from bench.rush import noop, orm
from bench.serving import Served

_FASTEST: Final = 16_000
"""More than anything here answers in a second: nobody runs out of requests."""
_WARM: Final = 300


class NothingAccepted(Exception):
    """A server took nothing of a load; the message is what it answered, and the end of its log."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One round, or the medians of several; microseconds are processor time for each request."""

    per_second: float
    p50: float
    p99: float
    p999: float
    refused: int
    app_us: float
    database_us: float
    load_us: float


def medians(rounds: list[Figures]) -> Figures:
    """Take the median of each figure by itself; refusals are summed."""
    return Figures(
        per_second=median(each.per_second for each in rounds),
        p50=median(each.p50 for each in rounds),
        p99=median(each.p99 for each in rounds),
        p999=median(each.p999 for each in rounds),
        refused=sum(each.refused for each in rounds),
        app_us=median(each.app_us for each in rounds),
        database_us=median(each.database_us for each in rounds),
        load_us=median(each.load_us for each in rounds),
    )


@dataclass(slots=True)
class Hall:
    """A crowd on one database; nobody of it is sent in twice."""

    crowd: Crowd
    database_pid: int | None
    """Of PostgreSQL; SQLite works in the program itself."""
    loads_left: int
    """How many loads share who is left, so that no load of a fast machine takes them all."""
    first: int = 0
    acknowledged: set[int] = field(default_factory=set)

    def check_in(self, server: Served, *, connections: int, seconds: float) -> Figures:
        """Send members in as fast as they are answered."""
        number = min(self._share(), math.ceil(_FASTEST * seconds))
        return self._measure(
            server,
            self._requests(number),
            lambda raw: load.closed(
                server.port, raw, connections=connections, seconds=seconds, keep=True
            ),
        )

    def arrive(self, server: Served, *, rate: int, connections: int, seconds: float) -> Figures:
        """Send members in as they come by themselves."""
        number = min(self._share(), math.ceil(rate * seconds))
        return self._measure(
            server,
            self._requests(number),
            lambda raw: load.open_loop(
                server.port,
                raw,
                rate=rate,
                connections=connections,
                deadline=3 * seconds + 10,
                keep=True,
                seed=self.first,
            ),
        )

    def check_in_by_orm(self, server: Served, *, connections: int, seconds: float) -> Figures:
        """Send members to the baseline that is written as usual."""
        number = min(self._share(), math.ceil(_FASTEST / 8 * seconds))
        return self._measure(
            server,
            [self._orm_request(self.first + i) for i in range(number)],
            lambda raw: load.closed(
                server.port, raw, connections=connections, seconds=seconds, keep=True
            ),
        )

    def warm(self, server: Served) -> None:
        """Let a server make what it makes only once."""
        self.loads_left += 1
        self._send(
            self._requests(min(_WARM, self._share())),
            lambda raw: load.closed(server.port, raw, connections=16, keep=True),
        )

    def _share(self) -> int:
        left = self.crowd.scale.members - self.first
        return left // max(1, self.loads_left)

    def _requests(self, number: int) -> list[bytes]:
        at = datetime.now(UTC)
        return [self.crowd.check_in_request(MASTER, self.first + i, at) for i in range(number)]

    def _orm_request(self, i: int) -> bytes:
        at, phone_id = datetime.now(UTC), self.crowd.phone_id(i)
        _, digits = self.crowd.typed(MASTER, i, at)
        same = tickets.read(MASTER, self.crowd.ticket(MASTER, i, at), phone_id=phone_id)
        assert same is not None
        ticket = orm.ticket(MASTER, same, phone_id=phone_id)
        body = {"id": str(self.crowd.check_in_id(i)), "ticket": ticket, "digits": digits}
        return self.crowd.post(orm.PATH, self.crowd.cookie(MASTER, i), body)

    def _measure(
        self, server: Served, raw: list[bytes], send: Callable[[list[bytes]], Outcome]
    ) -> Figures:
        app, database = server.cpu_seconds(), self._database_seconds()
        outcome = self._send(raw, send)
        if not outcome.accepted:
            raise NothingAccepted(f"{dict(outcome.statuses)}: {server.log.read_text()[-2_000:]}")
        app, database = server.cpu_seconds() - app, self._database_seconds() - database
        return figures(outcome, app=app, database=database)

    def _send(self, raw: list[bytes], send: Callable[[list[bytes]], Outcome]) -> Outcome:
        outcome = send(raw)
        self.acknowledged.update(
            self.first + index for index, status, _ in outcome.answered if status == 200
        )
        self.first += outcome.taken
        self.loads_left -= 1
        return outcome

    def _database_seconds(self) -> float:
        return serving.cpu_seconds(self.database_pid) if self.database_pid is not None else 0.0


def ping(server: Served, *, connections: int, seconds: float) -> Figures:
    """Send what does nothing."""
    raw = [noop.request()] * math.ceil(_FASTEST * seconds)
    app = server.cpu_seconds()
    outcome = load.closed(server.port, raw, connections=connections, seconds=seconds)
    return figures(outcome, app=server.cpu_seconds() - app, database=0.0)


def figures(outcome: Outcome, *, app: float, database: float) -> Figures:
    """Write a load's outcome and the processor time that it took, for each request."""
    return Figures(
        per_second=outcome.per_second,
        p50=outcome.p50,
        p99=outcome.p99,
        p999=outcome.p999,
        refused=outcome.taken - outcome.accepted,
        app_us=app / max(1, outcome.taken) * 1e6,
        database_us=database / max(1, outcome.taken) * 1e6,
        load_us=outcome.cpu_us,
    )
