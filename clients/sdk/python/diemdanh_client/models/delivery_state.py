from enum import StrEnum


class DeliveryState(StrEnum):
    DEAD = "dead"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
