from enum import StrEnum


class FlagKind(StrEnum):
    CHANGED_AFTER_LOCK = "changed_after_lock"
    GUESSED_CODE = "guessed_code"
    LATE_ARRIVAL = "late_arrival"
    MANUAL_SHARE = "manual_share"
    NEW_PHONE = "new_phone"
    OTHER_PLACE = "other_place"
    OVER_HEAD_COUNT = "over_head_count"
    SECOND_DEVICE = "second_device"
    SHARED_PHONE = "shared_phone"

    def __str__(self) -> str:
        return str(self.value)
