"""Serving: one process, or several on one port that a supervisor keeps alive.

Nothing that one process holds is needed by another: everything they share is in the database. So
each makes its application from the environment, and none is told anything by its parent.
"""

import contextlib
import gc
import multiprocessing
import os
import secrets
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator
from multiprocessing.process import BaseProcess
from typing import Any, Final

import uvicorn
from fastapi import FastAPI
from starlette.types import Lifespan
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from api.app import build
from api.db import Database
from api.installation import require_durable
from api.kit import clock, log
from api.kit.files import write_private
from api.kit.keys import MASTER_KEY_BYTES
from api.settings import Settings, SettingsRefused

SECONDS_TO_DRAIN: Final = 20
"""How long what was begun may take when the program is told to stop."""
SECONDS_KEPT_ALIVE: Final = 75
"""Longer than the proxy keeps an idle line to us, so that never we are the one who hangs up."""
MOST_ARRIVING: Final = 2_048
"""Lines that the kernel holds for us while we are busy; it may be told to hold fewer."""

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


def run(settings: Settings) -> None:
    """Serve until told to stop; the database is prepared already.

    Raises: SettingsRefused where the port is taken.
    """
    config = uvicorn.Config(
        "api.serving:application",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=settings.trusted_proxies,
        backlog=MOST_ARRIVING,
        timeout_keep_alive=SECONDS_KEPT_ALIVE,
        timeout_graceful_shutdown=SECONDS_TO_DRAIN,
    )
    listening = _bound(settings.host, settings.port)
    if settings.workers > 1:
        Supervisor(config, sockets=[listening]).run()
        return
    server = uvicorn.Server(config)
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    if not server.started:
        sys.exit(STARTUP_FAILURE)


class Supervisor(Multiprocess):
    """Keeps the processes alive, and lets nobody in any more once they are told to stop."""

    def terminate_all(self) -> None:
        """Stop to listen, then let each process finish what it began."""
        for listening in self.sockets:
            listening.close()
        super().terminate_all()


def _on_what_keeps(begin: Lifespan[Any]) -> Lifespan[Any]:
    """Begin only on a database that keeps what was acknowledged, also in a process begun anew."""

    @contextlib.asynccontextmanager
    async def checked(app: Any) -> AsyncIterator[Any]:
        await require_durable(app.state.database)
        async with begin(app) as state:
            yield state

    return checked


def application() -> FastAPI:
    """Make the application of this process from the environment."""
    settings = Settings()
    log.configure(settings.log_level)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_after, args=(parent,), daemon=True).start()
    app = build(
        settings,
        clock=clock.system_clock(),
        master_key=master_key_of(settings),
        public_url=public_url_of(settings),
        database=database_of(settings),
    )
    app.router.lifespan_context = _on_what_keeps(app.router.lifespan_context)
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
