"""What a report's texts say until somebody writes them: what was recorded, in words (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from api.bridge_points.rules import Checked, Lack, is_line_test
from api.kit.dates import day_of, hour_of, minute_of, short_day
from api.kit.numbers import percent, whole
from api.words import CheckResult, ReportKind, SessionState

NO_INCIDENT: Final = "Không có vấn đề phát sinh."
NO_PREPARATION: Final = "Chưa có ghi nhận về công tác chuẩn bị."
NO_PROPOSAL: Final = "Không có kiến nghị."


_CALLED_OFF: Final = {SessionState.CANCELLED: "đã hủy", SessionState.POSTPONED: "hoãn"}


@dataclass(frozen=True, slots=True)
class Arisen:
    """A problem that arose, as it was told, and how it was resolved."""

    at: datetime
    unit_name: str
    session_title: str | None
    text: str
    resolution: str | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The figures that a sentence about attendance names."""

    convened: int
    present: int
    pending: int
    excused: int
    unexcused: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A bridge point with its checklist as it was found."""

    name: str
    checklist: Sequence[Checked]


def unheld(state: str | None) -> str:
    """Say of a class that was not held why: put off, called off, or still to come."""
    return next((said for each, said in _CALLED_OFF.items() if each == state), "chưa tổ chức")


def interim(at: datetime) -> str:
    """Say of figures that they are not the last ones, and of which moment they are."""
    return f"Báo cáo bước đầu, số liệu đến {minute_of(at)} ngày {short_day(day_of(at))}"


def assessment(kind: ReportKind, subject: str, figures: Numbers) -> str:
    """Say neutrally how many came; nothing is praised or blamed by the program."""
    if not figures.convened:
        return f"Đơn vị không có đảng viên thuộc diện triệu tập dự {subject}."
    absent = figures.excused + figures.unexcused
    parts = [
        f"Đơn vị có {whole(figures.convened)} đồng chí thuộc diện triệu tập dự {subject}; "
        f"có mặt {whole(figures.present)} đồng chí, "
        f"đạt {percent(figures.present, figures.convened)}",
        f"vắng {whole(absent)} đồng chí"
        + (
            f" (có lý do {whole(figures.excused)}, không lý do {whole(figures.unexcused)})"
            if absent
            else ""
        ),
    ]
    open_ones = figures.pending + figures.unknown
    if open_ones:
        parts.append(f"chưa có thông tin {whole(open_ones)} đồng chí")
    ending = "." if kind is ReportKind.RESULT else " (báo cáo nhanh)."
    return "; ".join(parts) + ending


def incidents(arisen: Iterable[Arisen]) -> str:
    """List the problems that arose with their resolutions, a line each, in their order."""
    ordered = sorted(arisen, key=lambda each: each.at)
    return "\n".join(map(_arisen, ordered)) or NO_INCIDENT


def preparation(points: Iterable[Prepared]) -> str:
    """Tell of each point what was prepared, what failed, and what nobody marked."""
    lines = [f"- {each.name}: {_prepared(each.checklist)}" for each in points if each.checklist]
    return "\n".join(lines) or NO_PREPARATION


def _arisen(each: Arisen) -> str:
    where = f"{each.unit_name}, {each.session_title}" if each.session_title else each.unit_name
    end = f"Đã xử lý: {each.resolution}" if each.resolution else "Chưa xử lý xong"
    when = f"{hour_of(each.at)} ngày {_day(each.at)}"
    return f"- {when}, {where}: {_ended(each.text)} {_ended(end)}"


def _prepared(checklist: Sequence[Checked]) -> str:
    said = [part for part in map(_line_test, checklist) if part]
    items = [each for each in checklist if not is_line_test(each.item)]
    ready = [each for each in items if each.lack is None]
    if items:
        said.append(f"đã chuẩn bị {len(ready)}/{len(items)} nội dung")
    said += [
        f"{_lacking(each.lack)}: {each.item.text}{_note(each)}"
        for each in items
        if each.lack is not None
    ]
    return _ended("; ".join(said))


def _line_test(each: Checked) -> str:
    if not is_line_test(each.item):
        return ""
    if each.finding is None:
        return "chưa thử đường truyền"
    passed = each.finding.result is CheckResult.PASSED
    outcome = "đạt" if passed else "chưa đạt"
    moved = ", trước khi đổi địa điểm" if each.lack is Lack.OUTDATED else ""
    return f"thử đường truyền ngày {_day(each.finding.at)} {outcome}{moved}{_note(each)}"


def _lacking(lack: Lack) -> str:
    return {
        Lack.UNMARKED: "chưa đánh dấu",
        Lack.FAILED: "chưa đạt",
        Lack.OUTDATED: "cần kiểm tra lại sau khi đổi địa điểm",
    }[lack]


def _note(each: Checked) -> str:
    return f" ({each.finding.note})" if each.finding and each.finding.note else ""


def _day(at: datetime) -> str:
    return short_day(day_of(at))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
