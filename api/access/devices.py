"""Members' phones, known by a cookie: a random id and a MAC, without a row until it is bound."""

from datetime import timedelta
from typing import Annotated, Final, NamedTuple
from uuid import UUID, uuid4

from fastapi import Depends, Request, Response
from fastapi.security import APIKeyCookie
from starlette.requests import cookie_parser

from api.access.faults import ORIGIN_REFUSED
from api.kit import keys, seals
from api.kit.errors import Problem
from api.kit.ids import id_of
from api.kit.keys import MasterKey

SECURE_COOKIE: Final = "__Host-dd"
PLAIN_COOKIE: Final = "dd"
COOKIE_LIFE: Final = timedelta(days=400)

_ALONE: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
"""Of nothing else is a cookie of ours; so where there is no other, nothing is to be parsed."""

_documented = APIKeyCookie(
    name=SECURE_COOKIE,
    scheme_name="device",
    description=f"The phone's cookie, set by the server (`{PLAIN_COOKIE}` on plain http).",
    auto_error=False,
)


class Phone(NamedTuple):
    """The browser that asks; `cookie` is what to set where it came without one."""

    id: UUID
    cookie: str | None

    def remembered(self, *, secure: bool) -> str | None:
        """Write the `Set-Cookie` for the answer; None where the browser has its cookie."""
        if self.cookie is None:
            return None
        name = SECURE_COOKIE if secure else PLAIN_COOKIE
        life = int(COOKIE_LIFE.total_seconds())
        kept = f"{name}={self.cookie}; HttpOnly; Max-Age={life}; Path=/; SameSite=strict"
        return f"{kept}; Secure" if secure else kept

    def remember(self, response: Response, *, secure: bool) -> None:
        """Set the cookie on an answer where the browser has none yet."""
        line = self.remembered(secure=secure)
        if line is not None:
            response.headers.append("Set-Cookie", line)


def recognised(cookies: str, master: bytes, *, secure: bool) -> Phone:
    """Recognise the phone by its `Cookie` header, or name a new one.

    A forged cookie is a new phone. There may be cookies of other names; of two of ours the last
    counts.
    """
    key = keys.derive(master, info=b"device cookie")
    name = SECURE_COOKIE if secure else PLAIN_COOKIE
    own, _, given = cookies.partition("=")
    if own != name or not _ALONE.issuperset(given):
        given = cookie_parser(cookies).get(name, "")
    raw = seals.unseal(key, given)
    if raw is not None and len(raw) == 16:
        return Phone(id_of(raw), None)
    new = uuid4()
    return Phone(new, seals.seal(key, new.bytes))


def is_own(origin: str | None, *, host: str | None, scheme: str, public_url: str) -> bool:
    """Tell whether a request came from a page of ours, or from no page (who is not a browser).

    SameSite is not kept by every browser.
    """
    return origin is None or origin in (public_url, f"{scheme}://{host}")


def is_secure(request: Request) -> bool:
    """Tell whether phones reach this deployment by https."""
    return is_https(request.app.state.public_url)


def is_https(public_url: str) -> bool:
    """Tell whether an address of the deployment is one that keeps `Secure` cookies."""
    return public_url.startswith("https:")


async def phone(
    request: Request, master: MasterKey, _documented: Annotated[str | None, Depends(_documented)]
) -> Phone:
    """Recognise the phone that asks, as `recognised` does."""
    cookies = "; ".join(request.headers.getlist("cookie"))
    return recognised(cookies, master, secure=is_secure(request))


async def own_page(request: Request) -> None:
    """Refuse a request that a page of another site made.

    Raises: Problem `origin_refused`.
    """
    headers = request.headers
    if not is_own(
        headers.get("origin"),
        host=headers.get("host"),
        scheme=request.scope["scheme"],
        public_url=request.app.state.public_url,
    ):
        raise Problem(ORIGIN_REFUSED)


ThePhone = Annotated[Phone, Depends(phone)]
