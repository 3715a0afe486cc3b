from enum import StrEnum


class TransferKind(StrEnum):
    PERMANENT = "permanent"
    TEMPORARY = "temporary"

    def __str__(self) -> str:
        return str(self.value)
