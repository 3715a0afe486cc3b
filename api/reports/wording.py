"""What a report's texts say until somebody writes them: what was recorded, in words (pure)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from api.bridge_points.rules import Checked, Lack, is_line_test
from api.kit.dates import day_of, hour_of, minute_of, short_day
from api.words import CheckResult, SessionState, VersionKind

NO_INCIDENT: Final = "Không có vấn đề phát sinh."
NO_PREPARATION: Final = "Đơn vị đã thông báo, triệu tập đảng viên tham dự theo kế hoạch."
NO_PROPOSAL: Final = "Không có kiến nghị."


_TOLD: Final = (
    ("đã chuẩn bị", CheckResult.DONE, None),
    ("đã thử, đạt", CheckResult.PASSED, None),
    ("chưa đạt", CheckResult.FAILED, Lack.FAILED),
)
_VERSIONS: Final = {
    VersionKind.INTERIM: "bước đầu",
    VersionKind.FINAL: "bản",
    VersionKind.ADDENDUM: "bổ sung",
}
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


def file_name(content: Mapping[str, Any], *, kind: VersionKind | None, number: int | None) -> str:
    """Name the file of a report: what it is, of which class and unit, and which version."""
    session = content["session"]
    parts = ["Báo cáo nhanh" if session else "Báo cáo kết quả"]
    if session:
        parts.append(" ".join(session["title"].replace("–", " ").split()))
    parts.append(content["unit"]["name"])
    if kind is None:
        parts.append("dự thảo")
    elif (kind, number) != (VersionKind.FINAL, 1):
        parts.append(f"{_VERSIONS[kind]} {number}")
    return " – ".join(parts)


def assessment(
    subject: str, *, convened: int, held: int, classes: int, state: str | None = None
) -> str:
    """Say neutrally whether it took place; the figures stand elsewhere, praise is the writer's.

    `held` of the `classes` to which anybody of the unit was convened were held, or are being held;
    `state` is that of the only one.
    """
    if not convened:
        return f"Đơn vị không có đảng viên thuộc diện triệu tập dự {subject}."
    if not held:
        return f"{subject} {unheld(state)}."
    if held < classes:
        return f"Đã tổ chức {held}/{classes} lớp có đảng viên của đơn vị tham dự."
    return "Hội nghị diễn ra theo kế hoạch."


def incidents(
    arisen: Iterable[Arisen], *, unit_name: str | None = None, session_title: str | None = None
) -> str:
    """List the problems that arose with their resolutions, a line each, in their order.

    The unit and the class of which the report itself tells are not named again.
    """
    said = {unit_name, session_title}
    ordered = sorted(arisen, key=lambda each: each.at)
    return "\n".join(_arisen(each, said) for each in ordered) or NO_INCIDENT


def preparation(points: Iterable[Prepared]) -> str:
    """Tell of each point what somebody recorded: tests, what was done, what failed.

    What nobody marked is for the page where it is marked, and stands on no paper.
    """
    told = [(each.name, _prepared(each.checklist)) for each in points]
    return "\n".join(f"- {name}: {said}" for name, said in told if said) or NO_PREPARATION


def _arisen(each: Arisen, said: Collection[str | None]) -> str:
    where = [name for name in (each.unit_name, each.session_title) if name not in said]
    when = f"{hour_of(each.at)} ngày {_day(each.at)}"
    end = f" {_ended(f'Đã xử lý: {each.resolution}')}" if each.resolution else ""
    return f"- {', '.join([when, *filter(None, where)])}: {_ended(each.text)}{end}"


def _prepared(checklist: Sequence[Checked]) -> str:
    said = [part for part in map(_line_test, checklist) if part]
    items = [each for each in checklist if not is_line_test(each.item)]
    for words, result, lack in _TOLD:
        named = [
            f"{_named(each.item.text)}{_note(each)}"
            for each in items
            if each.finding and (each.finding.result, each.lack) == (result, lack)
        ]
        if named:
            said.append(f"{words}: {'; '.join(named)}")
    if not said:
        return ""
    first, *rest = said
    return " ".join(map(_ended, [first, *(each[0].upper() + each[1:] for each in rest)]))


def _named(item: str) -> str:
    """Put what an item consists of in brackets: its own colon would follow ours."""
    subject, _, parts = item.partition(": ")
    return f"{subject} ({parts})" if parts else subject


def _line_test(each: Checked) -> str:
    if not is_line_test(each.item) or each.finding is None:
        return ""
    passed = each.finding.result is CheckResult.PASSED
    outcome = "đạt" if passed else "chưa đạt"
    moved = ", trước khi đổi địa điểm" if each.lack is Lack.OUTDATED else ""
    return f"thử đường truyền ngày {_day(each.finding.at)} {outcome}{moved}{_note(each)}"


def _note(each: Checked) -> str:
    return f" ({each.finding.note})" if each.finding and each.finding.note else ""


def _day(at: datetime) -> str:
    return short_day(day_of(at))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
