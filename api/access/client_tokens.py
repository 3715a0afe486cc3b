"""Tokens of clients: the client credentials grant (RFC 6749, section 4.4)."""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import unquote_plus
from uuid import UUID

from fastapi import Request

from api.access import client_secrets
from api.access import client_store as store
from api.access.client_store import ClientSecrets
from api.access.faults import CLIENT_REFUSED, SCOPE_REFUSED, TWO_PROOFS
from api.access.programs import CLIENT_TYP, require_room
from api.access.roles import ClientScope
from api.access.schemas import ClientToken, TokenForm
from api.db import Database
from api.kit import quotas
from api.kit.errors import Challenge, Problem
from api.kit.ids import new_id
from api.kit.tokens import Signer

LIFE: Final = timedelta(minutes=10)
_BASIC: Final = 'Basic realm="diem-danh", charset="UTF-8"'


@dataclass(frozen=True, slots=True)
class _Given:
    client_id: str
    secret: str


def _refused() -> Challenge:
    return Challenge(CLIENT_REFUSED, _BASIC, error="invalid_client")


async def issue(
    request: Request, form: TokenForm, database: Database, master: bytes, *, at: datetime
) -> ClientToken:
    """Give a client a token for the scopes that it asks for, or for all that it has.

    Raises: Problem `client_refused`, `two_proofs`, `scope_refused`, `rate_limited`.
    """
    given = _given(request.headers.get("authorization"), form)
    async with database.write() as db:
        client_id = _uuid(given.client_id)
        client = None if client_id is None else await store.secrets_of(db, client_id, at=at)
        if client is None:
            raise _refused()
        number = client_secrets.number_of(master, client.client_id, given.secret, client.hashes)
        if number is None:
            raise _refused()
        limit = client.requests_per_minute
        quota = await store.count_request(db, client.client_id, limit=limit, at=at)
    quotas.tell(request.scope, quota)
    require_room(quota)
    scope = " ".join(sorted(_scopes(form.scope, client)))
    signer: Signer = request.app.state.signer
    token = signer.issue(
        typ=CLIENT_TYP,
        subject=str(client.client_id),
        token_id=str(new_id(at)),
        sid=str(number),
        at=at,
        life=LIFE,
        more={"client_id": str(client.client_id), "scope": scope},
    )
    seconds = int(LIFE.total_seconds())
    return ClientToken(access_token=token, expires_in=seconds, scope=scope)


def _scopes(wanted: str, client: ClientSecrets) -> frozenset[ClientScope] | set[str]:
    asked = set(wanted.split())
    strange = asked - client.scopes
    if strange:
        raise Problem(SCOPE_REFUSED, error="invalid_scope", scope=" ".join(sorted(strange)))
    return asked or client.scopes


def _given(header: str | None, form: TokenForm) -> _Given:
    """Read what a client proves itself by; never from two places at once (section 2.3)."""
    in_form = _Given(form.client_id, form.client_secret.get_secret_value())
    scheme, _, text = (header or "").partition(" ")
    if scheme.lower() != "basic":
        return in_form
    if in_form.secret or form.client_id not in {"", _basic(text).client_id}:
        raise Problem(TWO_PROOFS, error="invalid_request")
    return _basic(text)


def _basic(text: str) -> _Given:
    """Read an HTTP Basic proof; both halves are encoded as in a form (section 2.3.1)."""
    try:
        client_id, _, secret = base64.b64decode(text, validate=True).decode().partition(":")
    except (binascii.Error, ValueError) as unreadable:
        raise _refused() from unreadable
    return _Given(unquote_plus(client_id), unquote_plus(secret))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
