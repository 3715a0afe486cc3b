"""What the sandbox refuses."""

from api.kit.errors import Fault, Words

CLOCK_OUT_OF_REACH = Fault(
    "clock_out_of_reach",
    409,
    Words("Không chỉnh đồng hồ đến đó được", "Clock out of reach"),
    Words(
        "Đồng hồ của bản thử chỉ chỉnh được từ {earliest} đến {latest}. Để quay về đầu buổi, "
        "đồng chí làm lại buổi mới (POST /sandbox/reset).",
        "The clock goes from {earliest} to {latest}: what was opened or closed stays so. For a "
        "fresh morning use POST /sandbox/reset.",
    ),
    sample={"earliest": "2026-11-23T00:15:00+00:00", "latest": "2026-12-24T00:00:00+00:00"},
)
