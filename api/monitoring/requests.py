"""Requests by the class of their operation, how they ended, and how soon the answer began."""

import asyncio
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.admission import class_of
from api.kit.metrics import histogram

_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
_API: Final = "/api/"
_WATCHED: Final = frozenset({"/healthz", "/readyz", "/metrics"})

_took = histogram(
    "http_request_seconds",
    "How soon the answer began; the phones' two steps are counted by their lists instead.",
    _SECONDS,
    ["class", "status"],
)


class Measured:
    """Counts every request that FastAPI answers; a stream counts when it begins."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and count the beginning of its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        clock = asyncio.get_running_loop().time
        began = clock()

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                status = f"{message['status'] // 100}xx"
                kind = class_name(scope["method"], scope["path"])
                _took.labels(kind, status).observe(clock() - began)
            await send(message)

        await self.app(scope, receive, watch)


def class_name(method: str, path: str) -> str:
    """Name the class of a request: one of seven words, whatever is asked."""
    if path in _WATCHED:
        return "operations"
    kind = class_of(method, path)
    if kind is not None:
        return kind.name.lower()
    return "phones" if path.startswith(_API) else "pages"
