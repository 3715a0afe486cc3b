"""What the outbox refuses."""

from typing import Final

from api.kit.errors import Fault, Words
from api.words import DeliveryState

MAIL_OFF = Fault(
    "mail_off",
    409,
    Words("Máy chủ không gửi thư", "Mail is off"),
    Words(
        "Máy chủ này chưa nối với hộp thư nên không gửi được. {advice}",
        "This server is not set up to send mail. {advice_in_english}",
    ),
    sample={
        "advice": "Mời đồng chí gửi bằng cách khác.",
        "advice_in_english": "Send it another way.",
    },
)
_STATE_NAMES: Final = {
    DeliveryState.WAITING: "đang chờ gửi",
    DeliveryState.SENDING: "đang gửi",
    DeliveryState.SENT: "đã gửi",
    DeliveryState.UNCERTAIN: "chưa rõ đã đến nơi chưa",
    DeliveryState.DEAD: "không gửi được",
}
DELIVERY_STATE = Fault(
    "delivery_state",
    409,
    Words("Chưa gửi lại được", "Delivery state"),
    Words(
        "Lần gửi này {state_name}, nên không gửi lại.",
        "This delivery is `{state}`, so it is not sent again.",
    ),
    sample={"state": "sent", "state_name": "đã gửi"},
)


def state_name(state: DeliveryState) -> str:
    """Say in Vietnamese where a delivery stands."""
    return _STATE_NAMES[state]
