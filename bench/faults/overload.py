"""Ten times more than a process can commit, for two minutes; screens and reports ask meanwhile.

On two cores nobody can offer ten times what the program does by itself, since to refuse costs too.
So the store is made slow, and that alone: inside the transaction each check-in sleeps 6 ms, as on
a poor disk, which leaves the processor to the load. Capacity is measured first, in the same run.
In the first part phones come by themselves and never come back; in the second, they come back by
the rule of the pages until they are taken.
"""

import asyncio
import math
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import httpx2 as httpx
from sqlalchemy import text

from api.db import Database
from bench import load, serving
from bench.crowd import MASTER, Crowd, Scale, fill
from bench.crowd_rows import CONFERENCE, point_id
from bench.faults.result import Result
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


@dataclass(slots=True)
class _Memory:
    """What the process held before and at the most, in MB."""

    before: float
    most: float

    @property
    def growth(self) -> float:
        """Tell by which part of it it grew."""
        return self.most / self.before - 1


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
    screens = _screen_requests(hall)
    hall.arrive(2 * _MOST_A_SECOND, rate=_MOST_A_SECOND / 2)  # warm, and learnt
    capacity = _capacity(hall)
    with ThreadPoolExecutor(3) as threads, _watched(hall.served) as memory:
        polls = threads.submit(
            _ask, hall.served.port, screens, _POLLS_A_SECOND, seconds, connections=_SCREENS
        )
        reports = threads.submit(
            _ask, hall.served.port, [_report(hall)], _REPORTS_A_SECOND, seconds, connections=16
        )
        rush = hall.arrive(_TIMES * capacity * seconds, rate=_TIMES * capacity)
        polled, reported = polls.result(), reports.result()
    after = hall.arrive(_AFTER_SECONDS * capacity / 2, rate=capacity / 2)
    recovery = _recovery(after, capacity / 2)
    crowd = capacity * seconds / 2
    back = hall.return_until_taken(crowd, within=seconds / 20, deadline=4.0 * seconds + 60)
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
        "accepted, p50 · p99": f"{rush.p50:.0f} · {rush.p99:.0f} ms",
        "memory": f"{memory.before:.0f} → {memory.most:.0f} MB",
        "recovery": f"{recovery:.1f} s",
        "screens meanwhile": f"{polled.taken} polls, {refused_screens} refused, "
        f"p99 {polled.p99:.0f} ms",
        "reports meanwhile": f"{reported.accepted} of {reported.taken}, p99 {reported.p99:.0f} ms",
        "who comes back": f"{len(back.taken)} people in {last:.0f} s, "
        f"{len(back.taken) / last / capacity:.0%} of capacity, {back.refused} refusals, "
        f"p99 {wait99:.0f} ms",
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


def _ask(port: int, raw: Sequence[bytes], rate: int, seconds: int, *, connections: int) -> Outcome:
    number = rate * seconds
    asked = [raw[i % len(raw)] for i in range(number)]
    return load.open_loop(
        port, asked, rate=rate, connections=connections, deadline=seconds + 20, seed=7
    )


def _screen_requests(hall: _Hall) -> list[bytes]:
    """Pair a screen in each hall; write what they ask for in turn, codes and counts."""
    base = f"http://127.0.0.1:{hall.served.port}/api/v1"
    raw = []
    with httpx.Client(base_url=base, headers={"Authorization": _admin(hall)}) as staff:
        for point in range(_SCREENS):
            added = _made(staff.post(f"/points/{point_id(point)}/screens"))
            code = {"pairing_code": added["pairing_code"]}
            token = _made(httpx.post(f"{base}/screens/pair", json=code))["token"]
            raw += [_get(hall, f"/screens/{what}", f"Bearer {token}") for what in ("codes", "live")]
    return raw


def _report(hall: _Hall) -> bytes:
    return _get(hall, f"/conferences/{CONFERENCE}/summary", _admin(hall))


def _admin(hall: _Hall) -> str:
    url = f"http://127.0.0.1:{hall.served.port}"
    return hall.crowd.admin(MASTER, public_url=url, at=datetime.now(UTC))


def _get(hall: _Hall, path: str, authorization: str) -> bytes:
    return (
        f"GET /api/v1{path} HTTP/1.1\r\nHost: {hall.crowd.host}\r\n"
        f"Authorization: {authorization}\r\n\r\n"
    ).encode()


def _made(answer: httpx.Response) -> dict[str, Any]:
    answer.raise_for_status()
    body: dict[str, Any] = answer.json()
    return body


@contextmanager
def _watched(served: Served) -> Iterator[_Memory]:
    """Look at the process's memory twice a second until the end of the block."""
    before = sum(each.rss for each in served.memory())
    memory, over = _Memory(before, before), threading.Event()

    def look() -> None:
        while not over.wait(0.5):
            memory.most = max(memory.most, sum(each.rss for each in served.memory()))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield memory
    finally:
        over.set()
        thread.join()


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


if __name__ == "__main__":
    found = run(SHORT_SECONDS)
    print(found.broken or "kept", found.acknowledged, found.lost, found.double)
    print("\n".join(f"{name}: {fact}" for name, fact in found.facts.items()))
