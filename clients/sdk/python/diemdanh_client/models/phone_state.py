from enum import StrEnum


class PhoneState(StrEnum):
    CONFIRMED = "confirmed"
    NONE = "none"
    PROVISIONAL = "provisional"

    def __str__(self) -> str:
        return str(self.value)
