"""The load of the benches counts right: a wrong loader would make every figure wrong."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bench import load, sending
from bench.load import LOST, Order

BENCH = Path(load.__file__).parent
KEYS = {"vs_fastapi_noop", "vs_pgbench_one_row", "vs_orm_per_request", "p99_ms_at_5000"}
ANSWERS = {
    "/ok": [b"HTTP/1.1 200 OK\r\ncontent-len", b"gth: 9\r\n\r\nhello", b"\r\n\r\n"],
    "/loud": [b"HTTP/1.1 201 Created\r\nContent-Length:2\r\n\r\nhi"],
    "/empty": [b"HTTP/1.1 204 No Content\r\n\r\n"],
    "/full": [b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n"],
    "/never": [],
}


@asynccontextmanager
async def _server() -> AsyncIterator[int]:
    """Answer by the path, piece by piece; hang up at any other."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            path = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
            while path in ANSWERS:
                for piece in ANSWERS[path]:
                    writer.write(piece)
                    await writer.drain()
                path = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


def _raw(*paths: str) -> list[bytes]:
    return [f"POST {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() for path in paths]


async def test_each_answer_is_counted_by_its_status_and_kept_by_its_index(tmp_path: Path) -> None:
    raw = _raw(*["/ok", "/loud", "/empty", "/full"] * 25)
    acks = tmp_path / "acks"
    async with _server() as port:
        outcome = await asyncio.to_thread(
            load.closed, port, raw, connections=7, keep=True, keep_bodies=True, acks=acks
        )
    assert outcome.statuses == {200: 25, 201: 25, 204: 25, 503: 25}
    assert (outcome.taken, outcome.accepted) == (100, 75)
    assert sorted(index for index, _, _ in outcome.answered) == list(range(100))
    assert all(status == 503 for index, status, _ in outcome.answered if index % 4 == 3)
    assert (outcome.bodies[0], outcome.bodies[1]) == (b"hello\r\n\r\n", b"hi")
    acknowledged = sorted(int(line) for line in acks.read_text().splitlines())
    assert acknowledged == [index for index in range(100) if index % 4 != 3]


async def test_what_was_under_way_on_a_broken_line_is_lost_and_the_rest_goes_on() -> None:
    raw = _raw(*["/ok", "/gone", "/ok"] * 5)
    async with _server() as port:
        outcome = await asyncio.to_thread(sending.run, Order(port, raw, 2, keep=True))
    assert outcome.statuses == {200: 10, LOST: 5}
    assert {index for index, status, _ in outcome.answered if status == LOST} == {1, 4, 7, 10, 13}


async def test_a_load_ends_at_its_deadline_whatever_the_server_does() -> None:
    raw = _raw(*["/ok"] * 3, *["/never"] * 3)
    async with _server() as port:
        outcome = await asyncio.to_thread(sending.run, Order(port, raw, 2, deadline=0.5))
    assert outcome.statuses == Counter({200: 3, LOST: 2})
    assert outcome.taken == 5
    nobody = await asyncio.to_thread(sending.run, Order(port, raw, 2, deadline=0.2))
    assert (nobody.taken, nobody.accepted) == (0, 0)


async def test_none_is_sent_any_more_when_the_time_is_over() -> None:
    raw = _raw(*["/ok"] * 200_000)
    async with _server() as port:
        outcome = await asyncio.to_thread(sending.run, Order(port, raw, 2, seconds=0.2))
    assert outcome.statuses == {200: outcome.taken}
    assert 0 < outcome.taken < len(raw)


async def test_an_arrival_that_waits_for_a_line_has_waited_since_its_planned_instant() -> None:
    raw = _raw(*["/ok"] * 50)
    async with _server() as port:
        at_once = Order(port, raw, 1, rate=1e9, keep=True)
        outcome = await asyncio.to_thread(sending.run, at_once)
        calm = await asyncio.to_thread(sending.run, Order(port, raw, 4, rate=200.0))
    assert outcome.statuses == calm.statuses == {200: 50}
    waited = [milliseconds for _, _, milliseconds in sorted(outcome.answered)]
    assert waited == sorted(waited)
    assert calm.seconds > 0.1


def test_the_figures_of_the_rush_are_written_as_text_and_as_data() -> None:
    found = json.loads((BENCH / "results.json").read_text(encoding="utf-8"))
    assert found.keys() >= KEYS
    assert all(not each["lost"] and not each["doubled"] for each in found["checked"].values())
    assert "## The rush\n\nWritten by `make bench`." in (BENCH / "README.md").read_text("utf-8")
