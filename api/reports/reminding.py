"""The text that reminds units of the reports they owe; it names no member (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from api.kit.dates import day_of, hour_of, short_day


@dataclass(frozen=True, slots=True)
class Late:
    """A unit whose report is due and has not come, or was returned and has not come again."""

    name: str
    due_at: datetime
    was_returned: bool


def reminder(subject: str, late: Sequence[Late], *, group: str | None, at: datetime) -> str:
    """Write to those who owe a report of `subject`, ready to paste into their group."""
    to = f"Kính gửi các đơn vị nhóm {group}," if group else "Kính gửi các đơn vị,"
    lines = [f"- {each.name} ({_why(each)})" for each in late]
    return "\n".join(
        [
            to,
            f"Đến {_moment(at)}, còn {len(late)} đơn vị chưa gửi {subject}:",
            *lines,
            "Đề nghị các đồng chí gửi báo cáo ngay. Trân trọng cảm ơn.",
        ]
    )


def _why(each: Late) -> str:
    if each.was_returned:
        return "đã trả lại, chờ gửi lại"
    return f"hạn {_moment(each.due_at)}"


def _moment(at: datetime) -> str:
    return f"{hour_of(at)} ngày {short_day(day_of(at))}"
