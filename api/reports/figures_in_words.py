"""Figures as the body of a document says them, a sentence an identity (pure).

`Figures` is a TallyView as JSON has it, so that what was frozen once is said for good.
"""

from collections.abc import Mapping
from typing import Any, Final

from api.kit.numbers import percent, whole

Figures = Mapping[str, Any]

UNCODED: Final = {"reduced": "giảm", "cancelled": "hủy"}
"""What stands instead of a code: a reduced duty, or a class that was cancelled."""

LEGEND: Final = {
    "OM": "ốm",
    "CT": "công tác",
    "NV": "trực, nhiệm vụ đột xuất",
    "TS": "thai sản",
    "VR": "việc riêng có phép",
    "XA": "đi làm ăn xa",
    "HT": "đi học",
    "KT": "sự cố kỹ thuật",
    "KH": "lý do khác",
    "KL": "không lý do",
    "reduced": "được giảm sinh hoạt",
    "cancelled": "lớp bị hủy mà chưa được xếp lớp khác",
}
"""What each code of absence means; the last two have none, see `UNCODED`."""

_BESIDE: Final = (
    ("exempt", "miễn công tác và sinh hoạt đảng"),
    ("suspended", "đình chỉ sinh hoạt"),
    ("excluded", "đã dự hội nghị khác, không triệu tập"),
    ("away", "tạm thời sinh hoạt ở nơi khác"),
)
_HOW: Final = (
    ("full", "dự đủ"),
    ("late", "đến muộn"),
    ("left_early", "về sớm"),
    ("other_session", "dự lớp khác"),
    ("on_duty", "làm nhiệm vụ phục vụ"),
)


def sentences(
    figures: Figures,
    *,
    guests: int | None,
    head_count: int | None,
    of_class: bool = False,
) -> list[str]:
    """Say the figures of one unit or conference, each identity in a sentence of its own.

    Those `of_class` are of the members of one class, and no rate of all members can be told.
    """
    said = [
        _members(figures, of_class=of_class),
        _present(figures, of_class=of_class),
        _absent(figures),
    ]
    if still_open(figures):
        said.append(
            f"- Chưa có thông tin: {_comrades(figures['unknown'])}; "
            f"chờ xác nhận: {_comrades(figures['pending'])}."
        )
    if made_up := [
        f"{words} {_comrades(figures[key])}"
        for key, words in (("made_up", "dự lớp sau"), ("retold", "được chi bộ truyền đạt lại"))
        if figures.get(key)
    ]:
        said.append(f"- Học bù (không làm thay đổi số liệu trong ngày): {', '.join(made_up)}.")
    beside = []
    if figures.get("extra"):
        beside.append(f"dự thêm ngoài diện triệu tập {_comrades(figures['extra'])}")
    if guests:
        beside.append(f"khách mời, quần chúng {whole(guests)} người")
    if head_count is not None:
        beside.append(f"số người đếm tại hội trường {whole(head_count)} (kể cả khách)")
    if beside:
        said.append(f"- Ngoài ra: {'; '.join(beside)}.")
    return said


def legend() -> str:
    """Explain in a line the codes of absence, and what stands instead of one."""
    return "; ".join(f"{UNCODED.get(code, code)}: {words}" for code, words in LEGEND.items())


def still_open(figures: Figures) -> int:
    """Count those of whom it is not known whether they came."""
    return int(figures["pending"]) + int(figures["unknown"])


def _comrades(number: int) -> str:
    return f"{whole(number)} đồng chí"


def _members(figures: Figures, *, of_class: bool) -> str:
    away = [f"{words} {_comrades(figures[key])}" for key, words in _BESIDE if figures[key]]
    whom = "Số đảng viên được phân về lớp này" if of_class else "Tổng số đảng viên"
    said = f"- {whom}: {_comrades(figures['members'])}"
    if away:
        said += f"; trong đó {', '.join(away)}"
    if figures["here"]:
        said += f"; từ nơi khác đến sinh hoạt tạm thời {_comrades(figures['here'])}"
    return f"{said}. Số phải triệu tập: {_comrades(figures['convened'])}."


def _present(figures: Figures, *, of_class: bool) -> str:
    present = figures["present"]
    said = (
        f"- Có mặt: {_comrades(present)}, đạt {percent(present, figures['convened'])} số triệu tập"
    )
    if not of_class:
        said += f", {percent(present, figures['members'])} tổng số đảng viên"
    how = [f"{words} {whole(figures[key])}" for key, words in _HOW if figures[key]]
    if how:
        said += f" ({', '.join(how)})"
    by = [f"bằng mã {_comrades(figures['by_code'])}"] if figures["by_code"] else []
    if by_hand := figures["by_hand"]:
        by.append(f"theo danh sách {_comrades(by_hand)}")
        if alone := figures["not_countersigned"]:
            number = "" if alone == by_hand else f"{whole(alone)} "
            by[-1] += f" ({number}chưa đối chiếu)"
    return f"{said}. Điểm danh {', '.join(by)}." if by else f"{said}."


def _absent(figures: Figures) -> str:
    reasons = figures.get("reasons", {})
    why = [
        f"{words} {whole(reasons[code])}"
        for code, words in LEGEND.items()
        if code != "KL" and reasons.get(code)
    ]
    said = f"- Vắng có lý do: {_comrades(figures['excused'])}"
    if why:
        said += f" ({', '.join(why)})"
    return f"{said}; vắng không lý do: {_comrades(figures['unexcused'])}."
