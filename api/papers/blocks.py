"""The blocks that a document is made of, one under the other; `papers.document` lays them out."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues the document, at left, and the motto, place and date, at right.

    A blank in `number` ("Số       -KH/ĐU") and in `place` is left for the clerk; the motto is the
    profile's where none is given.
    """

    superior: str | None
    issuing: str
    number: str
    place: str
    motto: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The kind of document and, under it, what it is about."""

    text: str
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the body; it stays with what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `keep` leaves it on the page of what follows."""

    text: str
    bold: bool = False
    italic: bool = False
    align: Align = "justify"
    indent: bool = True
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of the body that belong together, as they stand, without room between them."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; its header rows (one or two) are repeated on every page.

    An empty text in the first header row widens the cell at its left; one in the second row makes
    the cell above it two rows high. A row of one text heads a group and runs through all columns.
    `strike` holds the rows that are struck through, `bold` those that are sums. Where no `size` is
    given the profile's is taken.
    """

    header: Sequence[Sequence[str]]
    rows: Sequence[Sequence[str]]
    widths_mm: Sequence[float]
    align: Sequence[Align]
    strike: Set[int] = frozenset()
    bold: Set[int] = frozenset()
    size: float | None = None
    row_height_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """In whose name and office it is signed, room to sign, and the name."""

    lines: Sequence[str]
    name: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """The list under "Nơi nhận:"; beside the signature where one stands next to it."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Section:
    """What follows begins on a page of its own that lies on its side, or stands upright."""

    landscape: bool


Body = Title | Heading | Paragraph | Lines | Table | PageBreak | Section
Block = Letterhead | Body | Signature | Recipients
