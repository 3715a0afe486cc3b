"""A hall full of people whose phones are known, on a database made for one trial."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final
from uuid import UUID

from api.db import Database
from api.kit.clock import Clock, system_clock
from bench import crowd
from bench.crowd import Crowd, Scale
from tests import postgres

SHORT: Final = Scale(3, 20, 2_000)
LONG: Final = Scale(9, 60, 30_000)
_PER_SECOND: Final = {SHORT: 300.0, LONG: 450.0}
_numbers: Final = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """The people, and the database that their check-ins go to; `server` is None for SQLite.

    So many are there that they last for the trial at `rate` a second, each coming once.
    """

    crowd: Crowd
    database_url: str
    folder: Path
    server: postgres.Server | None
    clock: Clock = field(default_factory=system_clock)

    @property
    def number(self) -> int:
        """Tell how many people there are."""
        return self.crowd.scale.members

    @property
    def rate(self) -> float:
        """Tell how many come in a second."""
        return _PER_SECOND[self.crowd.scale]

    def check_in(self, n: int, attempt: int = 0) -> tuple[UUID, bytes]:
        """Write the check-in of the n-th person; another attempt is another check-in."""
        request = self.crowd.check_in_request(crowd.MASTER, n, self.clock(), attempt=attempt)
        return self.crowd.check_in_id(n, attempt), request


@contextmanager
def on_sqlite(*, short: bool, inside: Path | None = None) -> Iterator[Hall]:
    """Make a hall on SQLite, in a folder of its own `inside` another."""
    folder, filled = _sqlite(SHORT if short else LONG)
    with tempfile.TemporaryDirectory(prefix="diemdanh-faults-", dir=inside) as name:
        target = Path(name) / "diemdanh.db"
        shutil.copyfile(Path(folder.name) / "template.db", target)
        yield Hall(crowd=filled, database_url=f"sqlite:///{target}", folder=Path(name), server=None)


@contextmanager
def on_postgres(*, short: bool, tablespace: str | None = None) -> Iterator[Hall]:
    """Make a hall on a PostgreSQL that keeps what it promised; trials share the server."""
    server = durable_server()
    template, filled = _postgres(SHORT if short else LONG)
    name = f"hall_{next(_numbers)}"
    server.create_database(name, template=template)
    if tablespace is not None:
        server.execute(f"ALTER DATABASE {name} SET TABLESPACE {tablespace}")
    try:
        with tempfile.TemporaryDirectory(prefix="diemdanh-faults-") as folder:
            yield Hall(
                crowd=filled, database_url=server.url(name), folder=Path(folder), server=server
            )
    finally:
        server.drop_database(name)


@cache
def durable_server() -> postgres.Server:
    """Start the one server; it ends with this process."""
    return postgres.start(durable=True)


@cache
def _sqlite(scale: Scale) -> tuple[tempfile.TemporaryDirectory[str], Crowd]:
    folder = tempfile.TemporaryDirectory(prefix="diemdanh-faults-")
    url = f"sqlite:///{Path(folder.name) / 'template.db'}"
    return folder, asyncio.run(_fill(url, scale))


@cache
def _postgres(scale: Scale) -> tuple[str, Crowd]:
    server, name = durable_server(), f"template_{next(_numbers)}"
    server.create_database(name)
    return name, asyncio.run(_fill(server.url(name), scale))


async def _fill(url: str, scale: Scale) -> Crowd:
    database = Database(url)
    try:
        filled = await crowd.fill(database, scale, at=system_clock()())
        if database.is_sqlite:
            # Everything into the one file that is copied.
            async with database.engine.connect() as connection:
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        await database.close()
    return filled
