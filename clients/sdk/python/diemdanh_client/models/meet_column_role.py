from enum import StrEnum


class MeetColumnRole(StrEnum):
    DURATION = "duration"
    FIRST_NAME = "first_name"
    JOINED = "joined"
    LAST_NAME = "last_name"
    LEFT = "left"
    NAME = "name"

    def __str__(self) -> str:
        return str(self.value)
