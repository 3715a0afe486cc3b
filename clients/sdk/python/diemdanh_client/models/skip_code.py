from enum import StrEnum


class SkipCode(StrEnum):
    NAMED_TWICE = "named_twice"
    NOT_IN_UNIT = "not_in_unit"
    OWN_ATTENDANCE = "own_attendance"
    ROW_STRUCK = "row_struck"
    ROW_UNKNOWN = "row_unknown"

    def __str__(self) -> str:
        return str(self.value)
