"""The real program as a process of its own, on a free loopback port, and what it costs."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from api.settings import PREFIX

ROOT: Final = Path(__file__).parent.parent
_PATIENCE_SECONDS: Final = 120
_DRAIN_SECONDS: Final = 30
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_SPAWNED: Final = b"multiprocessing.spawn"  # a worker of uvicorn; not its resource tracker


class NotServing(Exception):
    """The program did not begin to answer; the message is the end of its log."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What one process holds, in MB: all of it, and without the share others have of it."""

    rss: float
    pss: float


@dataclass(frozen=True, slots=True)
class Served:
    """A program that serves; `log` is the file it writes its lines to."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def pids(self) -> list[int]:
        """Name the processes that answer: the workers, or the only one."""
        return workers_of(self.process.pid) or [self.process.pid]

    def kill(self, pid: int, number: signal.Signals = signal.SIGKILL) -> None:
        """Send a signal to one of them; whoever has ended already is left alone."""
        if pid != self.process.pid and pid not in descendants(self.process.pid):
            return
        with suppress(ProcessLookupError):
            os.kill(pid, number)

    def wait_ready(self, seconds: float = _PATIENCE_SECONDS) -> None:
        """Wait until it answers. Raises: NotServing where it ends, or not in time."""
        ends = time.perf_counter() + seconds
        while time.perf_counter() < ends:
            if self.process.poll() is not None:
                raise NotServing(f"it ended with {self.process.returncode}:\n{self._told()}")
            if self._answers():
                return
            time.sleep(0.02)
        raise NotServing(f"no answer in {seconds:.0f} s:\n{self._told()}")

    def cpu_seconds(self) -> float:
        """Tell the processor time of all of them so far."""
        return cpu_seconds(self.process.pid)

    def memory(self) -> list[Memory]:
        """Tell what each of the processes that answer holds."""
        return [memory(pid) for pid in self.pids()]

    def stop(self, seconds: float = _DRAIN_SECONDS) -> None:
        """Ask it to end, and end it and what it started where it does not."""
        started = descendants(self.process.pid)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for pid in started:
            if f"PORT={self.port}".encode() in _environment(pid):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False

    def _told(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-20:])


@contextmanager
def served(
    database_url: str,
    *,
    data_dir: Path,
    master_key: bytes,
    workers: int = 1,
    settings: Mapping[str, str] | None = None,
    port: int | None = None,
    command: Sequence[str] = ("-m", "api", "serve", "--empty"),
) -> Iterator[Served]:
    """Serve a database by the real program until the end of the block.

    `settings` are further ones by their names, as in {"LOG_LEVEL": "warning"}.
    """
    chosen = port if port is not None else free_port()
    given = {
        "DATABASE_URL": database_url,
        "DATA_DIR": str(data_dir),
        "MASTER_KEY": master_key.hex(),
        "ADMIN_PASSWORD": "mat-khau-de-do-tai",
        "HOST": "127.0.0.1",
        "PORT": str(chosen),
        "PUBLIC_URL": f"http://127.0.0.1:{chosen}",
        "WORKERS": str(workers),
        **(settings or {}),
    }
    clean = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    environment = clean | {PREFIX + name: value for name, value in given.items()}
    with program(command, port=chosen, folder=data_dir, environment=environment) as each:
        yield each


@contextmanager
def program(
    command: Sequence[str], *, port: int, folder: Path, environment: Mapping[str, str]
) -> Iterator[Served]:
    """Run a Python program that serves on a port until the end of the block."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / f"served-{port}.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    running = Served(port, process, log)
    try:
        running.wait_ready()
        yield running
    finally:
        running.stop()


def free_port() -> int:
    """Find a port of loopback on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def descendants(pid: int) -> list[int]:
    """Name every process that a process started, and what those started."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*"):
        for child in _read(task / "children").split():
            found += [int(child), *descendants(int(child))]
    return found


def workers_of(pid: int) -> list[int]:
    """Name the processes that a supervisor keeps."""
    return [each for each in descendants(pid) if _SPAWNED in _command(each)]


def cpu_seconds(pid: int) -> float:
    """Tell the processor time of a process and all it started, of those that ended too."""
    return sum(_cpu_ticks(each) for each in (pid, *descendants(pid))) / _TICKS


def memory(pid: int) -> Memory:
    """Tell what a process holds."""
    sizes = {
        words[0]: int(words[1]) / 1024
        for line in _read(Path(f"/proc/{pid}/smaps_rollup")).decode().splitlines()
        if (words := line.split())[0] in {"Rss:", "Pss:"}
    }
    return Memory(rss=sizes.get("Rss:", 0.0), pss=sizes.get("Pss:", 0.0))


def _cpu_ticks(pid: int) -> int:
    # After the name in brackets, which may have blanks: utime, stime, cutime and cstime.
    fields = _read(Path(f"/proc/{pid}/stat")).rpartition(b")")[2].split()
    return sum(int(each) for each in fields[11:15])


def _command(pid: int) -> bytes:
    return _read(Path(f"/proc/{pid}/cmdline"))


def _environment(pid: int) -> bytes:
    return _read(Path(f"/proc/{pid}/environ"))


def _read(path: Path) -> bytes:
    """Read a file of /proc; empty where the process has ended meanwhile."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
