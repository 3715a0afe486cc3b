from enum import StrEnum


class ReceiptStanding(StrEnum):
    PENDING = "pending"
    PRESENT = "present"

    def __str__(self) -> str:
        return str(self.value)
