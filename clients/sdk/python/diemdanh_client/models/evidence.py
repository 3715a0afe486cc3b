from enum import StrEnum


class Evidence(StrEnum):
    ASSISTED = "assisted"
    CLAIMED = "claimed"
    CLIENT = "client"
    DIGITS = "digits"
    FIRST = "first"
    LATE = "late"
    PAPER = "paper"
    QR = "qr"
    ROSTER = "roster"
    STREAM = "stream"

    def __str__(self) -> str:
        return str(self.value)
