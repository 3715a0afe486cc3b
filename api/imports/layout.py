"""Rows of a table as the persons it lists (pure); sections, totals and signatures told apart.

Only the columns with a role are looked at; the others never leave the table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from api.imports.headers import ColumnRole, Columns, find, is_numbering, role_of
from api.imports.table import Row, Table
from api.kit.text import fold, nfc


@dataclass(frozen=True, slots=True)
class Listed:
    """A row with a person, in the words of the file."""

    row: int
    name: str
    card: str
    unit: str
    """What names the unit: the row's own cell, else the section that it stands in, else empty."""
    note: str
    status: str
    joined: str
    confirmed: str
    is_formula: bool
    """Whether the name is computed and came without a value."""
    card_is_formula: bool
    """Whether the card number is."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table that was understood."""

    listed: tuple[Listed, ...]
    unclear_rows: tuple[int, ...]
    """Rows with a text where names stand, which are neither a person nor anything known."""
    taken: tuple[tuple[str, str], ...]
    """Headers of the columns that are read, each with its role."""
    dropped: tuple[str, ...]
    """Headers of the columns that are not."""
    card_has_history: bool


_TOTAL: Final = re.compile(r"^(tổng cộng|tổng số|tổng|cộng)(?!\w)", re.IGNORECASE)
_REMARK: Final = re.compile(r"^(ghi chu|luu y|chu thich|danh sach (nay|tren|co)|an dinh)\b")
_SIGNED: Final = re.compile(
    r"\bngay\b.*\bthang\b.*\bnam\b|^(t ?m|k ?t|tl|tuq)\b|^nguoi (lap|tong hop)\b|\bghi ro ho ten\b"
    r"|^(pho )?bi thu$|^xac nhan\b|^noi nhan\b|^(chi uy|dang uy|ban thuong vu)$"
)
_UNIT: Final = re.compile(
    r"^([ivxlc]+|[a-h]|\d{1,2})?[\s.):-]*"
    r"(chi bo|dang bo|dang uy|to dang|chi uy|thon|ap|khu pho|xa|phuong|thi tran|truong|khoi)\b"
)
_ORDER: Final = re.compile(r"\d{1,5}[.)]?")
_OUTLINE: Final = re.compile(r"([IVXLC]+|[A-H])[.)]?")


def read(table: Table, *, by_card: bool = False) -> Listing | None:
    """Read a table as a list of persons; None where it has no column of names (or cards)."""
    columns = find(table.rows, by_card=by_card)
    if columns is None:
        return None
    listed: list[Listed] = []
    strays: list[Listed] = []
    section, is_signed = "", False
    body = [row for row in table.rows if row.number > columns.last_row]
    is_numbered = _is_numbered(body, columns)
    for row, below in zip_longest(body, body[1:]):
        person = _person(row, columns, section)
        if person is not None and _is_plain(row, columns):
            listed.append(person)
        elif is_numbering(row) or _is_header_again(row, columns):
            continue
        elif _is_signature(row, columns):
            is_signed = True
        elif is_signed and not _has_order(row, columns):
            continue
        elif (found := _section(row, below, columns, is_numbered=is_numbered)) is not None:
            section = found
        elif person is not None and not _is_total(row):
            is_clear = _is_person(row, columns, is_numbered=is_numbered)
            (listed if is_clear else strays).append(person)
    return Listing(
        tuple(listed),
        tuple(each.row for each in strays),
        taken=tuple(_taken(columns)),
        dropped=tuple(_dropped(columns)),
        card_has_history=_card_has_history(columns),
    )


def _is_numbered(body: Sequence[Row], columns: Columns) -> bool:
    """Tell whether persons bear a running number, as in most lists."""
    ordinal = columns.at(ColumnRole.ORDINAL)
    wide = [row for row in body if len(_texts(row)) > 1]
    numbered = sum(bool(_ORDER.fullmatch(row.cell(ordinal))) for row in wide)
    return ordinal is not None and numbered * 3 > len(wide)


def _has_order(row: Row, columns: Columns) -> bool:
    return _order(row, columns) is not None


def _texts(row: Row) -> list[str]:
    return [cell for cell in row.cells if cell]


def _is_header_again(row: Row, columns: Columns) -> bool:
    name = columns.at(ColumnRole.NAME)
    column = columns.at(ColumnRole.CARD) if name is None else name
    return role_of(row.cell(column)) in (ColumnRole.NAME, ColumnRole.FAMILY, ColumnRole.CARD)


def _is_signature(row: Row, columns: Columns) -> bool:
    """Tell the place and date, or who signs: a row without number, and without a person's name."""
    name = row.cell(columns.at(ColumnRole.NAME))
    texts = [name] if name else _texts(row)
    is_short = len(_texts(row)) <= 3 and not _has_order(row, columns)
    return is_short and any(_SIGNED.search(fold(text)) for text in texts)


def _is_total(row: Row) -> bool:
    first = next((cell for cell in row.cells if re.search(r"[^\W\d_]", cell)), "")
    return bool(_TOTAL.match(nfc(first))) or bool(_REMARK.match(fold(first)))


def _section(row: Row, below: Row | None, columns: Columns, *, is_numbered: bool) -> str | None:
    """Read a row that names the unit of the rows below it: one text, and no running number.

    Where the text does not say that it is a unit, the numbers say it: they begin anew below it.
    """
    texts = _texts(row)
    outline = [text for text in texts if _OUTLINE.fullmatch(text)]
    named = [text for text in texts if text not in outline and re.search(r"[^\W\d_]{2}", text)]
    counts = [text for text in texts if text not in outline and text not in named]
    if len(named) != 1 or any(len(count) > 4 for count in counts):
        return None
    text = nfc(named[0])
    if _is_total(row):
        return None
    if outline:
        return text
    if _has_order(row, columns):
        # «1 | Chi bộ thôn 3» heads a section too; a person is not called so.
        return text if _starts_as_unit(text) and not row.cell(columns.at(ColumnRole.CARD)) else None
    at_front = row.cells.index(named[0]) == 0 and columns.at(ColumnRole.NAME) != 0
    begins = below is not None and _order(below, columns) == 1
    return text if at_front or _starts_as_unit(text) or (is_numbered and begins) else None


def _is_plain(row: Row, columns: Columns) -> bool:
    """Tell what most rows are, at little cost: a number, a name, and more beside it."""
    is_wide = sum(map(bool, row.cells)) > 3
    has_words = bool(re.search(r"[^\W\d_]", row.cell(columns.at(ColumnRole.NAME))))
    return is_wide and has_words and _has_order(row, columns)


def _order(row: Row, columns: Columns) -> int | None:
    text = row.cell(columns.at(ColumnRole.ORDINAL))
    return int(text.strip(".)")) if _ORDER.fullmatch(text) else None


def _starts_as_unit(text: str) -> bool:
    return bool(re.match(r"(chi bo|dang bo|dang uy|to dang|chi uy)\b", _bare(text))) or (
        bool(_UNIT.match(fold(text))) and bool(re.search(r"\d", text))
    )


def _bare(text: str) -> str:
    return re.sub(r"^([ivxlc]+|[a-h]|\d{1,2})\s+(?=chi bo|dang|to dang|chi uy)", "", fold(text))


def _person(row: Row, columns: Columns, section: str) -> Listed | None:
    at = columns.at
    parts = [row.cell(at(ColumnRole.NAME)), row.cell(columns.given)]
    name, card = " ".join(part for part in parts if part), row.cell(at(ColumnRole.CARD))
    is_formula = not name and at(ColumnRole.NAME) in row.formulas
    if not name and not is_formula and not card:
        return None
    joined, confirmed = row.cell(at(ColumnRole.JOINED)), row.cell(at(ColumnRole.CONFIRMED))
    both = row.cell(at(ColumnRole.JOINED_CONFIRMED))
    if both:
        first, *others = _dates(both)
        joined, confirmed = first, " ".join(others)
    return Listed(
        row.number,
        name,
        card,
        row.cell(at(ColumnRole.UNIT)) or section,
        row.cell(at(ColumnRole.NOTE)),
        row.cell(at(ColumnRole.STATUS)),
        joined,
        confirmed,
        is_formula,
        not card and at(ColumnRole.CARD) in row.formulas,
    )


def _dates(text: str) -> list[str]:
    """Part «19/05/1998 - 19/05/1999», or two lines of one cell."""
    return re.split(r"[\n;–,]|\s-\s|(?<=\d{4})\s*[/-]\s*(?=\d)", text)


def _is_person(row: Row, columns: Columns, *, is_numbered: bool) -> bool:
    """Tell a person from a stray line: in a numbered list he has a number, or something beside."""
    if not is_numbered or _has_order(row, columns):
        return True
    beside = columns.taken() - {columns.at(ColumnRole.NAME), columns.given}
    return any(row.cell(column) for column in beside)


def _taken(columns: Columns) -> Iterator[tuple[str, str]]:
    for role, column in columns.roles.items():
        yield columns.headers.get(column, ""), role.value
    if columns.given is not None and columns.given in columns.headers:
        yield columns.headers[columns.given], ColumnRole.NAME.value


def _dropped(columns: Columns) -> Iterator[str]:
    taken = columns.taken()
    for column, header in columns.headers.items():
        if column not in taken:
            yield header[:100]


def _card_has_history(columns: Columns) -> bool:
    column = columns.at(ColumnRole.CARD)
    return column is not None and "ly lich" in fold(columns.headers.get(column, ""))
