from enum import StrEnum


class Deed(StrEnum):
    ADD = "add"
    CHANGE = "change"
    LEAVE = "leave"

    def __str__(self) -> str:
        return str(self.value)
