"""Numbers as people in Vietnam write them: "35.599", "99,16 %", and "–" where there is none."""

from fractions import Fraction
from typing import Final

NONE: Final = "–"


def whole(number: int) -> str:
    """Write a whole number with a point before each three digits: "35.599"."""
    return f"{number:,}".replace(",", ".")


def percent(part: int, whole_of: int) -> str:
    """Write what part of a whole something is: "99,16 %"; "–" where the whole is nothing.

    A half of the second decimal is rounded up, as people do it by hand. The space never breaks.
    """
    if whole_of <= 0:
        return NONE
    hundredths = int(Fraction(10_000 * part, whole_of) + Fraction(1, 2))
    return f"{whole(hundredths // 100)},{hundredths % 100:02d}\u00a0%"
