from enum import StrEnum


class RetentionDeed(StrEnum):
    DELETE = "delete"
    STRIP = "strip"

    def __str__(self) -> str:
        return str(self.value)
