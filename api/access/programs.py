"""A client that asks: its token read, its request counted, and what it may do of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import client_store as store
from api.access.faults import INSUFFICIENT_SCOPE, RATE_LIMITED, UNAUTHENTICATED
from api.access.roles import Principal
from api.db import Database
from api.kit import quotas
from api.kit.errors import Challenge, Problem
from api.kit.quotas import Quota
from api.kit.tokens import Signer, TokenRefused, claimed_typ

CLIENT_TYP: Final = "client-at+jwt"


@dataclass(frozen=True, slots=True)
class Proof:
    """What the token of a client proves: whose it is, of which secret, and asked for what."""

    client_id: UUID
    secret_number: int
    asked: tuple[str, ...]

    async def principal(self, db: AsyncSession, at: datetime) -> tuple[Principal, int] | None:
        """Load the client as it is now, with its requests a minute; None where it may no more."""
        return await store.principal(
            db, self.client_id, secret_number=self.secret_number, asked=self.asked, at=at
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a client that was counted."""

    principal: Principal
    proof: Proof
    quota: Quota


def is_of_client(token: str | None) -> bool:
    """Tell whether a token says that it is a client's; whether it is, `asked` finds out."""
    return token is not None and claimed_typ(token) == CLIENT_TYP


async def asked(request: Request, database: Database, token: str, *, at: datetime) -> Asked:
    """Find the client that asks, anew for each request, and count it; the answer tells its quota.

    Raises: Problem `unauthenticated`.
    """
    signer: Signer = request.app.state.signer
    try:
        proof = _proof(signer.read(token, typ=CLIENT_TYP, at=at))
    except (TokenRefused, ValueError, KeyError) as refused:
        raise Challenge(UNAUTHENTICATED, _INVALID) from refused
    async with database.write() as db:
        found = await proof.principal(db, at)
        if found is None:
            raise Challenge(UNAUTHENTICATED, _INVALID)
        principal, limit = found
        quota = await store.count_request(db, proof.client_id, limit=limit, at=at)
    quotas.tell(request.scope, quota)
    return Asked(principal, proof, quota)


_INVALID: Final = 'Bearer error="invalid_token"'


def _proof(claims: Mapping[str, Any]) -> Proof:
    return Proof(UUID(claims["sub"]), int(str(claims["sid"])), tuple(str(claims["scope"]).split()))


def require_room(quota: Quota) -> None:
    """Let a client go on that has not asked too often.

    Raises: Problem `rate_limited`.
    """
    if quota.is_exceeded:
        raise Problem(RATE_LIMITED, retry_after_seconds=quota.seconds_left)


def has_scopes(principal: Principal, needed: Iterable[str]) -> bool:
    """Tell whether a client's token has every scope that is needed."""
    held = principal.client.scopes if principal.client is not None else frozenset()
    return held.issuperset(needed)


def require_scopes(principal: Principal, needed: Sequence[str]) -> None:
    """Let a client go on whose token has every scope that is needed.

    Raises: Problem `insufficient_scope`, as RFC 6750 words it.
    """
    if not has_scopes(principal, needed):
        scope = " ".join(needed)
        raise Challenge(
            INSUFFICIENT_SCOPE,
            f'Bearer error="insufficient_scope", scope="{scope}"',
            error="insufficient_scope",
            scope=scope,
        )
