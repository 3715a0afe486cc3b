"""The parts of a picture file that no decoder draws: where a second file may hide (pure).

JPEG: ITU-T T.81, annex B. PNG: W3C PNG, clause 5. WebP: RFC 9649, section 2.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["JPEG", "PNG", "WEBP"]

_PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
_DRAWN: Final = {b"IDAT", b"VP8 ", b"VP8L", b"ALPH"}
_MOST_PARTS: Final = 20_000

_MOST_SCANS: Final = 64
"""A JPEG that is drawn finer in steps has about ten. Each goes over the whole picture again, so
that 20,000 of 65 bytes would keep a processor busy for half an hour."""
_MARKER: Final = re.compile(rb"\xff+([^\x00\x01\xff\xd0-\xd8])")
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""In entropy-coded data FF is followed by 00 or a restart."""
_SCAN: Final = 0xDA
_END: Final = 0xD9
_FIRST_BESIDE: Final = 0xE0

_FOREIGN: Final = (
    b"pk\x03\x04", b"pk\x05\x06", b"%pdf-", b"rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c",
    b"<!doctype", b"<html", b"<script", b"<svg", b"<?php",
)  # fmt: skip
"""How archives, documents and pages begin, in small letters."""

_HEIC: Final = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"}
)
"""Major brands of ISO/IEC 23008-12."""


class Damaged(Exception):
    """The file does not follow its format, or ends too early."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is not drawn: what stands beside the picture, and what comes after its end."""

    beside: bytes
    after: bytes


def kind_of(content: bytes) -> Kind | None:
    """Tell the format by how a file begins, whatever its name says; None for any other."""
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(_PNG_HEAD):
        return "PNG"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    return None


def is_heic(content: bytes) -> bool:
    """Tell the pictures that telephones keep for themselves (HEIF, also AVIF), by their brand."""
    return content[4:8] == b"ftyp" and content[8:12] in _HEIC


def is_polyglot(content: bytes, kind: Kind) -> bool:
    """Tell whether a picture carries another file.

    A PNG or WebP ends where it ends. Telephones append films and second pictures to their JPEGs,
    so there only what begins like an archive, a document or a page is another file.

    Raises: Damaged.
    """
    parts = _PARTS[kind](content)
    if kind != "JPEG" and parts.after:
        return True
    undrawn = (parts.beside + b"\n" + parts.after).lower()
    return any(sign in undrawn for sign in _FOREIGN)


def _jpeg(content: bytes) -> Parts:
    beside: list[bytes] = []
    scans = 0
    place = 2
    for _ in range(_MOST_PARTS):
        found = _MARKER.match(content, place)
        if found is None:
            break
        marker, place = found[1][0], found.end()
        if marker == _END:
            return Parts(b"\n".join(beside), content[place:])
        length = int.from_bytes(content[place : place + 2], "big")
        end = place + length
        if length < 2 or end > len(content):
            break
        if marker >= _FIRST_BESIDE:
            beside.append(content[place:end])
        if marker == _SCAN:
            scans += 1
            following = _AFTER_SCAN.search(content, end)
            if following is None or scans > _MOST_SCANS:
                break
            end = following.start()
        place = end
    raise Damaged


def _png(content: bytes) -> Parts:
    beside: list[bytes] = []
    place = len(_PNG_HEAD)
    for _ in range(_MOST_PARTS):
        head = content[place : place + 8]
        length, name = int.from_bytes(head[:4], "big"), head[4:]
        end = place + 12 + length
        if len(head) < 8 or end > len(content):
            break
        if name not in _DRAWN:
            beside.append(content[place + 8 : end - 4])
        place = end
        if name == b"IEND":
            return Parts(b"\n".join(beside), content[place:])
    raise Damaged


def _webp(content: bytes) -> Parts:
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise Damaged
    beside = [data for name, data in _chunks(content, 12, end) if name not in _DRAWN]
    return Parts(b"\n".join(beside), content[end:].removeprefix(b"\0"))


def _chunks(content: bytes, place: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    for _ in range(_MOST_PARTS):
        if place + 8 > end:
            return
        length = int.from_bytes(content[place + 4 : place + 8], "little")
        if place + 8 + length > end:
            break
        yield content[place : place + 4], content[place + 8 : place + 8 + length]
        place += 8 + length + length % 2
    raise Damaged


_PARTS: Final = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp}
