"""What SECURITY.md claims is shown by tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def _rows() -> list[list[str]]:
    table = PAGE.split("\n## What an attack meets\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows[1:]]


def test_every_attack_names_a_test_that_is_there() -> None:
    there = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(
            r"^(?:async )?def (test_\w+)\(", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
    }
    rows = _rows()
    assert len(rows) > 20
    for attack, stops, left, shown in rows:
        assert attack
        assert stops
        assert left
        named = re.findall(r"`(test_\w+)`", shown)
        assert named, attack
        assert set(named) <= there, set(named) - there


def test_what_a_web_page_cannot_stop_is_said() -> None:
    said = PAGE.split("\n## What a web page cannot stop\n")[1]
    for each in ("live relay", "several phones", "lends his phone", "operator", "countersigner"):
        assert each in said
