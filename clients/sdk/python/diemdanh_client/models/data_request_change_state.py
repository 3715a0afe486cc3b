from enum import StrEnum


class DataRequestChangeState(StrEnum):
    ANSWERED = "answered"
    DECLINED = "declined"
    DONE = "done"

    def __str__(self) -> str:
        return str(self.value)
