from enum import StrEnum


class Beside(StrEnum):
    EXCLUDED = "excluded"
    EXEMPT = "exempt"
    SUSPENDED = "suspended"

    def __str__(self) -> str:
        return str(self.value)
