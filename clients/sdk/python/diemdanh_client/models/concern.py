from enum import StrEnum


class Concern(StrEnum):
    NO_POINT = "no_point"
    NO_SESSION = "no_session"
    OTHER_POINT = "other_point"
    OVER_CAPACITY = "over_capacity"
    SESSION_WITHOUT_MEMBERS = "session_without_members"
    SHARE_DEVIATES = "share_deviates"

    def __str__(self) -> str:
        return str(self.value)
