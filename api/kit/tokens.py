"""Signed tokens: the only importer of python-jose, and every rule it does not keep by itself.

The bare library accepts tokens without `aud` or `exp`, takes `algorithms=None`, empty HMAC keys,
and raises OverflowError on `exp: 1e400`. Here: ES256 only, keys built once and chosen by `kid`,
every claim required, an exact `typ`, bounded size, and any exception is one refusal (RFC 8725).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jose import jwk, jwt
from jose.backends.cryptography_backend import CryptographyECKey

from api.kit import keys, seals

ALGORITHM: Final = "ES256"
MAX_BYTES: Final = 4096
_REFUSED_HEADERS = frozenset({"crit", "jku", "jwk", "x5u", "x5c", "b64"})
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_LAST_INSTANT = 253_402_300_799

if jwk.get_key(ALGORITHM) is not CryptographyECKey:
    # The pure-Python `ecdsa` and `rsa`, its other choice, leak their keys through time.
    raise ImportError("python-jose must run on cryptography")


class TokenRefused(Exception):
    """The token is not one of ours, not for this purpose, or no longer valid."""


@dataclass(frozen=True, slots=True)
class Signer:
    """One signing key with its `kid` and the parties its tokens are between."""

    kid: str
    issuer: str
    audience: str
    private: Any
    public: Any

    def issue(
        self,
        *,
        typ: str,
        subject: str,
        token_id: str,
        sid: str | None = None,
        at: datetime,
        life: timedelta,
        more: Mapping[str, str] | None = None,
    ) -> str:
        """Sign a token for `subject` that holds from `at` for `life`, perhaps within a sign-in.

        `more` are claims of this purpose, which must not name one of those that every token has.
        """
        issued = int(at.timestamp())
        claims = {
            **(more or {}),
            "iss": self.issuer,
            "aud": self.audience,
            "sub": subject,
            "jti": token_id,
            "iat": issued,
            "nbf": issued,
            "exp": issued + int(life.total_seconds()),
            **({"sid": sid} if sid is not None else {}),
        }
        headers = {"kid": self.kid, "typ": typ}
        return str(jwt.encode(claims, self.private, algorithm=ALGORITHM, headers=headers))

    @property
    def jwk(self) -> dict[str, str]:
        """Show the public key as others verify by it (RFC 7517)."""
        key: dict[str, str] = self.public.to_dict()
        shown = {name: key[name] for name in ("kty", "crv", "x", "y")}
        return {**shown, "kid": self.kid, "use": "sig", "alg": ALGORITHM}

    def read(self, token: str, *, typ: str, at: datetime) -> Mapping[str, Any]:
        """Verify a token and give its claims.

        Raises: TokenRefused, whatever was wrong with it.
        """
        try:
            return self._verify(token, typ=typ, at=at)
        except TokenRefused:
            raise
        except Exception as failure:
            # The library raises whatever its parsers raise; none of it may become a 500.
            raise TokenRefused(type(failure).__name__) from failure

    def _verify(self, token: str, *, typ: str, at: datetime) -> Mapping[str, Any]:
        if len(token) > MAX_BYTES or token.count(".") != 2 or not token.isascii():
            raise TokenRefused("not a compact token")
        if any(seals.decode(part) is None for part in token.split(".")):
            raise TokenRefused("a second spelling")
        header = _header(token)
        if header.get("alg") != ALGORITHM or header.get("typ") != typ:
            raise TokenRefused("another algorithm or purpose")
        if header.get("kid") != self.kid or _REFUSED_HEADERS & header.keys():
            raise TokenRefused("another key")
        claims = jwt.decode(
            token,
            self.public,
            algorithms=[ALGORITHM],
            audience=self.audience,
            issuer=self.issuer,
            # Instants are required and judged below, against the one clock of the request;
            # the library's `require_exp` would judge them by the wall clock.
            options={
                **{f"require_{claim}": True for claim in ("aud", "iss", "sub", "jti")},
                **{f"verify_{claim}": False for claim in ("iat", "nbf", "exp", "at_hash")},
            },
        )
        instants = [claims.get(name) for name in ("iat", "nbf", "exp")]
        if not all(type(value) is int and 0 <= value <= _LAST_INSTANT for value in instants):
            raise TokenRefused("an instant that is none")
        if not isinstance(claims.get("sub"), str) or not isinstance(claims.get("jti"), str):
            raise TokenRefused("no subject")
        if type(claims.get("aud")) is not str:
            raise TokenRefused("several audiences")
        now = int(at.timestamp())
        if claims["iat"] > now + 60 or claims["nbf"] > now + 60 or claims["exp"] <= now:
            raise TokenRefused("not now")
        return dict(claims)


def claimed_typ(token: str) -> str | None:
    """Tell for which purpose a token says that it is, unproven; None where it says nothing."""
    if len(token) > MAX_BYTES:
        return None
    try:
        typ = _header(token).get("typ")
    except (TokenRefused, ValueError, RecursionError):
        return None
    return typ if isinstance(typ, str) else None


def _header(token: str) -> dict[str, Any]:
    raw = seals.decode(token.split(".", maxsplit=1)[0])
    header = json.loads(raw) if raw is not None else None
    if not isinstance(header, dict):
        raise TokenRefused("no header")
    return header


def signer(master: bytes, *, issuer: str, audience: str) -> Signer:
    """Build the signer of a deployment; its key is derived, so every process has the same."""
    seed = keys.derive(master, info=b"access token ES256", length=48)
    private = ec.derive_private_key(int.from_bytes(seed, "big") % (_ORDER - 1) + 1, ec.SECP256R1())
    pem = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return Signer(
        kid=hashlib.sha256(public).hexdigest()[:16],
        issuer=issuer,
        audience=audience,
        private=jwk.construct(pem.decode(), algorithm=ALGORITHM),
        public=jwk.construct(public.decode(), algorithm=ALGORITHM),
    )
