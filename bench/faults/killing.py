"""The program is killed, or asked to end, again and again under load."""

import asyncio
import random
import signal
import time
from collections.abc import Sequence
from typing import Final

from bench.faults import hall, trial
from bench.faults.programs import SERVE, Program
from bench.faults.result import Result, Scenario
from bench.faults.trial import Fault, Trial

EARLY: Final = ("-m", "bench.faults.launch", "answer-before-the-commit", "serve")
"""The control of most faults: a program that answers before its commit."""
_EVERY_SECONDS: Final = (1.0, 3.0)
_DRAINED_SECONDS: Final = 20.0
_ENDED: Final = frozenset({0, -signal.SIGTERM})


def _seconds(*, short: bool) -> float:
    return 2.0 if short else 60.0


def _killed(seconds: float, *, is_once: bool = False) -> Fault:
    """Kill the programs in turn, each after 1 to 3 s of service, and start them again.

    Once is enough for a control.
    """

    async def fault(now: Trial) -> None:
        ends, kills = time.monotonic() + seconds, 0
        while not kills or time.monotonic() < ends:
            await asyncio.sleep(random.uniform(*_EVERY_SECONDS))
            program = now.programs[kills % len(now.programs)]
            await program.kill()
            kills += 1
            if is_once:
                now.phones.abandon()
                break
            await program.start()
        now.facts["kills"] = str(kills)

    return fault


def _ended(seconds: float) -> Fault:
    """Ask the program to end every 2 to 3 s of service, wait until it has, and start it again."""

    async def fault(now: Trial) -> None:
        (program,) = now.programs
        ends, stops, slowest = time.monotonic() + seconds, 0, 0.0
        while not stops or time.monotonic() < ends:
            await asyncio.sleep(random.uniform(2.0, 3.0))
            began = time.monotonic()
            status = await program.terminate()
            slowest = max(slowest, time.monotonic() - began)
            now.promise(status in _ENDED, f"it ended with {status}")
            await program.start()
            stops += 1
        now.promise(slowest < _DRAINED_SECONDS, f"it took {slowest:.1f} s to end")
        now.facts |= {"stops": str(stops), "slowest stop s": f"{slowest:.1f}"}

    return fault


def kill_on_sqlite(short: bool) -> Result:
    """Kill the one process on SQLite."""
    with hall.on_sqlite(short=short) as place:
        programs = [Program(place.database_url, place.folder)]
        return trial.run("kill", place, programs, _killed(_seconds(short=short)))


def kill_on_sqlite_control(_short: bool) -> Result:
    """Do it once to a program that answers before its commit."""
    with hall.on_sqlite(short=True) as place:
        programs = [Program(place.database_url, place.folder, EARLY)]
        return trial.run("kill", place, programs, _killed(0, is_once=True))


def kill_on_postgres(short: bool, *, command: Sequence[str] = SERVE) -> Result:
    """Kill one of two processes on one PostgreSQL, in turn."""
    with hall.on_postgres(short=short) as place:
        programs = [Program(place.database_url, place.folder, command) for _ in range(2)]
        return trial.run("kill", place, programs, _killed(_seconds(short=short)))


def stop(short: bool, *, command: Sequence[str] = SERVE) -> Result:
    """Ask the program to end, under load."""
    with hall.on_postgres(short=short) as place:
        programs = [Program(place.database_url, place.folder, command)]
        return trial.run("stop", place, programs, _ended(_seconds(short=short)))


SCENARIOS: Final = {
    "kill-sqlite": Scenario(
        "kill -9 of the one process on SQLite, every 1–3 s of its service",
        kill_on_sqlite,
        "a program that answers before its commit",
        kill_on_sqlite_control,
    ),
    "kill-postgres": Scenario(
        "kill -9 of one of two processes on PostgreSQL, in turn, every 1–3 s",
        kill_on_postgres,
        "a program that answers before its commit",
        lambda short: kill_on_postgres(short, command=EARLY),
    ),
    "stop": Scenario(
        "SIGTERM under load, every 2–3 s of its service",
        stop,
        "a program that answers before its commit",
        lambda short: stop(short, command=EARLY),
    ),
}
