"""Lists as offices have them, built in code: workbooks, CSV, and encodings before Unicode."""

import unicodedata
import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

Cells = Sequence[Any]

_TCVN3_BYTES = {
    "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9, "ă": 0xA8, "ằ": 0xBB, "ẳ": 0xBC,
    "ẵ": 0xBD, "ắ": 0xBE, "ặ": 0xC6, "â": 0xA9, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA,
    "ậ": 0xCB, "đ": 0xAE, "è": 0xCC, "ẻ": 0xCE, "ẽ": 0xCF, "é": 0xD0, "ẹ": 0xD1, "ê": 0xAA,
    "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7, "ỉ": 0xD8, "ĩ": 0xDC,
    "í": 0xDD, "ị": 0xDE, "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4, "ô": 0xAB,
    "ồ": 0xE5, "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9, "ơ": 0xAC, "ờ": 0xEA, "ở": 0xEB,
    "ỡ": 0xEC, "ớ": 0xED, "ợ": 0xEE, "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4,
    "ư": 0xAD, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7, "ứ": 0xF8, "ự": 0xF9, "ỳ": 0xFA, "ỷ": 0xFB,
    "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE, "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5,
    "Ư": 0xA6, "Đ": 0xA7,
}  # fmt: skip

_VNI_ROWS = (
    ("àáảãạ", "a", "øùûõï"), ("ăằắẳẵặ", "a", "êèéúüë"), ("âầấẩẫậ", "a", "âàáåãä"),
    ("èéẻẽẹ", "e", "øùûõï"), ("êềếểễệ", "e", "âàáåãä"), ("òóỏõọ", "o", "øùûõï"),
    ("ôồốổỗộ", "o", "âàáåãä"), ("ờớởỡợ", "ô", "øùûõï"), ("ùúủũụ", "u", "øùûõï"),
    ("ừứửữự", "ö", "øùûõï"), ("ỳýỷỹ", "y", "øùûõ"),
)  # fmt: skip
_VNI = dict(zip("ơưđìíỉĩịỵ", "ôöñìíæóòî", strict=True)) | {
    letter: base + mark
    for letters, base, marks in _VNI_ROWS
    for letter, mark in zip(letters, marks, strict=True)
}

VIETNAMESE = "".join(sorted({*_TCVN3_BYTES} - {*"ĂÂÊÔƠƯĐ"})) + "abcdefghijklmnopqrstuvwxyz"
"""Every small letter of the alphabet, with every tone."""


def tcvn3(text: str) -> str:
    """Write a text as .VnTime has it, seen without the font; capitals with a tone become small."""
    return "".join(chr(_TCVN3_BYTES.get(c, _TCVN3_BYTES.get(c.lower(), ord(c)))) for c in text)


def tcvn3_exactly(text: str) -> str:
    """Write a text as .VnTime has it, capitals without a tone kept."""
    return "".join(
        chr(_TCVN3_BYTES[c] if c in _TCVN3_BYTES else ord(c)) if ord(c) > 127 else c for c in text
    )


def vni(text: str) -> str:
    """Write a text as VNI-Times has it, seen without the font."""
    return "".join(
        _VNI.get(char) or (_VNI[char.lower()].upper() if char.lower() in _VNI else char)
        for char in text
    )


def cp1258(text: str) -> str:
    """Write a text so that cp1258 can hold it: a tone after its letter, as Windows does."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    return "".join(
        unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
        + "".join(c for c in parts if c in tones)
        for parts in (unicodedata.normalize("NFD", char) for char in text)
    )


def cells(rows: Sequence[Cells], encoder: Any) -> list[list[Any]]:
    """Encode every text of some rows."""
    return [[encoder(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


def workbook(
    rows: Sequence[Cells],
    *,
    font: str | None = None,
    merged: Sequence[tuple[int, int, int, int]] = (),
    sheet: str = "Sheet1",
    others: Sequence[str] = (),
    number_format: str | None = None,
) -> bytes:
    """Build an .xlsx; `merged` are ranges: first row and column, last row and column, from 0."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, options)
    look = book.add_format({"font_name": font} if font else {})
    if number_format:
        look.set_num_format(number_format)
    page = book.add_worksheet(sheet)
    for title in others:
        book.add_worksheet(title).write(0, 0, "ghi chép")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                _write(page, number, column, value, look)
    for first_row, first_column, last_row, last_column in merged:
        value = rows[first_row][first_column]
        page.merge_range(first_row, first_column, last_row, last_column, value, look)
    book.close()
    return buffer.getvalue()


class Formula(str):
    """A cell that computes; `.value` is what Excel last found, None where it never did."""

    __slots__ = ("value",)
    value: Any

    def __new__(cls, formula: str, value: Any = None) -> "Formula":
        made = super().__new__(cls, formula)
        made.value = value
        return made


def _write(page: Any, row: int, column: int, value: Any, look: Any) -> None:
    if isinstance(value, Formula):
        page.write_formula(row, column, str(value), look, value.value)
    elif isinstance(value, str):
        page.write_string(row, column, value, look)
    else:
        page.write(row, column, value, look)


def delimited(rows: Sequence[Cells], *, by: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """Build a CSV file."""
    lines = (by.join("" if cell is None else str(cell) for cell in row) for row in rows)
    return "\r\n".join(lines).encode(encoding)


def repacked(content: bytes, changes: dict[str, bytes], *, drop: Sequence[str] = ()) -> bytes:
    """Replace or add parts of an .xlsx."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changes and name not in drop:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            new.writestr(name, part)
    return buffer.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    """Build any zip."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()
