"""The machine's wall clock is set an hour forward and back under load."""

import asyncio
import os
import signal
import time
from collections.abc import Sequence
from typing import Final

from bench.faults import hall, trial
from bench.faults.launch import STEP_SECONDS
from bench.faults.programs import Program, status_of
from bench.faults.result import Result, Scenario
from bench.faults.trial import Fault, Trial

_LAUNCH: Final = ("-m", "bench.faults.launch")
STEADY: Final = (*_LAUNCH, "step-the-wall-clock", "serve")
FOLLOWING: Final = (*_LAUNCH, "read-the-wall-clock", "serve")
_EVERY_SECONDS: Final = 0.1
_READY, _NOT_READY = 200, 503
_REFUSED: Final = frozenset({200, 409, 422, 503})
"""A check-in by a ticket of another hour may be refused; it never fails."""


def stepped(short: bool, *, command: Sequence[str] = STEADY) -> Result:
    """Set the clock under the program: no phone is refused, and `/readyz` stays green."""
    with hall.on_postgres(short=short) as place:
        program = Program(place.database_url, place.folder, command)
        return trial.run("clock", place, [program], _watched(short, is_always_ready=True))


def stepped_control(short: bool) -> Result:
    """Do the same to a program that reads the wall clock at every request."""
    return stepped(short, command=FOLLOWING)


def wrong(short: bool) -> Result:
    """Let the program's own clock go wrong: `/readyz` says so, and nothing fails or is lost."""
    with hall.on_postgres(short=short) as place:
        program = Program(place.database_url, place.folder, FOLLOWING)
        fault = _watched(short, is_always_ready=False)
        return trial.run("wrong clock", place, [program], fault, expected=_REFUSED)


def _watched(short: bool, *, is_always_ready: bool) -> Fault:
    async def fault(now: Trial) -> None:
        (program,) = now.programs
        first = await status_of(program.port, "/readyz")
        now.promise(first == _READY, f"/readyz said {first} before anything was wrong")
        os.kill(program.pid, signal.SIGUSR1)
        ends = time.monotonic() + (4 * STEP_SECONDS if short else 60)
        asked = red = 0
        while time.monotonic() < ends:
            await asyncio.sleep(_EVERY_SECONDS)
            status = await status_of(program.port, "/readyz")
            now.promise(status in {_READY, _NOT_READY}, f"/readyz said {status}")
            asked += 1
            red += status == _NOT_READY
        if is_always_ready:
            now.promise(not red, f"/readyz was red {red} times of {asked}")
        else:  # and stays so by right: what was recorded an hour ahead lies in the future
            now.promise(red > 0, f"/readyz was red {red} times of {asked}")
        now.facts["/readyz red"] = f"{red} of {asked}"

    return fault


SCENARIOS: Final = {
    "clock": Scenario(
        "the machine's clock set ±1 h; the program's own goes on",
        stepped,
        "a program that reads the wall clock",
        stepped_control,
    ),
    "wrong-clock": Scenario(
        "the program's own clock an hour off, again and again: `/readyz` turns red", wrong
    ),
}
