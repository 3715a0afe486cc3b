"""A process that serves: its application, made from the environment.

Nothing that one process holds is needed by another: everything they share is in the database. So
none is told anything by its parent.
"""

import asyncio
import contextlib
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import AsyncIterator
from multiprocessing.process import BaseProcess
from typing import Any, Final, cast

import structlog
from starlette.types import ASGIApp, Lifespan
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from api.app import build
from api.checkin.door import TwoDoors
from api.db import outage
from api.installation import UnsafeInstallation, require_durable
from api.kit import clock, log
from api.kit.stopping import stopping
from api.monitoring import tracing
from api.sandbox.clock import MovedClock
from api.serving import database_of, master_key_of, public_url_of
from api.settings import Settings

_log = structlog.get_logger("api.process")

_PAUSE_SECONDS: Final = 0.5
"""Of a process that begins, between two looks after its database."""
_GARBAGE: Final = (10_000, 20, 20)
"""How many objects are made before any is looked at: a request makes hundreds, none in a ring."""


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
                await asyncio.sleep(_PAUSE_SECONDS)
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
