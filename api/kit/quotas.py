"""How often a client may ask, told on each answer (draft-ietf-httpapi-ratelimit-headers-11)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WINDOW: Final = timedelta(minutes=1)
_SECONDS: Final = int(WINDOW.total_seconds())
_KEPT: Final = "quota"

FIELDS: Final[dict[str, dict[str, Any]]] = {
    "RateLimit-Policy": {
        "schema": {"type": "string", "examples": ['"client";q=600;w=60']},
        "description": "To a client: how many requests (`q`) it has in so many seconds (`w`).",
    },
    "RateLimit": {
        "schema": {"type": "string", "examples": ['"client";r=599;t=42']},
        "description": "To a client: how many remain (`r`) for how many seconds (`t`).",
    },
}
"""The headers, as the contract has them."""


@dataclass(frozen=True, slots=True)
class Quota:
    """So many requests a minute of the clock, and how many of them were made, this one included."""

    limit: int
    made: int
    began_at: datetime
    at: datetime

    @property
    def is_exceeded(self) -> bool:
        """Tell whether this request is one too many."""
        return self.made > self.limit

    @property
    def seconds_left(self) -> int:
        """Tell after how many seconds there is room again: 1 to 60."""
        left = (self.began_at + WINDOW - self.at).total_seconds()
        return min(_SECONDS, max(1, int(-(-left // 1))))

    def headers(self) -> dict[str, str]:
        """Write the headers; lists of structured fields (RFC 9651)."""
        remaining = max(0, self.limit - self.made)
        return {
            "RateLimit-Policy": f'"client";q={self.limit};w={_SECONDS}',
            "RateLimit": f'"client";r={remaining};t={self.seconds_left}',
        }


def minute_of(at: datetime) -> datetime:
    """Tell when the minute of the clock began that an instant lies in."""
    return at.astimezone(UTC).replace(second=0, microsecond=0)


def tell(scope: Scope, quota: Quota) -> None:
    """Let the answer to a request tell a quota, whatever it will be."""
    scope.setdefault("state", {})[_KEPT] = quota


class QuotaHeaders:
    """Writes the quota of whoever asked on his answer; nothing where none was told."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and _KEPT in state:
                quota: Quota = state[_KEPT]
                MutableHeaders(scope=message).update(quota.headers())
            await send(message)

        await self.app(scope, receive, told)
