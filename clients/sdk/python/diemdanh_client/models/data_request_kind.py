from enum import StrEnum


class DataRequestKind(StrEnum):
    CORRECTION = "correction"
    ERASURE = "erasure"

    def __str__(self) -> str:
        return str(self.value)
