"""A throw-away PostgreSQL on a unix socket of its own, for one test process.

It drops its rights when the tests run as root, listens on no port, keeps nothing, and goes with the
process that started it, however that process ends.
"""

import asyncio
import atexit
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self, TypeVar

import asyncpg

from tests import postgres_binaries

OWNER: Final = "diemdanh"
"""The role that owns every database here; no superuser, like in production."""

T = TypeVar("T")

_MEMORY: Final = Path("/dev/shm")
_MEMORY_NEEDED: Final = 2**30  # a container often has only 64 MiB there
_LONGEST_SOCKET_FOLDER: Final = 80  # the kernel takes 107 bytes with the socket's own name
_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_INITDB: Final = (
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--no-instructions",
    "--no-sync",
)
_SETTINGS: Final = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
}
_FAST: Final = {"autovacuum": "off"}
_CARELESS: Final = "fsync = off\nfull_page_writes = off\n"
"""In a file, where they may be changed while the server runs."""

# Ends the server and its folder when the other end of standard input is gone.
_GUARD: Final = """
read -r _
kill -INT "$1" 2>/dev/null
tries=100
while [ $tries -gt 0 ] && kill -0 "$1" 2>/dev/null; do tries=$((tries - 1)); sleep 0.1; done
rm -rf "$2"
"""


class PostgresMissing(Exception):
    """No usable PostgreSQL binaries were found; the message says how to get some."""


def start(*, durable: bool = False, settings: Mapping[str, str] | None = None) -> "Server":
    """Start a server and wait until it takes connections.

    `durable` keeps fsync and full page writes on and the data on disk, for tests of lost power;
    `settings` are the server's own, where they are to be others than those of a test.

    Raises: PostgresMissing; RuntimeError with the server's log when it does not start.
    """
    binaries = postgres_binaries.find()
    if binaries is None:
        raise PostgresMissing(
            f"no PostgreSQL {postgres_binaries.OLDEST} or newer "
            "(Debian: apt-get install postgresql; or DIEMDANH_TEST_POSTGRES_BIN=/its/folder)"
        )
    place = _make_place(durable=durable)
    try:
        return _start_in(place, binaries, durable=durable, chosen=settings or {})
    except BaseException:
        shutil.rmtree(place.base, ignore_errors=True)
        raise


class Server:
    """One running server; a context manager, and stopped at exit in any case."""

    def __init__(self, place: "_Place", command: list[str | Path]) -> None:
        self.base = place.base
        self._place = place
        self._command = command
        self._run()
        self._loop = asyncio.new_event_loop()
        self._connection: asyncpg.Connection | None = None
        atexit.register(self.stop)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def url(self, name: str, *, user: str = OWNER) -> str:
        """Return the SQLAlchemy URL of a database; `user="postgres"` is the superuser."""
        return f"postgresql+asyncpg://{user}@/{name}?host={self.base}"

    def create_database(self, name: str, *, template: str | None = None) -> None:
        """Create a database, or a copy of `template`, to which nobody may be connected."""
        # Copied file by file: through the log of changes it takes more than twice as long.
        source = f" TEMPLATE {_identifier(template)} STRATEGY FILE_COPY" if template else ""
        self.execute(f"CREATE DATABASE {_identifier(name)} OWNER {OWNER}{source}")

    def drop_database(self, name: str) -> None:
        """Drop a database if it is there, and end every connection to it."""
        self.execute(f"DROP DATABASE IF EXISTS {_identifier(name)} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        """Execute one statement as superuser, outside any transaction."""

        async def execute() -> None:
            await (await self._connected()).execute(statement)

        self._do(execute())

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Keep for a while what is confirmed, as the program demands of where it serves."""
        self._keep("on")
        try:
            yield
        finally:
            self._keep("off")

    def _keep(self, choice: str) -> None:
        for setting in ("fsync", "full_page_writes"):
            self.execute(f"ALTER SYSTEM SET {setting} = {choice}")
        self.execute("SELECT pg_reload_conf()")

        async def is_known() -> bool:
            # Who is connected is told after the server itself, which tells whoever comes.
            ask = "SELECT current_setting('fsync') FROM pg_sleep(0.01)"
            found: str = await (await self._connected()).fetchval(ask)
            return found == choice

        for _ in range(500):
            if self._do(is_known()):
                return
        raise RuntimeError("PostgreSQL did not read its settings again")

    def _do(self, act: Coroutine[Any, Any, T]) -> T:
        """Do it in a thread of its own: the caller may stand inside a running event loop."""
        with ThreadPoolExecutor(max_workers=1) as thread:
            return thread.submit(self._loop.run_until_complete, act).result()

    async def _connected(self) -> asyncpg.Connection:
        """Give the connection that is kept: to open one costs as much as a statement."""
        if self._connection is None or self._connection.is_closed():
            host = str(self.base)
            self._connection = await asyncpg.connect(
                host=host, user="postgres", database="postgres"
            )
        return self._connection

    def crash(self) -> None:
        """End the server and all its children at once, as a machine does that loses its power."""
        # While it stands still nobody restarts a child that is gone.
        self._process.send_signal(signal.SIGSTOP)
        for child in _children(self._process.pid):
            os.kill(child, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None

    def revive(self) -> None:
        """Start again on the same data after a crash, and wait until it takes connections."""
        self._release()
        self._run()

    def _run(self) -> None:
        with (self.base / "log").open("ab") as log:
            self._process = self._place.open(self._command, output=log)
        _wait_until_ready(self._process, self._place)
        self.pid = self._process.pid
        self._guard = subprocess.Popen(
            ["/bin/sh", "-c", _GUARD, "guard", str(self.pid), self.base],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def _release(self) -> None:
        """Let the guard go, which would remove the files."""
        self._guard.kill()
        self._guard.wait()
        if self._guard.stdin is not None:
            self._guard.stdin.close()

    def stop(self) -> None:
        """Stop the server and remove its files; a second call does nothing."""
        atexit.unregister(self.stop)
        if self._connection is not None:
            self._loop.run_until_complete(self._connection.close(timeout=5))
            self._connection = None
        self._loop.close()
        _end(self._process)
        self._release()
        shutil.rmtree(self.base, ignore_errors=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A folder and the account that works in it: None is whoever runs the tests."""

    base: Path
    account: pwd.struct_passwd | None

    def open(self, command: list[str | Path], *, output: IO[bytes]) -> subprocess.Popen[bytes]:
        """Start a command as the place's account, in a session of its own.

        Ctrl-C in a terminal is for the tests alone; they stop the server when they are done.
        """
        account = self.account
        return subprocess.Popen(
            command,
            user=account.pw_uid if account else None,
            group=account.pw_gid if account else None,
            extra_groups=[] if account else None,
            cwd=self.base,
            env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def run(self, command: list[str | Path]) -> None:
        """Run a command to its end. Raises: RuntimeError with what it said."""
        with (self.base / "log").open("wb") as log:
            code = self.open(command, output=log).wait()
        if code:
            raise RuntimeError(f"{command[0]} failed:\n" + "\n".join(self.lines("log")))

    def lines(self, name: str) -> list[str]:
        """Read a file of the folder; a missing one is empty."""
        file = self.base / name
        return file.read_text(errors="replace").splitlines() if file.is_file() else []


def _make_place(*, durable: bool) -> _Place:
    parent = Path(tempfile.gettempdir())
    if len(os.fsencode(parent)) > _LONGEST_SOCKET_FOLDER:
        parent = Path("/tmp")
    if not durable and os.access(_MEMORY, os.W_OK):
        room = os.statvfs(_MEMORY)
        if room.f_bavail * room.f_frsize >= _MEMORY_NEEDED:
            parent = _MEMORY
    base = Path(tempfile.mkdtemp(prefix="diemdanh-pg-", dir=parent))
    if os.geteuid() != 0:
        return _Place(base=base, account=None)
    # PostgreSQL refuses to run as root.
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    account = names.get("postgres") or names["nobody"]
    os.chown(base, account.pw_uid, account.pw_gid)
    return _Place(base=base, account=account)


def _start_in(place: _Place, binaries: Path, *, durable: bool, chosen: Mapping[str, str]) -> Server:
    try:
        place.run([binaries / "postgres", "--version"])
    except PermissionError:
        binaries = postgres_binaries.copy(binaries, place.base / "installation")
    data = place.base / "data"
    place.run([binaries / "initdb", "--pgdata", data, *_INITDB])
    settings = _SETTINGS | {"unix_socket_directories": str(place.base)}
    settings |= ({} if durable else _FAST) | dict(chosen)
    if not durable:
        with (data / "postgresql.auto.conf").open("a") as file:
            file.write(_CARELESS)
    options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
    server = Server(place, [binaries / "postgres", "-D", data, *options])
    try:
        server.execute(f"CREATE ROLE {OWNER} LOGIN")
    except BaseException:
        server.stop()
        raise
    return server


def _children(parent: int) -> list[int]:
    """List the processes that a process has started (Linux)."""
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    return [int(pid) for pid in listed.split()]


def _wait_until_ready(process: subprocess.Popen[bytes], place: _Place) -> None:
    """Wait at most 30 s for the word that the server writes into its own pid file."""
    for _ in range(1500):
        try:
            process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            told = [line.strip() for line in place.lines("data/postmaster.pid")]
            # The file may still be of a server that has crashed.
            if told[:1] == [str(process.pid)] and told[7:8] == ["ready"]:
                return
        else:
            break
    _end(process)
    raise RuntimeError("PostgreSQL did not start:\n" + "\n".join(place.lines("log")))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End our own server: without waiting for its clients, then without waiting at all."""
    if process.poll() is not None:
        return
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _identifier(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a plain database name: {name!r}")
    return name
