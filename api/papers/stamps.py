"""The band under a photograph that says where, of which session and when; it hides nothing."""

from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from api.papers.lettering import Weight, font, wrapped

_NARROWEST: Final = 640
"""Pixels: a narrower picture stands on a ground of this width, so that its band can be read."""

_GROUND: Final = "#17191c"
_INK: Final = "#ffffff"
_SOFT: Final = "#e6e0d0"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands under a photograph."""

    unit_name: str
    occasion: str
    moment: str


def stamped(picture: Image.Image, stamp: Stamp) -> Image.Image:
    """Put a picture on a ground that is higher by the band with its stamp."""
    width = max(picture.width, _NARROWEST)
    size = width // 30
    margin = size // 2
    texts: tuple[tuple[str, Weight, str], ...] = (
        (stamp.unit_name, "Bold", _INK),
        (f"{stamp.occasion} · {stamp.moment}", "Regular", _SOFT),
    )
    lines = [
        (line, weight, ink)
        for text, weight, ink in texts
        for line in wrapped(text, font(weight, size), width - 2 * margin, most_lines=2)
    ]
    leading = size * 5 // 4
    ground = Image.new("RGB", (width, picture.height + len(lines) * leading + margin), _GROUND)
    ground.paste(picture, ((width - picture.width) // 2, 0))
    draw = ImageDraw.Draw(ground)
    for place, (line, weight, ink) in enumerate(lines):
        top = picture.height + margin // 2 + place * leading
        draw.text((margin, top), line, font=font(weight, size), fill=ink)
    return ground
