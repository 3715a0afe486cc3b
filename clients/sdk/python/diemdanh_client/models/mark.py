from enum import StrEnum


class Mark(StrEnum):
    EXCLUDED = "excluded"
    EXEMPT = "exempt"
    LEFT = "left"
    PROBATIONARY = "probationary"
    REDUCED = "reduced"
    STAYS_ELSEWHERE = "stays_elsewhere"
    STAYS_HERE = "stays_here"
    SUSPENDED = "suspended"
    TRANSFERRED = "transferred"
    WENT_HOME = "went_home"

    def __str__(self) -> str:
        return str(self.value)
