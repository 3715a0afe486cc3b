"""The light door: a phone's step at the price of the server, not of the framework.

It stands in front of FastAPI and takes what is plainly well formed. Whatever is not, FastAPI gets
with the body that was read here, and words the refusal. So an operation is declared once, on its
route, and there is one set of rules: both doors call the same functions (docs/decisions/0038).
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import SimpleNamespace
from typing import Any, Final, cast

from fastapi import FastAPI, Request, Response
from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import State
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import devices
from api.access.devices import Phone
from api.checkin import measures, steps
from api.checkin.schemas import NewCheckIn, QrTicketRequest, TypedTicketRequest
from api.db import outage
from api.kit import log, validation
from api.kit.errors import UNAVAILABLE, Problem, language_of, problem_response, seconds_to_wait

_NOT_KEPT: Final = (b"cache-control", b"no-store")
_IS_JSON: Final = (b"content-type", b"application/json")
_LENGTH_DIGITS: Final = 10


Code = QrTicketRequest | TypedTicketRequest


@dataclass(frozen=True, slots=True)
class Step:
    """One operation: what it is sent, what it does, and whether too many wait for it already."""

    body: TypeAdapter[Any]
    take: Callable[[State, Any, Phone, datetime], Awaitable[bytes | Problem]]
    is_full: Callable[[State], bool]
    gives_cookie: bool


async def _check_in(state: State, new: NewCheckIn, phone: Phone, at: datetime) -> bytes | Problem:
    return await steps.check_in(state.committer, state.master_key, new, phone, at=at)


async def _issue_ticket(
    state: State, code: QrTicketRequest | TypedTicketRequest, phone: Phone, at: datetime
) -> bytes | Problem:
    return await steps.issue_ticket(state.exchanger, code, phone, at=at)


_CODE: Final[TypeAdapter[Any]] = TypeAdapter(QrTicketRequest | TypedTicketRequest)
_STEPS: Final = {
    "/check-ins/tickets": Step(
        _CODE, _issue_ticket, lambda state: state.exchanger.is_full, gives_cookie=True
    ),
    "/check-ins": Step(
        TypeAdapter(NewCheckIn),
        _check_in,
        lambda state: state.committer.is_full,
        gives_cookie=False,
    ),
}


class LightDoor:
    """Takes the steps of phones, by their path, where a request is plainly well formed."""

    def __init__(self, app: ASGIApp, state: State, *, prefix: str) -> None:
        self.app = app
        self.state = state
        self.by_path = {prefix + path: step for path, step in _STEPS.items()}
        self._turned_away = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a step, or hand the request on as if nobody had looked at it."""
        step = self.by_path.get(scope.get("path", ""))
        headers = None if step is None else self._plain_headers(scope)
        if step is None or headers is None:
            await self.app(scope, receive, send)
            return
        read, body = await _read(receive, most=self.state.settings.max_body_bytes)
        if step.is_full(self.state):
            await self._turn_away(scope, receive, send)
            return
        try:
            sent = step.body.validate_json(body)
        except ValidationError:
            await self.app(scope, _again(read, receive), send)
            return
        await self._take(step, sent, headers, scope, receive, send)

    async def _take(
        self,
        step: Step,
        sent: Any,
        headers: dict[bytes, bytes],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        state, at = self.state, self.state.clock()
        secure = devices.is_https(state.public_url)
        cookies = headers.get(b"cookie", b"").decode("latin-1")
        phone = devices.recognised(cookies, state.master_key, secure=secure)
        cookie = None
        try:
            answer = await step.take(state, sent, phone, at)
            cookie = phone.remembered(secure=secure) if step.gives_cookie else None
        except Problem as refused:
            answer = refused
        except Exception as failure:
            answer = validation.failed(failure, outage=outage)
        if isinstance(answer, bytes):
            # The committer and the exchanger log a line for each list: one more for each of its
            # answers costs more than the answer.
            await _send(send, answer, cookie)
            return
        response = problem_response(Request(scope), answer)
        if cookie is not None:
            response.headers.append("Set-Cookie", cookie)
        await response(scope, receive, send)
        took = state.clock() - at
        log.request_ended(scope["method"], scope["path"], response.status_code, took=took)

    async def _turn_away(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask to come back before anything else is done: what refuses must cost next to nothing.

        Whoever is overrun would else be kept from working by refusing. For the same reason there is
        one line in the log for all of a second.
        """
        answer = _come_back_in(seconds_to_wait(), language_of(Request(scope)))
        await answer(scope, receive, send)
        if not self._turned_away:
            asyncio.get_running_loop().call_later(1, self._tell_turned_away)
        self._turned_away += 1

    def _tell_turned_away(self) -> None:
        log.turned_away(self._turned_away)
        measures.turned_away(self._turned_away)
        self._turned_away = 0

    def _plain_headers(self, scope: Scope) -> dict[bytes, bytes] | None:
        """Give the headers of a request with which nothing can be wrong but its body, else None."""
        if scope["method"] != "POST" or scope["query_string"] or scope.get("root_path"):
            return None
        headers = dict(scope["headers"])
        length = headers.get(b"content-length", b"0")
        if (
            len(headers) != len(scope["headers"])  # of a header sent twice FastAPI takes the first
            or headers.get(b"content-type") != b"application/json"
            or b"authorization" in headers  # a client's, whom the framework lets in
            or not (length.isdigit() and len(length) < _LENGTH_DIGITS)
            or int(length) > self.state.settings.max_body_bytes
        ):
            return None
        return headers if self._is_own(headers, scope) else None

    def _is_own(self, headers: dict[bytes, bytes], scope: Scope) -> bool:
        given = headers.get(b"origin")
        origin = None if given is None else given.decode("latin-1")
        if origin is None or origin == self.state.public_url:
            return True
        # What a proxy says of the scheme is believed, or not, behind this door.
        return b"x-forwarded-proto" not in headers and devices.is_own(
            origin,
            host=headers.get(b"host", b"").decode("latin-1"),
            scheme=scope["scheme"],
            public_url=self.state.public_url,
        )


async def _read(receive: Receive, *, most: int) -> tuple[list[Message], bytes]:
    """Read a body, also of several pieces; stop where it is too large or the phone has gone."""
    read: list[Message] = []
    size = 0
    goes_on = True
    while goes_on and size <= most:
        message = await receive()
        read.append(message)
        size += len(message.get("body", b""))
        goes_on = message["type"] == "http.request" and message.get("more_body", False)
    if goes_on or size > most or read[-1]["type"] != "http.request":
        return read, b""  # which no step takes
    return read, b"".join(message.get("body", b"") for message in read)


def _again(read: list[Message], receive: Receive) -> Receive:
    """Give what was read once more, then what comes after it."""
    waiting = iter(read)

    async def receive_again() -> Message:
        for message in waiting:
            return message
        return await receive()

    return receive_again


@cache
def _come_back_in(seconds: int, language: str) -> Response:
    asked = Request({"type": "http", "headers": [(b"accept-language", language.encode())]})
    return problem_response(asked, Problem(UNAVAILABLE, retry_after_seconds=seconds))


async def _send(send: Send, answer: bytes, cookie: str | None) -> None:
    """Send an answer as `JSONResponse` writes it."""
    headers = [_NOT_KEPT, (b"content-length", b"%d" % len(answer)), _IS_JSON]
    if cookie is not None:
        headers.append((b"set-cookie", cookie.encode("latin-1")))
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": answer})


class TwoDoors(FastAPI):
    """FastAPI behind the light door.

    Not a middleware: outside all of them, what the framework does for each request still costs
    more than the door.
    """

    def __init__(self, *, prefix: str, **options: Any) -> None:
        super().__init__(**options)
        # Starlette's own looks up each name by Python; here it is looked up for every request.
        self.state = cast(State, SimpleNamespace())
        self.light_door = LightDoor(super().__call__, self.state, prefix=prefix)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Come in by the light door."""
        await self.light_door(scope, receive, send)
