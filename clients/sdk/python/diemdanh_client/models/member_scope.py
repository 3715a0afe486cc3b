from enum import StrEnum


class MemberScope(StrEnum):
    TREE = "tree"
    UNIT = "unit"

    def __str__(self) -> str:
        return str(self.value)
