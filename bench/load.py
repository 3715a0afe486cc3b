"""A bounded load: some keep-alive connections to loopback, in a process of its own."""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """One request, ready to be written."""

    method: str
    path: str
    body: dict[str, Any] | None = None
    cookie: str = ""

    def encode(self) -> bytes:
        """Write it as HTTP/1.1."""
        content = json.dumps(self.body).encode() if self.body is not None else b""
        head = (
            f"{self.method} {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.cookie}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        return head.encode() + content


@dataclass(frozen=True, slots=True)
class Measured:
    """What a load came to; milliseconds as the client saw them."""

    per_second: float
    p50: float
    p99: float
    refused: int


def send(port: int, requests: Sequence[Request], *, connections: int) -> Measured:
    """Send every request once, each connection one after the other, from another process."""
    raw = [request.encode() for request in requests]
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_send, (port, raw, connections))


def _send(port: int, raw: list[bytes], connections: int) -> Measured:
    return asyncio.run(_load(port, raw, connections))


async def _load(port: int, raw: list[bytes], connections: int) -> Measured:
    waiting = iter(raw)
    took: list[float] = []
    refused = 0

    async def connection() -> None:
        nonlocal refused
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for request in waiting:
            began = time.perf_counter()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            lines = head.decode().lower().split("\r\n")
            length = next(line for line in lines if line.startswith("content-length:"))
            await reader.readexactly(int(length.split(":")[1]))
            took.append(time.perf_counter() - began)
            refused += not lines[0].startswith("http/1.1 2")
        writer.close()
        await writer.wait_closed()

    began = time.perf_counter()
    await asyncio.gather(*(connection() for _ in range(connections)))
    seconds = time.perf_counter() - began
    took.sort()
    return Measured(
        per_second=len(took) / seconds,
        p50=took[len(took) // 2] * 1000,
        p99=took[len(took) * 99 // 100] * 1000,
        refused=refused,
    )
