from enum import StrEnum


class CloseWarningCode(StrEnum):
    REPORTS_MISSING = "reports_missing"
    SESSION_CANCELLED = "session_cancelled"

    def __str__(self) -> str:
        return str(self.value)
