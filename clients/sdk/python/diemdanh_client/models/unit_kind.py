from enum import StrEnum


class UnitKind(StrEnum):
    CELL = "cell"
    COMMITTEE = "committee"
    GRASSROOTS_CELL = "grassroots_cell"
    GRASSROOTS_COMMITTEE = "grassroots_committee"

    def __str__(self) -> str:
        return str(self.value)
