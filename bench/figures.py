"""The figures of a conference, gathered from a database of a district and of a province."""

import asyncio
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from api.db import Database
from api.reports.gathering import gather
from api.tables.conferences import Conference
from bench import province, report
from tests import postgres

SIZES = (3_500, 150_000)
_MOST_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: how long it took, and by how much the process grew, in MB."""

    database: str
    members: int
    seconds: float
    grown: float


def section() -> str:
    """Measure, and write the section; each line is printed as soon as it is known.

    Raises: AssertionError where the figures are wrong or the aim is missed.
    """
    lines = []
    for row in measure():
        lines.append(f"| {row.database} | {row.members:,} | {row.seconds:.1f} | {row.grown:,.0f} |")
        print(lines[-1], flush=True)
    about = (
        "A whole conference of five classes that were held and locked (`api/reports/gathering.py`):"
        " every member once, by unit and class, from one pass over sorted streams. Growth is that "
        "of the process's largest size, the database's own caches among it."
    )
    return f"{about}\n\n{report.table('| database | members | seconds | growth, MB |', lines)}"


def measure() -> Iterator[Row]:
    """Measure on SQLite, then on a throw-away PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder, postgres.start() as server:
        for members in SIZES:
            path = Path(folder) / f"figures-{members}.db"
            yield asyncio.run(_on("SQLite", f"sqlite:///{path}", members))
            server.create_database(f"figures_{members}")
            url = server.url(f"figures_{members}")
            yield asyncio.run(_on("PostgreSQL", url, members))


async def _on(name: str, url: str, members: int) -> Row:
    database = Database(url)
    try:
        await province.fill(database, members)
        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        async with database.read() as db:
            conference = await db.get_one(Conference, province.CONFERENCE)
            found = (await gather(db, conference, at=province.AFTERWARDS)).total()
        seconds = time.perf_counter() - began
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - size
    finally:
        await database.close()
    assert found.convened == members, found
    assert found.present == sum(1 for each in range(members) if each % 4), found
    assert seconds < _MOST_SECONDS, seconds
    return Row(name, members, seconds, grown / 1024)
