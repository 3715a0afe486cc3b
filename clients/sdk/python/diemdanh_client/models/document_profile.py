from enum import StrEnum


class DocumentProfile(StrEnum):
    HD05_2026 = "hd05_2026"
    HD36_2018 = "hd36_2018"

    def __str__(self) -> str:
        return str(self.value)
