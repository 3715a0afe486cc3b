from enum import StrEnum


class SigningAuthority(StrEnum):
    COLLECTIVE = "collective"
    DEPARTMENT = "department"

    def __str__(self) -> str:
        return str(self.value)
