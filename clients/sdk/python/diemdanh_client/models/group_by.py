from enum import StrEnum


class GroupBy(StrEnum):
    BLOC = "bloc"
    FORM = "form"
    SESSION = "session"
    UNIT = "unit"

    def __str__(self) -> str:
        return str(self.value)
