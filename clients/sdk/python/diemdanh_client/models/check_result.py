from enum import StrEnum


class CheckResult(StrEnum):
    DONE = "done"
    FAILED = "failed"
    PASSED = "passed"

    def __str__(self) -> str:
        return str(self.value)
