"""Vietnamese letters on pictures: their font comes with the program, not with the machine."""

from functools import cache
from importlib import resources
from typing import Final, Literal

from PIL import ImageFont

Weight = Literal["Regular", "Semibold", "Bold"]

_FONTS: Final = resources.files("font_source_sans_pro") / "files"
_MORE: Final = "…"


@cache
def font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """Load a weight of the font at a height in pixels."""
    with resources.as_file(_FONTS / f"SourceSansPro-{weight}.otf") as path:
        return ImageFont.truetype(path, size)


def wrapped(
    text: str, letters: ImageFont.FreeTypeFont, width: float, *, most_lines: int
) -> list[str]:
    """Break a text into lines that fit; what is too long for them all ends with "…"."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most_lines:
        count = len(words)
        if len(lines) < most_lines - 1:
            while count > 1 and letters.getlength(" ".join(words[:count])) > width:
                count -= 1
        lines.append(shortened(" ".join(words[:count]), letters, width))
        words = words[count:]
    return lines


def shortened(text: str, letters: ImageFont.FreeTypeFont, width: float) -> str:
    """Cut a text that is wider than a line, and show that it was cut."""
    if letters.getlength(text) <= width:
        return text
    while text and letters.getlength(text + _MORE) > width:
        text = text[:-1].rstrip()
    return text + _MORE
