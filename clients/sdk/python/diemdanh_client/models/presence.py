from enum import StrEnum


class Presence(StrEnum):
    EXCUSED = "excused"
    FULL = "full"
    LATE = "late"
    LEFT_EARLY = "left_early"
    PENDING = "pending"
    UNEXCUSED = "unexcused"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
