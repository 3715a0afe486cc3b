"""The summary as a workbook (.xlsx): every table of it, numbers as numbers."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from api.kit.dates import VIETNAM, hour_of, long_day, short_day
from api.papers.ledger import Cell, Column, Ledger
from api.reports.rules import CANCELLED, REDUCED, Tally, rate
from api.summaries.overview import Overview, Row
from api.summaries.raised import something
from api.summaries.schemas import GroupBy
from api.summaries.wording import FORM_NAMES, REASONS, STATES
from api.words import AbsenceReason

_CODES: Final = (*(each.value for each in AbsenceReason), REDUCED, CANCELLED)
_UNCODED: Final = {REDUCED: "Giảm", CANCELLED: "Hủy"}
_NUMBERS: Final[Sequence[tuple[str, str, str]]] = (
    ("Tổng số đảng viên (A)", "Đảng viên", "members"),
    ("Miễn sinh hoạt", "Đảng viên", "exempt"),
    ("Đình chỉ", "Đảng viên", "suspended"),
    ("Đã dự hội nghị khác", "Đảng viên", "excluded"),
    ("Tạm sinh hoạt nơi khác", "Đảng viên", "away"),
    ("Nơi khác đến tạm", "Đảng viên", "here"),
    ("Phải triệu tập (B)", "Đảng viên", "convened"),
    ("Có mặt", "Có mặt", "present"),
    ("Dự đủ", "Có mặt", "full"),
    ("Đến muộn", "Có mặt", "late"),
    ("Về sớm", "Có mặt", "left_early"),
    ("Dự lớp khác", "Có mặt", "other_session"),
    ("Nhiệm vụ phục vụ", "Có mặt", "on_duty"),
    ("Có lý do", "Vắng", "excused"),
    ("Không lý do", "Vắng", "unexcused"),
    ("Chờ xác nhận", "Chưa rõ", "pending"),
    ("Chưa có thông tin", "Chưa rõ", "unknown"),
)
_BESIDE: Final[Sequence[tuple[str, str, str]]] = (
    ("Bằng mã", "Căn cứ", "by_code"),
    ("Theo danh sách", "Căn cứ", "by_hand"),
    ("Theo danh sách, chưa đối chiếu", "Căn cứ", "not_countersigned"),
    ("Từ lớp khác đến", "Ngoài diện triệu tập", "from_elsewhere"),
    ("Dự thêm", "Ngoài diện triệu tập", "extra"),
    ("Dự lớp sau", "Học bù", "made_up"),
    ("Nghe truyền đạt lại", "Học bù", "retold"),
)
_LARGE: Final = frozenset({"members", "convened", "present"})
_WIDTH: Final = 15.0
_NAMED: Final = {
    GroupBy.BLOC: ("Theo khối", "Khối"),
    GroupBy.FORM: ("Theo hình thức", "Hình thức"),
    GroupBy.SESSION: ("Theo lớp", "Lớp"),
    GroupBy.UNIT: ("Theo đơn vị", "Đơn vị"),
}


def workbook(found: Overview) -> bytes:
    """Write the workbook of an overview."""
    file = io.BytesIO()
    conference = found.gathered.conference
    about = (
        f"{conference.title} – {found.top.name}",
        f"Số liệu lúc {_moment(found.gathered.as_of)}",
    )
    with Ledger(file, at=found.gathered.as_of) as ledger:
        _first(ledger, found, about)
        for group_by, (name, label) in _NAMED.items():
            ledger.sheet(name, (f"TỔNG HỢP {name.upper()}", *about), _columns(label))
            for row in found.rows(group_by):
                ledger.add(_cells(row), depth=row.depth or 0, bold=_is_top(row, found))
            ledger.add(_cells(found.total), bold=True)
        _absences(ledger, found, about)
        _unreported(ledger, found, about)
        _made_up(ledger, found, about)
        _incidents(ledger, found, about)
        _proposals(ledger, found, about)
    return file.getvalue()


def _moment(at: datetime) -> str:
    local = at.astimezone(VIETNAM)
    return f"{hour_of(at)}, {long_day(local.date())}"


def _is_top(row: Row, found: Overview) -> bool:
    """Tell a row that has others below it in the tree."""
    return row.depth == 1 and row.key is not None and UUID(row.key) in found.gathered.parents


def _columns(label: str) -> list[Column]:
    numbers = [Column(name, _WIDTH, "number", group) for name, group, _ in _NUMBERS]
    rates = [
        Column(name, _WIDTH, "rate", "Tỷ lệ có mặt")
        for name in ("trên số triệu tập", "trên tổng số")
    ]
    heads = [
        Column("Khách, quần chúng", _WIDTH, "number", "Tại hội trường"),
        Column("Số người đếm được", _WIDTH, "number", "Tại hội trường"),
    ]
    beside = [Column(name, _WIDTH, "number", group) for name, group, _ in _BESIDE]
    return [Column(label, 70), *numbers, *rates, *beside, *heads]


def _cells(row: Row) -> list[Cell]:
    tally = row.tally
    return [
        row.name,
        *(_number(tally, column) for _, _, column in _NUMBERS),
        _rate(tally.present, tally.convened),
        _rate(tally.present, tally.members),
        *(_number(tally, column) for _, _, column in _BESIDE),
        row.guests,
        row.heads,
    ]


def _number(tally: Tally, column: str) -> int:
    number: int = getattr(tally, column)
    return number


def _rate(part: int, whole: int) -> Cell:
    found = rate(part, whole)
    return "–" if found is None else found


def _first(ledger: Ledger, found: Overview, about: Sequence[str]) -> None:
    columns = [
        Column("Nội dung", 110),
        Column("Số lượng", 30, "number"),
        Column("Tỷ lệ", 30, "rate"),
    ]
    ledger.sheet("Tổng hợp", ("SỐ LIỆU TỔNG HỢP", *about), columns)
    total = found.total
    for form, held, planned in found.sessions_held():
        ledger.add([f"Số lớp đã tổ chức – {FORM_NAMES[form]}", held, None])
        ledger.add([f"Số lớp theo kế hoạch – {FORM_NAMES[form]}", planned, None])
    tally = total.tally
    for name, group, column in (*_NUMBERS, *_BESIDE):
        share = _rate(tally.present, tally.convened) if column == "present" else None
        label = name if column in _LARGE else f"{group}: {name}"
        ledger.add([label, _number(tally, column), share], bold=column in _LARGE)
    ledger.add(["Khách, quần chúng", total.guests, None])
    ledger.add(["Số đơn vị trực thuộc chưa báo cáo", len(found.unreported()), None])


def _tree(found: Overview) -> Iterator[Row]:
    yield from found.rows(GroupBy.UNIT)


def _absences(ledger: Ledger, found: Overview, about: Sequence[str]) -> None:
    columns = [
        Column("Đơn vị", 70),
        Column("Vắng", _WIDTH, "number"),
        Column("Có lý do", _WIDTH, "number"),
        Column("Không lý do", _WIDTH, "number"),
        *(Column(_UNCODED.get(each, each), 12, "number", "Lý do") for each in _CODES),
    ]
    legend = "; ".join(f"{code.value} {said}" for code, said in REASONS.items())
    legend += f"; {_UNCODED[REDUCED]}: được giảm sinh hoạt, không báo lý do"
    titles = (*about, f"{legend}; {_UNCODED[CANCELLED]}: lớp bị hủy mà chưa được xếp lớp khác")
    ledger.sheet("Vắng mặt", ("ĐẢNG VIÊN VẮNG MẶT THEO LÝ DO", *titles), columns)
    for row in _shown(_tree(found), "absent"):
        ledger.add(_absence(row), depth=row.depth or 0)
    ledger.add(_absence(found.total), bold=True)


def _shown(rows: Iterable[Row], column: str) -> Iterator[Row]:
    return (row for row in rows if _number(row.tally, column))


def _absence(row: Row) -> list[Cell]:
    tally = row.tally
    reasons = [tally.reasons.get(each, 0) for each in _CODES]
    return [row.name, tally.absent, tally.excused, tally.unexcused, *reasons]


def _unreported(ledger: Ledger, found: Overview, about: Sequence[str]) -> None:
    columns = [
        Column("Đơn vị", 90),
        Column("Báo cáo kết quả", 50),
        Column("Phải triệu tập (B)", 25, "number"),
        Column("Có mặt", 25, "number"),
        Column("Chờ xác nhận", 25, "number"),
        Column("Chưa có thông tin", 25, "number"),
    ]
    ledger.sheet("Chưa báo cáo", ("ĐƠN VỊ CHƯA BÁO CÁO", *about), columns)
    for row in found.unreported():
        tally = row.tally
        numbers = (tally.convened, tally.present, tally.pending, tally.unknown)
        ledger.add([row.name, STATES[row.report_state], *numbers])


def _made_up(ledger: Ledger, found: Overview, about: Sequence[str]) -> None:
    columns = [
        Column("Đơn vị", 90),
        Column("Vắng hoặc chưa rõ trong ngày", 30, "number"),
        Column("Dự lớp sau", 30, "number"),
        Column("Nghe chi bộ truyền đạt lại", 30, "number"),
        Column("Còn phải học bù", 30, "number"),
    ]
    ledger.sheet("Học bù", ("HỌC BÙ", *about), columns)
    for row in found.rows(GroupBy.UNIT):
        if row.tally.convened > row.tally.present:
            ledger.add(_make_up(row), depth=row.depth or 0)
    ledger.add(_make_up(found.total), bold=True)


def _make_up(row: Row) -> list[Cell]:
    tally = row.tally
    missed = tally.convened - tally.present
    return [row.name, missed, tally.made_up, tally.retold, missed - tally.made_up - tally.retold]


def _incidents(ledger: Ledger, found: Overview, about: Sequence[str]) -> None:
    columns = [
        Column("Đơn vị", 50),
        Column("Thời điểm", 32),
        Column("Lớp", 40),
        Column("Điểm cầu", 40),
        Column("Vấn đề phát sinh", 80),
        Column("Đã giải quyết", 60),
    ]
    ledger.sheet("Vấn đề phát sinh", ("VẤN ĐỀ PHÁT SINH", *about), columns)
    for each in found.incidents:
        local = each.at.astimezone(VIETNAM)
        when = f"{local:%H:%M} {short_day(local.date())}"
        texts = (each.session_title, each.point_name, each.text, each.resolution)
        ledger.add([each.unit_name, when, *texts])
    for unit in found.raised_directly():
        if said := something(unit.incidents):
            ledger.add([unit.unit_name, "Trong báo cáo", None, None, said, None])


def _proposals(ledger: Ledger, found: Overview, about: Sequence[str]) -> None:
    columns = [Column("Đơn vị", 70), Column("Đề xuất, kiến nghị", 200)]
    ledger.sheet("Đề xuất, kiến nghị", ("ĐỀ XUẤT, KIẾN NGHỊ CỦA CÁC ĐƠN VỊ", *about), columns)
    for each in found.raised_directly():
        if said := something(each.proposals):
            ledger.add([each.unit_name, said])
