"""Who asks: dependencies that turn a bearer token into a principal or a screen, or answer 401.

An operation says by the type of its caller who may call it: `CurrentPrincipal` is a person,
`UnitsReader` and its like are a person or a client with that scope, `CheckInSender` is a client
alone. Whoever it is, what he may do on which unit is then judged by `scope`, in one way for all.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, SecurityScopes
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import programs, schemes, store
from api.access.faults import (
    CLIENT_NEEDED,
    INSUFFICIENT_SCOPE,
    PERSON_NEEDED,
    RATE_LIMITED,
    TOTP_REQUIRED,
    UNAUTHENTICATED,
)
from api.access.roles import ClientScope, Principal
from api.access.rules import second_factor_is_compulsory
from api.access.scope import FORBIDDEN
from api.db import Database, TheDatabase
from api.events import Actor
from api.kit import errors, keys, quotas
from api.kit.clock import At
from api.kit.contract import Callers
from api.kit.errors import Problem, documented
from api.kit.tokens import Signer, TokenRefused
from api.tables.access import Screen

ACCESS_TYP: Final = "at+jwt"

Refusals = Mapping[int | str, dict[str, Any]]
REFUSALS: Final[dict[int | str, dict[str, Any]]] = documented(
    UNAUTHENTICATED, FORBIDDEN, TOTP_REQUIRED, errors.NOT_FOUND
)
"""What every operation of an account may answer besides its own refusals."""

CALLERS: Final = Callers(
    clients=documented(INSUFFICIENT_SCOPE, RATE_LIMITED),
    persons=documented(PERSON_NEEDED),
    headers=quotas.FIELDS,
)
"""What the contract says besides of operations that clients may call, and of those of persons."""


@dataclass(frozen=True, slots=True)
class OwnSignIn:
    """Who is signed in, and by which of his sign-ins."""

    principal: Principal
    id: UUID


async def own_sign_in(
    request: Request,
    database: TheDatabase,
    at: At,
    token: Annotated[str | None, Depends(schemes.ACCOUNT)],
) -> OwnSignIn:
    """Find who is signed in, for what he does to his own account.

    The sign-in and the grants are read anew for each request, so ending one works at once.

    Raises: Problem `unauthenticated`, or `person_needed` to a client.
    """
    if programs.is_of_client(token):
        await programs.asked(request, database, token or "", at=at)
        raise Problem(PERSON_NEEDED)
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


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, a person or a client; `again` tells who he is by then, None where he may no more.

    What goes on for long asks that from time to time.
    """

    principal: Principal
    again: Callable[[AsyncSession, datetime], Awaitable[Principal | None]]


async def current_caller(
    request: Request,
    needed: SecurityScopes,
    database: TheDatabase,
    at: At,
    token: Annotated[str | None, Depends(schemes.ACCOUNT)],
    _documented: Annotated[str | None, Depends(schemes.CLIENT)],
) -> Caller:
    """Find who asks, a person or a client with the scopes that the operation names.

    Raises: Problem `unauthenticated`, `totp_required`, and to a client `rate_limited`,
    `insufficient_scope`.
    """
    if programs.is_of_client(token):
        return await _client(request, needed, database, token or "", at)
    own = await own_sign_in(request, database, at, token)

    async def again(db: AsyncSession, then: datetime) -> Principal | None:
        now = await store.principal(db, own.principal.account_id, own.id, at=then)
        return None if now is None or must_set_up_totp(request, now) else now

    return Caller(await current_principal(request, own), again)


async def _client(
    request: Request, needed: SecurityScopes, database: Database, token: str, at: datetime
) -> Caller:
    asked = await programs.asked(request, database, token, at=at)
    programs.require_room(asked.quota)
    programs.require_scopes(asked.principal, needed.scopes)

    async def again(db: AsyncSession, then: datetime) -> Principal | None:
        found = await asked.proof.principal(db, then)
        may_still = found is not None and programs.has_scopes(found[0], needed.scopes)
        return found[0] if found is not None and may_still else None

    return Caller(asked.principal, again)


async def current_client(
    request: Request,
    needed: SecurityScopes,
    database: TheDatabase,
    at: At,
    token: Annotated[str | None, Depends(schemes.CLIENT)],
) -> Principal:
    """Find the client that asks, where no person may.

    Raises: Problem `unauthenticated`, `rate_limited`, `insufficient_scope`, or `client_needed` to a
    person.
    """
    bearer = (token or "").partition(" ")[2]
    if programs.is_of_client(bearer):
        return (await _client(request, needed, database, bearer, at)).principal
    await own_sign_in(request, database, at, bearer)
    raise Problem(CLIENT_NEEDED)


async def client_if_signed(
    request: Request,
    needed: SecurityScopes,
    database: TheDatabase,
    at: At,
    token: Annotated[str | None, Depends(schemes.CLIENT)],
) -> Principal | None:
    """Find the client that asks, where the request bears a token at all.

    Raises: Problem, as `current_client` does.
    """
    if token is None:
        return None
    return await current_client(request, needed, database, at, token)


async def caller_principal(
    caller: Annotated[Caller, Depends(current_caller)],
) -> Principal:
    """Tell which principal it is that asks, a person or a client."""
    return caller.principal


async def current_screen(
    database: TheDatabase,
    token: Annotated[HTTPAuthorizationCredentials | None, Depends(schemes.SCREEN)],
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
    return Actor("account" if principal.client is None else "client", principal.account_id)


CurrentSignIn = Annotated[OwnSignIn, Depends(own_sign_in)]
CurrentPrincipal = Annotated[Principal, Depends(current_principal)]
"""A person; a client is refused."""
AnyCaller = Annotated[Principal, Security(caller_principal)]
"""A person, or a client with whatever scope."""
UnitsReader = Annotated[Principal, Security(caller_principal, scopes=[ClientScope.UNITS_READ])]
SessionsReader = Annotated[
    Principal, Security(caller_principal, scopes=[ClientScope.SESSIONS_READ])
]
AttendanceCounter = Annotated[
    Principal, Security(caller_principal, scopes=[ClientScope.ATTENDANCE_COUNT])
]
AttendanceReader = Annotated[
    Principal, Security(caller_principal, scopes=[ClientScope.ATTENDANCE_READ])
]
ReportWriter = Annotated[Principal, Security(caller_principal, scopes=[ClientScope.REPORTS_WRITE])]
CheckInSender = Annotated[Principal, Security(current_client, scopes=[ClientScope.CHECKINS_WRITE])]
"""A client; a person is refused: he checks in by a phone."""
CountingCaller = Annotated[Caller, Security(current_caller, scopes=[ClientScope.ATTENDANCE_COUNT])]
CheckInClient = Annotated[
    Principal | None, Security(client_if_signed, scopes=[ClientScope.CHECKINS_WRITE])
]
"""A client, or None where nobody signs: then it is a phone, which has a cookie or gets one."""
CurrentScreen = Annotated[Screen, Depends(current_screen)]
