"""One rehearsal: a crowd is written, served, let in by its phones, and everything is proved."""

import asyncio
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy import text

from api.db import Database
from api.kit.clock import system_clock
from bench import crowd
from bench.crowd import Crowd, Scale
from bench.rehearsal import counts, reckoning
from bench.rehearsal.apart import Plan, acknowledged_in, let_in
from bench.rehearsal.measured import Seen
from bench.rehearsal.memory import Held
from bench.rehearsal.script import mishaps, repeats
from bench.serving import served
from tests import postgres

_MEGABYTE: Final = 2**20


class Disagreement(AssertionError):
    """What was acknowledged and what is recorded are not the same."""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it; the database is still there."""

    crowd: Crowd
    seen: Seen
    held: dict[str, Held]
    filled_seconds: float
    megabytes_before: float
    megabytes_after: float
    live_seconds: float
    proved_seconds: float


async def play(plan: Plan, server: postgres.Server, name: str, folder: Path) -> Played:
    """Play a morning in a new database of a server; the ids acknowledged stay in the folder.

    Raises: Disagreement with a sentence for each difference.
    """
    server.create_database(name)
    url = server.url(name)
    began = time.perf_counter()
    there = await _filled(url, plan.scale)
    filled_seconds = time.perf_counter() - began
    before = await _megabytes(url)
    settings = {"LOG_LEVEL": "warning"}
    with served(
        url,
        data_dir=folder / "data",
        master_key=crowd.MASTER,
        workers=plan.workers,
        settings=settings,
    ) as serving:
        there = replace(there, host=f"127.0.0.1:{serving.port}")
        seen, held = await asyncio.to_thread(let_in, plan, there, serving, server, folder)
        _require(_words(seen, plan.scale))
        began = time.perf_counter()
        live = await asyncio.to_thread(counts.live, serving, there)
        live_seconds = time.perf_counter() - began
    began = time.perf_counter()
    _require(counts.disagreements(live, plan.scale))
    _require(await differences(url, there, folder))
    _require(await asyncio.to_thread(counts.tallies, url, folder))
    proved_seconds = time.perf_counter() - began
    after = await _megabytes(url)
    return Played(there, seen, held, filled_seconds, before, after, live_seconds, proved_seconds)


async def differences(url: str, there: Crowd, folder: Path) -> list[str]:
    """Compare a database with what its phones were told."""
    database = Database(url)
    try:
        return await reckoning.differences(database, there, acknowledged_in(folder))
    finally:
        await database.close()


def _require(faults: list[str]) -> None:
    if faults:
        raise Disagreement("\n".join(faults))


async def _filled(url: str, scale: Scale) -> Crowd:
    database = Database(url)
    try:
        return await crowd.fill(database, scale, at=system_clock()())
    finally:
        await database.close()


async def _megabytes(url: str) -> float:
    database = Database(url)
    try:
        async with database.read() as db:
            size = text("SELECT pg_database_size(current_database())")
            return float((await db.execute(size)).scalar_one()) / _MEGABYTE
    finally:
        await database.close()


def _words(seen: Seen, scale: Scale) -> list[str]:
    """Say what the phones saw that they should not have seen."""
    faults = list(seen.wrong)
    if seen.wrong_more:
        faults.append(f"and {seen.wrong_more:,} more")
    refused = {each.value: number for each, number in mishaps(scale.members).items()}
    for what, number, wanted in (
        ("check-ins acknowledged", seen.check_ins, scale.members),
        ("sent again", seen.repeats, repeats(scale.members)),
        ("refused", dict(seen.refused), refused),
    ):
        if number != wanted:
            faults.append(f"{what}: {number}, not {wanted}")
    return faults
