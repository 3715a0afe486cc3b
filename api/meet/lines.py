"""Rows of a participants' file as connections: who, from when, until when (pure)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from api.imports.table import Row, Table
from api.kit.text import fold, nfc
from api.meet.columns import Columns, MeetColumnRole
from api.meet.moments import instant, seconds

_ADDRESS: Final = re.compile(r"[^\s@<>(]+@[^\s@<>)]+")
_LONGEST_NAME: Final = 200
_LONGEST: Final = timedelta(days=1)


class Skip(StrEnum):
    """Why a row is not taken."""

    NAME_MISSING = "name_missing"
    NAME_IS_ADDRESS = "name_is_address"
    TIME_UNREADABLE = "time_unreadable"
    END_MISSING = "end_missing"
    ENDS_BEFORE = "ends_before"


@dataclass(frozen=True, slots=True)
class Line:
    """One connection that a file tells of, with the number of its row."""

    row: int
    display_name: str
    joined_at: datetime
    left_at: datetime


@dataclass(frozen=True, slots=True)
class Lines:
    """A file that was understood."""

    found: tuple[Line, ...]
    skipped: tuple[tuple[int, Skip], ...]


def read(table: Table, columns: Columns, day: date | None) -> Lines:
    """Read the rows below the header; `day` is the session's, for times without a date.

    A connection that stands twice counts once, until its later end.
    """
    found: dict[tuple[str, datetime], Line] = {}
    skipped: list[tuple[int, Skip]] = []
    for row in table.rows:
        if row.number <= columns.header_row or _is_header(row, columns):
            continue
        line = _line(row, columns, day)
        if isinstance(line, Skip):
            skipped.append((row.number, line))
            continue
        key = (line.display_name, line.joined_at)
        held = found.get(key)
        if held is None or held.left_at < line.left_at:
            found[key] = line
    return Lines(tuple(found.values()), tuple(skipped))


def _is_header(row: Row, columns: Columns) -> bool:
    return all(
        fold(row.cell(at)) == fold(columns.headers.get(at, "")) for at in columns.roles.values()
    )


def _line(row: Row, columns: Columns, day: date | None) -> Line | Skip:
    written = columns.name(row)
    name = nfc(_ADDRESS.sub(" ", written)).strip(" <>()-,;")[:_LONGEST_NAME]
    if not fold(name):
        return Skip.NAME_IS_ADDRESS if written else Skip.NAME_MISSING
    joined = instant(columns.text(row, MeetColumnRole.JOINED), day)
    left = instant(columns.text(row, MeetColumnRole.LEFT), day)
    lasted = seconds(columns.text(row, MeetColumnRole.DURATION))
    span = timedelta(seconds=lasted) if lasted is not None else None
    if span is not None and span <= _LONGEST:
        joined = joined or (left - span if left is not None else None)
        left = left or (joined + span if joined is not None else None)
    if joined is None:
        return Skip.TIME_UNREADABLE
    if left is None:
        return Skip.END_MISSING
    if not timedelta() <= left - joined <= _LONGEST:
        return Skip.ENDS_BEFORE
    return Line(row.number, name, joined, left)
