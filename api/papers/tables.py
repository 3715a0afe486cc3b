"""Ruled tables as WordprocessingML, written at once: a table of a thousand cells takes no time."""

from collections.abc import Sequence
from itertools import count
from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from api.papers.blocks import Align, Table
from api.papers.texts import printable

_TWIPS_TO_MM: Final = 1440 / 25.4
_JUSTIFIED: Final = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_LOOK: Final = (
    '<w:tblStyle w:val="TableGrid"/><w:tblW w:type="dxa" w:w="{width}"/><w:jc w:val="center"/>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{aside}" w:type="dxa"/>'
    '<w:right w:w="{aside}" w:type="dxa"/></w:tblCellMar>'
)
_ASIDE: Final = 70


def add(document: Document, table: Table, *, size: float) -> None:
    """Put a table at the end of a document."""
    widths = [round(each * _TWIPS_TO_MM) for each in table.widths_mm]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = _LOOK.format(width=sum(widths), aside=_ASIDE)
    rows = [*_header(table, widths, size), *_body(table, widths, size)]
    xml = (
        f"<w:tbl {nsdecls('w')}><w:tblPr>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )
    document.element.body._insert_tbl(parse_xml(xml))


def _header(table: Table, widths: Sequence[int], size: float) -> list[str]:
    rows = []
    for top, texts in enumerate(table.header):
        cells, column = [], 0
        while column < len(texts):
            wide = _wide(table, top, column)
            text, merged = texts[column], ""
            if top and not text:
                merged = "<w:vMerge/>"
            elif top == 0 and wide == 1 and _is_continued(table, column):
                merged = '<w:vMerge w:val="restart"/>'
            width = sum(widths[column : column + wide])
            cells.append(
                _cell(text, width, wide=wide, merged=merged, align="center", size=size, bold=True)
            )
            column += wide
        rows.append(_row(cells, "<w:cantSplit/><w:tblHeader/>"))
    return rows


def _wide(table: Table, top: int, column: int) -> int:
    """Count the columns that a header cell runs through: only the first row widens."""
    if top:
        return 1
    texts = table.header[0]
    end = next((at for at in count(column + 1) if at >= len(texts) or texts[at]), len(texts))
    return end - column


def _is_continued(table: Table, column: int) -> bool:
    return len(table.header) > 1 and not table.header[1][column]


def _body(table: Table, widths: Sequence[int], size: float) -> list[str]:
    kept = "<w:cantSplit/>"
    if table.row_height_mm is not None:
        height = round(table.row_height_mm * _TWIPS_TO_MM)
        kept += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    rows = []
    for place, texts in enumerate(table.rows):
        bold, struck = place in table.bold, place in table.strike
        if len(texts) == 1 < len(widths):
            wide = len(widths)
            cells = [
                _cell(
                    texts[0], sum(widths), wide=wide, align="left", size=size, bold=True, kept=True
                )
            ]
        else:
            cells = [
                _cell(text, width, align=align, size=size, bold=bold, struck=struck)
                for text, width, align in zip(texts, widths, table.align, strict=True)
            ]
        rows.append(_row(cells, kept))
    return rows


def _row(cells: Sequence[str], properties: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    text: str,
    width: int,
    *,
    align: Align,
    size: float,
    wide: int = 1,
    merged: str = "",
    bold: bool = False,
    struck: bool = False,
    kept: bool = False,
) -> str:
    look = ("<w:b/>" if bold else "") + ("<w:strike/>" if struck else "")
    points = round(2 * size)
    span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
    next_too = "<w:keepNext/>" if kept else ""
    lines = [
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in printable(text).split("\n")
    ]
    sized = f'<w:sz w:val="{points}"/><w:szCs w:val="{points}"/>'
    run = f"<w:r><w:rPr>{look}{sized}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"
    # The mark of the paragraph has the size too: it alone makes an empty cell as high as others.
    placed = f'{next_too}<w:jc w:val="{_JUSTIFIED[align]}"/><w:rPr>{sized}</w:rPr>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}'
        f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>{placed}</w:pPr>{run}</w:p></w:tc>'
    )
