from enum import StrEnum


class ReadSummonsFormat(StrEnum):
    DOCX = "docx"
    JSON = "json"

    def __str__(self) -> str:
        return str(self.value)
