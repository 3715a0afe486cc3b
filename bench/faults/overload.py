"""Ten times more than a process can commit, for two minutes; screens ask meanwhile.

On two cores nobody can offer ten times what the program does by itself, since to refuse costs too.
So the store is made slow, and that alone: inside the transaction each check-in sleeps 6 ms, as on
a poor disk, which leaves the processor to the load. Capacity is measured first, in the same run.
In the first part phones come by themselves and never come back; in the second, they come back by
the rule of the pages until they are taken; in the third, readers of a cell's figures flood a
process at half its capacity.
"""

import asyncio
import math
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import text

from api.db import Database
from bench import load, serving
from bench.crowd import MASTER, Crowd, Scale, fill
from bench.faults.meanwhile import ask, report_request, screen_requests, watched
from bench.faults.result import Result, Scenario
from bench.faults.returning import Returned, come_and_return
from bench.load import Outcome
from bench.rush.checking import Verdict, check
from bench.serving import Served
from tests import postgres

SECONDS: Final = 120
SHORT_SECONDS: Final = 15

_SLEEP_MS: Final = 6
_MOST_A_SECOND: Final = 1000 / _SLEEP_MS
_TIMES: Final = 10
_SCREENS: Final = 9
_POLLS_A_SECOND: Final = 12
_REPORTS_A_SECOND: Final = 15
_AFTER_SECONDS: Final = 12
_MIXED_SECONDS: Final = 15
_SLOW: Final = (
    "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
    f" 'BEGIN PERFORM pg_sleep({_SLEEP_MS / 1000}); RETURN NEW; END'",
    "CREATE TRIGGER slow BEFORE INSERT ON check_ins FOR EACH ROW EXECUTE FUNCTION slow()",
)


@dataclass(slots=True)
class _Hall:
    """A crowd before one server, of whom nobody comes twice but by the rule."""

    crowd: Crowd
    served: Served
    first: int = 0
    acknowledged: set[int] = field(default_factory=set)

    def requests(self, number: float) -> list[bytes]:
        """Write the check-ins of the next members."""
        at, first = datetime.now(UTC), self.first
        self.first += math.ceil(number)
        return [self.crowd.check_in_request(MASTER, i, at) for i in range(first, self.first)]

    def arrive(self, number: float, *, rate: float, connections: int = 256) -> Outcome:
        """Let members come by themselves."""
        first, raw = self.first, self.requests(number)
        seconds = len(raw) / rate
        outcome = load.open_loop(
            self.served.port,
            raw,
            rate=rate,
            connections=connections,
            deadline=seconds + 20,
            keep=True,
        )
        self.acknowledged |= {first + i for i, status, _ in outcome.answered if status == 200}
        return outcome

    def return_until_taken(self, number: float, *, within: float, deadline: float) -> Returned:
        """Let members come at once, and come back until they are taken."""
        first, raw = self.first, self.requests(number)
        returned = come_and_return(self.served.port, raw, arrive_within=within, deadline=deadline)
        if len(returned.taken) == len(raw):
            self.acknowledged |= set(range(first, self.first))
        return returned


def run(seconds: int = SECONDS) -> Result:
    """Overload a server, and tell what was promised and not kept."""
    began = time.perf_counter()
    members = 60 * _MOST_A_SECOND + (_TIMES + 1.5) * _MOST_A_SECOND * seconds
    with (
        postgres.start(durable=True) as server,
        tempfile.TemporaryDirectory(prefix="diemdanh-overload-") as folder,
    ):
        server.create_database("overload")
        url = server.url("overload")
        crowd = asyncio.run(_filled(url, Scale(_SCREENS, 60, math.ceil(members))))
        asyncio.run(_slowed(url))
        with serving.served(url, data_dir=Path(folder), master_key=MASTER) as served:
            hall = _Hall(crowd, served)
            facts, broken = _parts(hall, seconds)
        verdict = asyncio.run(_verdict(url, hall))
    return Result(
        name="overload",
        seconds=time.perf_counter() - began,
        acknowledged=verdict.acknowledged,
        lost=verdict.lost,
        double=verdict.doubled + verdict.without_event,
        broken=tuple(broken),
        facts=facts,
    )


def _parts(hall: _Hall, seconds: int) -> tuple[dict[str, str], list[str]]:
    screens = screen_requests(hall.served, hall.crowd, screens=_SCREENS)
    # They are on before anybody comes, which is also when the session is first counted.
    ask(hall.served.port, screens, _POLLS_A_SECOND, 2, connections=_SCREENS)
    hall.arrive(2 * _MOST_A_SECOND, rate=_MOST_A_SECOND / 2)  # warm, and learnt
    capacity = _capacity(hall)
    with ThreadPoolExecutor(1) as threads, watched(hall.served) as memory:
        polls = threads.submit(
            ask, hall.served.port, screens, _POLLS_A_SECOND, seconds, connections=_SCREENS
        )
        worked = hall.served.cpu_seconds()
        rush = hall.arrive(_TIMES * capacity * seconds, rate=_TIMES * capacity)
        worked = (hall.served.cpu_seconds() - worked) / rush.seconds
        polled = polls.result()
    after = hall.arrive(_AFTER_SECONDS * capacity / 2, rate=capacity / 2)
    recovery = _recovery(after, capacity / 2)
    crowd = capacity * seconds / 2
    back = hall.return_until_taken(crowd, within=seconds / 20, deadline=4.0 * seconds + 60)
    with ThreadPoolExecutor(2) as threads:
        polls = threads.submit(
            ask, hall.served.port, screens, _POLLS_A_SECOND, _MIXED_SECONDS, connections=_SCREENS
        )
        reports = threads.submit(
            ask,
            hall.served.port,
            [report_request(hall.served, hall.crowd)],
            _REPORTS_A_SECOND,
            _MIXED_SECONDS,
            connections=16,
        )
        mixed = hall.arrive(_MIXED_SECONDS * capacity / 2, rate=capacity / 2)
        beside, reported = polls.result(), reports.result()
    last = back.taken[-1] if back.taken else math.inf
    wait99 = sorted(back.waits)[round(0.99 * (len(back.waits) - 1))] if back.waits else math.inf
    goodput = rush.accepted / rush.seconds / capacity
    failures = {s: n for s, n in rush.statuses.items() if s not in {200, 503}}
    refused_screens = polled.taken - polled.accepted
    promises = [
        (goodput >= 0.9, f"goodput {goodput:.0%} of capacity"),
        (rush.p99 <= 500, f"p99 of accepted {rush.p99:.0f} ms"),
        (memory.growth <= 0.2, f"memory grew by {memory.growth:.0%}"),
        (recovery <= 10, f"recovered after {recovery:.1f} s"),
        (not refused_screens, f"screens were refused {refused_screens} times"),
        (polled.p99 <= 500, f"screens waited {polled.p99:.0f} ms (p99)"),
        (reported.accepted > 0, "no report got in"),
        (not failures and not back.failed, f"other answers: {failures}, {back.failed}"),
        (len(back.taken) == math.ceil(crowd), "not everybody who came back was taken"),
        (wait99 <= 500, f"p99 of who came back {wait99:.0f} ms"),
        (not back.early, f"{back.early} refusals named no time"),
    ]
    facts = {
        "store": f"PostgreSQL, each check-in sleeps {_SLEEP_MS} ms in its transaction",
        "capacity": f"{capacity:.0f}/s",
        "offered": f"{rush.taken / rush.seconds:.0f}/s for {seconds} s",
        "accepted": f"{rush.accepted / rush.seconds:.0f}/s = {goodput:.0%} of capacity",
        "processor": f"{worked:.0%} of one core, load average {os.getloadavg()[0]:.1f}",
        "accepted, p50 · p99": f"{rush.p50:.0f} · {rush.p99:.0f} ms",
        "memory": f"{memory.before:.0f} → {memory.most:.0f} MB",
        "recovery": f"{recovery:.1f} s",
        "screens meanwhile": f"{polled.taken} polls, {refused_screens} refused, "
        f"p99 {polled.p99:.0f} ms",
        "who comes back": f"{len(back.taken)} people in {last:.0f} s, "
        f"{len(back.taken) / last / capacity:.0%} of capacity, {back.refused} refusals, "
        f"p99 {wait99:.0f} ms",
        f"{_REPORTS_A_SECOND} reports a second, check-ins at half of capacity": (
            f"reports {reported.accepted} of {reported.taken}, check-ins {mixed.accepted} of "
            f"{mixed.taken}, p99 {mixed.p99:.0f} ms, screens {beside.accepted} of {beside.taken}, "
            f"p99 {beside.p99:.0f} ms"
        ),
    }
    return facts, [said for is_kept, said in promises if not is_kept]


def _capacity(hall: _Hall) -> float:
    """Measure how many a second are accepted of who send one after the other, on 24 lines."""
    first, raw = hall.first, hall.requests(6 * _MOST_A_SECOND)
    outcome = load.closed(hall.served.port, raw, connections=24, seconds=5, keep=True)
    hall.acknowledged |= {first + i for i, status, _ in outcome.answered if status == 200}
    return outcome.per_second


def _recovery(after: Outcome, rate: float) -> float:
    """Tell how long after the rush the last was refused, or waited more than 250 ms."""
    late = [index for index, status, ms in after.answered if status != 200 or ms > 250]
    return (max(late) + 1) / rate if late else 0.0


async def _filled(url: str, scale: Scale) -> Crowd:
    database = Database(url)
    try:
        return await fill(database, scale, at=datetime.now(UTC))
    finally:
        await database.close()


async def _slowed(url: str) -> None:
    database = Database(url)
    try:
        async with database.write() as db:
            for statement in _SLOW:
                await db.execute(text(statement))
    finally:
        await database.close()


async def _verdict(url: str, hall: _Hall) -> Verdict:
    database = Database(url)
    try:
        return await check(database, hall.crowd, hall.acknowledged)
    finally:
        await database.close()


def _run(is_short: bool) -> Result:
    return run(SHORT_SECONDS if is_short else SECONDS)


SCENARIOS: Final = {
    "overload": Scenario("ten times more than it can commit, then everybody comes back", _run)
}
