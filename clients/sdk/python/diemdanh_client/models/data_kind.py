from enum import StrEnum


class DataKind(StrEnum):
    ABSENCE_NOTES = "absence_notes"
    ATTEMPTS = "attempts"
    ATTENDANCE = "attendance"
    AUDIT = "audit"
    CHECK_INS = "check_ins"
    DATA_REQUESTS = "data_requests"
    DELIVERIES = "deliveries"
    MEET_PARTICIPANTS = "meet_participants"
    MEMBERS = "members"
    PAPER_SHEETS = "paper_sheets"
    PHONES = "phones"
    PHOTOS = "photos"
    TYPED_NAMES = "typed_names"

    def __str__(self) -> str:
        return str(self.value)
