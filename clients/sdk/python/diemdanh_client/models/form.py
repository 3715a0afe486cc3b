from enum import StrEnum


class Form(StrEnum):
    LINE = "line"
    MEET = "meet"

    def __str__(self) -> str:
        return str(self.value)
