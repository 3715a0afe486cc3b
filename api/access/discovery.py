"""What programs find out by themselves: how to get a token, and the key that it is signed with."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from api.access.roles import ClientScope
from api.kit import conditional
from api.kit.conditional import IfNoneMatch
from api.kit.tokens import Signer

_CACHED: Final = "public, max-age=3600"


class ServerMetadata(BaseModel):
    """What this authorization server can do (RFC 8414)."""

    issuer: str
    token_endpoint: str
    revocation_endpoint: str
    jwks_uri: str
    service_documentation: str
    scopes_supported: list[ClientScope]
    response_types_supported: list[str] = Field(description="None: nobody is sent around.")
    grant_types_supported: list[str]
    token_endpoint_auth_methods_supported: list[str]
    revocation_endpoint_auth_methods_supported: list[str]
    ui_locales_supported: list[str]


class PublicKey(BaseModel):
    """A public key (RFC 7517)."""

    kty: str
    crv: str
    x: str
    y: str
    kid: str
    use: str
    alg: str


class KeySet(BaseModel):
    """The keys that tokens are signed with: one, derived from the master key."""

    keys: list[PublicKey]


async def _the_signer(request: Request) -> Signer:
    found: Signer = request.app.state.signer
    return found


router = APIRouter(prefix="/.well-known", tags=["access"])
_TheSigner = Annotated[Signer, Depends(_the_signer)]


@router.get(
    "/oauth-authorization-server",
    operation_id="readServerMetadata",
    response_model=ServerMetadata,
)
async def read_server_metadata(signer: _TheSigner, if_none_match: IfNoneMatch = None) -> Response:
    """Tell programs where tokens are had, for which scopes, and by which proof (RFC 8414)."""
    issuer, api = signer.issuer, signer.audience
    found = ServerMetadata(
        issuer=issuer,
        token_endpoint=f"{api}/auth/token",
        revocation_endpoint=f"{api}/auth/revoke",
        jwks_uri=f"{issuer}/.well-known/jwks.json",
        service_documentation=f"{issuer}/docs",
        scopes_supported=list(ClientScope),
        response_types_supported=[],
        grant_types_supported=["client_credentials", "password", "refresh_token"],
        token_endpoint_auth_methods_supported=["client_secret_basic", "client_secret_post", "none"],
        revocation_endpoint_auth_methods_supported=["none"],
        ui_locales_supported=["vi", "en"],
    )
    return _cached(found, if_none_match)


@router.get("/jwks.json", operation_id="readKeySet", response_model=KeySet)
async def read_key_set(signer: _TheSigner, if_none_match: IfNoneMatch = None) -> Response:
    """Show the public key that access tokens are signed with (RFC 7517)."""
    return _cached(KeySet(keys=[PublicKey(**signer.jwk)]), if_none_match)


def _cached(model: BaseModel, if_none_match: str | None) -> Response:
    answer = conditional.answer(model, if_none_match)
    answer.headers["Cache-Control"] = _CACHED
    return answer
