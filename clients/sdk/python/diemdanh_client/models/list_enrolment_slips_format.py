from enum import StrEnum


class ListEnrolmentSlipsFormat(StrEnum):
    DOCX = "docx"
    JSON = "json"

    def __str__(self) -> str:
        return str(self.value)
