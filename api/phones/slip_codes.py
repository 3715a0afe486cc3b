"""Codes of enrolment slips: derived from the master key and the slip's id, so never stored.

Whoever holds the master key can print a slip again; the database alone tells no code, since what it
keeps is a keyed hash.
"""

from uuid import UUID

from api.kit import keys, seals
from api.kit.ids import CROCKFORD, read_crockford
from api.phones.rules import CODE_LENGTH


def code_of(master: bytes, slip_id: UUID) -> str:
    """Derive the code of a slip: 50 bits in Crockford's characters."""
    raw = keys.derive(master, info=b"enrolment slip", salt=slip_id.bytes, length=CODE_LENGTH)
    return "".join(CROCKFORD[byte % len(CROCKFORD)] for byte in raw)


def hash_of(master: bytes, typed: str) -> str:
    """Hash a code as it is stored, read kindly (case, hyphens, O for 0)."""
    key = keys.derive(master, info=b"enrolment slip code")
    return seals.mac(key, read_crockford(typed).encode(), size=32).hex()
