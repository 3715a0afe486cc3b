"""Serving: one process, or several on one port that a supervisor keeps alive.

Nothing that one process holds is needed by another: everything they share is in the database. So
each makes its application from the environment, and none is told anything by its parent.
"""

import asyncio
import contextlib
import gc
import multiprocessing
import os
import secrets
import signal
import socket
import sys
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable
from multiprocessing.process import BaseProcess
from typing import Any, Final, cast

import structlog
import uvicorn
from starlette.types import ASGIApp, Lifespan
from uvicorn.config import STARTUP_FAILURE
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.supervisors.multiprocess import Multiprocess, Process

from api.app import build
from api.checkin.door import TwoDoors
from api.db import Database, outage
from api.installation import UnsafeInstallation, require_durable
from api.kit import clock, log, metrics
from api.kit.files import write_private
from api.kit.keys import MASTER_KEY_BYTES
from api.kit.stopping import stopping
from api.monitoring import tracing
from api.sandbox.clock import MovedClock
from api.settings import Settings, SettingsRefused

_log = structlog.get_logger("api.serving")

SECONDS_TO_DRAIN: Final = 20
"""How long what was begun may take when the program is told to stop."""
SECONDS_TO_ANSWER: Final = 60
"""How long a process may be silent before the supervisor ends it as hung.

One that begins reads the whole program before it can answer, for many seconds on a busy machine;
with uvicorn's five it would be ended and begun anew for ever.
"""
SECONDS_KEPT_ALIVE: Final = 75
"""Longer than the proxy keeps an idle line to us, so that never we are the one who hangs up."""
MOST_ARRIVING: Final = 2_048
"""Lines that the kernel holds for us while we are busy; it may be told to hold fewer."""

_LOOKS_A_SECOND: Final = 2
"""Of a supervisor after its processes, and of a process that begins after its database."""
_GARBAGE: Final = (10_000, 20, 20)
"""How many objects are made before any is looked at: a request makes hundreds, none in a ring."""


def require_one_writer(settings: Settings) -> None:
    """Refuse several processes on SQLite, where they would wait for each other's file lock.

    Raises: SettingsRefused.
    """
    if settings.workers > 1 and settings.is_sqlite:
        raise SettingsRefused(
            f"DIEMDANH_WORKERS={settings.workers} needs PostgreSQL (DIEMDANH_DATABASE_URL): "
            "SQLite takes one writer, and so one process"
        )


def run(settings: Settings, make: str | Callable[[], TwoDoors] = "api.serving:application") -> None:
    """Serve until told to stop; the database is prepared already.

    Of several processes each makes its application from the environment; one alone may be told
    how.

    Raises: SettingsRefused where the port is taken.
    """
    config = uvicorn.Config(
        make,
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # `application` sees to it, behind the light door
        backlog=MOST_ARRIVING,
        timeout_keep_alive=SECONDS_KEPT_ALIVE,
        timeout_graceful_shutdown=SECONDS_TO_DRAIN,
    )
    listening = _bound(settings.host, settings.port)
    if settings.workers > 1:
        metrics.share(settings.data_dir / "metrics")
        supervisor = Supervisor(config, sockets=[listening])
        supervisor.run()
        if supervisor.has_failed:
            sys.exit(STARTUP_FAILURE)
        return
    server = uvicorn.Server(config)
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    if not server.started:
        sys.exit(STARTUP_FAILURE)


class Supervisor(Multiprocess):
    """Keeps the processes alive, and lets nobody in any more once they are told to stop."""

    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket]) -> None:
        super().__init__(config, sockets)
        self.has_failed = False
        self._silent: Counter[Process] = Counter()

    def keep_subprocess_alive(self) -> None:
        """Begin anew who has ended or hangs; one that cannot begin ends us all, and says why.

        It waits for nobody's word, or a process that begins would keep it from all the others.
        """
        for place, process in enumerate(self.processes):
            if process.process.is_alive() and not self._hangs(process):
                continue
            process.kill()
            process.join()
            del self._silent[process]
            metrics.forget(process.pid)
            if process.exitcode == STARTUP_FAILURE:
                self.has_failed = True
                self.should_exit.set()
                return
            _log.warning("process_ended", pid=process.pid, status=process.exitcode)
            self.processes[place] = another = Process(self.config, self.sockets)
            another.start()

    def _hangs(self, process: Process) -> bool:
        # Asked at each look, and answered until the next.
        self._silent[process] = 0 if process.ping(timeout=0) else self._silent[process] + 1
        return self._silent[process] > SECONDS_TO_ANSWER * _LOOKS_A_SECOND

    def terminate_all(self) -> None:
        """Stop to listen, then let each process finish what it began."""
        for listening in self.sockets:
            listening.close()
        super().terminate_all()


def on_what_keeps(begin: Lifespan[Any]) -> Lifespan[Any]:
    """Begin only on a database that keeps what was acknowledged, also in a process begun anew.

    One that is away is waited for: a process that fails to start ends all the others too, and they
    would come back by themselves.
    """

    @contextlib.asynccontextmanager
    async def checked(app: Any) -> AsyncIterator[Any]:
        is_stopping = stopping()
        async with contextlib.AsyncExitStack() as begun:
            while True:
                try:
                    await require_durable(app.state.database)
                    state = await begun.enter_async_context(begin(app))
                    break
                except UnsafeInstallation as unsafe:
                    _log.critical("refused_to_start", reason=str(unsafe))
                    raise
                except Exception as failure:
                    if outage(failure) is None or is_stopping():
                        raise
                    _log.warning("waiting_for_the_database", failure=type(failure).__name__)
                await asyncio.sleep(1 / _LOOKS_A_SECOND)
            yield state

    return checked


def application() -> TwoDoors:
    """Make the application of this process from the environment."""
    settings = Settings()
    log.configure(settings.log_level)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_after, args=(parent,), daemon=True).start()
    return _made(settings, clock.system_clock())


def sandbox(settings: Settings) -> TwoDoors:
    """Make the application of a sandbox; `settings` are those of its folder."""
    log.configure(settings.log_level)
    return _made(settings, MovedClock(clock.system_clock()))


def _made(settings: Settings, reading: clock.Clock) -> TwoDoors:
    app = build(
        settings,
        clock=reading,
        master_key=master_key_of(settings),
        public_url=public_url_of(settings),
        database=database_of(settings),
        telemetry=tracing.asked(),
    )
    app.router.lifespan_context = on_what_keeps(app.router.lifespan_context)
    behind: Any = app.light_door.app
    app.light_door.app = cast(
        ASGIApp, ProxyHeadersMiddleware(behind, trusted_hosts=settings.trusted_proxies)
    )
    # What was made so far stays as long as the process: no search for garbage looks at it again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    return app


def _leave_after(parent: BaseProcess) -> None:
    """Stop when the supervisor is gone: nobody would replace us, or tell us to stop."""
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


def _bound(host: str, port: int) -> socket.socket:
    # With its protocol named, or Nagle's delay of 40 ms stays on in every line accepted from it.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as taken:
        listening.close()
        raise SettingsRefused(f"cannot listen on {host}:{port}: {taken.strerror}") from taken
    return listening


def database_of(settings: Settings) -> Database:
    """Open the database of the settings; the embedded one lies in the data folder."""
    url = settings.database_url
    if not url:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{settings.data_dir / 'diemdanh.db'}"
    return Database(url, pool_size=settings.pool_size)


def has_master_key(settings: Settings) -> bool:
    """Tell whether there is a master key already, in the settings or in the data folder."""
    given = settings.master_key.get_secret_value()
    return bool(given) or (settings.data_dir / "master.key").exists()


def master_key_of(settings: Settings) -> bytes:
    """Find the master key in the settings or the data folder, or make one on first run (mode 600).

    Raises: SettingsRefused where it is not 64 hexadecimal digits.
    """
    path = settings.data_dir / "master.key"
    text = settings.master_key.get_secret_value()
    if not text and path.exists():
        text = path.read_text(encoding="ascii").strip()
    if not text:
        text = secrets.token_hex(MASTER_KEY_BYTES)
        write_private(path, text.encode() + b"\n")
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != MASTER_KEY_BYTES:
        raise SettingsRefused("DIEMDANH_MASTER_KEY must be 64 hexadecimal digits")
    return key


def public_url_of(settings: Settings) -> str:
    """Tell the address for the QR: the setting, or this machine's own as phones reach it."""
    if settings.public_url:
        return settings.public_url
    host = _lan_address() if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104
    return f"http://{host}:{settings.port}"


def _lan_address() -> str:
    # Connecting a UDP socket sends nothing; it only chooses the address that would be used.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
