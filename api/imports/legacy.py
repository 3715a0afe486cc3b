"""The Vietnamese encodings from before Unicode (pure): TCVN3 (fonts .Vn…), VNI, and cp1258.

Their texts reach us as the Latin letters that a program shows without the font: "NguyÔn ThÞ Hoa"
(TCVN3), "Nguyeãn Thò Hoa" (VNI). A single text may be ambiguous, a whole list is not; so the
encoding is decided for the list, and each text may still say that it is Unicode already.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from api.imports.syllables import strangeness


class Encoding(StrEnum):
    """How the letters of a text were written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    CP1258 = "windows-1258"


# Code points A1–FE of TCVN 5712:1993 as the .Vn fonts have them; "_" where they have none.
# Small letters alone bear tones: fonts whose name ends in H show the same codes as capitals.
_TCVN3_LETTERS: Final = (
    "ĂÂÊÔƠƯĐăâêôơưđ______àảãáạ_ằẳẵắ_______ặầẩẫấậè_ẻẽéẹềểễếệìỉ___ĩíịò_ỏõóọồổỗốộờởỡớợù_ủũúụừửữứựỳỷỹýỵ"
)
_TCVN3: Final = {
    0xA1 + index: letter for index, letter in enumerate(_TCVN3_LETTERS) if letter != "_"
}

_VNI_MARKS: Final = {
    "a": {"ø": "à", "ù": "á", "û": "ả", "õ": "ã", "ï": "ạ", "ê": "ă", "è": "ằ", "é": "ắ",
          "ú": "ẳ", "ü": "ẵ", "ë": "ặ", "â": "â", "à": "ầ", "á": "ấ", "å": "ẩ", "ã": "ẫ", "ä": "ậ"},
    "e": {"ø": "è", "ù": "é", "û": "ẻ", "õ": "ẽ", "ï": "ẹ",
          "â": "ê", "à": "ề", "á": "ế", "å": "ể", "ã": "ễ", "ä": "ệ"},
    "o": {"ø": "ò", "ù": "ó", "û": "ỏ", "õ": "õ", "ï": "ọ",
          "â": "ô", "à": "ồ", "á": "ố", "å": "ổ", "ã": "ỗ", "ä": "ộ"},
    "ô": {"ø": "ờ", "ù": "ớ", "û": "ở", "õ": "ỡ", "ï": "ợ"},
    "u": {"ø": "ù", "ù": "ú", "û": "ủ", "õ": "ũ", "ï": "ụ"},
    "ö": {"ø": "ừ", "ù": "ứ", "û": "ử", "õ": "ữ", "ï": "ự"},
    "y": {"ø": "ỳ", "ù": "ý", "û": "ỷ", "õ": "ỹ"},
}  # fmt: skip
_VNI_ALONE: Final = {
    "ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_VNI_PAIRS: Final = {
    pair: letter
    for base, marks in _VNI_MARKS.items()
    for mark, small in marks.items()
    for pair, letter in (
        (base + mark, small),
        (base.upper() + mark.upper(), small.upper()),
        (base.upper() + mark, small.upper()),
    )
}
_VNI_SINGLE: Final = _VNI_ALONE | {key.upper(): value.upper() for key, value in _VNI_ALONE.items()}

# Programs on Western Windows show 80–9F as these instead of controls; no encoding here uses them.
_JUDGED: Final = 3_000
"""Texts that decide for a list; more would only take longer."""

_LATIN_1_END: Final = 0xFF


@dataclass(frozen=True, slots=True)
class Seen:
    """A text of a file, with the font it is shown in where that is known."""

    text: str
    font: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The encoding of a list, and whether any of its texts is shown in a legacy font."""

    encoding: Encoding
    by_font: bool = False


def of_font(font: str | None) -> Encoding | None:
    """Tell what a font's name says: .VnTime is TCVN3, VNI-Times is VNI; others say nothing."""
    name = (font or "").strip().lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni-") else None


def decode(text: str, encoding: Encoding) -> str:
    """Read a text in an encoding; what is not Latin-1 stays as it is."""
    if encoding is Encoding.TCVN3:
        return text.translate(_TCVN3)
    if encoding is Encoding.VNI:
        return _from_vni(text)
    if encoding is Encoding.CP1258:
        return text.encode("latin-1", "replace").decode("cp1258", "replace")
    return text


def encoding_of(texts: Iterable[Seen], *, is_bytes: bool = False) -> Verdict:
    """Decide the encoding of a whole list: the one in which fewest of its words are impossible.

    `is_bytes` where the texts are bytes read as Latin-1: then cp1258 is possible too. Fonts break a
    tie, and without any sign the texts are what they seem.
    """
    candidates = [Encoding.UNICODE, Encoding.TCVN3, Encoding.VNI]
    if is_bytes:
        candidates.append(Encoding.CP1258)
    strange = dict.fromkeys(candidates, 0)
    fonts = dict.fromkeys(candidates, 0)
    legacy = (seen for seen in texts if _may_be_legacy(seen.text))
    for seen in islice(legacy, _JUDGED):
        for each in candidates:
            strange[each] += strangeness(decode(seen.text, each))
        hinted = of_font(seen.font)
        if hinted is not None:
            fonts[hinted] += 1
    found = min(candidates, key=lambda each: (strange[each], -fonts[each], candidates.index(each)))
    return Verdict(found, by_font=any(fonts.values()))


def to_unicode(seen: Seen, of_list: Verdict) -> tuple[str, Encoding]:
    """Read one text of a list; tells how it was read.

    A text is Unicode where it has letters that only Unicode has, where it makes better sense as it
    stands, or where other texts of the list are in a legacy font and this one, sound, is not.
    """
    if not _may_be_legacy(seen.text):
        return seen.text, Encoding.UNICODE
    as_it_stands = strangeness(seen.text)
    hinted = of_font(seen.font)
    if hinted is None and of_list.by_font and as_it_stands == 0:
        return seen.text, Encoding.UNICODE
    for encoding in (hinted or of_list.encoding, of_list.encoding):
        read = decode(seen.text, encoding)
        if strangeness(read) <= as_it_stands:
            return read, encoding
    return seen.text, Encoding.UNICODE


def _may_be_legacy(text: str) -> bool:
    return not text.isascii() and all(ord(char) <= _LATIN_1_END for char in text)


def _from_vni(text: str) -> str:
    read: list[str] = []
    at = 0
    while at < len(text):
        pair = _VNI_PAIRS.get(text[at : at + 2])
        read.append(pair or _VNI_SINGLE.get(text[at], text[at]))
        at += 2 if pair else 1
    return "".join(read)
