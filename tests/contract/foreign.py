"""Somebody of another unit, whom Bom Bo may never read of."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Foreign:
    """A member of another unit, whose secretary has the account; the texts hold the canaries."""

    unit_id: UUID
    member_id: UUID
    account_id: UUID
    name: str
    note: str
