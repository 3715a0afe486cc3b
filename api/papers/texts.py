"""Text as paper takes it: what XML cannot hold is left out, and its width is measured."""

import re
import unicodedata
from typing import Final

_UNPRINTABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_BOUND: Final = re.compile(
    r"\bquý [IVX]+(?: năm \d{4})?\b|\bsố \d+| → |\b(?:Tỉnh|Thành|Thị|Huyện|Quận|Đảng) ủy\b",
    re.IGNORECASE,
)

# Advance widths of Times New Roman Bold, in thousandths of the font's size.
_BOLD: Final = {
    " ": 250, "-": 333, "–": 500, "I": 389, "J": 500, "S": 556, "F": 611, "P": 611, "B": 667,
    "E": 667, "L": 667, "T": 667, "Z": 667, "M": 944, "G": 778, "H": 778, "K": 778, "O": 778,
    "Q": 778, "W": 1000,
}  # fmt: skip
_CAPITAL: Final = 722
_SMALL: Final = 480


def printable(text: str) -> str:
    """Leave out the characters that no XML document may hold."""
    return _UNPRINTABLE.sub("", text)


def bound(text: str) -> str:
    """Keep together at the end of a line what is read as one: "quý I năm 2022", "Huyện ủy"."""
    return _BOUND.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def bold_width(text: str, *, points: float) -> float:
    """Measure a line of bold capitals in points; small letters are only estimated."""
    letters = (unicodedata.normalize("NFD", each)[0] for each in text)
    widths = (_BOLD.get(each, _CAPITAL if each.isupper() else _SMALL) for each in letters)
    return sum(widths) * points / 1000
