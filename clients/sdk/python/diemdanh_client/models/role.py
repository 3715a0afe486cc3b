from enum import StrEnum


class Role(StrEnum):
    DISTRICT_ADMIN = "district_admin"
    DISTRICT_STAFF = "district_staff"
    OPERATOR = "operator"
    SECRETARY = "secretary"
    TECHNICIAN = "technician"
    VIEWER = "viewer"

    def __str__(self) -> str:
        return str(self.value)
