"""What a bridge point still lacks before the morning (pure; issue "what is missing at 6:30")."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from api.conferences.rules import PreparationItem
from api.words import CheckKind, CheckResult, Form

LINE_TEST: Final = "line_test"
"""The item that nobody marks: the newest line test answers it."""

RESULTS: Final[Mapping[CheckKind, tuple[CheckResult, ...]]] = {
    CheckKind.DONE: (CheckResult.DONE,),
    CheckKind.TESTED: (CheckResult.PASSED, CheckResult.FAILED),
}
"""What an item of each kind may be marked with."""


RESULT_NAMES: Final = {
    CheckResult.DONE: "đã xong",
    CheckResult.PASSED: "đạt",
    CheckResult.FAILED: "chưa đạt",
}


class Lack(StrEnum):
    """Why an item is not ready: nobody marked it, it failed, or the point moved since."""

    UNMARKED = "unmarked"
    FAILED = "failed"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Finding:
    """What somebody found, at the venue that the point had then (`sequence`)."""

    result: CheckResult
    note: str | None
    by: str | None
    at: datetime
    sequence: int


@dataclass(frozen=True, slots=True)
class Checked:
    """An item of a point's checklist with what was found, and what it lacks; None when ready."""

    item: PreparationItem
    finding: Finding | None
    lack: Lack | None


def is_line_test(item: PreparationItem) -> bool:
    """Tell the item that the newest line test answers."""
    return item.key == LINE_TEST and item.kind is CheckKind.TESTED


def checklist(
    items: Iterable[PreparationItem],
    *,
    form: Form,
    sequence: int,
    marks: Mapping[str, Finding],
    line_test: Finding | None,
) -> list[Checked]:
    """Judge the items that apply to a point.

    Every item is about the hall that it was found in, so what was found before the point's last
    change of name or venue counts no more.
    """
    judged = []
    for item in items:
        if form in item.forms:
            finding = line_test if is_line_test(item) else marks.get(item.key)
            judged.append(Checked(item, finding, _lack(finding, sequence)))
    return judged


def _lack(finding: Finding | None, sequence: int) -> Lack | None:
    if finding is None:
        return Lack.UNMARKED
    if finding.sequence != sequence:
        return Lack.OUTDATED
    return Lack.FAILED if finding.result is CheckResult.FAILED else None
