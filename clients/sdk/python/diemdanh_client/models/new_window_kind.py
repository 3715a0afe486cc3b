from enum import StrEnum


class NewWindowKind(StrEnum):
    AFTER_BREAK = "after_break"
    CLOSING = "closing"
    OPENING = "opening"
    UNANNOUNCED = "unannounced"

    def __str__(self) -> str:
        return str(self.value)
