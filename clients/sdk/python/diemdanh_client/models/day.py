from enum import StrEnum


class Day(StrEnum):
    EXCUSED = "excused"
    FULL = "full"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ON_DUTY = "on_duty"
    OTHER_SESSION = "other_session"
    PENDING = "pending"
    UNEXCUSED = "unexcused"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
