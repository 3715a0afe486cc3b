from enum import StrEnum


class CorrectionStanding(StrEnum):
    PRESENT = "present"
    REJECTED = "rejected"

    def __str__(self) -> str:
        return str(self.value)
