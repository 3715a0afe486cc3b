"""The second factor: one-time codes of a phone (RFC 6238) and what stands in for a lost one.

Nothing secret is stored: a secret derives from the master key and a random id, and recovery codes
are kept as keyed hashes, since fifty random bits alone could be searched.
"""

import base64
import hmac
import re
from datetime import datetime
from typing import Final
from uuid import UUID

import pyotp

from api.kit import keys, seals
from api.kit.ids import new_crockford, read_crockford

STEP_SECONDS: Final = 30
RECOVERY_CODES: Final = 10
_RECOVERY_LENGTH: Final = 10
_ISSUER: Final = "DiemDanh"
_LONGEST_LABEL: Final = 26  # what keeps the QR within the size that kit.qr draws
_DIGITS = re.compile(r"[0-9]{6}")  # ASCII alone: \d takes every script's digits


def step_of(at: datetime) -> int:
    """Tell the number of the half minute of an instant."""
    return int(at.timestamp()) // STEP_SECONDS


def secret_of(master: bytes, totp_id: UUID) -> str:
    """Derive the secret of an id: 160 bits in base 32, as authenticator apps take it."""
    raw = keys.derive(master, info=b"totp", salt=totp_id.bytes, length=20)
    return base64.b32encode(raw).decode()


def code_of(master: bytes, totp_id: UUID, step: int) -> str:
    """Compute the six digits of a step."""
    return pyotp.TOTP(secret_of(master, totp_id)).generate_otp(step)


def matching_step(master: bytes, totp_id: UUID, typed: str, *, at: datetime) -> int | None:
    """Find the step whose code was typed: this one or the one before, never one to come.

    pyotp's own `verify` with a window would take the future step as well.
    """
    digits = typed.replace(" ", "")
    if not _DIGITS.fullmatch(digits):
        return None
    now = step_of(at)
    for step in (now, now - 1):
        if hmac.compare_digest(code_of(master, totp_id, step), digits):
            return step
    return None


def otpauth_uri(master: bytes, totp_id: UUID, *, username: str) -> str:
    """Write the address that authenticator apps read from a QR."""
    seen = "".join(each for each in username if each.isascii() and (each.isalnum() or each in "-_"))
    label = seen[:_LONGEST_LABEL] or "-"
    secret = secret_of(master, totp_id)
    return pyotp.TOTP(secret).provisioning_uri(name=label, issuer_name=_ISSUER)


def new_recovery_codes() -> list[str]:
    """Draw the codes that stand in for a lost phone, once each."""
    return [new_crockford(_RECOVERY_LENGTH) for _ in range(RECOVERY_CODES)]


def recovery_hash(master: bytes, account_id: UUID, typed: str) -> str:
    """Hash a recovery code as it is stored, read kindly (case, hyphens, O for 0)."""
    key = keys.derive(master, info=b"recovery code")
    code = read_crockford(typed).encode()
    return seals.mac(key, account_id.bytes, code, size=32).hex()
