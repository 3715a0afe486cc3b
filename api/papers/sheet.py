"""Sheets (.xlsx) made to be printed: titles, a header on every page, rows high enough to sign.

A text is always a text: one that begins with = + - or @ is never a formula, nor a link.
"""

import io
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

import xlsxwriter  # type: ignore[import-untyped]

from api.papers.texts import printable

Align = Literal["left", "center", "right"]
Cell = str | int | float | None

_A4: Final = 9
_FONT: Final = {"font_name": "Times New Roman", "valign": "vcenter"}
_INCH_MM: Final = 25.4
_POINTS_OF_MM: Final = 72 / _INCH_MM
_PIXELS_OF_MM: Final = 96 / _INCH_MM
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_NAME: Final = 31


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook.

    `title` stands above the table, its first line large; `header` (one or two rows) is read as in
    `document.Table`. `strike` holds the rows that are struck through. `running` stands large at the
    top right of every printed page.
    """

    name: str
    title: Sequence[str]
    header: Sequence[Sequence[str]]
    rows: Sequence[Sequence[Cell]]
    widths_mm: Sequence[float]
    align: Sequence[Align]
    strike: Set[int] = frozenset()
    row_height_mm: float | None = None
    running: str | None = None
    landscape: bool = False


def render(sheets: Sequence[Sheet], *, at: datetime) -> bytes:
    """Write a workbook; `at` is its date."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"created": at})
    names: set[str] = set()
    for sheet in sheets:
        name = _name(sheet.name, names)
        names.add(name.casefold())
        _write(book, book.add_worksheet(name), sheet)
    book.close()
    return file.getvalue()


def _name(wanted: str, taken: Set[str]) -> str:
    """Make a name that a workbook takes: short, without some characters, and its own."""
    plain = " ".join(printable(wanted).translate(_FORBIDDEN).split())[:_LONGEST_NAME].strip()
    name, turn = plain or "1", 1
    while name.casefold() in taken or name.casefold() == "history":
        turn += 1
        ending = f" ({turn})"
        name = plain[: _LONGEST_NAME - len(ending)].rstrip() + ending
    return name


def _write(book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet) -> None:
    last = len(sheet.widths_mm) - 1
    for column, width in enumerate(sheet.widths_mm):
        page.set_column_pixels(column, column, round(width * _PIXELS_OF_MM))
    for row, line in enumerate(sheet.title):
        look = {"bold": row == 0, "font_size": 14 if row == 0 else 12, "text_wrap": True}
        style = book.add_format({**_FONT, **look, "align": "center"})
        _span(page, (row, 0, row, last), line, style)
        lines = max(1, -(-len(line) // 70))
        page.set_row(row, 20 * lines)
    top = len(sheet.title) + (1 if sheet.title else 0)
    _write_header(book, page, sheet, top)
    _write_rows(book, page, sheet, top + len(sheet.header))
    page.repeat_rows(top, top + len(sheet.header) - 1)
    page.freeze_panes(top + len(sheet.header), 0)
    page.set_paper(_A4)
    if sheet.landscape:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(left=30 / _INCH_MM, right=15 / _INCH_MM, top=0.9, bottom=20 / _INCH_MM)
    running = f'&R&"Times New Roman,Bold"&16 {_literal(sheet.running)}' if sheet.running else ""
    page.set_header(f'&C&"Times New Roman,Regular"&P/&N{running}')


def _write_header(
    book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, top: int
) -> None:
    look = {"bold": True, "border": 1, "align": "center", "text_wrap": True, "font_size": 12}
    style = book.add_format({**_FONT, **look})
    for place, texts in enumerate(sheet.header):
        for column, text in enumerate(texts):
            if not text:
                continue
            right = column
            while place == 0 and right + 1 < len(texts) and not texts[right + 1]:
                right += 1
            below = sheet.header[place + 1 :]
            down = place + (1 if below and not any(below[0][column : right + 1]) else 0)
            _span(page, (top + place, column, top + down, right), text, style)


def _write_rows(
    book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, top: int
) -> None:
    base = {**_FONT, "border": 1, "font_size": 12, "text_wrap": True}
    styles = {
        (align, struck): book.add_format({**base, "align": align, "font_strikeout": struck})
        for align in set(sheet.align)
        for struck in (False, True)
    }
    for place, cells in enumerate(sheet.rows):
        row = top + place
        if sheet.row_height_mm is not None:
            page.set_row(row, sheet.row_height_mm * _POINTS_OF_MM)
        for column, (cell, align) in enumerate(zip(cells, sheet.align, strict=True)):
            style = styles[align, place in sheet.strike]
            if isinstance(cell, int | float):
                page.write_number(row, column, cell, style)
            elif cell:
                page.write_string(row, column, printable(cell), style)
            else:
                page.write_blank(row, column, None, style)


def _span(
    page: xlsxwriter.worksheet.Worksheet,
    area: tuple[int, int, int, int],
    text: str,
    style: xlsxwriter.format.Format,
) -> None:
    first_row, first, last_row, last = area
    if (first_row, first) == (last_row, last):
        page.write_string(first_row, first, printable(text), style)
    else:
        page.merge_range(first_row, first, last_row, last, "", style)
        page.write_string(first_row, first, printable(text), style)


def _literal(text: str) -> str:
    return printable(text).replace("&", "&&")
