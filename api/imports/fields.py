"""What a cell means (pure): names, card numbers, and what notes and dates tell of status.

What is not certain is told as a doubt and changes nothing.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from api.kit.text import fold, nfc
from api.words import MemberStatus

LONGEST_NAME: Final = 100
LONGEST_CARD: Final = 20
_OLD_CARD: Final = 8
"""Digits of the old form; one number of seven digits is one of them that lost its zero."""

PROBATION: Final = timedelta(days=365)
"""The Party's rules set twelve months between admission and full membership."""


class Doubt(StrEnum):
    """Why a cell was not taken as it stands."""

    NAME_UNUSABLE = "name_unusable"
    NAME_RECASED = "name_recased"
    CARD_ZERO_RESTORED = "card_zero_restored"
    CARD_ROUNDED = "card_rounded"
    CARD_UNUSABLE = "card_unusable"
    RESIDENCE_ONLY = "residence_only"
    NOTE_UNCLEAR = "note_unclear"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is kept; empty where the cell holds none."""

    text: str
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card number as it is kept."""

    number: str | None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells of a member's status; `by_dates` alone never undoes what a note said."""

    status: MemberStatus | None = None
    by_dates: bool = False
    doubt: Doubt | None = None


# ------------------------------------------------------------------------------------- names

_BIRTH: Final = re.compile(
    r"[\s,;:–-]*\(?\s*(sn|sinh(\s+(năm|ngày))?)?[\s.:]*(\d{1,2}[/.\-]){0,2}\d{4}\)?\s*$",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(r"^(đ\s*/\s*c|đồng chí)\s*[:.]?\s+(?=\S+\s)", re.IGNORECASE)
_STRUCTURE: Final = re.compile(r"^[^\d=+@|<>{}\[\]\\/_*#%&$!?]+( \d{1,2})?$")


def read_name(text: str) -> Name:
    """Read a name: without title and year of birth, in the case in which names are written."""
    lines = [line for line in text.splitlines() if not re.search(r"\d", line)]
    joined = nfc(" ".join(lines) if lines else text)
    cleaned = _TITLE.sub("", _BIRTH.sub("", joined)).strip(" .,;:-–")
    if not fold(cleaned):
        return Name("", Doubt.NAME_UNUSABLE if joined else None)
    if len(cleaned) > LONGEST_NAME or not _STRUCTURE.fullmatch(cleaned):
        return Name("", Doubt.NAME_UNUSABLE)
    if _is_shouted(cleaned):
        return Name(nfc(" ".join(_cased(word) for word in cleaned.split())), Doubt.NAME_RECASED)
    return Name(" ".join(_begun(word) for word in cleaned.split()))


def _is_shouted(name: str) -> bool:
    """Tell a name written in capitals; in .VnTimeH the letters with a tone come out small."""
    tails = "".join(word[1:] for word in re.findall(r"[^\W\d_]+", name))
    small = any(char.islower() and char.isascii() for char in tails)
    return any(char.isupper() for char in tails) and not small


def _cased(word: str) -> str:
    """Write one word of a name in normal case: each part after an apostrophe or hyphen anew."""
    return "".join(part[:1].upper() + part[1:].lower() for part in re.split(r"(?<=['’ʼ\-(])", word))


def _begun(word: str) -> str:
    return word[:1].upper() + word[1:]


# ------------------------------------------------------------------------------ card numbers

_POINTED: Final = re.compile(r"\d+\.0+")
_EXPONENT: Final = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[ .,\u00a0-]\d{2,6})+")
_NONE: Final = frozenset({"", "khong", "khong co", "chua co", "chua cap", "chua", "0", "mat"})


def read_card(text: str, *, has_history: bool = False) -> Card:
    """Read a card number, opaque but for what Excel does to numbers.

    `has_history` where the column holds the number of the member's file too ("số thẻ/số lý lịch"):
    the card is the first line, or what stands before the stroke.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    number = nfc(first.split("/")[0] if has_history else first).lstrip("'").strip()
    if (not number.isdigit() and fold(number) in _NONE) or number == "0":
        return Card(None)
    if _POINTED.fullmatch(number):
        number = number.split(".")[0]
    elif found := _EXPONENT.fullmatch(number):
        whole, part, power = found[1], found[2] or "", int(found[3])
        if len(part) < power:
            return _rounded(whole, part, power)
        number = whole + part[:power]
    elif _GROUPED.fullmatch(number):
        number = re.sub(r"\D", "", number)
    if len(number) > LONGEST_CARD or not re.search(r"\d", number):
        return Card(None, Doubt.CARD_UNUSABLE)
    if number.isdigit() and len(number) == _OLD_CARD - 1:
        return Card(f"0{number}", Doubt.CARD_ZERO_RESTORED)
    return Card(number)


def _rounded(whole: str, part: str, power: int) -> Card:
    """Write out a number that Excel shortened; only a long fraction is the whole of it."""
    digits = whole + part + "0" * (power - len(part))
    is_whole = len(digits) == _OLD_CARD and len(part) >= power - 1
    return Card(digits) if is_whole else Card(None, Doubt.CARD_ROUNDED)


# ------------------------------------------------------------------------------------ status

_STATUSES: Final[list[tuple[re.Pattern[str], MemberStatus]]] = [
    (re.compile(pattern), status)
    for pattern, status in (
        (r"\bmien (cong tac|sinh hoat|ct|sh|nhiem vu)\b|^mien$", MemberStatus.EXEMPT),
        (r"\bgiam (nhe |bot )?(cong tac|sinh hoat|ct|sh|nhiem vu)\b", MemberStatus.REDUCED),
        (r"\bdinh chi\b", MemberStatus.SUSPENDED),
        (r"\bdu bi\b", MemberStatus.PROBATIONARY),
        (r"\bchinh thuc\b", MemberStatus.OFFICIAL),
        (
            r"\b(chuyen di|da chuyen|chuyen (sinh hoat|shd|sh)( dang)?( chinh thuc)? (di|sang)"
            r"|ra khoi dang|khai tru|xoa ten|tu tran|qua doi|da mat|chet)\b",
            MemberStatus.LEFT,
        ),
    )
]
_RESIDENCE: Final = re.compile(r"\b213\b")
_TAKEN_BACK: Final = re.compile(r"\b(het|thoi|khong|chua|huy|cho|de nghi|xin|sap|se|truoc)\b")
_TEMPORARY: Final = re.compile(r"\btam thoi\b")
_MARKS: Final = frozenset({"x", "v", "1", "co"})


def read_status(note: str, stated: str, joined: str, confirmed: str, *, today: date) -> Told:
    """Tell a status from what a row says: its own column first, then the note, then Party dates."""
    said = [fold(text) for text in (stated, note) if text]
    if any(_RESIDENCE.search(text) for text in said):
        return Told(doubt=Doubt.RESIDENCE_ONLY)
    for text in said:
        told = _said(text)
        if told is not None:
            return told
    return _by_dates(joined, confirmed, today=today)


def _said(folded: str) -> Told | None:
    found = {status for pattern, status in _STATUSES if pattern.search(folded)}
    if MemberStatus.LEFT in found:
        found.discard(MemberStatus.OFFICIAL)  # «chuyển sinh hoạt chính thức đi»
    if not found:
        return Told(doubt=Doubt.NOTE_UNCLEAR) if _TEMPORARY.search(folded) else None
    if len(found) > 1 or _TAKEN_BACK.search(folded) or _TEMPORARY.search(folded):
        return Told(doubt=Doubt.NOTE_UNCLEAR)
    return Told(found.pop())


def _by_dates(joined: str, confirmed: str, *, today: date) -> Told:
    """Conclude from Party dates only what is certain."""
    if _has_come(confirmed, today) or fold(confirmed) in _MARKS:
        return Told(MemberStatus.OFFICIAL, by_dates=True)
    if fold(joined) in _MARKS:
        return Told(MemberStatus.PROBATIONARY, by_dates=True)
    days = _days(joined)
    if not confirmed.strip() and len(days) == 1 and today - PROBATION < days[0] <= today:
        return Told(MemberStatus.PROBATIONARY, by_dates=True)
    return Told()


_DAY: Final = re.compile(r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\b")
_ISO_DAY: Final = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_YEAR: Final = re.compile(r"(?<!\d)(19[3-9]\d|20\d\d)(?!\d)")
_SERIAL: Final = re.compile(r"\d{5}")
_EPOCH: Final = date(1899, 12, 30)


def _days(text: str) -> list[date]:
    """Read whole days: 19/05/1998, 1998-05-19, or Excel's serial number of a day."""
    if _SERIAL.fullmatch(text.strip()):
        return [_EPOCH + timedelta(days=int(text))]
    parts = [(int(y), int(m), int(d)) for d, m, y in _DAY.findall(text)]
    parts += [(int(y), int(m), int(d)) for y, m, d in _ISO_DAY.findall(text)]
    return [day for each in parts if (day := _day(*each)) is not None]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _has_come(text: str, today: date) -> bool:
    """Tell whether a date of any form lies in the past: a day, or at least its year."""
    days = _days(text)
    if days:
        return days[0] <= today
    years = [int(year) for year in _YEAR.findall(text)]
    return bool(years) and years[0] < today.year
