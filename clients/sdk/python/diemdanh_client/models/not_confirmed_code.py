from enum import StrEnum


class NotConfirmedCode(StrEnum):
    ATTENDANCE_DECIDED = "attendance_decided"
    NOT_FOUND = "not_found"
    OWN_ATTENDANCE = "own_attendance"

    def __str__(self) -> str:
        return str(self.value)
