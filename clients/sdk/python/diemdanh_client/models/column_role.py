from enum import StrEnum


class ColumnRole(StrEnum):
    CARD = "card"
    CONFIRMED = "confirmed"
    FAMILY = "family"
    JOINED = "joined"
    JOINED_CONFIRMED = "joined_confirmed"
    NAME = "name"
    NOTE = "note"
    ORDINAL = "ordinal"
    STATUS = "status"
    UNIT = "unit"

    def __str__(self) -> str:
        return str(self.value)
