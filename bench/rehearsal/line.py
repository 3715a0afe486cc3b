"""One keep-alive connection: a request is written, and its answer handed on when it is whole."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

_END = b"\r\n\r\n"
_LENGTH = b"content-length: "
_RETRY = b"retry-after: "


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the server."""

    status: int
    body: bytes
    retry_after: int | None


Answered = Callable[["Line", Reply], None]
Cut = Callable[["Line"], None]


class Line(asyncio.Protocol):
    """A connection that serves one request at a time, of whatever phone."""

    __slots__ = ("_answered", "_buffer", "_cut", "_needed", "_transport")

    def __init__(self, answered: Answered, cut: Cut) -> None:
        self._answered = answered
        self._cut = cut
        self._buffer = b""
        self._needed = 0
        self._transport: asyncio.Transport | None = None

    def send(self, raw: bytes) -> None:
        """Write a request."""
        assert self._transport is not None, "not connected"
        self._transport.write(raw)

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what to write to."""
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, _error: Exception | None) -> None:
        """Tell that whatever was asked has no answer."""
        self._cut(self)

    def data_received(self, data: bytes) -> None:
        """Hand the answer on when its last byte is here."""
        self._buffer = self._buffer + data if self._buffer else data
        if len(self._buffer) < self._needed:
            return
        ended = self._buffer.find(_END)
        if ended < 0:
            return
        head = self._buffer[:ended].lower()
        self._needed = ended + len(_END) + (_number(head, _LENGTH) or 0)
        if len(self._buffer) < self._needed:
            return
        body = self._buffer[ended + len(_END) : self._needed]
        self._buffer, self._needed = b"", 0
        self._answered(self, Reply(int(head[9:12]), body, _number(head, _RETRY)))


def _number(head: bytes, name: bytes) -> int | None:
    found = head.find(name)
    if found < 0:
        return None
    end = head.find(b"\r\n", found)
    return int(head[found + len(name) : end if end >= 0 else None])
