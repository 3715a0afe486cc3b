from enum import StrEnum


class MakeUpKind(StrEnum):
    RETOLD = "retold"
    SESSION = "session"

    def __str__(self) -> str:
        return str(self.value)
