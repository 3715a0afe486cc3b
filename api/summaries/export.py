"""A conference's attendance as files: .csv for programs, .xlsx for people; memory stays flat.

The CSV is UTF-8 with a byte order mark and has ";" between its fields: Excel set to Vietnamese,
where the comma is in numbers, opens it right by a double click, and any program reads it. Its
header and its words are those of the JSON. The workbook says the same in Vietnamese.

No text is ever a formula. A sheet holds texts as texts; in CSV one that begins as a formula does
gets an apostrophe before it, as spreadsheets themselves write it.
"""

import csv
import io
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import IO, Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.dates import VIETNAM, short_day
from api.papers.ledger import Cell, Column, Ledger
from api.reports.gathering import halls
from api.summaries.lines import Scene
from api.summaries.schemas import ExportedPerson
from api.summaries.wording import (
    BESIDE,
    DAYS,
    EVIDENCE,
    FORM_NAMES,
    MAKE_UPS,
    REASONS,
    STATUSES,
    YES,
)

_FORMULAIC: Final = ("=", "+", "-", "@", "\t", "\r", "\n")

FIELDS: Final[Mapping[str, Callable[[ExportedPerson], Any]]] = {
    "card_number": lambda line: line.card_number,
    "full_name": lambda line: line.full_name,
    "member_id": lambda line: line.member_id,
    "home_unit_id": lambda line: line.home.id,
    "home_unit_name": lambda line: line.home.name,
    "home_unit_path": lambda line: line.home.path,
    "home_bloc": lambda line: line.home_bloc,
    "unit_id": lambda line: line.unit.id,
    "unit_name": lambda line: line.unit.name,
    "unit_path": lambda line: line.unit.path,
    "bloc": lambda line: line.bloc,
    "status": lambda line: line.status,
    "in_a": lambda line: line.in_a,
    "in_b": lambda line: line.in_b,
    "beside": lambda line: line.beside,
    "session_id": lambda line: line.session_id,
    "session_title": lambda line: line.session_title,
    "form": lambda line: line.form,
    "point_name": lambda line: line.point_name,
    "day": lambda line: line.day,
    "reason": lambda line: line.reason,
    "came_session_id": lambda line: line.came_session_id,
    "evidence": lambda line: line.evidence,
    "is_by_hand": lambda line: line.is_by_hand,
    "is_countersigned": lambda line: line.is_countersigned,
    "made_up": lambda line: line.made_up,
    "made_up_session_id": lambda line: line.made_up_session_id,
    "visits": lambda line: line.visits,
}
"""The columns of the CSV, by their names."""

_COLUMNS: Final = (
    Column("Số thẻ", 26),
    Column("Họ và tên", 48),
    Column("Đơn vị tính", 70),
    Column("Khối", 36),
    Column("Đơn vị gốc", 70),
    Column("Khối của đơn vị gốc", 36),
    Column("Diện", 26),
    Column("Thuộc tổng số (A)", 16),
    Column("Phải triệu tập (B)", 16),
    Column("Lý do không triệu tập", 34),
    Column("Lớp", 44),
    Column("Hình thức", 40),
    Column("Điểm cầu", 50),
    Column("Kết quả trong ngày", 36),
    Column("Mã lý do", 14),
    Column("Lớp đã dự", 44),
    Column("Căn cứ", 36),
    Column("Ghi tay", 14),
    Column("Đã đối chiếu", 16),
    Column("Học bù", 40),
    Column("Lớp học bù", 44),
    Column("Có mặt ở lớp khác", 60),
)


async def write_csv(file: IO[bytes], listed: AsyncIterator[ExportedPerson]) -> int:
    """Write lines as CSV; tells how many there were."""
    text = io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(FIELDS)
    number = 0
    async for line in listed:
        writer.writerow([_plain(read(line)) for read in FIELDS.values()])
        number += 1
    text.flush()
    text.detach()
    return number


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, list):
        return " ".join(map(str, value))
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULAIC) else text


async def write_workbook(
    db: AsyncSession,
    file: IO[bytes],
    about: Scene,
    listed: AsyncIterator[ExportedPerson],
    *,
    at: datetime,
) -> int:
    """Write lines as a workbook, with what was counted in halls; tells how many lines it has."""
    local = at.astimezone(VIETNAM)
    title = (
        about.known.conference.title,
        f"Số liệu lúc {local:%H:%M} ngày {short_day(local.date())}",
    )
    number = 0
    with Ledger(file, at=at) as ledger:
        ledger.sheet("Điểm danh", ("ĐIỂM DANH THEO ĐẢNG VIÊN", *title), _COLUMNS, is_ruled=False)
        async for line in listed:
            ledger.add(_cells(about, line))
            number += 1
        await _halls(db, ledger, about, title)
        _sessions(ledger, about, title)
        _units(ledger, about, title)
        _legend(ledger, title)
    return number


def _cells(about: Scene, line: ExportedPerson) -> Sequence[Cell]:
    titles = about.titles
    return (
        line.card_number,
        line.full_name,
        about.place(line.unit.id),
        line.bloc,
        about.place(line.home.id),
        line.home_bloc,
        STATUSES[line.status],
        YES if line.in_a else None,
        YES if line.in_b else None,
        BESIDE[line.beside] if line.beside else None,
        line.session_title,
        FORM_NAMES[line.form] if line.form else None,
        line.point_name,
        DAYS[line.day] if line.day else None,
        line.reason.value if line.reason else None,
        titles[line.came_session_id] if line.came_session_id else None,
        EVIDENCE[line.evidence] if line.evidence else None,
        YES if line.is_by_hand else None,
        YES if line.is_countersigned else None,
        MAKE_UPS[line.made_up] if line.made_up else None,
        titles[line.made_up_session_id] if line.made_up_session_id else None,
        "; ".join(titles[each] for each in line.visits) or None,
    )


async def _halls(db: AsyncSession, ledger: Ledger, about: Scene, title: Sequence[str]) -> None:
    columns = [
        Column("Đơn vị", 90),
        Column("Khối", 45),
        Column("Lớp", 60),
        Column("Khách, quần chúng", 26, "number"),
        Column("Số người đếm được", 26, "number"),
    ]
    ledger.sheet("Khách và số người đếm", ("TẠI HỘI TRƯỜNG", *title), columns)
    heads, guests = await halls(db, about.known)
    for unit_id, session_id in sorted({*heads, *guests}, key=lambda key: _order(about, key)):
        key = unit_id, session_id
        place, bloc = about.place(unit_id), about.blocs.get(unit_id)
        ledger.add([place, bloc, about.titles[session_id], guests.get(key, 0), heads.get(key)])


def _order(about: Scene, key: tuple[UUID, UUID]) -> tuple[str, str]:
    return about.titles[key[1]], about.place(key[0])


def _sessions(ledger: Ledger, about: Scene, title: Sequence[str]) -> None:
    columns = [Column("Lớp", 70), Column("Hình thức", 60), Column("Thứ tự", 20, "number")]
    ledger.sheet("Lớp", ("CÁC LỚP", *title), columns)
    for each in about.sessions.values():
        ledger.add([about.titles[each.id], FORM_NAMES[each.form], each.ordinal])


def _units(ledger: Ledger, about: Scene, title: Sequence[str]) -> None:
    columns = [Column("Đơn vị", 110), Column("Tên", 80), Column("Khối", 50)]
    ledger.sheet("Đơn vị", ("CÁC ĐƠN VỊ", *title), columns)
    for each in sorted(about.units.values(), key=lambda unit: unit.path):
        if each.path.startswith(about.known.path):
            ledger.add([about.place(each.id), each.name, about.blocs.get(each.id)])


def _legend(ledger: Ledger, title: Sequence[str]) -> None:
    ledger.sheet("Giải thích", ("GIẢI THÍCH", *title), [Column("Mục", 60), Column("Nghĩa", 160)])
    for words in _EXPLAINED:
        ledger.add(words)


_EXPLAINED: Final[Iterable[tuple[str, str]]] = (
    ("Đơn vị tính", "Nơi tính triệu tập và có mặt; đảng viên sinh hoạt tạm thời tính nơi đang ở"),
    ("Đơn vị gốc", "Nơi tính vào tổng số đảng viên (A)"),
    ("Kết quả trong ngày", "Chỉ của người phải triệu tập (B); học bù không làm thay đổi cột này"),
    ("Lớp đã dự", "Lớp mà kết quả trong ngày nói đến; của người ngoài B là lớp đã dự thêm"),
    *((code.value, said) for code, said in REASONS.items()),
)
