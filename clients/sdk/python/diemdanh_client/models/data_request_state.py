from enum import StrEnum


class DataRequestState(StrEnum):
    ANSWERED = "answered"
    DECLINED = "declined"
    DONE = "done"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
