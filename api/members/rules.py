"""How a member is recognised by what he types (pure; protocol, "Who")."""

import re
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from api.words import MemberStatus

CONVENED: Final = frozenset(
    {MemberStatus.OFFICIAL, MemberStatus.PROBATIONARY, MemberStatus.REDUCED}
)
"""Who is among those to be convened (B); the others are in the total alone (domain.md, section 4).

Those of reduced duty are convened, and excused when they do not come.
"""

COUNTED: Final = CONVENED | {MemberStatus.EXEMPT, MemberStatus.SUSPENDED}
"""Who is in a unit's total (A); who has left is not."""

_LAST4: Final = re.compile(r"[0-9]{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member whose name and unit are those typed."""

    member_id: UUID
    unit_id: UUID
    full_name: str
    card_number: str | None
    unit_path: str


def last4(card_number: str | None) -> str | None:
    """Give the last four digits of a card number; None where it has no such ending."""
    ending = (card_number or "")[-4:]
    return ending if _LAST4.fullmatch(ending) else None


def proved_by(candidates: list[Candidate], typed_last4: str | None) -> Candidate | None:
    """Choose the one candidate whose card ends in what was typed; homonyms are told apart by it."""
    if typed_last4 is None:
        return None
    proved = [each for each in candidates if last4(each.card_number) == typed_last4]
    return proved[0] if len(proved) == 1 else None
