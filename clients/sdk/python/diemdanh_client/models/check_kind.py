from enum import StrEnum


class CheckKind(StrEnum):
    DONE = "done"
    TESTED = "tested"

    def __str__(self) -> str:
        return str(self.value)
