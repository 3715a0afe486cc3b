"""Days and hours as people in Vietnam write them (UTC+7, no summer time)."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

VIETNAM: Final = ZoneInfo("Asia/Ho_Chi_Minh")
_WEEKDAYS: Final = (
    "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật",
)  # fmt: skip


def day_of(at: datetime) -> date:
    """Tell the day in Vietnam at an instant."""
    return at.astimezone(VIETNAM).date()


def long_day(day: date) -> str:
    """Write a day as documents do: "ngày 05 tháng 3 năm 2022"; January and February as 01, 02.

    Days below 10 and months below 3 get a zero (Decree 30/2020, appendix I).
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def short_day(day: date) -> str:
    """Write a day in figures: "05/03/2022"."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def weekday(day: date) -> str:
    """Name the day of the week: "thứ Hai" … "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def hour_of(at: datetime) -> str:
    """Write the hour of an instant in Vietnam: "7 giờ 30 phút", "14 giờ"."""
    local = at.astimezone(VIETNAM)
    return f"{local.hour} giờ" + (f" {local.minute:02d} phút" if local.minute else "")


def minute_of(at: datetime) -> str:
    """Write the minute of an instant in Vietnam, as on a clock: "07:30"."""
    local = at.astimezone(VIETNAM)
    return f"{local.hour:02d}:{local.minute:02d}"


def lasting(seconds: int) -> str:
    """Write a duration in its two largest units: "40 giây", "5 phút", "3 giờ 12 phút"."""
    if seconds < 60:
        return f"{seconds} giây"
    hours, minutes = divmod(seconds // 60, 60)
    parts = [(hours, "giờ"), (minutes, "phút")]
    return " ".join(f"{number} {unit}" for number, unit in parts if number)
