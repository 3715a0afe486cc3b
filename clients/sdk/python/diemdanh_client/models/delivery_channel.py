from enum import StrEnum


class DeliveryChannel(StrEnum):
    MAIL = "mail"
    WEBHOOK = "webhook"

    def __str__(self) -> str:
        return str(self.value)
