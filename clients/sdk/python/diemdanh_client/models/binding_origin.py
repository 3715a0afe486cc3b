from enum import StrEnum


class BindingOrigin(StrEnum):
    LAST4 = "last4"
    SECRETARY = "secretary"
    SLIP = "slip"

    def __str__(self) -> str:
        return str(self.value)
