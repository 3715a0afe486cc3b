"""Which column of a participants' file is which (pure).

Google, its extensions and offices head them each in their own way, in English or Vietnamese, with
or without marks. Addresses of e-mail are never read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from api.imports.table import Row
from api.kit.text import fold, nfc

SEARCHED_ROWS: Final = 40
"""How many rows from the top may tell of the meeting before the header."""


class MeetColumnRole(StrEnum):
    """What a column is to an import."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    JOINED = "joined"
    LEFT = "left"
    DURATION = "duration"


_NAMES: Final = frozenset(
    {MeetColumnRole.NAME, MeetColumnRole.FIRST_NAME, MeetColumnRole.LAST_NAME}
)

# The first pattern that a folded header fits decides; None drops the column.
_PATTERNS: Final[list[tuple[str, MeetColumnRole | None]]] = [
    (r"\be ?mails?\b|\bthu dien tu\b|\bgmail\b|\bdien thoai\b|\bphone\b", None),
    (r"\b(duration|minutes|mins?|thoi luong|so phut|phut|tong thoi gian|total time|time in call)\b"
     r"|\btrong cuoc (goi|hop)\b",
     MeetColumnRole.DURATION),
    (r"^(first|given) name$", MeetColumnRole.FIRST_NAME),
    (r"^(last|family) name$|^surname$|^ho$|^ho( va)?( chu)?( ten)? (dem|lot)$",
     MeetColumnRole.LAST_NAME),
    (r"\bho( va)? ten\b|^(full|display|user)? ?name$|^(ten )?nguoi (tham gia|tham du|dung)$",
     MeetColumnRole.NAME),
    (r"^participants?( full)?( name)?$|^ten( hien thi| day du| dau cau| diem cau)?$|^attendees?$",
     MeetColumnRole.NAME),
    (r"\b(left|leave|leaves|leaving|exit|exited|end|ended|roi|thoat|ket thuc|ra|dau ra)\b",
     MeetColumnRole.LEFT),
    (r"\b(join|joined|joins|enter|entered|start|started|arrived|tham gia|tham du|vao|bat dau)\b",
     MeetColumnRole.JOINED),
]  # fmt: skip
_COMPILED: Final = [(re.compile(pattern), role) for pattern, role in _PATTERNS]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a file has what; `header_row` is the number of the row that says so."""

    roles: dict[MeetColumnRole, int]
    headers: dict[int, str]
    header_row: int

    def text(self, row: Row, role: MeetColumnRole) -> str:
        """Give what a row says in the column of a role; empty where there is none."""
        return row.cell(self.roles.get(role))

    def name(self, row: Row) -> str:
        """Give the name that a row shows, put together where it stands in two columns."""
        first = self.text(row, MeetColumnRole.FIRST_NAME)
        last = self.text(row, MeetColumnRole.LAST_NAME)
        whole = self.text(row, MeetColumnRole.NAME)
        # «Họ» and «Tên» stand in the Vietnamese order, "First name" and "Last name" in theirs.
        parts = (first, last) if first else (last, whole)
        return nfc(" ".join(part for part in parts if part))

    def taken(self) -> list[tuple[str, MeetColumnRole]]:
        """List the headers of what is read, each with its role."""
        return [(self.headers[column], role) for role, column in self.roles.items()]

    def dropped(self) -> list[str]:
        """List the headers of what is not read."""
        taken = set(self.roles.values())
        return [header for column, header in self.headers.items() if column not in taken]


def role_of(header: str) -> MeetColumnRole | None:
    """Tell what a column is by its header; None where an import has no use for it."""
    folded = fold(header)
    if not folded or len(header) > 100:
        return None
    return next((role for pattern, role in _COMPILED if pattern.search(folded)), None)


def find(rows: Sequence[Row]) -> Columns | None:
    """Find the header: the first row that heads a name and the times between which it was there."""
    for row in rows[:SEARCHED_ROWS]:
        roles: dict[MeetColumnRole, int] = {}
        headers = {at: nfc(cell)[:100] for at, cell in enumerate(row.cells) if cell}
        for at, cell in enumerate(row.cells):
            role = role_of(cell)
            if role is not None:
                roles.setdefault(role, at)
        ends = {MeetColumnRole.JOINED, MeetColumnRole.LEFT, MeetColumnRole.DURATION} & set(roles)
        if _NAMES & set(roles) and len(ends) >= 2:
            return Columns(roles, headers, row.number)
    return None
