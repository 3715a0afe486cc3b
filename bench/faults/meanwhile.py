"""What else a server is asked while it has too much to do, and what it holds meanwhile."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx2 as httpx

from bench import load
from bench.crowd import MASTER, Crowd
from bench.crowd_rows import CONFERENCE, cell_id, point_id
from bench.load import Outcome
from bench.serving import Served


@dataclass(slots=True)
class Memory:
    """What the process held before and at the most, in MB."""

    before: float
    most: float

    @property
    def growth(self) -> float:
        """Tell by which part of it it grew."""
        return self.most / self.before - 1


def ask(port: int, raw: Sequence[bytes], rate: int, seconds: int, *, connections: int) -> Outcome:
    """Send some requests in turn, so many a second."""
    number = rate * seconds
    asked = [raw[i % len(raw)] for i in range(number)]
    return load.open_loop(
        port, asked, rate=rate, connections=connections, deadline=seconds + 20, seed=7
    )


def screen_requests(served: Served, crowd: Crowd, *, screens: int) -> list[bytes]:
    """Pair a screen in each hall; write what they ask for in turn, codes and counts."""
    base = f"http://127.0.0.1:{served.port}/api/v1"
    raw = []
    with httpx.Client(base_url=base, headers={"Authorization": _admin(served, crowd)}) as staff:
        for point in range(screens):
            added = _made(staff.post(f"/points/{point_id(point)}/screens"))
            code = {"pairing_code": added["pairing_code"]}
            token = _made(httpx.post(f"{base}/screens/pair", json=code))["token"]
            raw += [
                _get(crowd, f"/screens/{what}", f"Bearer {token}") for what in ("codes", "live")
            ]
    return raw


def report_request(served: Served, crowd: Crowd) -> bytes:
    """Write the question for the figures of one cell."""
    path = f"/conferences/{CONFERENCE}/summary?unit_id={cell_id(0)}"
    return _get(crowd, path, _admin(served, crowd))


def _admin(served: Served, crowd: Crowd) -> str:
    url = f"http://127.0.0.1:{served.port}"
    return crowd.admin(MASTER, public_url=url, at=datetime.now(UTC))


def _get(crowd: Crowd, path: str, authorization: str) -> bytes:
    return (
        f"GET /api/v1{path} HTTP/1.1\r\nHost: {crowd.host}\r\n"
        f"Authorization: {authorization}\r\n\r\n"
    ).encode()


def _made(answer: httpx.Response) -> dict[str, Any]:
    answer.raise_for_status()
    body: dict[str, Any] = answer.json()
    return body


@contextmanager
def watched(served: Served) -> Iterator[Memory]:
    """Look at the process's memory twice a second until the end of the block."""
    before = sum(each.rss for each in served.memory())
    memory, over = Memory(before, before), threading.Event()

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
