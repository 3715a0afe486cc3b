from enum import StrEnum


class SessionState(StrEnum):
    CANCELLED = "cancelled"
    CLOSED = "closed"
    LOCKED = "locked"
    OPEN = "open"
    PLANNED = "planned"
    POSTPONED = "postponed"
    REHEARSING = "rehearsing"

    def __str__(self) -> str:
        return str(self.value)
