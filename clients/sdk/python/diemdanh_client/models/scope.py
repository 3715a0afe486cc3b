from enum import StrEnum


class Scope(StrEnum):
    TREE = "tree"
    UNIT = "unit"

    def __str__(self) -> str:
        return str(self.value)
