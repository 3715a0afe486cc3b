"""A server on a real socket, in a thread of the test process, for clients that are no Python."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from tests.district import District
from tests.moving_clock import MovingClock
from tests.world import World, running


@contextmanager
def served(url: str, district: District, *, folder: Path) -> Iterator[tuple[World, str]]:
    """Serve the application on a database; give the world and the address until the block ends."""
    # With its protocol named, or asyncio leaves Nagle's delay of 40 ms on.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    ready = threading.Event()
    started: list[tuple[World, uvicorn.Server]] = []

    async def run() -> None:
        async with running(
            url, district, clock=MovingClock(), folder=folder, public_url=address
        ) as world:
            config = uvicorn.Config(world.app, lifespan="off", log_level="error", access_log=False)
            server = uvicorn.Server(config)
            started.append((world, server))
            ready.set()
            await server.serve(sockets=[listener])

    def work() -> None:
        try:
            asyncio.run(run())
        finally:
            ready.set()

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait()
    try:
        assert started, "the server did not start"
        yield started[0][0], address
    finally:
        for _, server in started:
            server.should_exit = True
        thread.join()
        listener.close()
