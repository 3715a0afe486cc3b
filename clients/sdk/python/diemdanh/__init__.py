"""Điểm danh over HTTP: a client that signs itself in, waits where it is asked to, and turns pages.

    from diemdanh import Diemdanh
    from diemdanh_client.api.sessions import list_sessions

    with Diemdanh("https://diemdanh.example", client_id=..., client_secret=...) as diemdanh:
        for session in diemdanh.each(list_sessions.sync):
            print(session.title, session.state)
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Sequence
from typing import Any, Protocol, TypeVar
from uuid import uuid4

import httpx

from diemdanh_client import AuthenticatedClient
from diemdanh_client.errors import Problem
from diemdanh_client.types import Unset

__all__ = ["Diemdanh", "Problem"]

TOKEN_PATH = "/api/v1/auth/token"
_WAITS = frozenset({429, 503, 507})
_EARLY_SECONDS = 30
_T_co = TypeVar("_T_co", covariant=True)


class Page(Protocol[_T_co]):
    """A part of a list, as every list operation answers it."""

    @property
    def items(self) -> Sequence[_T_co]: ...

    @property
    def next_cursor(self) -> str | Unset | None: ...


_Item = TypeVar("_Item")


class Diemdanh(AuthenticatedClient):
    """What every operation takes as `client`.

    A program gives `client_id` and `client_secret`, and gets its tokens by itself. A person's own
    script may give `token` instead. `language` is that of refusals: `vi` or `en`.
    """

    def __init__(
        self,
        base_url: str,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        scope: str | None = None,
        token: str | None = None,
        language: str = "vi",
        timeout: float = 30,
        attempts: int = 5,
        longest_wait: float = 60,
    ) -> None:
        super().__init__(
            base_url=base_url.rstrip("/"),
            token=token or "",
            timeout=httpx.Timeout(timeout),
            headers={"Accept-Language": language},
        )
        auth: httpx.Auth | None = None
        if client_id is not None and client_secret is not None:
            auth = ClientCredentials(self._base_url, client_id, client_secret, scope)
        elif token:
            self._headers["Authorization"] = f"Bearer {token}"
        shared: dict[str, Any] = {
            "base_url": self._base_url,
            "headers": self._headers,
            "timeout": self._timeout,
            "auth": auth,
        }
        waiting = Patience(attempts, longest_wait)
        self.set_httpx_client(httpx.Client(**shared, transport=PatientTransport(waiting)))
        self.set_async_httpx_client(httpx.AsyncClient(**shared, transport=AsyncPatientTransport(waiting)))

    def each(self, operation: Callable[..., Page[_Item]], *args: Any, **filters: Any) -> Iterator[_Item]:
        """Turn the pages of a list: `each(list_sessions.sync, conference_id=...)`."""
        page = operation(*args, client=self, **filters)
        yield from page.items
        while page.next_cursor:
            page = operation(*args, client=self, **{**filters, "cursor": page.next_cursor})
            yield from page.items

    async def aeach(
        self, operation: Callable[..., Awaitable[Page[_Item]]], *args: Any, **filters: Any
    ) -> AsyncIterator[_Item]:
        """Turn the pages of a list: `aeach(list_sessions.asyncio, conference_id=...)`."""
        page = await operation(*args, client=self, **filters)
        for item in page.items:
            yield item
        while page.next_cursor:
            page = await operation(*args, client=self, **{**filters, "cursor": page.next_cursor})
            for item in page.items:
                yield item


class ClientCredentials(httpx.Auth):
    """Ask for an access token when there is none, shortly before it ends, and when it is refused."""

    requires_response_body = True

    def __init__(self, base_url: str, client_id: str, client_secret: str, scope: str | None) -> None:
        self._url = base_url + TOKEN_PATH
        self._form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
        if scope:
            self._form["scope"] = scope
        self._token = ""
        self._ends = 0.0

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if time.monotonic() > self._ends - _EARLY_SECONDS:
            self._keep((yield self._asking()))
        request.headers["Authorization"] = f"Bearer {self._token}"
        answer = yield request
        if answer.status_code == 401:
            self._keep((yield self._asking()))
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request

    def _asking(self) -> httpx.Request:
        return httpx.Request("POST", self._url, data=self._form)

    def _keep(self, answer: httpx.Response) -> None:
        if answer.status_code != 200:
            raise Problem.of(answer)
        given = answer.json()
        self._token = given["access_token"]
        self._ends = time.monotonic() + given["expires_in"]


class Patience:
    """How often the same is sent again, and after how long: never before the time that was named."""

    def __init__(self, attempts: int, longest_wait: float) -> None:
        self.attempts = attempts
        self._longest = longest_wait

    def seconds(self, answer: httpx.Response, attempt: int) -> float | None:
        """Tell how long to wait before the next attempt; None where this answer is the last."""
        if answer.status_code not in _WAITS or attempt >= self.attempts:
            return None
        named = answer.headers.get("retry-after", "")
        seconds = float(named) if named.isdigit() else 2.0**attempt
        # Not all at one moment: everybody who was turned away now comes back within the next second.
        return seconds + random.random() if seconds <= self._longest else None


def _keyed(request: httpx.Request) -> None:
    """Let what creates something be sent twice, and happen once."""
    if request.method == "POST" and not request.url.path.endswith(TOKEN_PATH):
        request.headers.setdefault("Idempotency-Key", str(uuid4()))


class PatientTransport(httpx.HTTPTransport):
    def __init__(self, patience: Patience) -> None:
        super().__init__()
        self._patience = patience

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        _keyed(request)
        attempt = 1
        while True:
            answer = super().handle_request(request)
            seconds = self._patience.seconds(answer, attempt)
            if seconds is None:
                return answer
            answer.close()
            time.sleep(seconds)
            attempt += 1


class AsyncPatientTransport(httpx.AsyncHTTPTransport):
    def __init__(self, patience: Patience) -> None:
        super().__init__()
        self._patience = patience

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        _keyed(request)
        attempt = 1
        while True:
            answer = await super().handle_async_request(request)
            seconds = self._patience.seconds(answer, attempt)
            if seconds is None:
                return answer
            await answer.aclose()
            await asyncio.sleep(seconds)
            attempt += 1
