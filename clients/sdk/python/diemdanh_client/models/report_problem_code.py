from enum import StrEnum


class ReportProblemCode(StrEnum):
    CONVENED = "convened"
    HEAD_COUNT = "head_count"
    PARTS = "parts"
    REASONS = "reasons"
    SESSION_CANCELLED = "session_cancelled"
    SESSION_NOT_HELD = "session_not_held"
    UNACCOUNTED = "unaccounted"
    UNALLOCATED = "unallocated"

    def __str__(self) -> str:
        return str(self.value)
