"""CSV as rows of texts: any delimiter that Excel writes, any encoding that offices have."""

import csv
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from typing import Final

from api.imports.faults import FILE_DAMAGED, TOO_MANY_ROWS
from api.imports.legacy import Encoding, Seen, encoding_of, to_unicode
from api.imports.table import MAX_COLUMNS, MAX_ROWS, Row, Table
from api.kit.errors import Problem

_DELIMITERS: Final = ";,\t|"
_SAMPLE: Final = 60
_LATIN_1: Final = "latin-1"


def table(content: bytes) -> Table:
    """Read a CSV file.

    Raises: Problem `file_damaged` where it is no text, `too_many_rows`.
    """
    text, found = _text(content)
    delimiter, text = _delimiter(text)
    records = _records(text, delimiter)
    seen = [Seen(cell) for _, cells in records for cell in cells]
    is_bytes = found == _LATIN_1
    verdict = encoding_of(seen, is_bytes=is_bytes)
    counted: Counter[str] = Counter()
    rows = []
    for number, cells in records:
        texts = []
        for cell in cells:
            read, encoding = to_unicode(Seen(cell), verdict)
            counted[encoding.value] += encoding is not Encoding.UNICODE
            texts.append(read)
        rows.append(Row(number, tuple(texts)))
    legacy = tuple(name for name, count in counted.most_common() if count)
    return Table(tuple(rows), legacy or (found,))


def _text(content: bytes) -> tuple[str, str]:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding), encoding.removesuffix("-le")
    head = content[:512]
    if b"\x00" in head:
        # UTF-16 without its mark: every second byte of an ASCII header is zero.
        encoding = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
        return _strictly(content, encoding), encoding.removesuffix("-le")
    try:
        return content.decode(), "utf-8"
    except UnicodeDecodeError:
        return content.decode(_LATIN_1), _LATIN_1


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as damage:
        raise Problem(FILE_DAMAGED) from damage
    if "\x00" in text:
        raise Problem(FILE_DAMAGED)
    return text


def _delimiter(text: str) -> tuple[str, str]:
    """Choose the delimiter that parts most rows alike; a first line "sep=;" says it."""
    first, _, rest = text.partition("\n")
    stated = first.strip().strip('"').lower()
    if stated.startswith("sep=") and len(stated) == len("sep=;"):
        # The line stays, empty, so that rows keep their numbers.
        return stated[-1], "\n" + rest
    lines = text.splitlines()[:_SAMPLE]
    return max(_DELIMITERS, key=lambda each: _evenness(lines, each)), text


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[int, int]:
    try:
        widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return (0, 0)
    widths.pop(0, None)
    widths.pop(1, None)
    width, count = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return (count, width)


def _records(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    if "\x00" in text:
        raise Problem(FILE_DAMAGED)
    kept = []
    try:
        for number, cells in enumerate(
            csv.reader(StringIO(text, newline=""), delimiter=delimiter), start=1
        ):
            texts = [cell.strip() for cell in cells[:MAX_COLUMNS]]
            if any(texts):
                kept.append((number, texts))
            if len(kept) > MAX_ROWS:
                raise Problem(TOO_MANY_ROWS, limit=MAX_ROWS)
    except csv.Error as damage:
        raise Problem(FILE_DAMAGED) from damage
    return kept
