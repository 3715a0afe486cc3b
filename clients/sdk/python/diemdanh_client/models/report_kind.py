from enum import StrEnum


class ReportKind(StrEnum):
    QUICK = "quick"
    RESULT = "result"

    def __str__(self) -> str:
        return str(self.value)
