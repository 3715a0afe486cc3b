"""What evidence amounts to (pure; protocol, "Evidence → standing")."""

from typing import Final

from api.words import Evidence, Standing

STANDING: Final[dict[Evidence, Standing]] = {
    Evidence.QR: Standing.PRESENT,
    Evidence.DIGITS: Standing.PRESENT,
    Evidence.FIRST: Standing.PRESENT,
    Evidence.CLAIMED: Standing.PENDING,
    Evidence.LATE: Standing.PENDING,
    Evidence.STREAM: Standing.PENDING,
}


def standing_of(evidence: Evidence, *, typed_codes_suspended: bool) -> Standing:
    """Tell what a piece of evidence amounts to.

    At a door with too many wrong codes, typed digits wait for the secretary: somebody is guessing.
    """
    if typed_codes_suspended:
        return Standing.PENDING
    return STANDING[evidence]


def rises(held: Standing, offered: Standing) -> bool:
    """Tell whether new evidence lifts a standing; it never lowers one."""
    return held is Standing.PENDING and offered is Standing.PRESENT
