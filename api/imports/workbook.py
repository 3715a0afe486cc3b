"""Sheets of an .xlsx as rows of texts; formulas are never computed, macros never run."""

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

import openpyxl

from api.imports.faults import FILE_DAMAGED, SHEET_UNKNOWN, TOO_MANY_ROWS
from api.imports.legacy import Encoding, Seen, Verdict, encoding_of, to_unicode
from api.imports.table import MAX_COLUMNS, MAX_ROWS, Row, Table
from api.kit.errors import Problem

MAX_SHEETS: Final = 40
_ERROR: Final = "e"
_FORMULA: Final = "f"
_Seen = tuple[int, list[Seen]]


def sheets(content: bytes, *, has_formulas: bool, wanted: str | None) -> Iterator[Table]:
    """Read the visible sheets of a workbook one after the other, or the one that is wanted.

    Raises: Problem `file_damaged`, `sheet_unknown`, `too_many_rows`.
    """
    try:
        # openpyxl warns of what it does not keep; nothing is written back, so nothing is lost.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield from _sheets(content, has_formulas=has_formulas, wanted=wanted)
    except Problem:
        raise
    except Exception as damage:
        # What a broken workbook makes openpyxl raise is not one kind of exception.
        raise Problem(FILE_DAMAGED) from damage


def _sheets(content: bytes, *, has_formulas: bool, wanted: str | None) -> Iterator[Table]:
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
    titles = [each.title for each in book.worksheets if each.sheet_state == "visible"]
    if wanted is not None and wanted not in titles:
        raise Problem(SHEET_UNKNOWN, sheets="; ".join(titles))
    for title in [wanted] if wanted is not None else titles[:MAX_SHEETS]:
        formulas = _formulas(content, title) if has_formulas else {}
        rows = list(_rows(book[title]))
        texts, encodings = _read_texts(rows)
        yield Table(
            rows=tuple(
                Row(number, cells, formulas.get(number, frozenset()))
                for (number, _), cells in zip(rows, texts, strict=True)
            ),
            encodings=encodings,
            title=title,
            other_titles=tuple(each for each in titles if each != title),
        )


def _rows(sheet: Any) -> Iterator[_Seen]:
    # The size that a sheet states of itself may be wrong either way.
    sheet.reset_dimensions()
    kept = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        filled = len(cells)
        while filled and cells[filled - 1].value is None:
            filled -= 1
        texts = [_seen(cell) for cell in cells[:filled]]
        if any(each.text for each in texts):
            kept += 1
            if kept > MAX_ROWS:
                raise Problem(TOO_MANY_ROWS, limit=MAX_ROWS)
            yield number, texts


def _seen(cell: Any) -> Seen:
    text = _text(cell)
    font = cell.font if text and not text.isascii() else None
    return Seen(text, font.name if font is not None else None)


def _text(cell: Any) -> str:
    value = cell.value
    if value is None or isinstance(value, bool) or cell.data_type == _ERROR:
        return ""
    if isinstance(value, datetime) and value.time() != time.min:
        return f"{value:%d/%m/%Y %H:%M:%S}"
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int):
        return _padded(str(value), cell.number_format)
    return str(value).strip()


def _padded(digits: str, number_format: str) -> str:
    """Show a number with the leading zeros that its format 00000000 gives it on the screen."""
    is_padding = bool(number_format) and set(number_format) == {"0"}
    return digits.zfill(min(len(number_format), 20)) if is_padding else digits


def _formulas(content: bytes, title: str) -> dict[int, frozenset[int]]:
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False)
    sheet: Any = book[title]
    sheet.reset_dimensions()
    found = {}
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        columns = [at for at, cell in enumerate(cells) if cell.data_type == _FORMULA]
        if columns:
            found[number] = frozenset(columns)
    return found


def _read_texts(rows: list[_Seen]) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    verdict = encoding_of(each for _, cells in rows for each in cells)
    counted: Counter[Encoding] = Counter()
    texts = [tuple(_decoded(cells, verdict, counted)) for _, cells in rows]
    legacy = [each.value for each, _ in counted.most_common() if each is not Encoding.UNICODE]
    return texts, tuple(legacy) or (Encoding.UNICODE.value,)


def _decoded(cells: Iterable[Seen], verdict: Verdict, counted: Counter[Encoding]) -> Iterator[str]:
    for each in cells:
        text, encoding = to_unicode(each, verdict)
        counted[encoding] += 1
        yield text
