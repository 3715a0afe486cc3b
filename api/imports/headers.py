"""Which column is which (pure): the headers of Mẫu 7-HSĐV and of plain lists.

Only what attendance needs has a role; every other column is dropped unread, and named.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from api.imports.table import Row
from api.kit.text import fold, nfc

SEARCHED_ROWS: Final = 60
"""How many rows from the top may be letterhead before the header."""


class ColumnRole(StrEnum):
    """What a column is to an import."""

    ORDINAL = "ordinal"
    NAME = "name"
    FAMILY = "family"
    CARD = "card"
    UNIT = "unit"
    STATUS = "status"
    NOTE = "note"
    JOINED = "joined"
    CONFIRMED = "confirmed"
    JOINED_CONFIRMED = "joined_confirmed"


# The first pattern that a folded header fits decides; None drops the column.
_PATTERNS: Final[list[tuple[str, ColumnRole | None]]] = [
    (r"\bten (cha|me|bo|vo|chong|con)\b|\bnguoi gioi thieu\b|\bghi ro\b|\bky ten\b", None),
    (r"\b(cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|dien thoai|sdt|bao hiem|bhxh|bhyt)\b", None),
    (r"^(so )?(tt|stt|thu tu)\b|^so thu tu\b", ColumnRole.ORDINAL),
    (r"^(so )?(the dang|the dv|tdv|the$)\b|\bso the\b", ColumnRole.CARD),
    (r"\bho( va| ,)?( chu)?( ten)? (dem|lot)\b|^ho$|^ho va( chu)? (dem|lot)$", ColumnRole.FAMILY),
    (r"\bho (va )?ten\b|^ten dang vien\b|^dang vien$|^ten$|^ten goi$", ColumnRole.NAME),
    (r"\b(cong tac|lam viec|cong viec)\b", None),
    (r"\b(vao dang|ket nap|du bi).*\bchinh thuc\b", ColumnRole.JOINED_CONFIRMED),
    (r"\b(ngay|nam|thoi gian)\b.*\bchinh thuc\b|^chinh thuc$", ColumnRole.CONFIRMED),
    (r"\b(vao dang|ket nap)\b|^(ngay )?du bi$", ColumnRole.JOINED),
    (r"^(ten )?(chi bo|dang bo|don vi|to chuc dang|dang uy|chi uy)\b", ColumnRole.UNIT),
    (r"\bsinh hoat (dang )?tai\b|^thuoc (chi bo|don vi)\b", ColumnRole.UNIT),
    (r"^(trang thai|tinh trang|tu cach|loai dang vien|dien dang vien)\b", ColumnRole.STATUS),
    (r"^(ghi chu|chu thich|luu y)\b", ColumnRole.NOTE),
]
_COMPILED: Final = [(re.compile(pattern), role) for pattern, role in _PATTERNS]
_LONGEST_HEADER: Final = 200
_NUMBERED: Final = re.compile(r"\(?\d{1,2}\)?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table has what; `last_row` is the number of the header's last row."""

    roles: dict[ColumnRole, int]
    given: int | None
    """The column of the given name, where the name stands in two."""
    first_row: int
    last_row: int
    headers: dict[int, str]

    def at(self, role: ColumnRole) -> int | None:
        """Find the column of a role."""
        return self.roles.get(role)

    def taken(self) -> set[int]:
        """List the columns that are read."""
        return {*self.roles.values(), *([] if self.given is None else [self.given])}


def role_of(header: str) -> ColumnRole | None:
    """Tell what a column is by its header; None where an import has no use for it."""
    folded = fold(header)
    if not folded or len(header) > _LONGEST_HEADER:
        return None
    return next((role for pattern, role in _COMPILED if pattern.search(folded)), None)


def find(rows: Sequence[Row], *, by_card: bool = False) -> Columns | None:
    """Find the header: the first row that names a column for names (or cards, `by_card`).

    It may reach one row up and two down, where cells are merged or groups have columns of their
    own.
    """
    for at, row in enumerate(rows[:SEARCHED_ROWS]):
        if is_header(row, by_card=by_card):
            top = _top(rows, at)
            bottom = _bottom(rows, at)
            return _columns(rows[top : bottom + 1], rows[bottom + 1 : bottom + 31])
    return None


def is_header(row: Row, *, by_card: bool = False) -> bool:
    """Tell a header from a row of data, at the top and where a list repeats it on each page."""
    roles = {role_of(cell) for cell in row.cells if cell and ":" not in cell}
    return ColumnRole.NAME in roles or (by_card and ColumnRole.CARD in roles)


def is_numbering(row: Row) -> bool:
    """Tell the row under a header that only counts the columns: 1, 2, 3 … or (1), (2), (3) …."""
    filled = [cell for cell in row.cells if cell]
    numbers = [int(cell.strip("()")) for cell in filled if _NUMBERED.fullmatch(cell)]
    return len(filled) >= 2 and len(numbers) == len(filled) and numbers == sorted(set(numbers))


def seen(rows: Sequence[Row]) -> str:
    """Tell what looks most like a header where none was understood."""
    widest = max(rows[:SEARCHED_ROWS], key=lambda row: sum(map(bool, row.cells)), default=None)
    texts = [nfc(cell)[:40] for cell in widest.cells if cell] if widest else []
    return "; ".join(texts[:20]) or "–"


def _top(rows: Sequence[Row], at: int) -> int:
    """Go one row up where a merged header began there."""
    if at == 0 or rows[at - 1].number != rows[at].number - 1:
        return at
    above = [role_of(cell) for cell in rows[at - 1].cells if cell]
    has_role = bool({*above} - {None, ColumnRole.UNIT})  # a letterhead names a unit too
    return at - 1 if len(above) >= 2 and has_role else at


def _bottom(rows: Sequence[Row], at: int) -> int:
    """Go down over rows that part a group's header into columns: nothing in them is data."""
    bottom = at
    for below in rows[at + 1 : at + 3]:
        if below.number != rows[bottom].number + 1 or not _parts(rows[at], below):
            break
        bottom += 1
    return bottom


def _parts(header: Row, below: Row) -> bool:
    filled = [column for column, cell in enumerate(below.cells) if cell]
    if not filled or is_numbering(below):
        return False
    for column, cell in enumerate(header.cells):
        role = role_of(cell)
        own = below.cell(column)
        if own and role is ColumnRole.ORDINAL:
            return False
        if (
            own
            and role is ColumnRole.NAME
            and role_of(own) not in (ColumnRole.FAMILY, ColumnRole.NAME)
        ):
            return False
    # A single text under the very first column is a unit's name over its members.
    return filled != [0] and not any(re.search(r"\d{4}", below.cell(column)) for column in filled)


def _columns(block: Sequence[Row], sample: Sequence[Row]) -> Columns:
    width = max(len(row.cells) for row in block)
    headers, roles, given = {}, dict[ColumnRole, int](), None
    for column in range(width):
        own = [row.cell(column) for row in block]
        if not any(own):
            continue
        headers[column] = " – ".join(nfc(text) for text in own if text)
        role = _role_in(block, column)
        if (
            role is ColumnRole.NAME
            and fold(own[-1] or own[0]) == "ten"
            and ColumnRole.FAMILY in roles
        ):
            given = column
        elif role is not None:
            roles.setdefault(role, column)
    if ColumnRole.NAME not in roles and ColumnRole.FAMILY in roles:
        roles[ColumnRole.NAME] = roles[ColumnRole.FAMILY]
    name = roles.get(ColumnRole.NAME)
    if given is None and name is not None and _goes_on(sample, headers, name + 1):
        given = name + 1
    roles.pop(ColumnRole.FAMILY, None)
    return Columns(roles, given, block[0].number, block[-1].number, headers)


def _role_in(block: Sequence[Row], column: int) -> ColumnRole | None:
    """Tell a column's role: by its lowest header, then with what stands above it."""
    own = [row.cell(column) for row in block if row.cell(column)]
    lowest = role_of(own[-1])
    if lowest is not None:
        return lowest
    return role_of(" ".join(own)) if len(own) > 1 else None


def _goes_on(sample: Sequence[Row], headers: dict[int, str], column: int) -> bool:
    """Tell a second column of the name under one merged header: no header, words in its cells."""
    if column in headers:
        return False
    texts = [row.cell(column) for row in sample if row.cell(column)]
    return bool(texts) and all(re.fullmatch(r"[^\W\d_]+['’]?\s?[^\W\d_]*", each) for each in texts)
