"""Vietnamese text: normalising, searching without marks, and sorting.

Every function is pure. The keys are made of ``0-9a-z`` (and a space in search keys) only, so they
compare the same way in Python, in SQLite, and in PostgreSQL under any of its usual collations.

The order is that of Vietnamese dictionaries: a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư
v x y, with f j w z at their Latin places; a tone counts only where all letters are equal, and
then ngang < huyền < hỏi < ngã < sắc < nặng.
"""

import re
import unicodedata

# What shows as nothing although Unicode does not class it as control or format: the grapheme
# joiner, variation selectors, and the Hangul fillers, which pass for letters.
_UNSEEN = frozenset(map(chr, (0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, *range(0xFE00, 0xFE10))))
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})

# Apostrophes that Unicode counts among the letters; the others (' ’ ‘) are punctuation already.
_LETTER_APOSTROPHES = str.maketrans(dict.fromkeys("\u02b9\u02bb\u02bc\u02c8\ua78c", " "))

# Letters with a stroke have no decomposition. ð is what some keyboards give for đ.
_STROKED = {"đ": "d", "ð": "d", "ɖ": "d", "ƀ": "b"}
_UNSTROKE = str.maketrans(_STROKED)

_SHAPES = {"\u0306": "1", "\u0302": "2", "\u031b": "3"}  # breve ă, circumflex â ê ô, horn ơ ư
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}

_FIELD_END = "00"  # lower than everything, so a shorter text comes first
_WORD_END = "01"
_PIECE = re.compile(r"[0-9]+|.", re.DOTALL)


def nfc(text: str) -> str:
    """Normalise text for storage: composed, trimmed, single spaces, nothing invisible.

    Control, bidirectional, zero-width and lone surrogate characters are removed (a tab or line
    break is a space).
    """
    if text.isprintable() and _UNSEEN.isdisjoint(text) and unicodedata.is_normalized("NFC", text):
        return " ".join(
            text.split()
        )  # as nearly every text is, and the whole has been seen at once
    seen = (_seen(char) for char in text)
    return " ".join(unicodedata.normalize("NFC", "".join(seen)).split())


def fold(text: str) -> str:
    """Make the search key: lower-case words without tones and marks, one space between.

    "Hoà", "Hòa" and "HOA" give "hoa", "Điểu" gives "dieu". Whatever is neither letter nor digit
    separates words, so K' Brốp, K’Brốp and KʼBrốp are one, and no key holds ``%`` or ``_``. The
    key is never longer than the text that `nfc` makes.
    """
    key = unicodedata.normalize("NFC", " ".join(_bare(word) for word in _words(text)))
    return key[: len(nfc(text))].rstrip()


def sort_key(text: str) -> str:
    """Make the key that puts names of units in Vietnamese order, numbers by their value.

    "Chi bộ thôn 2" comes before "Chi bộ thôn 10". The key of a text of n characters (as `nfc`
    makes it) has at most 4 n + 16, about 2.5 n as a rule; only foreign scripts are cut.
    """
    return _key(_words(text))[: _longest(text)]


def name_sort_key(full_name: str) -> str:
    """Make the key that sorts persons by given name, then family name, then middle names.

    The last word is the given name and the first the family name; a single word is a given name.
    What stands in brackets, as in "Nguyễn Văn Hùng (B)", only tells namesakes apart and counts
    last. As long as a key of `sort_key`.
    """
    name, _, aside = full_name.partition("(")
    words = _words(name)
    fields = (words[-1:], words[:-1][:1], words[1:-1], _words(aside))
    return "".join(_key(field) for field in fields)[: _longest(full_name)]


def initials(full_name: str) -> str:
    """Shorten a name to its first letters: "Điểu Thị Mai" gives "Đ.T.M."."""
    return "".join(f"{word[0].upper()}." for word in _split(nfc(full_name)))


def _longest(text: str) -> int:
    return 4 * len(nfc(text)) + 16


def _seen(char: str) -> str:
    if char.isspace():
        return " "
    hidden = char in _UNSEEN or unicodedata.category(char) in _UNSEEN_CATEGORIES
    return "" if hidden else char


def _split(text: str) -> list[str]:
    """Split at everything that is no letter, digit or mark; drop marks that stand alone."""
    text = text.translate(_LETTER_APOSTROPHES)
    if text.replace(" ", "").isalnum():
        return text.split()
    parted = (c if c.isalnum() or _is_mark(c) else " " for c in text)
    return [word for word in "".join(parted).split() if any(c.isalnum() for c in word)]


def _words(text: str) -> list[str]:
    """Give the lower-case words with their marks apart from their letters (NFKD)."""
    lower = unicodedata.normalize("NFKD", nfc(text)).casefold()
    return _split(unicodedata.normalize("NFKD", lower))


def _bare(word: str) -> str:
    return "".join(char for char in word if not _is_mark(char)).translate(_UNSTROKE)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _key(words: list[str]) -> str:
    letters = _WORD_END.join(_letters(word) for word in words)
    # One tone to a syllable wherever it stands (Hoà, Hòa); the closing 0 is also the level tone.
    tones = "".join("".join(_TONES.get(char, "") for char in word) + "0" for word in words)
    return letters + _FIELD_END + tones


def _letters(word: str) -> str:
    """Write each letter as two characters, base and shape: a0 ă1 â2 b0 … d0 đ1 … o0 ô2 ơ3."""
    parts: list[str] = []
    for piece in _PIECE.findall(word):
        if piece in _SHAPES:
            if parts and len(parts[-1]) == 2:
                parts[-1] = parts[-1][0] + _SHAPES[piece]
        elif not _is_mark(piece[0]):
            parts.append(_weigh(piece))
    return "".join(parts)


def _weigh(piece: str) -> str:
    if piece.isascii() and piece.isdigit():
        value = piece.lstrip("0")
        return f"1{len(value):03d}{value}"  # longer numbers are greater
    if piece in _STROKED:
        return _STROKED[piece] + "1"
    return piece + "0" if piece.isascii() else f"z9{ord(piece):06x}"
