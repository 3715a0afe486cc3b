"""One trial: phones, programs, a fault, and the comparison afterwards."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.faults.hall import Hall
from bench.faults.ledger import Ledger, Verdict, compare
from bench.faults.phones import Phones
from bench.faults.programs import Program, running
from bench.faults.result import Result

_OK: Final = 200
_EXPECTED: Final = frozenset({_OK, 503})


@dataclass(slots=True)
class Trial:
    """What a fault works on, and what it found."""

    hall: Hall
    programs: Sequence[Program]
    phones: Phones
    facts: dict[str, str] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def promise(self, kept: bool, otherwise: str) -> None:
        """Note a promise that was not kept."""
        if not kept:
            self.broken.append(otherwise)

    async def until(self, reached: Callable[[], bool], *, within: float) -> float:
        """Wait until something is so, or the seconds are over; tell how long it took."""
        began = time.monotonic()
        for _ in range(int(within * 100)):
            if reached():
                break
            await asyncio.sleep(0.01)
        return time.monotonic() - began

    async def next_answer(self, *, within: float) -> float:
        """Wait until a phone is answered; tell the seconds."""
        before = self.phones.answered
        return await self.until(lambda: self.phones.answered > before, within=within)


Fault = Callable[[Trial], Awaitable[None]]


def run(
    name: str,
    hall: Hall,
    programs: Sequence[Program],
    fault: Fault,
    *,
    ports: Sequence[int] | None = None,
    remakes: bool = False,
    expected: frozenset[int] = _EXPECTED,
) -> Result:
    """Let phones check in while the fault goes on, and compare what they were told."""
    return asyncio.run(
        _run(name, hall, programs, fault, ports=ports, remakes=remakes, expected=expected)
    )


async def _run(
    name: str,
    hall: Hall,
    programs: Sequence[Program],
    fault: Fault,
    *,
    ports: Sequence[int] | None,
    remakes: bool,
    expected: frozenset[int],
) -> Result:
    began = time.monotonic()
    # Apart from the program's data, whose disk may be full.
    with (
        tempfile.TemporaryDirectory(prefix="diemdanh-faults-") as apart,
        Ledger(Path(apart) / "acknowledged.log") as ledger,
    ):
        reached = ports or [program.port for program in programs]
        phones = Phones(hall, reached, ledger, remakes=remakes)
        trial = Trial(hall, programs, phones)
        async with running(*programs):
            await phones.send(fault(trial))
        verdict = await compare(hall.database_url, ledger, cut=phones.cut)
    for status, number in sorted(phones.statuses.items()):
        trial.promise(status in expected, f"{number} × {status}")
    trial.promise(not phones.given_up, f"{phones.given_up} phones gave up")
    return Result(
        name=name,
        seconds=time.monotonic() - began,
        acknowledged=verdict.acknowledged,
        lost=verdict.lost,
        double=verdict.double,
        broken=tuple(trial.broken),
        facts=_facts(phones, verdict) | trial.facts,
    )


def _facts(phones: Phones, verdict: Verdict) -> dict[str, str]:
    refused = {each: number for each, number in phones.statuses.items() if each != _OK}
    return {
        "refused": ", ".join(f"{number} × {each}" for each, number in sorted(refused.items())),
        "cut": f"{len(phones.cut)}, of them recorded {verdict.unanswered}",
        "slowest, s": f"{phones.slowest:.1f}",
    }
