"""What webhooks refuse."""

from typing import Final

from api.kit.errors import Fault, Words
from api.webhooks.rules import UrlFault

WEBHOOK_URL = Fault(
    "webhook_url",
    422,
    Words("Địa chỉ nhận chưa dùng được", "Webhook address"),
    Words("Địa chỉ nhận {reason_name}.", "The address cannot be used: `{reason}`."),
    sample={"reason": "not_https", "reason_name": "phải bắt đầu bằng https://"},
)
URL_FAULT_NAMES: Final = {
    UrlFault.UNREADABLE: "không đọc được",
    UrlFault.NOT_HTTPS: "phải bắt đầu bằng https://",
    UrlFault.CREDENTIALS: "không được chứa tên đăng nhập hay mật khẩu",
    UrlFault.NOT_PUBLIC: "phải ở trên Internet, không phải trong mạng nội bộ",
}
WEBHOOK_EXISTS = Fault(
    "webhook_exists",
    409,
    Words("Địa chỉ nhận đã có", "Webhook exists"),
    Words(
        "Đơn vị này đã có địa chỉ nhận đó rồi.",
        "The unit has a webhook with this address already.",
    ),
)
WEBHOOK_DISABLED = Fault(
    "webhook_disabled",
    409,
    Words("Địa chỉ nhận đang tắt", "Webhook disabled"),
    Words("Địa chỉ nhận đang tắt. Mời bật lại trước.", "The webhook is off. Turn it on first."),
)
