"""Who asks: dependencies that turn a bearer token into a principal or a screen, or answer 401."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, OAuth2PasswordBearer

from api.access import store
from api.access.faults import TOTP_REQUIRED, UNAUTHENTICATED
from api.access.roles import Principal
from api.access.rules import second_factor_is_compulsory
from api.access.scope import FORBIDDEN
from api.db import TheDatabase
from api.events import Actor
from api.kit import errors, keys
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.tokens import Signer, TokenRefused
from api.tables.access import Screen

ACCESS_TYP: Final = "at+jwt"

_account_token = OAuth2PasswordBearer(
    tokenUrl="/api/v1/auth/token",
    refreshUrl="/api/v1/auth/token",
    scheme_name="account",
    description="Staff and secretaries: an access token of 10 minutes. Where a second factor is "
    "on, choose “Request body” for the client credentials and type its code as `client_secret`.",
    auto_error=False,
)
_screen_token = HTTPBearer(
    scheme_name="screen", description="The token of a paired screen.", auto_error=False
)

Refusals = Mapping[int | str, dict[str, Any]]
REFUSALS: Final[dict[int | str, dict[str, Any]]] = documented(
    UNAUTHENTICATED, FORBIDDEN, TOTP_REQUIRED, errors.NOT_FOUND
)
"""What every operation of an account may answer besides its own refusals."""


@dataclass(frozen=True, slots=True)
class OwnSignIn:
    """Who is signed in, and by which of his sign-ins."""

    principal: Principal
    id: UUID


async def own_sign_in(
    request: Request,
    database: TheDatabase,
    at: At,
    token: Annotated[str | None, Depends(_account_token)],
) -> OwnSignIn:
    """Find who is signed in, for what he does to his own account.

    The sign-in and the grants are read anew for each request, so ending one works at once.

    Raises: Problem `unauthenticated`.
    """
    signer: Signer = request.app.state.signer
    try:
        claims = signer.read(token or "", typ=ACCESS_TYP, at=at)
        account_id, sign_in_id = UUID(claims["sub"]), UUID(str(claims.get("sid")))
    except (TokenRefused, ValueError) as refused:
        raise Problem(UNAUTHENTICATED) from refused
    async with database.read() as db:
        principal = await store.principal(db, account_id, sign_in_id, at=at)
    if principal is None:
        raise Problem(UNAUTHENTICATED)
    return OwnSignIn(principal, sign_in_id)


def must_set_up_totp(request: Request, principal: Principal) -> bool:
    """Tell whether somebody has to set up his second factor before anything else."""
    is_demo = bool(request.app.state.is_demo)
    compulsory = second_factor_is_compulsory(principal.grants, is_demo=is_demo)
    return compulsory and not principal.has_totp


async def current_principal(
    request: Request, own: Annotated[OwnSignIn, Depends(own_sign_in)]
) -> Principal:
    """Find who is signed in and may go beyond his own account.

    Raises: Problem `unauthenticated`, or `totp_required` until a compulsory second factor is set
    up.
    """
    if must_set_up_totp(request, own.principal):
        raise Problem(TOTP_REQUIRED)
    return own.principal


async def current_screen(
    database: TheDatabase,
    token: Annotated[HTTPAuthorizationCredentials | None, Depends(_screen_token)],
) -> Screen:
    """Find the paired screen that asks.

    Raises: Problem `unauthenticated`, also after the screen was revoked.
    """
    if token is not None:
        async with database.read() as db:
            screen = await store.screen_by_token(db, keys.digest(token.credentials))
        if screen is not None:
            return screen
    raise Problem(UNAUTHENTICATED)


def actor_of(principal: Principal) -> Actor:
    """Name a principal in the audit trail."""
    return Actor("account", principal.account_id)


CurrentSignIn = Annotated[OwnSignIn, Depends(own_sign_in)]
CurrentPrincipal = Annotated[Principal, Depends(current_principal)]
CurrentScreen = Annotated[Screen, Depends(current_screen)]
