from enum import StrEnum


class MemberStatus(StrEnum):
    EXEMPT = "exempt"
    LEFT = "left"
    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    REDUCED = "reduced"
    SUSPENDED = "suspended"

    def __str__(self) -> str:
        return str(self.value)
