"""Codes from keys, computed a second time by hand from the RFCs: 5869 for keys, 4226 for digits."""

import base64
import hashlib
import hmac
from collections.abc import Iterator
from uuid import UUID

import pytest

from api.codes import derivation
from api.codes.derivation import CodeKey
from api.kit import keys

MASTER = bytes(range(32))
SESSION, HALL = UUID(int=5), UUID(int=6)
STEP = 54_908_000
DAY = CodeKey(SESSION, HALL, 3)
EVE = CodeKey(SESSION, HALL, 3, rehearsal=True)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    def forget() -> None:
        for each in (keys.derive, derivation.digits, derivation.qr_mac):
            each.cache_clear()

    forget()
    yield
    forget()


def hkdf(info: bytes) -> bytes:
    """Extract and expand to 32 bytes: one round of each."""
    salt = SESSION.bytes + b"\x00\x00\x00\x03"
    extracted = hmac.new(salt, MASTER, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


def hotp(key: bytes, counter: int) -> str:
    digest = hmac.new(key, counter.to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 0xF
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


@pytest.mark.parametrize(("key", "before"), [(DAY, b""), (EVE, b"rehearsal ")])
def test_digits_are_what_an_authenticator_would_show(key: CodeKey, before: bytes) -> None:
    by_hand = hotp(hkdf(before + b"digits" + HALL.bytes), STEP)
    assert derivation.digits(MASTER, key, STEP) == by_hand


@pytest.mark.parametrize(("key", "before"), [(DAY, b""), (EVE, b"rehearsal ")])
def test_the_mac_of_a_qr_covers_door_and_step(key: CodeKey, before: bytes) -> None:
    door, step = (7).to_bytes(4, "big"), STEP.to_bytes(8, "big")
    told = len(door).to_bytes(4, "big") + door + len(step).to_bytes(4, "big") + step
    by_hand = hashlib.blake2s(told, key=hkdf(before + b"qr" + HALL.bytes), digest_size=12)
    written = base64.urlsafe_b64encode(by_hand.digest()).decode()
    assert derivation.qr_mac(MASTER, key, 7, STEP) == written


def test_the_address_of_a_qr_carries_its_code_in_the_fragment() -> None:
    mac = derivation.qr_mac(MASTER, DAY, 7, STEP)
    url = derivation.qr_url("https://diemdanh.example", MASTER, DAY, 7, STEP)
    assert url == f"https://diemdanh.example/d/#7.wova8.{mac}"


def test_an_address_too_long_for_a_readable_qr_stops_the_start() -> None:
    # Version 5-L holds 106 bytes; the longest code takes 36 of them.
    derivation.require_short("https://" + "x" * 62)
    with pytest.raises(ValueError, match="version 6"):
        derivation.require_short("https://" + "x" * 63)
