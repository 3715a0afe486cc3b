"""The text that reminds units of the reports they owe; it names no member (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from api.kit.dates import VIETNAM, day_of, hour_of, short_day


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit whose report has not come, or was returned and has not come again."""

    name: str
    due_at: datetime
    is_late: bool
    was_returned: bool


def reminder(subject: str, owing: Sequence[Owing], *, group: str | None, at: datetime) -> str:
    """Write to those who owe a report of `subject`, ready to paste into their group.

    When it is due is said once for all to whom it applies.
    """
    to = f"Kính gửi các đơn vị nhóm {group}," if group else "Kính gửi các đơn vị,"
    lines = [to, f"Đến {_moment(at)}, còn {len(owing)} đơn vị chưa gửi {subject}."]
    ordered = sorted(owing, key=lambda each: each.due_at)
    for due_at, some in groupby(ordered, key=lambda each: each.due_at):
        lines.append(f"Hạn gửi: {_until(due_at)}.")
        lines += [f"- {each.name}{_why(each)}" for each in some]
    return "\n".join([*lines, "Đề nghị các đồng chí gửi báo cáo ngay. Trân trọng cảm ơn."])


def _why(each: Owing) -> str:
    if each.was_returned:
        return " (đã trả lại, chờ gửi lại)"
    return " (quá hạn)" if each.is_late else ""


def _until(due_at: datetime) -> str:
    local = due_at.astimezone(VIETNAM)
    if local.hour or local.minute:
        return _moment(due_at)
    return f"hết ngày {short_day(day_of(due_at - timedelta(minutes=1)))}"


def _moment(at: datetime) -> str:
    return f"{hour_of(at)} ngày {short_day(day_of(at))}"
