"""The program is killed, or asked to end, again and again under load."""

import asyncio
import random
import time
from collections.abc import Sequence
from typing import Final

from bench.faults import trial
from bench.faults.hall import hall
from bench.faults.programs import SERVE, Program
from bench.faults.result import Result, Scenario
from bench.faults.trial import Fault, Trial

EARLY: Final = ("-m", "bench.faults.launch", "answer-before-the-commit", "serve")
_EVERY_SECONDS: Final = (1.0, 3.0)


def _killed_for(seconds: float) -> Fault:
    """Kill one of the programs every 1 to 3 s of its service, in turn, and start it again."""

    async def fault(now: Trial) -> None:
        ends = time.monotonic() + seconds
        kills = 0
        while not kills or time.monotonic() < ends:
            await asyncio.sleep(random.uniform(*_EVERY_SECONDS))  # noqa: S311
            program = now.programs[kills % len(now.programs)]
            await program.kill()
            await program.start()
            kills += 1
        now.facts["kills"] = str(kills)

    return fault


def sqlite(short: bool, *, command: Sequence[str] = SERVE) -> Result:
    with hall("sqlite", 2000) as place:
        programs = [Program(place.database_url, place.folder, command)]
        return trial.run("kill -9, SQLite", place, programs, _killed_for(3 if short else 60))
