from enum import StrEnum


class TypedNameOutcome(StrEnum):
    ADDED = "added"
    GUEST = "guest"
    MATCHED = "matched"
    REJECTED = "rejected"

    def __str__(self) -> str:
        return str(self.value)
