"""Which passwords are too weak: pure (NIST SP 800-63B: length and a list, no required symbols)."""

import re
from enum import StrEnum
from itertools import pairwise
from typing import Final

from api.kit.text import fold

SHORTEST: Final = 12
LONGEST: Final = 200
_FEWEST_DISTINCT: Final = 5
_FEWEST_TURNS: Final = 4
_FEWEST_OWN: Final = 5
"""Letters that are neither of a common word nor of the username."""

_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

COMMON: Final = frozenset(
    # What is guessed everywhere, in Vietnam, and in an office like this.
    """
    password passwd pass welcome letmein iloveyou iloveu admin administrator login secret changeme
    default monkey dragon football sunshine princess master superman abc qaz wsx edc qwerty asdf
    zxcv test user guest
    matkhau matkhaumoi matkhaucuatoi quantri khongbiet anhyeuem emyeuanh yeuem yeuanh vietnam
    toilavietnam hanoi saigon hochiminh giadinh hanhphuc conyeubame bame nguyen xinchao
    diemdanh dangvien dangcongsan dangcongsanvietnam dangbo chibo danguy huyenuy tinhuy bithu
    tuyengiao bantuyengiao vanphong hoinghi thoisu budang binhphuoc dongnai
    """.split()
)
_COMMON_FIRST: Final = re.compile("|".join(sorted(COMMON, key=len, reverse=True)))


class Weakness(StrEnum):
    """Why a password is refused."""

    TOO_SHORT = "too_short"
    MONOTONOUS = "monotonous"
    COMMON = "common"
    LIKE_USERNAME = "like_username"


def weakness(password: str, *, username: str) -> Weakness | None:
    """Find what is wrong with a new password; None where nothing is.

    Marks and case do not count: "Mật-khẩu" is "matkhau". Common words and digits (dates, telephone
    numbers) count for nothing, whatever their length.
    """
    if len(password) < SHORTEST:
        return Weakness.TOO_SHORT
    if len(set(password.casefold())) < _FEWEST_DISTINCT or _turns(password) < _FEWEST_TURNS:
        return Weakness.MONOTONOUS
    plain, owner = _squashed(password), _squashed(username)
    if len(owner) >= 3 and owner in plain and len(_own(plain.replace(owner, ""))) < _FEWEST_OWN:
        return Weakness.LIKE_USERNAME
    if len(_own(plain)) < _FEWEST_OWN:
        return Weakness.COMMON
    return None


def _squashed(text: str) -> str:
    return fold(text).replace(" ", "")


def _own(plain: str) -> str:
    """Take away common words and digits: what is left is the owner's own."""
    return re.sub(r"[0-9]+", "", _COMMON_FIRST.sub("", plain))


def _turns(password: str) -> int:
    """Count where a password does not go on as it went: 12345…, aaaa, qwerty, abcabc never turn."""
    text = password.casefold()
    for period in range(1, len(text) // 2 + 1):
        if text == (text[:period] * len(text))[: len(text)]:
            text = text[:period]
            break
    return sum(1 for one, other in pairwise(text) if not _goes_on(one, other))


def _goes_on(one: str, other: str) -> bool:
    if one.isdigit() and other.isdigit() and one.isascii() and other.isascii():
        return (int(other) - int(one)) % 10 in {0, 1, 9}
    if abs(ord(one) - ord(other)) <= 1:
        return True
    return any(one + other in row or other + one in row for row in _ROWS)
