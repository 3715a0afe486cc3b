from enum import StrEnum


class ImportScope(StrEnum):
    TREE = "tree"
    UNIT = "unit"

    def __str__(self) -> str:
        return str(self.value)
