"""Members' phones, known by a cookie: a random id and a MAC, without a row until it is bound."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import Depends, Request, Response
from fastapi.security import APIKeyCookie

from api.access.faults import ORIGIN_REFUSED
from api.kit import keys, seals
from api.kit.errors import Problem
from api.kit.keys import MasterKey

SECURE_COOKIE: Final = "__Host-dd"
PLAIN_COOKIE: Final = "dd"
COOKIE_LIFE: Final = timedelta(days=400)

_documented = APIKeyCookie(
    name=SECURE_COOKIE,
    scheme_name="device",
    description=f"The phone's cookie, set by the server (`{PLAIN_COOKIE}` on plain http).",
    auto_error=False,
)


@dataclass(frozen=True, slots=True)
class Phone:
    """The browser that asks; `cookie` is what to set where it came without one."""

    id: UUID
    cookie: str | None

    def remember(self, response: Response, *, secure: bool) -> None:
        """Set the cookie on an answer where the browser has none yet."""
        if self.cookie is not None:
            response.set_cookie(
                SECURE_COOKIE if secure else PLAIN_COOKIE,
                self.cookie,
                max_age=int(COOKIE_LIFE.total_seconds()),
                path="/",
                secure=secure,
                httponly=True,
                samesite="strict",
            )


def is_secure(request: Request) -> bool:
    """Tell whether phones reach this deployment by https."""
    return bool(str(request.app.state.public_url).startswith("https:"))


async def phone(
    request: Request, master: MasterKey, _documented: Annotated[str | None, Depends(_documented)]
) -> Phone:
    """Recognise the phone by its cookie, or name a new one; a forged cookie is a new phone."""
    key = keys.derive(master, info=b"device cookie")
    given = request.cookies.get(SECURE_COOKIE if is_secure(request) else PLAIN_COOKIE, "")
    raw = seals.unseal(key, given)
    if raw is not None and len(raw) == 16:
        return Phone(UUID(bytes=raw), None)
    new = uuid4()
    return Phone(new, seals.seal(key, new.bytes))


async def own_page(request: Request) -> None:
    """Refuse a request that a page of another site made (SameSite is not kept by every browser).

    Raises: Problem `origin_refused`.
    """
    origin = request.headers.get("origin")
    own = {request.app.state.public_url, f"{request.url.scheme}://{request.headers.get('host')}"}
    if origin is not None and origin not in own:
        raise Problem(ORIGIN_REFUSED)


ThePhone = Annotated[Phone, Depends(phone)]
