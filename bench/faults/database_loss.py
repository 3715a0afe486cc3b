"""The database goes away under load: it crashes, or drops every connection."""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from bench.faults import hall, trial
from bench.faults.killing import EARLY
from bench.faults.programs import SERVE, Program
from bench.faults.result import Result, Scenario
from bench.faults.trial import Fault, Trial
from tests.postgres import Server

_RECOVERED_SECONDS: Final = 5.0
_DOWN_SECONDS: Final = (0.3, 1.5)
_FORGETFUL: Final = (
    "synchronous_commit = off",
    "wal_writer_delay = '10s'",
    "wal_writer_flush_after = '1GB'",
)
"""The program refuses to start on such a server, so it is made so afterwards."""


def crash(short: bool) -> Result:
    """Kill PostgreSQL with -9, postmaster and children, and start it again."""
    with hall.on_postgres(short=short) as place:
        return trial.run("crash", place, [_program(place)], _crashed(1 if short else 60, False))


def crash_control(short: bool) -> Result:
    """Do the same where PostgreSQL answers before it has written."""
    with hall.on_postgres(short=short) as place:
        return trial.run("crash", place, [_program(place)], _crashed(1, True))


def terminate(short: bool, *, command: Sequence[str] = SERVE) -> Result:
    """End all connections of the program, every second."""
    with hall.on_postgres(short=short) as place:
        fault = _terminated(3 if short else 60)
        return trial.run("terminate", place, [_program(place, command)], fault)


def terminate_control(short: bool) -> Result:
    """Do the same with a program that answers before its commit."""
    return terminate(short, command=EARLY)


def _program(place: hall.Hall, command: Sequence[str] = SERVE) -> Program:
    return Program(place.database_url, place.folder, command)


def _crashed(seconds: float, is_forgetful: bool) -> Fault:
    async def fault(now: Trial) -> None:
        server, (program,) = now.hall.server, now.programs
        assert server is not None
        pid, ends = program.pid, time.monotonic() + seconds
        recoveries: list[float] = []
        with _forgetful(server) if is_forgetful else _as_it_is():
            while not recoveries or time.monotonic() < ends:
                await asyncio.sleep(random.uniform(1.0, 2.0))
                await asyncio.to_thread(server.crash)
                await asyncio.sleep(random.uniform(*_DOWN_SECONDS))
                await asyncio.to_thread(server.revive)
                recoveries.append(await now.next_answer(within=20))
        now.promise(program.is_running and program.pid == pid, "the program did not survive")
        slowest = max(recoveries)
        now.promise(slowest <= _RECOVERED_SECONDS, f"it recovered after {slowest:.1f} s")
        now.facts |= {
            "crashes": str(len(recoveries)),
            "slowest recovery s": f"{slowest:.2f}",
        }

    return fault


def _terminated(seconds: float) -> Fault:
    async def fault(now: Trial) -> None:
        server = now.hall.server
        assert server is not None
        ends, times = time.monotonic() + seconds, 0
        while time.monotonic() < ends:
            await asyncio.sleep(1.0)
            await asyncio.to_thread(
                server.execute,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE usename = 'diemdanh' AND pid <> pg_backend_pid()",
            )
            times += 1
        recovery = await now.next_answer(within=20)
        now.promise(recovery <= _RECOVERED_SECONDS, f"it recovered after {recovery:.1f} s")
        now.facts |= {"times": str(times), "recovery s": f"{recovery:.2f}"}

    return fault


@contextmanager
def _forgetful(server: Server) -> Iterator[None]:
    for setting in _FORGETFUL:
        server.execute(f"ALTER SYSTEM SET {setting}")
    server.execute("SELECT pg_reload_conf()")
    try:
        yield
    finally:
        server.execute("ALTER SYSTEM RESET ALL")
        server.execute("SELECT pg_reload_conf()")


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield


SCENARIOS: Final = {
    "crash": Scenario(
        "kill -9 of PostgreSQL, postmaster and children, and its restart",
        crash,
        "PostgreSQL with synchronous_commit off",
        crash_control,
    ),
    "terminate": Scenario(
        "all connections to PostgreSQL dropped, every second",
        terminate,
        "a program that answers before its commit",
        terminate_control,
    ),
}
