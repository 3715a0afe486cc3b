"""Several photographs as one picture: rows of one width, in which nothing is cut off."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PIL import Image, ImageDraw

from api.papers.lettering import font, wrapped

WIDTH: Final = 1_600
_GAP: Final = 12
_HIGHEST_ROW: Final = 1_000
_PAPER: Final = "#ffffff"
_BRAND: Final = "#8f1418"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the pictures."""

    title: str
    subtitle: str


def collage(contents: Sequence[bytes], heading: Heading) -> Image.Image:
    """Lay out photographs of our own making, in their order, under a heading."""
    pictures = [_opened(each) for each in contents]
    head = _headed(heading)
    rows = [_row(each) for each in _divided(pictures)]
    height = head.height + sum(row.height + _GAP for row in rows) + _GAP
    paper = Image.new("RGB", (WIDTH, height), _PAPER)
    paper.paste(head, (0, 0))
    top = head.height + _GAP
    for row in rows:
        paper.paste(row, (0, top))
        top += row.height + _GAP
    return paper


def _opened(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=["JPEG"]) as found:
        found.draft("RGB", (WIDTH, WIDTH))
        return found.convert("RGB")


def _divided(pictures: Sequence[Image.Image]) -> list[Sequence[Image.Image]]:
    """Divide into rows whose numbers differ by one at most, about as many rows as columns."""
    count = len(pictures)
    columns = next(each for each in range(1, count + 1) if each * each >= count)
    rows = -(-count // columns)
    bounds = [count * row // rows for row in range(rows + 1)]
    return [pictures[begin:end] for begin, end in pairwise(bounds)]


def _row(pictures: Sequence[Image.Image]) -> Image.Image:
    """Put pictures side by side at one height, the widest that fits and is not too high."""
    room = WIDTH - _GAP * (len(pictures) + 1)
    shapes = [each.width / each.height for each in pictures]
    height = max(1, min(_HIGHEST_ROW, round(room / sum(shapes))))
    scaled = [
        each.resize((max(1, int(height * shape)), height), Image.Resampling.LANCZOS)
        for each, shape in zip(pictures, shapes, strict=True)
    ]
    row = Image.new("RGB", (WIDTH, height), _PAPER)
    taken = sum(each.width for each in scaled) + _GAP * (len(scaled) - 1)
    left = (WIDTH - taken) // 2
    for each in scaled:
        row.paste(each, (left, 0))
        left += each.width + _GAP
    return row


def _headed(heading: Heading) -> Image.Image:
    margin, large, small = 40, 52, 38
    width = WIDTH - 2 * margin
    title = wrapped(heading.title, font("Bold", large), width, most_lines=2)
    subtitle = wrapped(heading.subtitle, font("Regular", small), width, most_lines=2)
    height = margin + len(title) * large * 5 // 4 + len(subtitle) * small * 5 // 4 + margin // 2
    head = Image.new("RGB", (WIDTH, height), _BRAND)
    draw = ImageDraw.Draw(head)
    top = margin // 2
    for line in title:
        draw.text((margin, top), line, font=font("Bold", large), fill=_PAPER)
        top += large * 5 // 4
    for line in subtitle:
        draw.text((margin, top), line, font=font("Regular", small), fill=_PAPER)
        top += small * 5 // 4
    return head
