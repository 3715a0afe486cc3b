"""Lists as they come out of a printer: a table a unit, room to sign, the code on every page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final, Literal

from api.kit.dates import VIETNAM, day_of, hour_of, long_day, weekday
from api.papers import document, sheet
from api.papers.blocks import Block, PageBreak, Paragraph, Table, Title
from api.papers.profile import HD36_2018
from api.papers.sheet import Sheet
from api.rosters.rules import Mark, Row, Venue
from api.tables.conferences import Conference
from api.tables.sessions import Session
from api.words import Form

FileKind = Literal["xlsx", "docx"]
Align = Literal["left", "center"]

_ROW_MM: Final = 9.0
_MARKS: Final = {
    Mark.PROBATIONARY: "dự bị",
    Mark.REDUCED: "giảm sinh hoạt",
    Mark.EXEMPT: "miễn sinh hoạt",
    # A sheet passes from hand to hand: why somebody is not summoned is not for all to read.
    Mark.SUSPENDED: "không triệu tập",
    Mark.EXCLUDED: "đã dự hội nghị khác",
    Mark.STAYS_HERE: "sinh hoạt tạm thời",
    Mark.STAYS_ELSEWHERE: "tạm thời nơi khác",
    Mark.WENT_HOME: "đã về nơi cũ",
    Mark.TRANSFERRED: "đã chuyển đi",
    Mark.LEFT: "đã rời danh sách",
}
_FORMS: Final = {Form.LINE: "đường truyền", Form.MEET: "Google Meet"}
_COUNT: Final = "Có mặt: ……… · Vắng có lý do: ……… · Vắng không lý do: ………"
_SIGNED: Final = "Người điểm danh (ký, ghi rõ họ tên): …………………………………………"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its heading, its width (the widest takes the rest) and its side."""

    heading: str
    width_mm: float
    align: Align = "left"


_NUMBER: Final = Column("Số", 13, "center")
_CARD: Final = Column("Số thẻ", 26, "center")
_CLASS: Final = Column("Lớp", 30, "center")
_SIGN: Final = Column("Ký tên", 32)
_NOTE: Final = Column("Ghi chú", 28)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a list, the name of its file, and the code on its pages."""

    lines: Sequence[str]
    file_name: str
    code: str | None = None

    @property
    def running(self) -> str | None:
        """Write the code as it stands on each page."""
        return f"Mã danh sách: {self.code}" if self.code else None


def when(session: Session) -> str:
    """Tell the time of a session, or what is known of it."""
    if session.starts_at is None:
        return f"Thời gian: {session.date_hint or 'sẽ thông báo sau'}"
    day = day_of(session.starts_at.astimezone(VIETNAM))
    return f"Thời gian: {hour_of(session.starts_at)}, {weekday(day)}, {long_day(day)}"


def heading(
    title: str,
    conference: Conference,
    *,
    session: Session | None,
    place: str | None = None,
    unit: str | None = None,
    code: str | None = None,
) -> Heading:
    """Write what stands above a list: of which conference, class, point and unit it is."""
    lines = [title, conference.title]
    if session is not None:
        lines += [session.title, when(session)]
    lines += [each for each in (place, unit) if each]
    parts = ("Danh sách" if code else "Phiếu ký tên", session and session.title, place, unit)
    return Heading(lines, " – ".join(each for each in parts if each), code)


def roster(
    rows: Iterable[Row],
    heading: Heading,
    *,
    kind: FileKind,
    with_cards: bool,
    with_class: bool,
    at: datetime,
) -> bytes:
    """Print a list, a table a unit, in the order of its rows."""
    columns = [_NUMBER, Column("Họ và tên", 0)]
    columns += [_CARD] if with_cards else []
    columns += [_CLASS] if with_class else []
    columns += [_SIGN, _NOTE]
    units = [(name, list(group)) for (name, _), group in groupby(rows, key=_unit)]
    if kind == "xlsx":
        sheets = [
            _page(name, heading, columns, _cells(group, with_cards, with_class), _struck(group))
            for name, group in units
        ]
        return sheet.render(sheets or [_page("Danh sách", heading, columns, [])], at=at)
    title, *others = heading.lines
    blocks: list[Block] = [Title(title, others[0]), *_centred(others[1:])]
    for name, group in units:
        cells = _cells(group, with_cards, with_class)
        blocks += [_table(name, columns, cells, _struck(group)), _line(_COUNT), _line(_SIGNED)]
    if not units:
        blocks.append(Paragraph("Chưa có đảng viên nào trong danh sách này.", italic=True))
    return document.render(blocks, running=heading.running)


def signing_sheet(
    venues: Sequence[tuple[Venue, int]], heading: Heading, *, kind: FileKind, at: datetime
) -> bytes:
    """Print blank lines to sign, a sheet a point, for whoever is on no list."""
    columns = [_NUMBER, Column("Họ và tên", 0), Column("Chi bộ", 48), _SIGN]
    title, *others = heading.lines
    if kind == "xlsx":
        sheets = [
            _page(
                each.name,
                Heading([*heading.lines, _place(each)], heading.file_name),
                columns,
                _blank(lines),
            )
            for each, lines in venues
        ]
        return sheet.render(sheets, at=at)
    blocks: list[Block] = []
    for place, (each, lines) in enumerate(venues):
        blocks += [PageBreak()] if place else []
        blocks += [Title(title, others[0]), *_centred([*others[1:], _place(each)])]
        blocks += [_table(each.name, columns, _blank(lines)), _line(_SIGNED)]
    return document.render(blocks)


def _unit(row: Row) -> tuple[str, str]:
    return row.unit_name, str(row.unit_id)


def _place(venue: Venue) -> str:
    return venue.name if venue.venue == venue.name else f"{venue.name} – {venue.venue}"


def _cells(rows: Sequence[Row], with_cards: bool, with_class: bool) -> list[list[str | int]]:
    return [
        [
            row.number,
            row.full_name,
            *([_card(row)] if with_cards else []),
            *([_class(row)] if with_class else []),
            "",
            ", ".join(_MARKS[mark] for mark in row.marks),
        ]
        for row in rows
    ]


def _card(row: Row) -> str:
    return "" if row.is_struck else row.card_number or ""


def _class(row: Row) -> str:
    if row.form is None or row.is_struck:
        return ""
    return f"Lớp {row.ordinal} – {_FORMS[row.form]}"


def _blank(lines: int) -> list[list[str | int]]:
    return [[number, "", "", ""] for number in range(1, lines + 1)]


def _struck(rows: Sequence[Row]) -> frozenset[int]:
    return frozenset(place for place, row in enumerate(rows) if row.is_struck)


def _widths(columns: Sequence[Column]) -> list[float]:
    rest = HD36_2018.width_mm() - sum(each.width_mm for each in columns)
    return [each.width_mm or rest for each in columns]


def _page(
    name: str,
    heading: Heading,
    columns: Sequence[Column],
    cells: Sequence[Sequence[str | int]],
    strike: frozenset[int] = frozenset(),
) -> Sheet:
    return Sheet(
        name=name,
        title=heading.lines,
        header=[(name, *[""] * (len(columns) - 1)), [each.heading for each in columns]],
        rows=cells,
        widths_mm=_widths(columns),
        align=[each.align for each in columns],
        strike=strike,
        row_height_mm=_ROW_MM,
        running=heading.running,
    )


def _table(
    name: str,
    columns: Sequence[Column],
    cells: Sequence[Sequence[str | int]],
    strike: frozenset[int] = frozenset(),
) -> Table:
    return Table(
        header=[(name, *[""] * (len(columns) - 1)), [each.heading for each in columns]],
        rows=[[str(cell) for cell in row] for row in cells],
        widths_mm=_widths(columns),
        align=[each.align for each in columns],
        strike=strike,
        row_height_mm=_ROW_MM,
    )


def _centred(lines: Iterable[str]) -> list[Block]:
    return [Paragraph(each, align="center", indent=False) for each in lines]


def _line(text: str) -> Block:
    return Paragraph(text, align="left", indent=False)
