"""Drawing in a Word document: paragraphs, cells, borders and fields, as python-docx has them."""

import io
from collections.abc import Sequence
from functools import cache
from typing import Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from api.papers.blocks import Align
from api.papers.profile import HD36_2018, Profile
from api.papers.texts import bold_width, printable

_ALIGN: Final = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_CELL_MARGIN: Final = Mm(1.9)
_KEPT_STYLES: Final = frozenset(
    {"Normal", "Header", "TableGrid", "TableNormal", "DefaultParagraphFont", "NoList", "HeaderChar"}
)


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """Make an element of WordprocessingML; attribute names go without their prefix."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def new_document(profile: Profile) -> Document:
    """Make an empty upright document of a profile."""
    return docx.Document(io.BytesIO(_template(profile)))


@cache
def _template(profile: Profile) -> bytes:
    """Prepare a profile's empty document once: reading the library's own each time is slow."""
    document = docx.Document()
    set_up(document, profile=profile)
    styles = document.styles.element
    for each in list(styles):
        named = each.get(qn("w:styleId"))
        if each.tag == qn("w:latentStyles") or (named and named not in _KEPT_STYLES):
            styles.remove(each)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def set_up(document: Document, *, profile: Profile = HD36_2018) -> None:
    """Set the page and the font of the whole document, and empty what a template says of it."""
    lay(document.sections[0], profile, landscape=False)
    for name in ("Normal", "Header"):
        style = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), profile.font)
    # Its own tab stops, for American paper, would come before those of the profile's page.
    properties = document.styles["Header"].element.get_or_add_pPr()
    for stops in properties.findall(qn("w:tabs")):
        properties.remove(stops)
    normal = document.styles["Normal"]
    look = normal.element.get_or_add_rPr()
    look.append(element("sz", val=str(round(2 * profile.size))))
    look.append(element("szCs", val=str(round(2 * profile.size))))
    look.append(element("lang", val="vi-VN", eastAsia="vi-VN"))
    spacing = element("spacing", before="0", after="0", line="240", lineRule="auto")
    normal.element.get_or_add_pPr().append(spacing)
    about = document.core_properties
    about.author = about.comments = ""
    for each in ("dcterms:created", "dcterms:modified"):
        for dated in about._element.findall(qn(each)):
            about._element.remove(dated)


def lay(section: Section, profile: Profile, *, landscape: bool) -> None:
    """Give a section the page and the margins of a profile, upright or on its side."""
    short, long = Mm(profile.short_mm), Mm(profile.long_mm)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.top_margin, section.bottom_margin = Mm(profile.top_mm), Mm(profile.bottom_mm)
    section.left_margin, section.right_margin = Mm(profile.left_mm), Mm(profile.right_mm)
    section.header_distance = section.footer_distance = Mm(profile.header_mm)


def add_section(
    document: Document, profile: Profile, *, landscape: bool, running: str | None
) -> None:
    """Begin a new page that lies as asked; its number goes on from the page before."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    lay(section, profile, landscape=landscape)
    section.different_first_page_header_footer = False
    section.header.is_linked_to_previous = False
    _head(section, section.header.paragraphs[0], numbered=True, running=running)


def number_pages(document: Document, *, running: str | None) -> None:
    """Put the page's number at the top centre from page 2 on, and `running` on every page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    _head(section, section.first_page_header.paragraphs[0], numbered=False, running=running)
    _head(section, section.header.paragraphs[0], numbered=True, running=running)


def _head(section: Section, line: Paragraph, *, numbered: bool, running: str | None) -> None:
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    stops = element("tabs")
    for kind, place in (("center", room // 2), ("right", room)):
        stops.append(element("tab", val=kind, pos=str(round(place / 635))))
    properties = line._p.get_or_add_pPr()
    properties.insert_element_before(stops, "w:spacing", "w:ind", "w:jc", "w:rPr")
    line.add_run("\t")
    if numbered:
        for part in ("begin", "PAGE", "end"):
            run = line.add_run()
            if part == "PAGE":
                run._r.append(element("instrText"))
                run._r[-1].text = part
            else:
                run._r.append(element("fldChar", fldCharType=part))
    if running:
        line.add_run("\t")
        line.add_run(printable(running)).bold = True


def write(
    paragraph: Paragraph,
    text: str,
    *,
    align: Align = "left",
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    strike: bool = False,
) -> Paragraph:
    """Write a text into an empty paragraph; a line break in it stays one."""
    paragraph.alignment = _ALIGN[align]
    run = paragraph.add_run(printable(text))
    run.bold, run.italic, run.underline = bold or None, italic or None, underline or None
    run.font.strike = strike or None
    if size is not None:
        run.font.size = Pt(size)
    return paragraph


def as_body(
    paragraph: Paragraph, profile: Profile, *, indent: bool, last: bool = True
) -> Paragraph:
    """Lay a paragraph out as body text: exact lines, a first-line indent, room after it."""
    look = paragraph.paragraph_format
    look.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    look.line_spacing = Pt(profile.line_pt)
    look.space_after = Pt(profile.between_pt if last else 0)
    look.first_line_indent = Mm(profile.first_line_mm if indent else 0)
    look.widow_control = True
    return paragraph


def rule_under(cell: _Cell, text: str, *, width_mm: float, size: float) -> None:
    """Draw a rule as long as a bold line of `text`, in the middle of a cell of this width."""
    room = Mm(width_mm) - 2 * _CELL_MARGIN
    aside = max(0, (room - Pt(bold_width(text, points=size))) // 2)
    paragraph = cell.add_paragraph()
    look = paragraph.paragraph_format
    look.left_indent = look.right_indent = aside
    look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(4)
    border = element("pBdr")
    border.append(element("top", val="single", sz="6", space="0", color="auto"))
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def grid(document: Document, rows: int, widths_mm: Sequence[float]) -> Table:
    """Add a table without rules, of fixed widths, that puts blocks side by side."""
    table: Table = document.add_table(rows=rows, cols=len(widths_mm))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
    return table


def keep_whole(row: _Row, *, height_mm: float | None = None) -> None:
    """Never break a row over two pages, and give it a least height."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("cantSplit"))
    if height_mm is not None:
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        row.height = Mm(height_mm)


def part(document: Document) -> None:
    """Put a small empty line after a table: two that touch would become one."""
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)


def keep_with_next(document: Document) -> None:
    """Keep what was written last on the page of what follows it."""
    last = document.paragraphs[-1]
    last.paragraph_format.keep_with_next = True
    above = last._p.getprevious()
    if above is not None and above.tag == qn("w:tbl"):
        for line in Table(above, document).rows[-1]._tr.iter(qn("w:p")):
            Paragraph(line, document).paragraph_format.keep_with_next = True
