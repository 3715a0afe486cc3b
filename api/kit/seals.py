"""Short texts that only this deployment can have made: payload and keyed BLAKE2s, base64url.

A seal costs 3 µs where a signed JSON token costs 90, and tickets are made by the thousand.
"""

import base64
import binascii
import hashlib
import hmac

MAC_BYTES = 16


def mac(key: bytes, *parts: bytes, size: int = MAC_BYTES) -> bytes:
    """Compute the keyed BLAKE2s of `parts`, each preceded by its length; `size` in bytes ≤ 32."""
    hasher = hashlib.blake2s(key=key, digest_size=size)
    hasher.update(b"".join([len(part).to_bytes(4, "big") + part for part in parts]))
    return hasher.digest()


def encode(raw: bytes) -> str:
    """Write bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(text: str) -> bytes | None:
    """Read base64url without padding; None where it is not exactly that."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if encode(raw) == text else None


def seal(key: bytes, payload: bytes, *, bound_to: bytes = b"") -> str:
    """Seal `payload`; the MAC also covers `bound_to`, which is not carried."""
    return encode(payload + mac(key, payload, bound_to))


def unseal(key: bytes, text: str, *, bound_to: bytes = b"") -> bytes | None:
    """Give back a sealed payload; None where it was not sealed with this key and binding."""
    raw = decode(text)
    if raw is None or len(raw) < MAC_BYTES:
        return None
    payload, given = raw[:-MAC_BYTES], raw[-MAC_BYTES:]
    return payload if hmac.compare_digest(given, mac(key, payload, bound_to)) else None
