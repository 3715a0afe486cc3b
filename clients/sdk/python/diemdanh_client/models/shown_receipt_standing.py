from enum import StrEnum


class ShownReceiptStanding(StrEnum):
    PENDING = "pending"
    PRESENT = "present"

    def __str__(self) -> str:
        return str(self.value)
