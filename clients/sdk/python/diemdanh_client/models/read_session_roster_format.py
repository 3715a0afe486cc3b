from enum import StrEnum


class ReadSessionRosterFormat(StrEnum):
    DOCX = "docx"
    JSON = "json"
    XLSX = "xlsx"

    def __str__(self) -> str:
        return str(self.value)
