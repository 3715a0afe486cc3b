"""Structured logs, one JSON line an event, without codes, tokens, names or query strings."""

import contextlib
import logging
import sys
import traceback
from collections.abc import MutableMapping
from datetime import timedelta
from pathlib import Path
from typing import Any, TextIO, cast

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import EventDict, Processor

from api.kit.clock import Clock

_log = structlog.get_logger("api.access")
_level = logging.getLogger("api.access")
"""Only knows what is shown: to ask it costs nothing, while a logger that shows nothing costs."""
_PACKAGE = str(Path(__file__).parent.parent)


_UNWRITABLE = (OSError, ValueError)
"""What a stream says that is full, whose reader has gone, or that is closed."""


class _Forgiving:
    """A stream whose disk may be full, or that may be gone: that must fail no request."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write what can be written."""
        with contextlib.suppress(*_UNWRITABLE):
            self._stream.write(text)

    def flush(self) -> None:
        """Pass on what can be passed on."""
        with contextlib.suppress(*_UNWRITABLE):
            self._stream.flush()


def configure(level: str) -> None:
    """Send everything that is logged to standard error as JSON lines from `level` upwards."""
    number = logging.getLevelNamesMapping()[level.upper()]
    form: list[Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _where_it_failed,
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, *form],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _Forgiving(sys.stderr))),
    )
    _level.setLevel(number)
    # What libraries log goes the same way, in the same form.
    without_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    foreign = logging.StreamHandler()
    foreign.setFormatter(structlog.stdlib.ProcessorFormatter(processors=[without_meta, *form]))
    logging.basicConfig(handlers=[foreign], level=max(number, logging.WARNING), force=True)


def _where_it_failed(_logger: Any, _name: str, entry: EventDict) -> EventDict:
    """Turn an exception into its kinds and places.

    Its message and its locals stay out: a database's message quotes the failing row, with names.
    """
    failure = entry.pop("exc_info", None)
    if isinstance(failure, tuple):
        failure = failure[1]
    kinds, places = [], []
    while isinstance(failure, BaseException):
        kinds.append(type(failure).__qualname__)
        frames = traceback.extract_tb(failure.__traceback__)
        ours = [frame for frame in frames if frame.filename.startswith(_PACKAGE)]
        places += [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in ours]
        failure = failure.__cause__ or failure.__context__
    return {**entry, "failure": kinds, "places": places} if kinds else entry


def request_ended(method: str, route: str, status: int, *, took: timedelta) -> None:
    """Log the end of a request, where such lines are shown."""
    if _level.isEnabledFor(logging.INFO):
        milliseconds = round(took.total_seconds() * 1000, 1)
        _log.info("request", method=method, route=route, status=status, milliseconds=milliseconds)


def turned_away(requests: int) -> None:
    """Log how many were asked to come back, where such lines are shown."""
    if _level.isEnabledFor(logging.INFO):
        _log.info("turned_away", requests=requests)


class AccessLog:
    """Logs each request by the template of its route: a path may carry an id, a template none."""

    def __init__(self, app: ASGIApp, clock: Clock) -> None:
        self.app = app
        self.clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and log its end."""
        if scope["type"] != "http" or not _level.isEnabledFor(logging.INFO):
            await self.app(scope, receive, send)
            return
        status = 0
        began = self.clock()

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watch)
        finally:
            took = self.clock() - began
            request_ended(scope["method"], _template(scope), status, took=took)


def _template(scope: MutableMapping[str, Any]) -> str:
    route = scope.get("route")
    return str(getattr(route, "path", "-"))
