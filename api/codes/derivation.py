"""Codes from keys: nothing is stored, so two screens agree and a refresh changes nothing.

The key of a purpose at a session point is HKDF(master, salt = session ‖ epoch,
info = purpose ‖ point); digits are its HOTP at the step (RFC 4226), as an authenticator would show.
"""

import hmac
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from uuid import UUID

from api.codes.rules import QrCode, qr_fragment
from api.kit import keys, qr, seals

QR_MAC_BYTES: Final = 12
"""96 bits: nobody guesses it, and it is 16 characters."""

_KEPT: Final = 16_384
"""Codes kept in memory, some 600 bytes each; one that was forgotten costs 10 µs."""


@dataclass(frozen=True, slots=True)
class CodeKey:
    """What identifies the codes of one session point in one epoch.

    A rehearsal has keys of its own: none of its codes is ever one of the class.
    """

    session_id: UUID
    bridge_point_id: UUID
    epoch: int
    rehearsal: bool = False

    def derive(self, master: bytes, purpose: bytes) -> bytes:
        """Derive the 32-byte key of a purpose."""
        salt = self.session_id.bytes + self.epoch.to_bytes(4, "big")
        info = (b"rehearsal " if self.rehearsal else b"") + purpose + self.bridge_point_id.bytes
        return keys.derive(master, info=info, salt=salt)


@lru_cache(maxsize=_KEPT)
def digits(master: bytes, key: CodeKey, step: int) -> str:
    """Compute the six digits of a step (RFC 4226)."""
    told = hmac.digest(key.derive(master, b"digits"), step.to_bytes(8, "big"), "sha1")
    start = told[-1] & 0xF
    number = int.from_bytes(told[start : start + 4], "big") & 0x7FFF_FFFF
    return f"{number % 1_000_000:06d}"


@lru_cache(maxsize=_KEPT)
def qr_mac(master: bytes, key: CodeKey, door: int, step: int) -> str:
    """Compute the MAC of a QR; it covers the door, so a QR cannot be carried to another."""
    key_bytes = key.derive(master, b"qr")
    parts = (door.to_bytes(4, "big"), step.to_bytes(8, "big"))
    return seals.encode(seals.mac(key_bytes, *parts, size=QR_MAC_BYTES))


def require_short(public_url: str) -> None:
    """Refuse an address with which a QR would need too many modules.

    Raises: ValueError; about 60 characters fit.
    """
    longest = QrCode(door=999_999, step=36**8 - 1, mac="x" * 16)
    qr.matrix(_address(public_url, longest))


def qr_url(public_url: str, master: bytes, key: CodeKey, door: int, step: int) -> str:
    """Write the address that a QR carries; its code stands in the fragment, which nobody logs."""
    code = QrCode(door=door, step=step, mac=qr_mac(master, key, door, step))
    return _address(public_url, code)


def _address(public_url: str, code: QrCode) -> str:
    return f"{public_url}/d/#{qr_fragment(code)}"
