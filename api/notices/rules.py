"""What units are told of a session, in words ready to be pasted into a group (pure).

A text names units, halls, hours and the link; it never names a member.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from api.kit.dates import day_of, hour_of, long_day, weekday
from api.words import Form, SessionState

SITTING: Final = timedelta(hours=3)
"""How long a calendar keeps free for a session: one sitting is half a day (plan II.4)."""
REGULATIONS_SHOWN: Final = 5
"""A group's text has the first few regulations; the summons has them all."""


@dataclass(frozen=True, slots=True)
class Hall:
    """A bridge point with the units that a text is for and that are expected there."""

    id: UUID
    name: str
    venue: str
    units: tuple[tuple[UUID, str], ...]

    @property
    def place(self) -> str:
        """Name the point and its hall, once where they are the same."""
        return self.name if self.venue in {self.name, ""} else f"{self.name} – {self.venue}"


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a text may say; `alternatives` are the sessions one can go to instead."""

    conference: str
    title: str
    form: Form
    state: SessionState
    starts_at: datetime | None
    date_hint: str | None
    meet_url: str | None
    reason: str | None
    presenters: tuple[str, ...]
    regulations: tuple[str, ...]
    halls: tuple[Hall, ...]
    alternatives: tuple[tuple[str, datetime | None], ...] = ()

    @property
    def is_off(self) -> bool:
        """Tell whether the session is postponed or cancelled."""
        return self.state in {SessionState.POSTPONED, SessionState.CANCELLED}


def when(starts_at: datetime) -> str:
    """Write a time: "7 giờ 30 phút, thứ Ba, ngày 15 tháng 3 năm 2022"."""
    day = day_of(starts_at)
    return f"{hour_of(starts_at)}, {weekday(day)}, {long_day(day)}"


def last_told(
    starts_at: datetime | None, confidential: bool, changes: Iterable[Mapping[str, Any]]
) -> datetime | None:
    """Find the last start of a session that calendars could take; None where there never was one.

    `changes` are what was changed of it, the newest first: they are taken back one by one, until
    it is not confidential and has a time.
    """
    for each in changes:
        if starts_at is not None and not confidential:
            break
        if "starts_at" in each:
            before = each["starts_at"]["before"]
            starts_at = datetime.fromisoformat(before) if before else None
        if "confidential" in each:
            confidential = each["confidential"]["before"]
    return None if confidential else starts_at


def compose(facts: Facts, changes: Sequence[str]) -> str:
    """Write the text for a group."""
    if facts.state is SessionState.CANCELLED:
        lines = _cancelled(facts)
    elif facts.state is SessionState.POSTPONED:
        lines = _postponed(facts)
    else:
        lines = _held(facts)
    changed = [f"THAY ĐỔI: {'; '.join(changes)}.", ""] if changes else []
    head, *rest = lines
    return "\n".join([head, facts.conference, facts.title, "", *changed, *rest])


def _held(facts: Facts) -> list[str]:
    lines = ["THÔNG BÁO LỊCH HỌC TẬP", f"Thời gian: {_time(facts)}."]
    if facts.form is Form.MEET:
        link = facts.meet_url or "sẽ gửi sau"
        lines += ["Hình thức: Google Meet, mỗi đơn vị tập trung tại hội trường của mình."]
        lines += [f"Đường dẫn: {link}"]
    lines += ["Địa điểm và thành phần (đảng viên được triệu tập vào lớp này):", *_halls(facts)]
    if facts.presenters:
        lines.append(f"Báo cáo viên: {'; '.join(facts.presenters)}.")
    if facts.regulations:
        shown = (each.strip().rstrip(".;") for each in facts.regulations[:REGULATIONS_SHOWN])
        lines += ["Lưu ý:", *(f"- {each}." for each in shown)]
        if len(facts.regulations) > REGULATIONS_SHOWN:
            lines.append("- Các quy định khác: xem giấy triệu tập.")
    return [*lines, "Đề nghị đồng chí bí thư phổ biến và xác nhận đã nhận thông báo."]


def _postponed(facts: Facts) -> list[str]:
    return [
        "THÔNG BÁO HOÃN LỚP",
        f"Lý do: {_sentence(facts.reason)}",
        f"Thời gian mới: {_time(facts)}.",
        "Đảng viên đã được xếp vào lớp này giữ nguyên, không phải đăng ký lại.",
        *_concerned(facts),
    ]


def _cancelled(facts: Facts) -> list[str]:
    lines = ["THÔNG BÁO HỦY LỚP"]
    if facts.starts_at is not None:
        lines.append(f"Lớp đã định: {when(facts.starts_at)}.")
    lines.append(f"Lý do: {_sentence(facts.reason)}")
    if facts.alternatives:
        others = "; ".join(
            f"{title} ({when(starts_at) if starts_at else 'thời gian báo sau'})"
            for title, starts_at in facts.alternatives
        )
        lines.append(f"Đảng viên đã được xếp vào lớp này sẽ dự một trong các lớp: {others}.")
    else:
        lines.append("Đảng viên đã được xếp vào lớp này chờ thông báo lớp khác.")
    return [*lines, *_concerned(facts)]


def _sentence(text: str | None) -> str:
    return f"{text.rstrip('.')}." if text else "sẽ thông báo."


def _time(facts: Facts) -> str:
    if facts.starts_at is not None:
        return when(facts.starts_at)
    return f"dự kiến {facts.date_hint}, sẽ báo cụ thể" if facts.date_hint else "sẽ báo sau"


def _halls(facts: Facts) -> list[str]:
    return [f"- {hall.place}: {'; '.join(name for _, name in hall.units)}." for hall in facts.halls]


def _concerned(facts: Facts) -> list[str]:
    names = [name for hall in facts.halls for _, name in hall.units]
    return [f"Đơn vị liên quan: {'; '.join(names)}."] if names else []


def snapshot(facts: Facts) -> dict[str, Any]:
    """Keep what a text said and units act upon, as JSON: whatever differs must be told anew."""
    return {
        "title": facts.title,
        "outcome": facts.state.value if facts.is_off else None,
        "when": _time(facts),
        "meet_url": facts.meet_url,
        "halls": {str(hall.id): hall.place for hall in facts.halls},
        "units": {str(unit_id): str(hall.id) for hall in facts.halls for unit_id, _ in hall.units},
    }


def differences(before: Mapping[str, Any], facts: Facts) -> list[str]:
    """Say in words what differs from what was posted before."""
    now = snapshot(facts)
    said = []
    if before["title"] != now["title"]:
        said.append(f"tên lớp (trước đây là «{before['title']}»)")
    if before["outcome"] != now["outcome"]:
        said.append(_OUTCOMES[now["outcome"]])
    if before["when"] != now["when"] and not facts.is_off:
        said.append(f"thời gian là {now['when']} (trước đây: {before['when']})")
    if before["meet_url"] != now["meet_url"] and facts.meet_url is not None:
        said.append("đường dẫn Google Meet mới, đường dẫn cũ không dùng nữa")
    elif before["meet_url"] != now["meet_url"]:
        said.append("đường dẫn Google Meet cũ không dùng nữa")
    for hall in facts.halls:
        place = before["halls"].get(str(hall.id))
        if place not in {None, hall.place}:
            said.append(f"địa điểm là {hall.place} (trước đây: {place})")
        for unit_id, name in hall.units:
            if before["units"].get(str(unit_id)) != str(hall.id):
                said.append(f"{name} dự tại {hall.place}")
    return said


_OUTCOMES: Final = {
    SessionState.POSTPONED.value: "lớp hoãn",
    SessionState.CANCELLED.value: "lớp hủy",
    None: "lớp được tổ chức trở lại",
}
