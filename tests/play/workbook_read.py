"""The workbook of a summary beside what a reader computes, cell by cell."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.play.reading import CODES, Reader, Row

_COLUMNS = (
    "members exempt suspended excluded away here convened present full late left_early "
    "other_session on_duty excused unexcused pending unknown rate_percent "
    "rate_of_members_percent by_code by_hand not_countersigned from_elsewhere extra made_up "
    "retold guests heads"
).split()
_HEADS = (
    "Tổng số đảng viên (A)|Miễn sinh hoạt|Đình chỉ|Đã dự hội nghị khác|Tạm sinh hoạt nơi khác|"
    "Nơi khác đến tạm|Phải triệu tập (B)|Có mặt|Dự đủ|Đến muộn|Về sớm|Dự lớp khác|Nhiệm vụ phục vụ|"
    "Có lý do|Không lý do|Chờ xác nhận|Chưa có thông tin|trên số triệu tập|trên tổng số|Bằng mã|"
    "Theo danh sách|Theo danh sách, chưa đối chiếu|Từ lớp khác đến|Dự thêm|Dự lớp sau|"
    "Nghe truyền đạt lại|Khách, quần chúng|Số người đếm được"
).split("|")
_STATES = {
    None: "Chưa có báo cáo",
    "draft": "Đang soạn",
    "submitted": "Đã gửi",
    "returned": "Bị trả lại, chưa gửi lại",
    "accepted": "Đã chấp nhận",
}
_INSTANT = r"[0-9]+ giờ(?: [0-9]+ phút)?, ngày [0-9]+ tháng [0-9]+ năm [0-9]+"
Cells = list[Any]


def faults_of_workbook(content: bytes, reader: Reader) -> list[str]:
    """Name every cell that is not what the reader computes, and every number beside them."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    expected = dict(_sheets(reader))
    found = [f"sheet {name} is not known" for name in book.sheetnames if name not in expected]
    for name, rows in expected.items():
        found += _faults_of_sheet(book[name], rows, reader)
    return found


def _sheets(reader: Reader) -> Iterator[tuple[str, list[Cells]]]:
    yield "Tổng hợp", _first(reader)
    blocs = reader.blocs()
    yield "Theo khối", [*(_cells(blocs[name]) for name in sorted(blocs)), _cells(reader.total)]
    for name, rows in (
        ("Theo hình thức", reader.forms()),
        ("Theo lớp", reader.classes()),
        ("Theo đơn vị", reader.tree()),
    ):
        yield name, [_cells(each) for each in [*rows, reader.total]]
    absent = [each for each in reader.tree() if each.numbers["absent"]]
    yield (
        "Vắng mặt",
        [
            [each.name, *(each.numbers[key] for key in ("absent", "excused", "unexcused", *CODES))]
            for each in [*absent, reader.total]
        ],
    )
    yield (
        "Chưa báo cáo",
        [
            [
                each.name,
                _STATES[each.state],
                *(each.numbers[key] for key in ("convened", "present", "pending", "unknown")),
            ]
            for each in reader.unreported()
        ],
    )
    missed = [each for each in reader.tree() if each.numbers["missed"]]
    yield (
        "Học bù",
        [
            [
                each.name,
                *(each.numbers[key] for key in ("missed", "made_up", "retold", "to_make_up")),
            ]
            for each in [*missed, reader.total]
        ],
    )
    yield (
        "Vấn đề phát sinh",
        [
            *([unit, None, None, None, text, None] for unit, text in reader.incidents),
            *(
                [each.unit, "Trong báo cáo", None, None, each.incidents, None]
                for each in reader.raised
                if each.incidents
            ),
        ],
    )
    said = [[each.unit, each.proposals] for each in reader.raised if each.proposals]
    yield "Đề xuất, kiến nghị", said


def _cells(row: Row) -> Cells:
    return [row.name, *(_value(row, key) for key in _COLUMNS)]


def _value(row: Row, key: str) -> Any:
    if not key.startswith("rate"):
        return row.numbers[key]
    whole = row.numbers["convened" if key == "rate_percent" else "members"]
    return row.numbers["present"] / whole if whole else "–"


def _first(reader: Reader) -> list[Cells]:
    total, rows = reader.total, []
    for name, held, planned in reader.held():
        rows += [
            [f"Số lớp đã tổ chức – {name}", held, None],
            [f"Số lớp theo kế hoạch – {name}", planned, None],
        ]
    for head, key in zip(_HEADS, _COLUMNS, strict=True):
        if key.startswith("rate") or key in {"guests", "heads"}:
            continue
        rows.append([head, total.numbers[key], None])
        if key == "present":
            rows[-1][2] = _value(total, "rate_percent")
    rows.append(["Khách, quần chúng", total.numbers["guests"], None])
    rows.append(["Số đơn vị trực thuộc chưa báo cáo", len(reader.unreported()), None])
    return rows


def _faults_of_sheet(sheet: Worksheet, expected: list[Cells], reader: Reader) -> list[str]:
    """Compare the rows below the heads; above them no digit may stand but in a known title."""
    top = int(re.sub(r"\D", "", str(sheet.freeze_panes))) - 1
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    found = [
        f"{sheet.title}: {value!r} stands above the table"
        for row in rows[:top]
        for value in row
        if re.search("[0-9]", re.sub(_INSTANT, "", _without(str(value or ""), reader.titles)))
    ]
    if sheet.title == "Theo khối":
        rows[top:-1] = sorted(rows[top:-1], key=lambda each: str(each[0]))
    if sheet.title == "Vấn đề phát sinh":
        for row in rows[top : top + len(reader.incidents)]:
            row[1:4] = [None] * 3  # when and where it was told is no number of the attendance
    if sheet.title.startswith("Theo"):
        shown = rows[top - 1][1:]
        found += [f"{sheet.title}: heads are {shown}"] if shown != _HEADS else []
    found += _differences(sheet.title, rows[top:], expected)
    return found


def _differences(name: str, rows: Sequence[Cells], expected: Sequence[Cells]) -> list[str]:
    if len(rows) != len(expected):
        said = [each[0] for each in rows], [each[0] for each in expected]
        return [f"{name}: {len(rows)} rows, the lines give {len(expected)}: {said}"]
    return [
        f"{name}, {wanted[0]}, column {column}: {shown!r}, the lines give {value!r}"
        for row, wanted in zip(rows, expected, strict=True)
        for column, (shown, value) in enumerate(
            zip(row, wanted + [None] * (len(row) - len(wanted)), strict=True)
        )
        if not _same(name, column, shown, value)
    ]


def _same(sheet: str, column: int, shown: Any, value: Any) -> bool:
    if column == 0 and sheet == "Tổng hợp":  # "Đảng viên: Miễn sinh hoạt"
        return str(shown).split(": ")[-1] == str(value)
    if isinstance(value, float):
        return isinstance(shown, int | float) and abs(shown - value) < 1e-9
    return bool(shown == value)


def _without(text: str, titles: Sequence[str]) -> str:
    for title in titles:
        text = text.replace(title, "")
    return text
