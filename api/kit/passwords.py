"""Passwords: argon2id with OWASP's profile (19 MiB, t = 2, p = 1), in threads, two at a time.

A hash takes some 44 ms and 19 MiB; unbounded, a burst of sign-ins would starve the check-ins.
Keyboards write Vietnamese composed or decomposed; a password is the same either way.
"""

import secrets
import unicodedata

import anyio
import anyio.to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_limiter = anyio.CapacityLimiter(2)
_nobody = _hasher.hash(secrets.token_urlsafe(16))


async def hash_password(password: str) -> str:
    """Hash a password for storage (PHC text)."""
    return await anyio.to_thread.run_sync(_hasher.hash, _composed(password), limiter=_limiter)


async def password_matches(password: str, stored: str | None) -> bool:
    """Verify a password; without a stored hash, take as long and answer no.

    So the time of an answer does not tell whether an account exists.
    """

    def verify() -> bool:
        try:
            return _hasher.verify(stored or _nobody, _composed(password)) and stored is not None
        except (VerificationError, InvalidHashError):
            return False

    return await anyio.to_thread.run_sync(verify, limiter=_limiter)


def _composed(password: str) -> str:
    return unicodedata.normalize("NFC", password)
