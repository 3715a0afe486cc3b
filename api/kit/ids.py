"""Identifiers: UUIDv7 for rows, Crockford characters for what a person types."""

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

import uuid_utils.compat

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def new_id(at: datetime) -> UUID:
    """Make a UUIDv7 whose time is `at`, so that ids sort by it (RFC 9562)."""
    return uuid_utils.compat.uuid7(nanoseconds=int(at.timestamp() * 1_000_000) * 1_000)


def instant_of(made: UUID) -> datetime:
    """Tell when a UUIDv7 was made, to the millisecond."""
    return _EPOCH + timedelta(milliseconds=made.int >> 80)


def is_uuid7(value: UUID) -> bool:
    """Tell a UUIDv7 from any other UUID."""
    return value.version == 7


def new_crockford(length: int) -> str:
    """Draw `length` characters of Crockford's base 32, five random bits each."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(length))


def read_crockford(typed: str) -> str:
    """Read typed characters kindly: case, hyphens, spaces, and O for 0, I and L for 1."""
    return typed.upper().translate(_READ_AS)
