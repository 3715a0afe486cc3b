"""Browsers that an account has signed in from: a sealed cookie, and nothing stored.

It opens nothing. It gives the browser an allowance of wrong passwords of its own, so that a
stranger who guesses at a username cannot keep its owner out. The seal covers the account and its
password, so a cookie is worth nothing for another account, nor after the password has changed.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

from fastapi import Request, Response

from api.access.devices import is_secure
from api.access.store import Credentials
from api.kit import keys, seals

COOKIE_LIFE: Final = timedelta(days=400)
_INFO: Final = b"known browser"


def _name(request: Request, master: bytes, username: str) -> str:
    # One cookie an account, since an office shares its PC; the name does not tell which account.
    key = keys.derive(master, info=_INFO)
    whose = seals.mac(key, b"name", username.encode(), size=8).hex()
    return f"{'__Host-' if is_secure(request) else ''}dd-known-{whose}"


def _bound(account_id: UUID, password_hash: str) -> bytes:
    return account_id.bytes + password_hash.encode()


def known_browser(request: Request, master: bytes, found: Credentials | None) -> UUID | None:
    """Recognise a browser that this account signed in from with this password."""
    if found is None or found.password_hash is None:
        return None
    given = request.cookies.get(_name(request, master, found.username), "")
    bound_to = _bound(found.account_id, found.password_hash)
    raw = seals.unseal(keys.derive(master, info=_INFO), given, bound_to=bound_to)
    return UUID(bytes=raw) if raw is not None and len(raw) == 16 else None


def remember(
    request: Request,
    response: Response,
    master: bytes,
    *,
    username: str,
    account_id: UUID,
    password_hash: str,
    browser_id: UUID | None = None,
) -> None:
    """Let the browser be known from now on."""
    key = keys.derive(master, info=_INFO)
    payload = (browser_id or uuid4()).bytes
    response.set_cookie(
        _name(request, master, username),
        seals.seal(key, payload, bound_to=_bound(account_id, password_hash)),
        max_age=int(COOKIE_LIFE.total_seconds()),
        path="/",
        secure=is_secure(request),
        httponly=True,
        samesite="strict",
    )
