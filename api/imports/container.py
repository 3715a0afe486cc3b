"""What kind of file arrived, told by its bytes and never by its name, and is it safe to open.

An .xlsx is a zip: what it unpacks to is bounded by its directory, which `zipfile` then enforces,
and no part may declare entities.
"""

import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from typing import Final

from api.imports.faults import (
    FILE_DAMAGED,
    FILE_EMPTY,
    FILE_ENCRYPTED,
    FILE_NOT_A_LIST,
    FILE_OLD_EXCEL,
    FILE_UNPACKS_TOO_LARGE,
)
from api.kit.errors import Problem

MAX_UNPACKED: Final = 100 * 1024 * 1024
MAX_PARTS: Final = 2_000
MAX_RATIO: Final = 200
_RATIO_COUNTS_FROM: Final = 1024 * 1024
"""A small part of equal cells packs very well; only a large one can be a bomb."""

_ENCRYPTED: Final = 0x1
_CHUNK: Final = 1024 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(each) for each in ("ascii", "utf-16-le", "utf-16-be"))
_FORMULA: Final = (b"<f>", b"<f ")
_KINDS: Final = {"word/": "Word (.docx)", "ppt/": "PowerPoint (.pptx)"}
_STARTS: Final = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"{\\rtf", "Word (.rtf)"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"<html", "HTML"),
    (b"<!doctype", "HTML"),
    (b"<?xml", "XML"),
)


class FileKind(StrEnum):
    """What a list comes as."""

    XLSX = "xlsx"
    CSV = "csv"


def kind_of(content: bytes) -> FileKind:
    """Tell what a file is.

    Raises: Problem where it is neither; see `faults`.
    """
    if not content.strip(b"\x00\t\r\n "):
        raise Problem(FILE_EMPTY)
    if content.startswith(_OLE):
        raise Problem(FILE_ENCRYPTED if _ENCRYPTED_PACKAGE in content else FILE_OLD_EXCEL)
    if content.startswith(b"PK"):
        return FileKind.XLSX
    start = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for sign, found in _STARTS:
        if start.lower().startswith(sign.lower()):
            raise Problem(FILE_NOT_A_LIST, found=found)
    return FileKind.CSV


def require_safe_workbook(content: bytes) -> bool:
    """Let an .xlsx pass that is safe to open; tells whether any of its cells has a formula.

    Raises: Problem where it is another kind of zip, encrypted, damaged, or a bomb.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _require_bounded(parts)
            _require_workbook({part.filename for part in parts})
            # Every part is scanned to its end, also after one with formulas.
            have_formulas = [_scan(archive, part) for part in parts]
            return any(have_formulas)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as damage:
        raise Problem(FILE_DAMAGED) from damage


def _require_bounded(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise Problem(FILE_ENCRYPTED)
    bombs = (
        part.file_size > _RATIO_COUNTS_FROM
        and part.file_size > MAX_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    too_large = sum(part.file_size for part in parts) > MAX_UNPACKED
    if len(parts) > MAX_PARTS or too_large or any(bombs):
        raise Problem(FILE_UNPACKS_TOO_LARGE)


def _require_workbook(names: set[str]) -> None:
    if "xl/workbook.xml" in names:
        return
    found = next(
        (kind for folder, kind in _KINDS.items() if any(name.startswith(folder) for name in names)),
        None,
    )
    if found is None and "xl/workbook.bin" in names:
        found = "Excel (.xlsb)"
    if found is None and "content.xml" in names:
        found = "OpenDocument"
    raise Problem(FILE_NOT_A_LIST, found=found or "ZIP")


def _scan(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Read one part to its end, refusing entities; tells whether it has formulas."""
    if part.filename.startswith("xl/media/"):
        return False
    has_formula, tail = False, b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            piece = tail + chunk
            if any(sign in piece for sign in _DOCTYPES):
                raise Problem(FILE_DAMAGED)
            has_formula = has_formula or any(sign in piece for sign in _FORMULA)
            tail = piece[-32:]
    return has_formula
