from enum import StrEnum


class MemberEntryStatus(StrEnum):
    EXEMPT = "exempt"
    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    REDUCED = "reduced"
    SUSPENDED = "suspended"

    def __str__(self) -> str:
        return str(self.value)
