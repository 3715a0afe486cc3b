"""The picture for the Zalo group: a few figures, 1080 × 1350, to be read on a phone in a hall."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from api.papers.lettering import Weight, font, shortened, wrapped

WIDTH: Final = 1_080
HEIGHT: Final = 1_350
MOST_ROWS: Final = 10
"""How many rows of figures and parts there is room for, in letters that can be read."""

_MARGIN: Final = 60
_INNER: Final = WIDTH - 2 * _MARGIN
_PAPER: Final = "#ffffff"
_GROUND: Final = "#f4f2ed"
_INK: Final = "#17191c"
_SOFT: Final = "#40454c"
_BRAND: Final = "#8f1418"
_GOOD: Final = "#0a5730"
_EMPTY: Final = "#d9d5cb"
_WAIT: Final = "#5c3d00"
_WAIT_GROUND: Final = "#fff3d1"
_GOOD_GROUND: Final = "#e3f2e8"
_FOOT: Final = 110


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the card; `share` of 0 to 1 makes a bar under it."""

    label: str
    value: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """Everything that stands on a card, in its order."""

    heading: str
    title: str
    subtitles: Sequence[str]
    large: str
    beside_large: Sequence[str]
    share: float
    rows: Sequence[Row]
    foot: str
    is_provisional: bool


def drawn(face: Face) -> bytes:
    """Draw a card as PNG."""
    card = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(card)
    top = _head(draw, face)
    top = _large(draw, face, top)
    _rows(draw, face.rows, top)
    _foot(draw, face)
    file = io.BytesIO()
    card.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _head(draw: ImageDraw.ImageDraw, face: Face) -> int:
    title = wrapped(face.title, font("Bold", 62), _INNER, most_lines=2)
    subtitles = (
        line
        for text in face.subtitles
        for line in wrapped(text, font("Regular", 38), _INNER, most_lines=2)
    )
    lines: list[tuple[str, Weight, int]] = [
        (face.heading, "Semibold", 38),
        *((line, "Bold", 62) for line in title),
        *((line, "Regular", 38) for line in subtitles),
    ]
    height = 60 + sum(size * 6 // 5 for _, _, size in lines)
    draw.rectangle((0, 0, WIDTH, height), fill=_BRAND)
    top = 26
    for line, weight, size in lines:
        draw.text((_MARGIN, top), line, font=font(weight, size), fill=_PAPER)
        top += size * 6 // 5
    return height


def _large(draw: ImageDraw.ImageDraw, face: Face, top: int) -> int:
    large, small = font("Bold", 130), font("Semibold", 46)
    draw.rectangle((0, top, WIDTH, top + 240), fill=_GROUND)
    draw.text((_MARGIN, top + 4), face.large, font=large, fill=_GOOD)
    left = _MARGIN + int(large.getlength(face.large)) + 36
    for place, text in enumerate(face.beside_large):
        line = shortened(text, small, WIDTH - _MARGIN - left)
        draw.text((left, top + 46 + place * 56), line, font=small, fill=_INK)
    _bar(draw, top + 186, 30, face.share)
    return top + 240


def _rows(draw: ImageDraw.ImageDraw, rows: Sequence[Row], top: int) -> None:
    """Share the room that is left among the rows; few rows get larger letters."""
    shown = rows[:MOST_ROWS]
    room = HEIGHT - _FOOT - top - 30
    step = min(124, room // max(1, len(shown)))
    size = min(58, step * 3 // 5)
    top += 15 + max(0, (room - step * len(shown)) // 4)
    for row in shown:
        value = font("Bold", size)
        taken = value.getlength(row.value)
        label = shortened(row.label, font("Regular", size), _INNER - taken - 30)
        bar = 12 if row.share is not None else 0
        draw.text((_MARGIN, top), label, font=font("Regular", size), fill=_SOFT)
        draw.text((WIDTH - _MARGIN - taken, top), row.value, font=value, fill=_INK)
        if row.share is not None:
            _bar(draw, top + size * 13 // 10, bar, row.share)
        else:
            line = top + step - 10
            draw.line((_MARGIN, line, WIDTH - _MARGIN, line), fill=_EMPTY, width=2)
        top += step


def _bar(draw: ImageDraw.ImageDraw, top: int, height: int, share: float) -> None:
    radius = height // 2
    whole = (_MARGIN, top, WIDTH - _MARGIN, top + height)
    draw.rounded_rectangle(whole, radius, fill=_EMPTY)
    width = int(_INNER * min(1.0, share))
    if width > 0:
        right = _MARGIN + max(height, width)
        draw.rounded_rectangle((_MARGIN, top, right, top + height), radius, fill=_GOOD)


def _foot(draw: ImageDraw.ImageDraw, face: Face) -> None:
    ground, ink = (_WAIT_GROUND, _WAIT) if face.is_provisional else (_GOOD_GROUND, _GOOD)
    draw.rectangle((0, HEIGHT - _FOOT, WIDTH, HEIGHT), fill=ground)
    letters = font("Semibold", 38)
    text = shortened(face.foot, letters, _INNER)
    left = (WIDTH - letters.getlength(text)) / 2
    draw.text((left, HEIGHT - _FOOT + 30), text, font=letters, fill=ink)
