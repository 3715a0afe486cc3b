"""A file as the list it holds: the work of one processor, done in a thread, one file at a time."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import anyio
from anyio import to_thread

from api.imports import delimited, headers, layout, workbook
from api.imports.container import FileKind, kind_of, require_safe_workbook
from api.imports.faults import FILE_EMPTY, NAME_COLUMN_MISSING
from api.imports.layout import Listing
from api.imports.table import Table
from api.kit.errors import Problem

_READERS: Final = anyio.CapacityLimiter(1)
"""One at a time: a check-in must not wait for many lists, and `warnings` are the process's."""


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file that was read; `digest` names its content."""

    digest: str
    kind: FileKind
    table: Table
    listing: Listing


async def read(content: bytes, *, sheet: str | None, by_card: bool = False) -> ListFile:
    """Read a file off the event loop.

    Raises: Problem, one of `faults.FILE_FAULTS`.
    """
    return await to_thread.run_sync(
        lambda: read_list(content, sheet=sheet, by_card=by_card), limiter=_READERS
    )


def read_list(content: bytes, *, sheet: str | None, by_card: bool = False) -> ListFile:
    """Read the first sheet that is a list, or the one that is wanted."""
    kind = kind_of(content)
    seen: str | None = None
    for table in _tables(content, kind, sheet):
        listing = layout.read(table, by_card=by_card)
        if listing is not None and (listing.listed or sheet is not None):
            if not listing.listed:
                raise Problem(FILE_EMPTY)
            return ListFile(hashlib.sha256(content).hexdigest(), kind, table, listing)
        if table.rows and listing is None and seen is None:
            seen = headers.seen(table.rows)
    raise Problem(FILE_EMPTY) if seen is None else Problem(NAME_COLUMN_MISSING, headers=seen)


def _tables(content: bytes, kind: FileKind, sheet: str | None) -> Iterator[Table]:
    if kind is FileKind.CSV:
        yield delimited.table(content)
    else:
        has_formulas = require_safe_workbook(content)
        yield from workbook.sheets(content, has_formulas=has_formulas, wanted=sheet)
