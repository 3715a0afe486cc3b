"""What differs between two frozen contents, as lines that a person reads (pure).

A content is JSON: numbers and texts in objects and lists. What stands in a list is known again by
its id, so that a unit which was added or renamed does not shift those after it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from api.kit.dates import day_of, minute_of, short_day

Value = str | int | float | None

_LABELS: Final[Mapping[str, str]] = {
    "members": "Tổng số đảng viên",
    "exempt": "Miễn công tác và sinh hoạt",
    "suspended": "Đình chỉ sinh hoạt",
    "excluded": "Đã dự hội nghị khác",
    "away": "Tạm thời sinh hoạt nơi khác",
    "here": "Tạm thời sinh hoạt tại đây",
    "convened": "Triệu tập",
    "present": "Có mặt",
    "full": "Dự đủ",
    "late": "Đến muộn",
    "left_early": "Về sớm",
    "other_session": "Dự lớp khác",
    "on_duty": "Nhiệm vụ phục vụ",
    "pending": "Chờ xác nhận",
    "excused": "Vắng có lý do",
    "unexcused": "Vắng không lý do",
    "unknown": "Chưa có thông tin",
    "OM": "Vắng do ốm",
    "CT": "Vắng do công tác",
    "NV": "Vắng do nhiệm vụ đột xuất",
    "TS": "Vắng do thai sản",
    "VR": "Vắng do việc riêng có phép",
    "XA": "Vắng do đi làm ăn xa",
    "HT": "Vắng do đi học",
    "KT": "Vắng do sự cố kỹ thuật",
    "KH": "Vắng do lý do khác",
    "reduced": "Vắng do được giảm sinh hoạt",
    "cancelled": "Vắng do lớp bị hủy, chưa xếp lớp khác",
    "by_code": "Điểm danh bằng mã",
    "by_hand": "Ghi theo danh sách",
    "not_countersigned": "Chưa có người thứ hai xác nhận",
    "from_elsewhere": "Từ lớp hoặc đơn vị khác đến",
    "extra": "Dự thêm",
    "made_up": "Học bù",
    "retold": "Nghe chi bộ truyền đạt lại",
    "there": "Số đảng viên ngồi dự",
    "guests": "Khách mời, quần chúng",
    "head_count": "Số người đếm được",
    "held": "Đã tổ chức",
    "state": "Tình trạng",
    "state_reason": "Lý do",
    "planned": "Theo kế hoạch",
    "starts_at": "Thời gian",
    "photos": "Số ảnh",
    "assessment": "Đánh giá",
    "preparation": "Công tác chuẩn bị",
    "incidents": "Vấn đề phát sinh",
    "proposals": "Kiến nghị",
    "title": "Tên",
    "name": "Tên",
    "plan_number": "Số kế hoạch",
    "organiser_name": "Đơn vị tổ chức",
    "parent_name": "Cấp trên",
    "signer_name": "Người ký",
    "superior_name": "Cơ quan cấp trên",
    "issuing_name": "Cơ quan ban hành",
    "abbreviation": "Ký hiệu",
    "place": "Địa danh",
    "authority": "Thẩm quyền ký",
    "body_title": "Ký thay mặt",
    "head_title": "Chức vụ",
    "deputy_title": "Chức vụ cấp phó",
    "form": "Hình thức",
    "bloc": "Khối",
    "recipients": "Nơi nhận",
    "report_state": "Báo cáo",
    "units_unreported": "Số đơn vị chưa báo cáo",
    "letterhead": "Thể thức văn bản",
    "conference": "Hội nghị",
}
_SILENT: Final = frozenset({"as_of", "kind", "profile", "is_own", "depth", "KL"})
"""What changes without saying anything new; absent by the code KL is absent without a reason."""

_CALLED_OFF: Final[Mapping[str, str]] = {"cancelled": "đã hủy", "postponed": "hoãn"}
"""The states of a class that say something new; of the others `held` tells enough."""

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "report_state": {
        "draft": "đang soạn",
        "submitted": "đã gửi",
        "returned": "bị trả lại",
        "accepted": "đã chấp nhận",
    },
    "form": {"line": "đường truyền trực tuyến", "meet": "Google Meet"},
    "authority": {"collective": "thay mặt tập thể", "department": "thủ trưởng"},
}
"""What the words of closed lists say to a person."""

_ABSENT: Final[Mapping[str, str]] = {"report_state": "chưa có"}
"""What is said of nothing; of everything else a dash."""

_IDENTITY: Final = ("unit_id", "session_id", "id", "key", "form", "code", "name", "title")
_NAMED_BY: Final = ("name", "title", "form")
_PLACES: Final = frozenset({"letterhead", "conference"})
"""Objects that are named before their fields; of the others the fields speak for themselves."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was so and is otherwise now; `line` says it to a person."""

    path: str
    label: str
    before: Value
    after: Value
    line: str


@dataclass(frozen=True, slots=True)
class _Leaf:
    label: str
    value: Value
    nothing: str


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """List what differs, in the order of the later content, as JSON keeps it.

    Rates are left out, as they follow from the numbers; so are sums over units that are listed.
    """
    old, new = dict(_leaves(before, "", "")), dict(_leaves(after, "", ""))
    found = []
    for path in [*new, *(each for each in old if each not in new)]:
        was, now = old.get(path), new.get(path)
        held, holds = was.value if was else None, now.value if now else None
        leaf = now or was
        if leaf is not None and held != holds and not (_is_nothing(held) and _is_nothing(holds)):
            line = f"{leaf.label}: {_said(held, leaf.nothing)} → {_said(holds, leaf.nothing)}"
            found.append(asdict(Change(path, leaf.label, held, holds, line)))
    return found


def _is_nothing(value: Value) -> bool:
    return value is None or value in {0, ""}


def _said(value: Value, nothing: str) -> str:
    return nothing if value is None or value == "" else str(value)


def _leaves(value: Any, path: str, about: str) -> Iterator[tuple[str, _Leaf]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            if not _is_silent(key, value):
                yield from _leaves_at(key, each, f"{path}.{key}" if path else key, about)


def _leaves_at(key: str, value: Any, path: str, about: str) -> Iterator[tuple[str, _Leaf]]:
    if isinstance(value, Mapping):
        inner = _joined(about, _LABELS[key]) if key in _PLACES else about
        yield from _leaves(value, path, inner)
    elif _is_listed(value):
        for each in value:
            yield from _leaves(each, f"{path}[{_identity(each)}]", _joined(about, _name(each)))
    else:
        label = _joined(about, _LABELS.get(key, key))
        yield path, _Leaf(label, _worded(key, value), _ABSENT.get(key, "–"))


def _is_silent(key: str, owner: Mapping[str, Any]) -> bool:
    return (
        key in _SILENT
        or key == "id"
        or key.endswith("_id")
        or "rate" in key.split("_")
        or (key == "figures" and "units" in owner)
    )


def _is_listed(value: Any) -> bool:
    return (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and all(isinstance(each, Mapping) for each in value)
    )


def _identity(each: Mapping[str, Any]) -> str:
    return next((str(each[key]) for key in _IDENTITY if each.get(key) is not None), "")


def _name(each: Mapping[str, Any]) -> str:
    return next((str(each[key]) for key in _NAMED_BY if each.get(key) is not None), "")


def _joined(about: str, label: str) -> str:
    return " · ".join(part for part in (about, label) if part)


def _worded(key: str, value: Any) -> Value:
    """Put a value as a person says it: no word of a closed list, no instant as machines have it."""
    if key == "state":
        return _CALLED_OFF.get(value)
    if key == "starts_at" and value:
        at = datetime.fromisoformat(value)
        return f"{minute_of(at)} ngày {short_day(day_of(at))}"
    if key in _WORDS and isinstance(value, str):
        return _WORDS[key].get(value, value)
    return _plain(value)


def _plain(value: Any) -> Value:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, str | int | float) or value is None:
        return value
    return "; ".join(str(each) for each in value)
