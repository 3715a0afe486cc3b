from enum import StrEnum


class Standing(StrEnum):
    PENDING = "pending"
    PRESENT = "present"
    REJECTED = "rejected"

    def __str__(self) -> str:
        return str(self.value)
