"""The program as somebody starts it at a terminal, in a folder of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.settings import PREFIX

ROOT = Path(__file__).parents[1]
PASSWORD = "mat-khau-thu-nghiem"


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Write the environment of a program whose data lies in a folder."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    given = {"DATA_DIR": str(folder), "ADMIN_PASSWORD": PASSWORD, "LOG_LEVEL": "info", **settings}
    return {**clean, **{PREFIX + name: value for name, value in given.items()}}


def run_api(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "api", *arguments],
        cwd=ROOT,
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
    )


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def started(
    folder: Path, port: int, *arguments: str, **settings: str
) -> Iterator[subprocess.Popen[str]]:
    """Start what serves on a port; it is gone after the block, however that ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "api", *arguments],
        cwd=ROOT,
        env=environment(folder, PORT=str(port), **settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
