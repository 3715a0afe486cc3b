from enum import StrEnum


class PrintSigningSheetFormat(StrEnum):
    DOCX = "docx"
    XLSX = "xlsx"

    def __str__(self) -> str:
        return str(self.value)
