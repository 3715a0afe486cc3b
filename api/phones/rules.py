"""How long a slip counts, how its code and address are written, and how sure a phone is (pure)."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

SLIP_LIFE: Final = timedelta(hours=72)
MOVE_LIFE: Final = timedelta(minutes=10)
MOVE_SHOWN_FOR: Final = timedelta(minutes=2)
"""What must be left of a slip that a phone made, for the phone to be shown the same again."""

CODE_LENGTH: Final = 10
MOST_SLIPS: Final = 200
"""Slips that are made in one request."""


class PhoneState(StrEnum):
    """What is known of a member's phone."""

    NONE = "none"
    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"


def spaced(code: str) -> str:
    """Write a code in two halves, as a person reads and types it."""
    half = CODE_LENGTH // 2
    return f"{code[:half]}-{code[half:]}"


def address(public_url: str, code: str) -> str:
    """Write the address of a slip's QR; the code stands in the fragment, in no log or preview."""
    return f"{public_url}/d/#p.{code}"
