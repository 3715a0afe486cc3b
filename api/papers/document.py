"""Documents (.docx) as Party offices lay them out (Guidance 36-HD/VPTW of 2018).

A4, margins 20/20/30/15 mm, Times New Roman 14, justified, first line 10 mm, exact 19 pt, 6 pt
between paragraphs. A document is a list of blocks; `render` lays them out one under the other.
"""

import io
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import singledispatch

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from api.papers import drawing
from api.papers.drawing import Align, as_body, grid, keep_whole, write

PORTRAIT_MM = 165.0
LANDSCAPE_MM = 252.0
_NOTES = 12
_ROOM_TO_SIGN = 4


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues the document, at left, and the motto, place and date, at right.

    A blank in `number` ("Số       -KH/ĐU") and in `place` is left for the clerk.
    """

    superior: str | None
    issuing: str
    number: str
    place: str
    motto: str = "ĐẢNG CỘNG SẢN VIỆT NAM"


@dataclass(frozen=True, slots=True)
class Title:
    """The kind of document and, under it, what it is about."""

    text: str
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the body; it stays with what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    text: str
    bold: bool = False
    italic: bool = False
    align: Align = "justify"
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of the body that belong together, as they stand, without room between them."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; its header rows (one or two) are repeated on every page.

    An empty text in the first header row widens the cell at its left; one in the second row makes
    the cell above it two rows high. `strike` holds the rows that are struck through.
    """

    header: Sequence[Sequence[str]]
    rows: Sequence[Sequence[str]]
    widths_mm: Sequence[float]
    align: Sequence[Align]
    strike: Set[int] = frozenset()
    size: float = _NOTES
    row_height_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """In whose name and office it is signed, room to sign, and the name."""

    lines: Sequence[str]
    name: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """The list under "Nơi nhận:"; beside the signature where one stands next to it."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Body = Title | Heading | Paragraph | Lines | Table | PageBreak
Block = Letterhead | Body | Signature | Recipients


def render(
    blocks: Sequence[Block], *, landscape: bool = False, running: str | None = None
) -> bytes:
    """Write a document; `running` is a short text at the top right of every page."""
    document = docx.Document()
    drawing.set_up(document, landscape=landscape)
    drawing.number_pages(document, running=running)
    width = LANDSCAPE_MM if landscape else PORTRAIT_MM
    for block in _closed(blocks):
        _draw(block, document, width)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Closing:
    first: Signature | Recipients | None
    last: Signature | Recipients

    def awaits(self, block: Signature | Recipients) -> bool:
        return self.first is None and not isinstance(block, type(self.last))


def _closed(blocks: Sequence[Block]) -> list[Body | Letterhead | _Closing]:
    """Bring recipients and signature together where one follows the other."""
    found: list[Body | Letterhead | _Closing] = []
    for block in blocks:
        before = found[-1] if found else None
        if not isinstance(block, Signature | Recipients):
            found.append(block)
        elif isinstance(before, _Closing) and before.awaits(block):
            found[-1] = _Closing(before.last, block)
        else:
            found.append(_Closing(None, block))
    return found


@singledispatch
def _draw(block: object, _document: Document, _width: float) -> None:
    raise TypeError(block)


@_draw.register
def _(block: Title, document: Document, _width: float) -> None:
    line = write(document.add_paragraph(), block.text, align="center", bold=True)
    line.paragraph_format.space_before = Pt(12)
    if block.summary:
        write(document.add_paragraph(), block.summary, align="center", bold=True)
    write(document.add_paragraph(), "-----", align="center").paragraph_format.space_after = Pt(6)


@_draw.register
def _(block: Heading, document: Document, _width: float) -> None:
    line = write(document.add_paragraph(), block.text, align="justify", bold=True)
    as_body(line, indent=True).paragraph_format.keep_with_next = True


@_draw.register
def _(block: Paragraph, document: Document, _width: float) -> None:
    line = write(
        document.add_paragraph(),
        block.text,
        align=block.align,
        bold=block.bold,
        italic=block.italic,
    )
    as_body(line, indent=block.indent)


@_draw.register
def _(block: Lines, document: Document, _width: float) -> None:
    for place, item in enumerate(block.items, 1):
        line = write(document.add_paragraph(), item, align="justify")
        as_body(line, indent=True, last=place == len(block.items))


@_draw.register
def _(block: Table, document: Document, _width: float) -> None:
    header = len(block.header)
    table = grid(document, header + len(block.rows), block.widths_mm)
    rows = list(table.rows)
    for top, texts in enumerate(block.header):
        keep_whole(rows[top], repeated=True)
        for column, text in enumerate(texts):
            cell = table.cell(top, column)
            if text:
                write(cell.paragraphs[0], text, align="center", size=block.size, bold=True)
            elif column and top == 0:
                table.cell(0, column - 1).merge(cell)
            elif top:
                table.cell(top - 1, column).merge(cell)
    for place, (row, texts) in enumerate(zip(rows[header:], block.rows, strict=True)):
        keep_whole(row, height_mm=block.row_height_mm)
        for cell, text, align in zip(row.cells, texts, block.align, strict=True):
            struck = place in block.strike
            write(cell.paragraphs[0], text, align=align, size=block.size, strike=struck)
    drawing.part(document)


@_draw.register
def _(_block: PageBreak, document: Document, _width: float) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


@_draw.register
def _(block: Letterhead, document: Document, width: float) -> None:
    right = 90.0
    left_cell, right_cell = grid(document, 1, (width - right, right), ruled=False).rows[0].cells
    at_left = [(block.issuing, True), ("*", False), (block.number, False)]
    if block.superior:
        at_left.insert(0, (block.superior, False))
    for place, (text, bold) in enumerate(at_left):
        line = left_cell.add_paragraph() if place else left_cell.paragraphs[0]
        write(line, text, align="center", bold=bold)
    write(right_cell.paragraphs[0], block.motto, align="center", bold=True)
    drawing.rule_under(right_cell, block.motto, width_mm=right)
    write(right_cell.add_paragraph(), block.place, align="center", italic=True)
    drawing.part(document)


@_draw.register
def _(block: _Closing, document: Document, width: float) -> None:
    table = grid(document, 1, (width / 2, width / 2), ruled=False)
    keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    for each in (block.first, block.last):
        if isinstance(each, Recipients):
            write(left.paragraphs[0], "Nơi nhận:", underline=True)
            for item in each.items:
                dashed = item if item.startswith("-") else f"- {item}"
                write(left.add_paragraph(), dashed, size=_NOTES)
        elif each is not None:
            for place, text in enumerate((*each.lines, *[""] * _ROOM_TO_SIGN, each.name)):
                line = right.add_paragraph() if place else right.paragraphs[0]
                is_name = place == len(each.lines) + _ROOM_TO_SIGN
                write(line, text, align="center", bold=place == 0 or is_name)
    drawing.part(document)
