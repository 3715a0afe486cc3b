from enum import StrEnum


class Skip(StrEnum):
    ENDS_BEFORE = "ends_before"
    END_MISSING = "end_missing"
    NAME_IS_ADDRESS = "name_is_address"
    NAME_MISSING = "name_missing"
    TIME_UNREADABLE = "time_unreadable"

    def __str__(self) -> str:
        return str(self.value)
