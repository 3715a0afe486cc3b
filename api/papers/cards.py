"""Cards to be cut out (.docx): ten on a page of A4, each a QR and the lines beside it."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import _Cell

from api.papers import drawing
from api.papers.drawing import element, grid, keep_whole, write
from api.papers.texts import bound

_MARGIN_MM: Final = 15
_QR_MM: Final = 32.0
_WIDTHS_MM: Final = (37.0, 53.0)
_HEIGHT_MM: Final = 52.0
_ACROSS: Final = 2


@dataclass(frozen=True, slots=True)
class Card:
    """One card: for whom it is, the large code, the lines below it, and a QR as a PNG."""

    name: str
    unit: str
    code: str
    notes: Sequence[str]
    picture: bytes


def render(cards: Sequence[Card], *, empty: str) -> bytes:
    """Write a document of cards with lines to cut along; `empty` says that there is none."""
    document = docx.Document()
    drawing.set_up(document)
    section = document.sections[0]
    for side in ("top_margin", "bottom_margin", "left_margin", "right_margin"):
        setattr(section, side, Mm(_MARGIN_MM))
    if cards:
        _draw(document, cards)
    else:
        write(document.add_paragraph(), empty, italic=True)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _draw(document: Document, cards: Sequence[Card]) -> None:
    lines = -(-len(cards) // _ACROSS)
    table = grid(document, lines, _WIDTHS_MM * _ACROSS)
    for place, row in enumerate(table.rows):
        keep_whole(row, height_mm=_HEIGHT_MM)
        cells = row.cells
        for across, card in enumerate(cards[place * _ACROSS : (place + 1) * _ACROSS]):
            left, right = cells[2 * across], cells[2 * across + 1]
            _cut_along(left, "left")
            _cut_along(right, "right")
            left.paragraphs[0].add_run().add_picture(io.BytesIO(card.picture), width=Mm(_QR_MM))
            _tell(right, card)
    drawing.part(document)


def _tell(cell: _Cell, card: Card) -> None:
    write(cell.paragraphs[0], card.name, size=13, bold=True)
    write(cell.add_paragraph(), bound(card.unit), size=11)
    code = write(cell.add_paragraph(), card.code, size=18, bold=True)
    code.paragraph_format.space_before = code.paragraph_format.space_after = Pt(4)
    for note in card.notes:
        write(cell.add_paragraph(), bound(note), size=10)


def _cut_along(cell: _Cell, side: str) -> None:
    """Draw a card's dashed edge above, below and at one side."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    borders = element("tcBorders")
    # In the order that the schema wants.
    for each in ("top", "left", "bottom", "right"):
        if each in {"top", "bottom", side}:
            borders.append(element(each, val="dashed", sz="4", space="0", color="808080"))
    properties = cell._tc.get_or_add_tcPr()
    properties.insert_element_before(
        borders, "w:shd", "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign"
    )
