"""The rounds: everything that is compared takes its turn in each, on one machine in one run."""

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import text

from api.db import Database
from bench import serving
from bench.crowd import MASTER, Crowd, Scale, fill
from bench.rush.checking import Verdict, check
from bench.rush.hall import Figures, Hall, ping
from bench.rush.pgbench import CLIENTS, OneRow, OneRowBench
from bench.serving import Memory, Served
from tests import postgres

CHECK_IN: Final = "check-in"
NO_OP: Final = "no-op"
ORM: Final = "ORM"
PROCESSES: Final = (1, 2)
CONNECTIONS: Final = (64, 256)
RATES: Final = (1_000, 3_000, 5_000)


class Variant(NamedTuple):
    """What was served, from where, by how many processes, to how many connections."""

    what: str
    database: str
    processes: int
    connections: int


class Open(NamedTuple):
    """Arrivals of their own accord: on which database, by how many processes, how many a second."""

    database: str
    processes: int
    rate: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How long everything takes: the whole of it, or a try."""

    rounds: int
    seconds: float
    members: int
    members_on_sqlite: int


WHOLE: Final = Pace(rounds=3, seconds=2.0, members=180_000, members_on_sqlite=60_000)
QUICK: Final = Pace(rounds=1, seconds=1.0, members=20_000, members_on_sqlite=8_000)


@dataclass(slots=True)
class Measured:
    """All rounds, one after the other."""

    closed: dict[Variant, list[Figures]] = field(default_factory=lambda: defaultdict(list))
    opened: dict[Open, list[Figures]] = field(default_factory=lambda: defaultdict(list))
    one_row: list[OneRow] = field(default_factory=list)
    memory: dict[tuple[str, int], list[Memory]] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    postgresql: str = ""


def measure(pace: Pace) -> Measured:
    """Measure on a durable throw-away PostgreSQL, then on SQLite, and check both afterwards."""
    measured = Measured()
    with tempfile.TemporaryDirectory(prefix="diemdanh-rush-") as folder:
        with postgres.start(durable=True) as server:
            _on_postgres(server, Path(folder), pace, measured)
        _on_sqlite(Path(folder), pace, measured)
    return measured


def _on_postgres(server: postgres.Server, folder: Path, pace: Pace, measured: Measured) -> None:
    server.create_database("rush")
    url = server.url("rush")
    measured.postgresql = asyncio.run(_told_of(url))
    crowd = filled(url, pace.members)
    loads = pace.rounds * len(PROCESSES) * (2 * len(CONNECTIONS) + len(RATES))
    hall = Hall(crowd, server.pid, loads_left=loads)
    one_row = OneRowBench(server, "rush")
    if one_row.is_there:
        one_row.prepare()
    with ExitStack() as stack:
        programs = {
            (what, processes): stack.enter_context(
                _serve(what, url, folder / f"{what}-{processes}", processes)
            )
            for processes in PROCESSES
            for what in (CHECK_IN, NO_OP, ORM)
        }
        for (what, _), each in programs.items():
            if what == CHECK_IN:
                hall.warm(each)
        for _ in range(pace.rounds):
            for connections in CONNECTIONS:
                for (what, processes), each in programs.items():
                    found = _turn(what, hall, each, connections=connections, seconds=pace.seconds)
                    measured.closed[Variant(what, "PostgreSQL", processes, connections)].append(
                        found
                    )
                if one_row.is_there and connections == CLIENTS:
                    measured.one_row.append(one_row.run(round(pace.seconds)))
            for processes in PROCESSES:
                _arrivals(
                    hall, programs[CHECK_IN, processes], "PostgreSQL", processes, pace, measured
                )
        for processes in PROCESSES:
            held = programs[CHECK_IN, processes].memory()
            measured.memory["PostgreSQL", processes] = held
    measured.verdicts["PostgreSQL"] = verdict(url, hall)


def _on_sqlite(folder: Path, pace: Pace, measured: Measured) -> None:
    url = f"sqlite:///{folder / 'rush.db'}"
    crowd = filled(url, pace.members_on_sqlite)
    hall = Hall(crowd, None, loads_left=pace.rounds * (len(CONNECTIONS) + len(RATES)))
    with _serve(CHECK_IN, url, folder / "sqlite", 1) as program:
        hall.warm(program)
        for _ in range(pace.rounds):
            for connections in CONNECTIONS:
                measured.closed[Variant(CHECK_IN, "SQLite", 1, connections)].append(
                    hall.check_in(program, connections=connections, seconds=pace.seconds)
                )
            _arrivals(hall, program, "SQLite", 1, pace, measured)
        measured.memory["SQLite", 1] = program.memory()
    measured.verdicts["SQLite"] = verdict(url, hall)


def _turn(what: str, hall: Hall, program: Served, *, connections: int, seconds: float) -> Figures:
    if what == NO_OP:
        return ping(program, connections=connections, seconds=seconds)
    if what == ORM:
        return hall.check_in_by_orm(program, connections=connections, seconds=seconds)
    return hall.check_in(program, connections=connections, seconds=seconds)


def _arrivals(
    hall: Hall, program: Served, database: str, processes: int, pace: Pace, measured: Measured
) -> None:
    for rate in RATES:
        measured.opened[Open(database, processes, rate)].append(
            hall.arrive(program, rate=rate, connections=max(CONNECTIONS), seconds=pace.seconds)
        )


@contextmanager
def _serve(what: str, url: str, folder: Path, processes: int) -> Iterator[Served]:
    command: tuple[str, ...] = ("-m", "api", "serve", "--empty")
    if what != CHECK_IN:
        command = ("-m", "bench.rush.baseline", {NO_OP: "noop", ORM: "orm"}[what])
    with serving.served(
        url, data_dir=folder, master_key=MASTER, workers=processes, command=command
    ) as program:
        yield program


def filled(url: str, members: int) -> Crowd:
    """Fill a database with a province's halls and this many members."""

    async def fill_it() -> Crowd:
        database = Database(url)
        try:
            return await fill(database, Scale(375, 6_000, members), at=datetime.now(UTC))
        finally:
            await database.close()

    return asyncio.run(fill_it())


def verdict(url: str, hall: Hall) -> Verdict:
    """Compare what was answered with what the database has."""

    async def check_it() -> Verdict:
        database = Database(url)
        try:
            return await check(database, hall.crowd, hall.acknowledged)
        finally:
            await database.close()

    return asyncio.run(check_it())


async def _told_of(url: str) -> str:
    database = Database(url)
    try:
        async with database.read() as db:
            version = (await db.execute(text("SHOW server_version"))).scalar_one()
            fsync = (await db.execute(text("SHOW fsync"))).scalar_one()
            commit = (await db.execute(text("SHOW synchronous_commit"))).scalar_one()
    finally:
        await database.close()
    return f"PostgreSQL {str(version).split()[0]}, fsync {fsync}, synchronous_commit {commit}"
