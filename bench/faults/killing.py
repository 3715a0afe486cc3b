"""The program is killed, or asked to end, again and again under load."""

import asyncio
import os
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
_WORKERS: Final = 2
_REPLACED_SECONDS: Final = 20.0
_RECOVERED_SECONDS: Final = 5.0
_WAITING: Final = "waiting_for_the_database"
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
            if is_once:
                await _something_answered(now)
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


def _workers_killed(seconds: float) -> Fault:
    """Kill a worker every 1 to 3 s; at last one while the database is away, and then the other."""

    async def fault(now: Trial) -> None:
        server, (program,) = now.hall.server, now.programs
        assert server is not None
        supervisor, ends, kills, slowest = program.pid, time.monotonic() + seconds, 0, 0.0
        while not kills or time.monotonic() < ends:
            await asyncio.sleep(random.uniform(*_EVERY_SECONDS))
            gone = program.workers()[0]
            _kill(gone)
            slowest = max(slowest, await _replaced(now, program, gone))
            kills += 1
        last, other = program.workers()
        await asyncio.to_thread(server.crash)
        try:
            _kill(last)
            await now.until(lambda: _WAITING in program.log.read_text(), within=_REPLACED_SECONDS)
        finally:
            await asyncio.to_thread(server.revive)
        recovery = await now.next_answer(within=20)
        _kill(other)
        alone = await now.next_answer(within=20)
        now.promise(
            program.is_running and program.pid == supervisor, "the supervisor did not survive"
        )
        now.promise(_WAITING in program.log.read_text(), "no worker waited for its database")
        now.promise(slowest < _REPLACED_SECONDS, f"a worker was replaced after {slowest:.1f} s")
        now.promise(recovery <= _RECOVERED_SECONDS, f"it recovered after {recovery:.1f} s")
        now.promise(alone < _REPLACED_SECONDS, f"who waited served after {alone:.1f} s")
        now.facts |= {
            "kills": str(kills + 2),
            "slowest replacement, s": f"{slowest:.1f}",
            "recovery, s": f"{recovery:.2f}",
        }

    return fault


async def _all_workers_killed(now: Trial) -> None:
    await asyncio.sleep(random.uniform(*_EVERY_SECONDS))
    await _something_answered(now)
    # All: whichever began first has taken every line, and the other has nothing to lose.
    for pid in now.programs[0].workers():
        _kill(pid)
    now.phones.abandon()


async def _something_answered(now: Trial) -> None:
    """Wait for what a control can lose: what it answered this moment it will commit in the next."""
    await now.next_answer(within=20)


def _kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


async def _replaced(now: Trial, program: Program, gone: int) -> float:
    """Wait until there are as many workers as there were; tell the seconds."""

    def is_whole() -> bool:
        workers = program.workers()
        return len(workers) == _WORKERS and gone not in workers

    return await now.until(is_whole, within=_REPLACED_SECONDS)


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


def kill_workers(short: bool) -> Result:
    """Kill one of the two workers of a supervisor, again and again."""
    return _under_a_supervisor(SERVE, _workers_killed(_seconds(short=short)), short=short)


def kill_workers_control(_short: bool) -> Result:
    """Do it once to workers that answer before their commit."""
    return _under_a_supervisor(EARLY, _all_workers_killed, short=True)


def _under_a_supervisor(command: Sequence[str], fault: Fault, *, short: bool) -> Result:
    with hall.on_postgres(short=short) as place:
        settings = {"WORKERS": str(_WORKERS)}
        programs = [Program(place.database_url, place.folder, command, settings)]
        return trial.run("workers", place, programs, fault)


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
    "kill-workers": Scenario(
        "kill -9 of a worker under its supervisor; the last while PostgreSQL is away too",
        kill_workers,
        "a program that answers before its commit",
        kill_workers_control,
    ),
    "stop": Scenario(
        "SIGTERM under load, every 2–3 s of its service",
        stop,
        "a program that answers before its commit",
        lambda short: stop(short, command=EARLY),
    ),
}
