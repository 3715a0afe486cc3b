from enum import StrEnum


class DutyKind(StrEnum):
    ORGANISER = "organiser"
    PRESENTER = "presenter"

    def __str__(self) -> str:
        return str(self.value)
