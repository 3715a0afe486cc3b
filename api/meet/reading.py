"""A participants' file as rows of texts: the work of one processor, done in a thread."""

import hashlib
from dataclasses import dataclass

import anyio
from anyio import to_thread

from api.imports import delimited, headers, workbook
from api.imports.container import FileKind, kind_of, require_safe_workbook
from api.imports.faults import FILE_EMPTY
from api.imports.table import Table
from api.kit.errors import Problem
from api.meet.columns import Columns, find
from api.meet.faults import MEET_COLUMNS_MISSING

_READERS = anyio.CapacityLimiter(1)


@dataclass(frozen=True, slots=True)
class MeetFile:
    """A file that was read; `digest` names its content."""

    digest: str
    kind: FileKind
    table: Table
    columns: Columns


async def read(content: bytes, *, sheet: str | None) -> MeetFile:
    """Read a file off the event loop.

    Raises: Problem, one of `faults.PARTICIPANTS_FILE_FAULTS`.
    """
    return await to_thread.run_sync(lambda: read_file(content, sheet=sheet), limiter=_READERS)


def read_file(content: bytes, *, sheet: str | None) -> MeetFile:
    """Read the first sheet that lists participants, or the one that is wanted."""
    kind = kind_of(content)
    if kind is FileKind.CSV:
        tables = iter([delimited.table(content)])
    else:
        has_formulas = require_safe_workbook(content)
        tables = workbook.sheets(content, has_formulas=has_formulas, wanted=sheet)
    seen: str | None = None
    for table in tables:
        columns = find(table.rows)
        if columns is not None:
            return MeetFile(hashlib.sha256(content).hexdigest(), kind, table, columns)
        if table.rows and seen is None:
            seen = headers.seen(table.rows)
    raise Problem(FILE_EMPTY) if seen is None else Problem(MEET_COLUMNS_MISSING, headers=seen)
