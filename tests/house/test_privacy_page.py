"""docs/privacy.md says what the program does: the notice, every kind of data, and the clock."""

import re
from pathlib import Path

from api.phones.notice import TEXT, VERSION
from api.privacy.rules import RETENTIONS
from api.privacy.steps import STEPS
from api.tables.base import Base

PAGE = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")


def _rows(heading: str) -> list[list[str]]:
    """Read the table of a section, without its head."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_page_bears_the_notice_that_phones_show() -> None:
    assert f"Version {VERSION}:" in PAGE
    assert f"> {TEXT}\n" in PAGE


def test_the_record_of_processing_is_the_table_that_the_purge_goes_by() -> None:
    rows = _rows("The record of processing")
    assert [(row[0], row[3]) for row in rows] == [
        (f"`{each.kind}`", f"{each.days} days, {each.deed}") for each in RETENTIONS
    ]
    assert all(all(row) for row in rows)
    tables = {name for row in rows for name in re.findall(r"`(\w+)`", row[4])}
    assert tables <= set(Base.metadata.tables)
    purged = {
        step.table.__tablename__
        for steps in STEPS.values()
        for step in steps
        if hasattr(step, "table")
    }
    assert purged <= tables, "a table that is purged is not in the record"


def test_the_vietnamese_table_says_the_same() -> None:
    assert _rows("Bảng thời hạn lưu giữ") == [
        [each.name, f"{each.days} ngày từ {each.since}", each.what, each.why] for each in RETENTIONS
    ]


def test_the_steps_of_a_breach_end_in_72_hours() -> None:
    section = PAGE.split("## A breach: the first 72 hours")[1]
    assert re.findall(r"^(\d)\. ", section, re.MULTILINE) == ["1", "2", "3", "4", "5"]
    for path in ("POST /breaches", "reported_at", "report_due_at"):
        assert path in section
