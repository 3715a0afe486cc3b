"""Who is let do what, by permissions.txt."""

from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("permissions.txt")
_FIRST: Final = ("admin", "own", "operator", "ticket", "screen", "device", "nobody")
"""Whom to ask first: most of what may be done, the admin may do."""


@cache
def _rows() -> dict[str, dict[str, int]]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    header, *rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return {name: dict(zip(header[1:], map(int, cells), strict=True)) for name, *cells in rows}


def caller_of(operation: str) -> str | None:
    """Name a column that succeeds with an operation; None where none does.

    What has no row yet is left to the admin, so that it can be recorded before it has one.
    """
    row = _rows().get(operation, {"admin": 200})
    callers = sorted(row, key=lambda each: _FIRST.index(each) if each in _FIRST else len(_FIRST))
    return next((each for each in callers if row[each] < 300), None)
