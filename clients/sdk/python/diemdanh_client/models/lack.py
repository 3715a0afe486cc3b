from enum import StrEnum


class Lack(StrEnum):
    FAILED = "failed"
    OUTDATED = "outdated"
    UNMARKED = "unmarked"

    def __str__(self) -> str:
        return str(self.value)
