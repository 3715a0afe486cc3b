"""Secrets of clients: made by the program, shown once, kept as a keyed hash.

A secret is 256 random bits, which nobody guesses: a slow hash, as passwords need it, would protect
nothing, and would cost 44 ms at each token. The key is derived from the master key, so that a copy
of the database does not even let somebody check a secret that he found elsewhere.
"""

import hmac
import secrets
from typing import Final
from uuid import UUID

from api.kit import keys, seals

PREFIX: Final = "ddcs_"
"""So that whoever scans files for secrets knows one when he finds it."""
_BYTES: Final = 32


def new_secret() -> str:
    """Make a secret."""
    return PREFIX + secrets.token_urlsafe(_BYTES)


def hash_of(master: bytes, client_id: UUID, secret: str) -> str:
    """Hash the secret of a client as it is kept: 64 hexadecimal digits."""
    key = keys.derive(master, info=b"client secret")
    return seals.mac(key, client_id.bytes, secret.encode(), size=32).hex()


def number_of(master: bytes, client_id: UUID, secret: str, hashes: dict[int, str]) -> int | None:
    """Tell which of a client's secrets this is, by number; None where it is none of them."""
    given = hash_of(master, client_id, secret)
    found = [number for number, kept in hashes.items() if hmac.compare_digest(given, kept)]
    return max(found, default=None)
