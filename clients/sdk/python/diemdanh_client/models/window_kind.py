from enum import StrEnum


class WindowKind(StrEnum):
    AFTER_BREAK = "after_break"
    CLOSING = "closing"
    OPENING = "opening"
    REHEARSAL = "rehearsal"
    UNANNOUNCED = "unannounced"

    def __str__(self) -> str:
        return str(self.value)
