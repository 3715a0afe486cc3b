"""Identifiers: UUIDv7 for rows, Crockford characters for what a person types."""

import os
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

import uuid_utils.compat

try:
    # The driver of PostgreSQL has a UUID in C: made and hashed at a tenth of the price.
    from asyncpg.pgproto.pgproto import UUID as _IN_C
except ImportError:
    _IN_C = None

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_RANDOM_BYTES: Final = 10
_RANDOM: Final = ((1 << 76) - 1) & ~(3 << 62)
_VERSION_7: Final = (7 << 76) | (2 << 62)
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


id_of: Callable[[bytes], UUID] = _IN_C or (lambda raw: UUID(bytes=raw))
"""Make the id of 16 bytes."""


def new_id(at: datetime) -> UUID:
    """Make a UUIDv7 whose time is `at`, so that ids sort by it (RFC 9562)."""
    return uuid_utils.compat.uuid7(nanoseconds=int(at.timestamp() * 1_000_000) * 1_000)


def new_ids(instants: Iterable[datetime]) -> list[UUID]:
    """Make a UUIDv7 for each instant, as `new_id` does; many at once cost a third."""
    times = [int(at.timestamp() * 1_000_000) // 1_000 for at in instants]
    drawn = os.urandom(_RANDOM_BYTES * len(times))
    chance = [
        int.from_bytes(drawn[place : place + _RANDOM_BYTES], "big")
        for place in range(0, len(drawn), _RANDOM_BYTES)
    ]
    return [
        id_of(((time << 80) | (random & _RANDOM) | _VERSION_7).to_bytes(16, "big"))
        for time, random in zip(times, chance, strict=True)
    ]


def instant_of(made: UUID) -> datetime:
    """Tell when a UUIDv7 was made, to the millisecond."""
    return _EPOCH + timedelta(milliseconds=made.int >> 80)


def is_uuid7(value: UUID) -> bool:
    """Tell a UUIDv7 from any other UUID."""
    number = value.int
    return (number >> 76) & 15 == 7 and (number >> 62) & 3 == 2


def new_crockford(length: int) -> str:
    """Draw `length` characters of Crockford's base 32, five random bits each."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(length))


def read_crockford(typed: str) -> str:
    """Read typed characters kindly: case, hyphens, spaces, and O for 0, I and L for 1."""
    return typed.upper().translate(_READ_AS)
