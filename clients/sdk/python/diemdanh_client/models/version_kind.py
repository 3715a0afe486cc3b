from enum import StrEnum


class VersionKind(StrEnum):
    ADDENDUM = "addendum"
    FINAL = "final"
    INTERIM = "interim"

    def __str__(self) -> str:
        return str(self.value)
