"""Documents (.docx) as Party offices lay them out, by the profile of a guidance.

A document is a list of blocks; `render` lays them out one under the other.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch
from itertools import pairwise
from typing import Final

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from api.papers import drawing, tables
from api.papers.blocks import (
    Block,
    Body,
    Heading,
    Letterhead,
    Lines,
    PageBreak,
    Paragraph,
    Recipients,
    Section,
    Signature,
    Table,
    Title,
)
from api.papers.drawing import as_body, grid, keep_whole, write
from api.papers.profile import HD36_2018, Profile
from api.papers.texts import bound

_RIGHT_MM: Final = 90.0


@dataclass(slots=True)
class _Page:
    """The document that is being written, and the page that it has come to."""

    document: Document
    profile: Profile
    running: str | None
    landscape: bool = False

    @property
    def width_mm(self) -> float:
        return self.profile.width_mm(landscape=self.landscape)


@dataclass(frozen=True, slots=True)
class _Closing:
    first: Signature | Recipients | None
    last: Signature | Recipients

    def awaits(self, block: Signature | Recipients) -> bool:
        return self.first is None and not isinstance(block, type(self.last))


_Drawn = Body | Letterhead | _Closing


def render(
    blocks: Sequence[Block],
    *,
    landscape: bool = False,
    running: str | None = None,
    profile: Profile = HD36_2018,
) -> bytes:
    """Write a document; `running` is a short text at the top right of every page."""
    document = drawing.new_document(profile)
    page = _Page(document, profile, running, landscape)
    drawing.lay(document.sections[0], profile, landscape=landscape)
    drawing.number_pages(document, running=running)
    for block, following in pairwise([*_closed(blocks), None]):
        if block is not None:
            _draw(block, page)
        if isinstance(following, _Closing):
            drawing.keep_with_next(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _closed(blocks: Sequence[Block]) -> list[_Drawn]:
    """Bring recipients and signature together where one follows the other."""
    found: list[_Drawn] = []
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
def _draw(block: object, _page: _Page) -> None:
    raise TypeError(block)


@_draw.register
def _(block: Title, page: _Page) -> None:
    size = page.profile.title_size
    line = write(
        page.document.add_paragraph(), bound(block.text), align="center", bold=True, size=size
    )
    line.paragraph_format.space_before = Pt(12)
    if block.summary:
        write(page.document.add_paragraph(), bound(block.summary), align="center", bold=True)
    rule = write(page.document.add_paragraph(), page.profile.rule, align="center")
    rule.paragraph_format.space_after = Pt(page.profile.between_pt)


@_draw.register
def _(block: Heading, page: _Page) -> None:
    line = write(page.document.add_paragraph(), bound(block.text), align="justify", bold=True)
    as_body(line, page.profile, indent=True).paragraph_format.keep_with_next = True


@_draw.register
def _(block: Paragraph, page: _Page) -> None:
    line = write(
        page.document.add_paragraph(),
        bound(block.text),
        align=block.align,
        bold=block.bold,
        italic=block.italic,
    )
    look = as_body(line, page.profile, indent=block.indent).paragraph_format
    look.keep_with_next = block.keep or None


@_draw.register
def _(block: Lines, page: _Page) -> None:
    for place, item in enumerate(block.items, 1):
        line = write(page.document.add_paragraph(), bound(item), align="justify")
        as_body(line, page.profile, indent=True, last=place == len(block.items))


@_draw.register
def _(block: Table, page: _Page) -> None:
    tables.add(page.document, block, size=block.size or page.profile.table_size)
    drawing.part(page.document)


@_draw.register
def _(_block: PageBreak, page: _Page) -> None:
    page.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


@_draw.register
def _(block: Section, page: _Page) -> None:
    page.landscape = block.landscape
    drawing.add_section(
        page.document, page.profile, landscape=block.landscape, running=page.running
    )


@_draw.register
def _(block: Letterhead, page: _Page) -> None:
    profile = page.profile
    widths = (page.width_mm - _RIGHT_MM, _RIGHT_MM)
    left_cell, right_cell = grid(page.document, 1, widths).rows[0].cells
    at_left = [(block.issuing, True), (profile.star, False), (block.number, False)]
    if block.superior:
        at_left.insert(0, (block.superior, False))
    for place, (text, bold) in enumerate(at_left):
        line = left_cell.add_paragraph() if place else left_cell.paragraphs[0]
        write(line, bound(text), align="center", bold=bold)
    motto, size = block.motto or profile.motto, profile.motto_size
    write(right_cell.paragraphs[0], motto, align="center", bold=True, size=size)
    drawing.rule_under(right_cell, motto, width_mm=_RIGHT_MM, size=size)
    write(right_cell.add_paragraph(), block.place, align="center", italic=True)
    drawing.part(page.document)


@_draw.register
def _(block: _Closing, page: _Page) -> None:
    profile = page.profile
    table = grid(page.document, 1, (page.width_mm / 2, page.width_mm / 2))
    keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    for each in (block.first, block.last):
        if isinstance(each, Recipients):
            write(left.paragraphs[0], profile.recipients, underline=True)
            for item in each.items:
                dashed = item if item.startswith("-") else f"- {item}"
                write(left.add_paragraph(), bound(dashed), size=profile.notes_size)
        elif each is not None:
            room = profile.room_to_sign
            for place, text in enumerate((*each.lines, *[""] * room, each.name)):
                line = right.add_paragraph() if place else right.paragraphs[0]
                is_name = place == len(each.lines) + room
                write(line, text, align="center", bold=place == 0 or is_name)
    drawing.part(page.document)
