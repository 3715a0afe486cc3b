"""Long tables (.xlsx) written row by row: memory stays flat, however many rows there are.

A text is always a text: one that begins with = + - or @ is never a formula, nor a link. A number is
a number, in the formats of Vietnamese offices.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from types import TracebackType
from typing import IO, Final, Literal

import xlsxwriter  # type: ignore[import-untyped]

from api.papers.texts import printable

Kind = Literal["text", "number", "rate"]
Cell = str | int | Fraction | None

_A4: Final = 9
_FONT: Final = {"font_name": "Times New Roman", "valign": "vcenter"}
_PIXELS_OF_MM: Final = 96 / 25.4
_FORMATS: Final[dict[Kind, str]] = {"text": "@", "number": "#,##0", "rate": "0.00%"}
_LONGEST_TEXT: Final = 32_767
_DEEPEST: Final = 6
"""Steps of indentation that a sheet shows; what lies deeper stands with the deepest."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, how wide it is, what it holds, and the group that it belongs to.

    Neighbours of one group share a caption above their labels.
    """

    label: str
    width_mm: float
    kind: Kind = "text"
    group: str = ""


class Ledger:
    """A workbook of tables, one sheet a table, each row written once and in order.

    Every sheet is A4 landscape, as wide as its page, and repeats its header in print.
    """

    def __init__(self, file: IO[bytes], *, at: datetime) -> None:
        """Begin a workbook in `file`; `at` is its date."""
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(file, options)
        self._book.set_properties({"created": at.replace(tzinfo=None)})
        title = {**_FONT, "bold": True, "font_size": 14}
        self._title = self._book.add_format(title)
        self._line = self._book.add_format({**_FONT, "font_size": 11, "italic": True})
        head = {**_FONT, "bold": True, "font_size": 11, "border": 1, "text_wrap": True}
        self._head = self._book.add_format({**head, "align": "center", "bg_color": "#F2F2F2"})
        self._styles = {
            (kind, bold, depth): self._style(kind, bold=bold, depth=depth)
            for kind in _FORMATS
            for bold in (False, True)
            for depth in range(_DEEPEST + 1 if kind == "text" else 1)
        }
        self._columns: Sequence[Column] = ()
        self._row = 0

    def __enter__(self) -> "Ledger":
        """Write inside a block; the file is whole after it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Finish the file."""
        self._book.close()

    def sheet(self, name: str, title: Sequence[str], columns: Sequence[Column]) -> None:
        """Begin a sheet: lines of title, the first one large, then the header of its table."""
        page = self._page = self._book.add_worksheet(name)
        self._columns = columns
        for place, column in enumerate(columns):
            page.set_column_pixels(place, place, round(column.width_mm * _PIXELS_OF_MM))
        for row, line in enumerate(title):
            page.set_row(row, 22 if row == 0 else 16)
            page.write_string(row, 0, printable(line), self._line if row else self._title)
        self._row = len(title)
        top = self._row
        if any(column.group for column in columns):
            self._captions()
        longest = max(len(each.label) / each.width_mm for each in columns)
        page.set_row(self._row, min(120.0, 16 * max(2.0, 2.6 * longest)))
        for place, column in enumerate(columns):
            page.write_string(self._row, place, printable(column.label), self._head)
        self._row += 1
        page.repeat_rows(top, self._row - 1)
        page.freeze_panes(self._row, 1)
        page.set_paper(_A4)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
        page.set_header('&C&"Times New Roman,Regular"&P/&N')

    def add(self, cells: Sequence[Cell], *, bold: bool = False, depth: int = 0) -> None:
        """Write a row; `depth` indents its first text."""
        for place, (cell, column) in enumerate(zip(cells, self._columns, strict=True)):
            kind = column.kind
            indent = min(depth, _DEEPEST) if kind == "text" and place == 0 else 0
            style = self._styles[kind, bold, indent]
            if isinstance(cell, str):
                self._page.write_string(self._row, place, printable(cell)[:_LONGEST_TEXT], style)
            elif cell is not None:
                self._page.write_number(self._row, place, float(cell), style)
            else:
                self._page.write_blank(self._row, place, None, style)
        self._row += 1

    def _captions(self) -> None:
        """Write the captions of groups: one over its neighbours, a blank where there is none."""
        first = 0
        while first < len(self._columns):
            group, last = self._columns[first].group, first
            while (
                group and last + 1 < len(self._columns) and self._columns[last + 1].group == group
            ):
                last += 1
            if last > first:
                self._page.merge_range(self._row, first, self._row, last, "", self._head)
            self._page.write_string(self._row, first, printable(group), self._head)
            first = last + 1
        self._row += 1

    def _style(self, kind: Kind, *, bold: bool, depth: int) -> xlsxwriter.format.Format:
        look = {
            **_FONT,
            "font_size": 11,
            "border": 1,
            "bold": bold,
            "num_format": _FORMATS[kind],
            "align": "left" if kind == "text" else "right",
            "text_wrap": kind == "text",
        }
        return self._book.add_format({**look, "indent": depth} if depth else look)
