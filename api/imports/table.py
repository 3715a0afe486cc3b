"""A list as rows of texts, wherever it came from."""

from dataclasses import dataclass
from typing import Final

MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number as Excel shows it; `formulas` are the columns that compute theirs."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()

    def cell(self, column: int | None) -> str:
        """Give a cell's text; empty where there is none."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that was read: its rows that are not empty."""

    rows: tuple[Row, ...]
    encodings: tuple[str, ...]
    """How its letters were written, the prevailing one first."""
    title: str | None = None
    other_titles: tuple[str, ...] = ()
