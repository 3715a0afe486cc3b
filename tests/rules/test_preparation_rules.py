"""What a point lacks: unmarked, failed, or found before it moved."""

from datetime import UTC, datetime

import pytest

from api.bridge_points.rules import Finding, Lack, checklist
from api.conferences.rules import read_items
from api.words import CheckResult, Form

ITEMS = read_items(
    [
        {"key": "hall", "text": "Hội trường", "kind": "done", "forms": ["line", "meet"]},
        {"key": "line_test", "text": "Đường truyền", "kind": "tested", "forms": ["line"]},
        {"key": "camera", "text": "Camera", "kind": "tested", "forms": ["meet"]},
    ]
)


def _found(result: CheckResult, *, sequence: int = 1) -> Finding:
    return Finding(result, None, "Trực điểm cầu", datetime(2022, 3, 15, tzinfo=UTC), sequence)


@pytest.mark.parametrize(
    ("finding", "lack"),
    [
        (None, Lack.UNMARKED),
        (_found(CheckResult.PASSED), None),
        (_found(CheckResult.FAILED), Lack.FAILED),
        (_found(CheckResult.PASSED, sequence=0), Lack.OUTDATED),
        (_found(CheckResult.FAILED, sequence=0), Lack.OUTDATED),
    ],
)
def test_a_line_test_counts_for_the_venue_it_was_made_at(
    finding: Finding | None, lack: Lack | None
) -> None:
    marks = {"hall": _found(CheckResult.DONE)}
    checked = checklist(ITEMS, form=Form.LINE, sequence=1, marks=marks, line_test=finding)
    assert [(each.item.key, each.lack) for each in checked] == [("hall", None), ("line_test", lack)]


def test_a_point_is_asked_only_what_its_form_asks() -> None:
    checked = checklist(ITEMS, form=Form.MEET, sequence=0, marks={}, line_test=None)
    assert [each.item.key for each in checked] == ["hall", "camera"]


def test_a_mark_of_an_item_no_longer_asked_for_is_not_shown() -> None:
    marks = {"microphone": _found(CheckResult.DONE)}
    checked = checklist(ITEMS[:1], form=Form.LINE, sequence=1, marks=marks, line_test=None)
    assert [(each.item.key, each.lack) for each in checked] == [("hall", Lack.UNMARKED)]
