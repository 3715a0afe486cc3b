"""What an addendum says on paper: who changed, from how many to how many (pure).

The differences that a version keeps tell everything, a line each; of those a reader of the paper
wants the few figures that a report stands for, a sentence a unit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from api.kit.dates import day_of, short_day
from api.kit.numbers import whole

_FIGURES: Final[Mapping[str, str]] = {
    "convened": "triệu tập",
    "present": "có mặt",
    "excused": "vắng có lý do",
    "unexcused": "vắng không lý do",
    "pending": "chờ xác nhận",
    "unknown": "chưa có thông tin",
    "made_up": "học bù ở lớp sau",
    "retold": "nghe chi bộ truyền đạt lại",
}
_REWRITTEN: Final[Mapping[str, str]] = {
    "incidents": "Vấn đề phát sinh",
    "proposals": "Đề xuất, kiến nghị",
}
_TOTALS: Final = frozenset({"figures", "total"})
_OF_A_UNIT: Final = re.compile(r"(?:blocks\[.*\]\.units|by_unit)\[[^\]]*\](?:\.figures)?")
_OF_A_CLASS: Final = re.compile(r"(?:sessions|by_session)\[[^\]]*\]")
_WHOLE: Final = "Tổng cộng"
_NOTHING_ELSE: Final = (
    "Số triệu tập, có mặt và vắng mặt không thay đổi; nội dung khác được cập nhật ở các mục sau."
)


@dataclass(frozen=True, slots=True)
class Added:
    """What an addendum changes, and when the report before it was handed in."""

    changes: Sequence[Mapping[str, Any]]
    since: datetime

    def opening(self, issuing_name: str, *, named: str = "báo cáo") -> str:
        """Begin an addendum with what it continues."""
        day = short_day(day_of(self.since))
        return f"Tiếp theo {named} gửi ngày {day}, {issuing_name} báo cáo bổ sung như sau:"

    def lines(self) -> list[str]:
        """Say what changed, the total first, then each unit by its name."""
        units: dict[str, list[Mapping[str, Any]]] = {}
        for each in self.changes:
            owner, _, _ = each["path"].rpartition(".")
            units.setdefault(owner.removesuffix(".figures"), []).append(each)
        said = [
            f"{about}: {'; '.join(parts)}."
            for owner, changes in units.items()
            if (about := _about(owner, changes[0])) and (parts := list(_parts(changes)))
        ]
        if any(each["path"] == "texts.incidents" for each in self.changes):
            said.append(f"Mục {_REWRITTEN['incidents']} có nội dung mới.")
        return said or [_NOTHING_ELSE]


def _about(owner: str, change: Mapping[str, Any]) -> str | None:
    if owner in _TOTALS:
        return _WHOLE
    if _OF_A_UNIT.fullmatch(owner) or _OF_A_CLASS.fullmatch(owner):
        return str(change["label"]).split(" · ")[-2]
    return None


def _parts(changes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Say the changes of one unit in the order of the figures; of a class, what became of it."""
    by_path = {each["path"]: each for each in changes}
    is_class = any(_OF_A_CLASS.match(path) for path in by_path)
    found = {path.rpartition(".")[2]: each for path, each in by_path.items()}
    if is_class:
        yield from _became(found)
        return
    comrades = " đồng chí"
    for key, label in _FIGURES.items():
        if each := found.get(key):
            before, after = whole(int(each["before"] or 0)), whole(int(each["after"] or 0))
            yield f"{label} {before}{comrades}, nay là {after}{comrades}"
            comrades = ""
    if each := found.get("report_state"):
        yield f"báo cáo kết quả {each['before'] or 'chưa có'}, nay {each['after'] or 'chưa có'}"
    for key, title in _REWRITTEN.items():
        if key in found:
            yield f"mục {title} được viết lại"


def _became(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    state = found.get("state")
    if state and state["after"]:
        yield str(state["after"])
    elif held := found.get("held"):
        yield "đã tổ chức" if held["after"] == "có" else "chưa tổ chức"
