from enum import StrEnum


class FlagVerdict(StrEnum):
    EXPLAINED = "explained"
    UPHELD = "upheld"

    def __str__(self) -> str:
        return str(self.value)
