"""The program as an office runs it, to be ended and started again in the middle of things."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.crowd import MASTER
from bench.serving import workers_of

ROOT: Final = Path(__file__).parents[2]
SERVE: Final = ("-m", "api", "serve")
_START_SECONDS: Final = 60.0
_LONGEST_STOP_SECONDS: Final = 30.0


def free_port() -> int:
    """Find a port of loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


@dataclass(slots=True)
class Program:
    """One server on a port of its own, the same after every start; in a session of its own."""

    database_url: str
    folder: Path
    command: Sequence[str] = SERVE
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    starts: int = 0
    _process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it, and wait until it takes requests."""
        settings = {
            "DATABASE_URL": self.database_url,
            "DATA_DIR": str(self.folder),
            "PORT": str(self.port),
            "PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "MASTER_KEY": MASTER.hex(),
            "ADMIN_PASSWORD": "khong-ai-biet",
            "CARETAKER_SECONDS": "0",
            "LOG_LEVEL": "warning",
        } | self.settings
        named = {f"DIEMDANH_{name}": value for name, value in settings.items()}
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self.command,
                cwd=ROOT,
                env=os.environ | named,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=log,
                start_new_session=True,
            )
        self.starts += 1
        async with asyncio.timeout(_START_SECONDS):
            while await status_of(self.port, "/healthz") != 200:
                if self._process.returncode is not None:
                    raise RuntimeError(f"the program did not start:\n{self.log.read_text()}")
                await asyncio.sleep(0.02)

    @property
    def log(self) -> Path:
        """The file that it logs into, on the same disk as its data."""
        return self.folder / f"program-{self.port}.log"

    @property
    def pid(self) -> int:
        """The process that was started last."""
        assert self._process is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Tell whether it has not ended."""
        return self._process is not None and self._process.returncode is None

    def workers(self) -> list[int]:
        """Name the processes that its supervisor keeps."""
        return workers_of(self.pid)

    async def kill(self) -> None:
        """End it, and its workers, as a power cut does."""
        if self._process is not None and self._process.returncode is None:
            os.killpg(self.pid, signal.SIGKILL)
            await self._process.wait()

    async def terminate(self) -> int:
        """Ask it to end, and wait; give its exit status (negative for a signal)."""
        assert self._process is not None
        self._process.terminate()
        async with asyncio.timeout(_LONGEST_STOP_SECONDS):
            return await self._process.wait()


@asynccontextmanager
async def running(*programs: Program) -> AsyncIterator[None]:
    """Start programs, and end them whatever happens."""
    try:
        async with asyncio.TaskGroup() as tasks:
            for program in programs:
                tasks.create_task(program.start())
        yield
    finally:
        for program in programs:
            await program.kill()


async def status_of(port: int, path: str) -> int:
    """Ask for a path on a connection of its own; 0 where nobody answers."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return 0
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        return int((await reader.readline()).split(b" ")[1])
    except (OSError, IndexError):
        return 0
    finally:
        writer.close()
