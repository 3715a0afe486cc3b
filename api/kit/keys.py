"""Keys derived from one master key, so that a deployment has one secret to keep."""

import hashlib
from functools import lru_cache
from typing import Annotated

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from fastapi import Depends, Request

MASTER_KEY_BYTES = 32


@lru_cache(maxsize=65_536)
def derive(master: bytes, *, info: bytes, salt: bytes = b"", length: int = 32) -> bytes:
    """Derive the key of one purpose (HKDF-SHA256, RFC 5869)."""
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(master)


def fingerprint(master: bytes) -> str:
    """Name a master key without telling anything of it: 32 hexadecimal digits."""
    return derive(master, info=b"fingerprint", length=16).hex()


def digest(secret: str) -> str:
    """Hash a random secret for storage (40 bits where it lives minutes, else 128); SHA-256.

    Never for passwords: those go through `kit.passwords`.
    """
    return hashlib.sha256(secret.encode()).hexdigest()


async def master_key(request: Request) -> bytes:
    """Find the master key of the running application."""
    found: bytes = request.app.state.master_key
    return found


MasterKey = Annotated[bytes, Depends(master_key)]
