"""The check-in over HTTP, against the cheapest answer of the same server, on both databases.

Real tickets and cookies, another member each time, audit on, answered after the commit. The two are
interleaved in one run, since the machine is noisy and only their ratio is worth anything.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.attendance import Attendance
from bench import report
from bench.load import Measured, Request, send
from tests import postgres, rush
from tests.databases import Template, postgres_template, sqlite_template
from tests.moving_clock import MovingClock
from tests.serving import serving

ROUNDS = 3
CHECK_INS = 1_500
CONNECTIONS = (64, 256)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    database: str
    connections: int
    check_in: Measured
    no_op: Measured

    @property
    def ratio(self) -> float:
        """Tell how much of the server's cheapest answer a check-in keeps."""
        return self.check_in.per_second / self.no_op.per_second


def section() -> str:
    """Measure, and write the section; each line is printed as soon as it is known."""
    lines = []
    for row in measure():
        lines.append(_line(row))
        print(lines[-1], flush=True)
    about = (
        f"One process of the server and the load on the same machine. {CHECK_INS} check-ins a "
        "run, real tickets and cookies, another member each time, audit on, answered after the "
        f'commit; medians of {ROUNDS} interleaved runs. "no-op" is `GET /healthz` of the same '
        "server: what the framework alone costs."
    )
    head = "| database | connections | check-ins/s | no-op/s | ratio | p50 ms | p99 ms | refused |"
    return f"{about}\n\n{report.table(head, lines)}"


def _line(row: Row) -> str:
    check_in, no_op = row.check_in, row.no_op
    return (
        f"| {row.database} | {row.connections} "
        f"| {check_in.per_second:,.0f} | {no_op.per_second:,.0f} "
        f"| {row.ratio:.2f} | {check_in.p50:.0f} | {check_in.p99:.0f} | {check_in.refused} |"
    )


def measure() -> Iterator[Row]:
    """Measure on SQLite, then on a durable throw-away PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _on("SQLite", sqlite_template(Path(folder)), Path(folder))
        with postgres.start(durable=True) as server:
            yield from _on("PostgreSQL", postgres_template(server), Path(folder))


def _on(database: str, template: Template, folder: Path) -> Iterator[Row]:
    for connections in CONNECTIONS:
        pairs = []
        for _ in range(ROUNDS):
            with _hall(template, folder) as (port, check_ins):
                no_op = [Request("GET", "/healthz")] * CHECK_INS
                pairs.append(
                    (
                        send(port, check_ins, connections=connections),
                        send(port, no_op, connections=connections),
                    )
                )
        by_ratio = sorted(pairs, key=lambda pair: pair[0].per_second / pair[1].per_second)
        yield Row(database, connections, *by_ratio[len(by_ratio) // 2])


@contextmanager
def _hall(template: Template, folder: Path) -> Iterator[tuple[int, list[Request]]]:
    """Open a session with bound phones; afterwards every check-in must be there exactly once."""
    with serving(template, folder, MovingClock()) as site:
        requests = [
            Request("POST", "/api/v1/check-ins", ready.body, ready.cookie)
            for ready in rush.gather(site, CHECK_INS)
        ]
        yield site.port, requests

        async def recorded(db: AsyncSession) -> int:
            return (await db.execute(select(func.count()).select_from(Attendance))).scalar_one()

        assert site.do(recorded) == CHECK_INS, "an acknowledged check-in is missing"
