"""The Word file of a summary beside what a reader computes: every cell, and every number told."""

import io
import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

import docx
from docx.document import Document
from docx.table import Table

from tests.play.reading import CODES, Reader, Row
from tests.play.told import lines_told, vietnamese

_FULL = (
    "members exempt suspended excluded away here convened present excused unexcused open".split()
)
_SHORT = "convened present excused unexcused open".split()
_STATES = {
    "draft": "đang soạn",
    "submitted": "đã gửi",
    "returned": "trả lại",
    "accepted": "đã duyệt",
}
_TOLD = {
    "members": "Tổng số đảng viên: {} đồng chí",
    "exempt": "miễn công tác và sinh hoạt đảng {} đồng chí",
    "suspended": "đình chỉ sinh hoạt {} đồng chí",
    "excluded": "đã dự hội nghị khác, không triệu tập {} đồng chí",
    "away": "tạm thời sinh hoạt ở nơi khác {} đồng chí",
    "here": "từ nơi khác đến sinh hoạt tạm thời {} đồng chí",
    "convened": "Số phải triệu tập: {} đồng chí",
    "present": "Có mặt: {} đồng chí",
    "full": "dự đủ {}",
    "late": "đến muộn {}",
    "left_early": "về sớm {}",
    "other_session": "dự lớp khác {}",
    "on_duty": "làm nhiệm vụ phục vụ {}",
    "by_code": "bằng mã {} đồng chí",
    "by_hand": "theo danh sách {} đồng chí",
    "not_countersigned": "({} chưa đối chiếu)",
    "excused": "Vắng có lý do: {} đồng chí",
    "unexcused": "vắng không lý do: {} đồng chí",
    "unknown": "Chưa có thông tin: {} đồng chí",
    "pending": "chờ xác nhận: {} đồng chí",
    "made_up": "dự lớp sau {} đồng chí",
    "retold": "được chi bộ truyền đạt lại {} đồng chí",
    "extra": "dự thêm ngoài diện triệu tập {} đồng chí",
    "guests": "khách mời, quần chúng {} người",
    "heads": "số người đếm tại hội trường {}",
    **dict(
        zip(
            CODES,
            "ốm {}|công tác {}|trực, nhiệm vụ đột xuất {}|thai sản {}|việc riêng có phép {}|đi làm "
            "ăn xa {}|đi học {}|sự cố kỹ thuật {}|lý do khác {}||được giảm sinh hoạt {}"
            "|lớp bị hủy mà chưa được xếp lớp khác {}".split("|"),
            strict=True,
        )
    ),
}
_ALWAYS = ("members", "convened", "present", "excused", "unexcused")
_NUMBER = r"[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+ %)?"
_INSTANT = r"[0-9]+ giờ(?: [0-9]+ phút)?, ngày [0-9]+ tháng [0-9]+ năm [0-9]+"


def faults_of_document(content: bytes, reader: Reader) -> list[str]:
    """Name every cell that is not what the reader computes, and every number that he cannot."""
    read = docx.Document(io.BytesIO(content))
    return [*_faults_of_tables(read, reader), *_faults_of_text(read, reader)]


# ----------------------------------------------------------------------------- tables


def _faults_of_tables(read: Document, reader: Reader) -> list[str]:
    _, by_form, by_bloc, _, units, classes, reasons, *rest = read.tables
    direct = [each for each in reader.tree() if each.depth == 1]
    total = reader.total
    forms = [each for each in reader.forms() if each.numbers["convened"]]
    missing = [[str(number), row.name] for number, row in enumerate(reader.unreported(), 1)]
    found = [
        *_compare("by form", by_form, 2, _short([*forms, total], "Cộng")),
        *_compare_blocs(by_bloc, reader),
        *_compare("units", units, 2, list(_units(reader, _cells(units)))),
        *_compare("classes", classes, 2, _full([*map(_class, reader.classes()), total], "Cộng")),
        *_compare("reasons", reasons, 1, _reasons([*direct, total])),
    ]
    for table in rest:
        found += _compare("unreported", table, 1, missing)
    return found + ([] if len(rest) == bool(missing) else ["units that did not report"])


def _cells(table: Table) -> list[list[str]]:
    """Read the cells of every row, those that were joined once for each column."""
    return [[_plain(cell.text) for cell in row.cells] for row in table.rows]


def _compare(name: str, table: Table, heads: int, expected: list[list[str]]) -> list[str]:
    rows = _cells(table)
    digits = [cell for row in rows[:heads] for cell in row if re.search("[0-9]", cell)]
    found = [f"{name}: {digits} in the head"] if digits else []
    if len(rows) - heads != len(expected):
        return [*found, f"{name}: {len(rows) - heads} rows, not {len(expected)}"]
    return found + [
        f"{name}: {shown}, the lines give {wanted}"
        for shown, wanted in zip(rows[heads:], expected, strict=True)
        if shown != wanted
    ]


def _compare_blocs(table: Table, reader: Reader) -> list[str]:
    blocs = reader.blocs()
    names = [row[1] for row in _cells(table)[2:-1]]
    if sorted(names) != sorted(blocs):
        return [f"blocs: {names}"]
    expected = _short([*(blocs[each] for each in names), reader.total], "Cộng")
    return _compare("by bloc", table, 2, expected)


def _short(rows: Sequence[Row], last: str) -> list[list[str]]:
    return [_line(row, place, len(rows), last, _SHORT) for place, row in enumerate(rows, 1)]


def _full(rows: Sequence[Row], last: str) -> list[list[str]]:
    return [_line(row, place, len(rows), last, _FULL) for place, row in enumerate(rows, 1)]


def _line(row: Row, place: int, many: int, last: str, keys: Sequence[str]) -> list[str]:
    is_last = place == many
    first = ["", last] if is_last else [str(place), row.name]
    return [*first, *(_number(row.numbers[key]) for key in keys), _rate(row, "convened")]


def _units(reader: Reader, shown: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """List the units right below the top under their blocs, which may stand in any order."""
    of_bloc: dict[str, list[Row]] = {}
    for row in reader.tree():
        if row.depth == 1:
            of_bloc.setdefault(row.bloc, []).append(row)
    order = [row[0] for row in shown if row[0] in of_bloc]
    number = 0
    for bloc in sorted(of_bloc, key=lambda each: order.index(each) if each in order else -1):
        yield [bloc] * len(shown[0])
        for row in of_bloc[bloc]:
            number += 1
            note = _STATES[row.state] if row.state else "chưa có" if row.numbers["convened"] else ""
            numbers = (_number(row.numbers[key]) for key in _FULL)
            yield [str(number), row.name, *numbers, _rate(row, "convened"), note]
    total = reader.total
    numbers = (_number(total.numbers[key]) for key in _FULL)
    yield ["", "Tổng cộng", *numbers, _rate(total, "convened"), ""]


def _class(row: Row) -> Row:
    if row.is_held:
        return row
    return Row(f"{row.name} ({'đã hủy' if row.is_cancelled else 'chưa tổ chức'})", row.numbers)


def _reasons(rows: Sequence[Row]) -> list[list[str]]:
    found = []
    for place, row in enumerate(rows, 1):
        first = "" if place == len(rows) else str(place)
        codes = [row.numbers[code] for code in CODES]
        found.append([first, row.name, *map(_number, codes), _number(sum(codes))])
    return found


# ----------------------------------------------------------------------------- texts


def _faults_of_text(read: Document, reader: Reader) -> list[str]:
    """Take every number that the reader can tell out of the text; none may be left."""
    text = "\n".join(_plain(each.text) for each in read.paragraphs)
    for cells in (read.tables[0], read.tables[3]):
        text += "\n" + "\n".join(cell for row in _cells(cells) for cell in row)
    found = []
    for line in lines_told(reader):
        found += [] if line in text.splitlines() else [f"no line says {line!r}"]
        text = text.replace(line, "", 1)
    for said in sorted(reader.titles, key=len, reverse=True):
        text = text.replace(said, "")
    text = re.sub(rf"{_INSTANT}|PHỤ LỤC [0-9]", "", text)
    for words, value in _sentences(reader):
        shown = re.search(re.escape(words).replace(r"\{\}", f"({_NUMBER}|–)"), text)
        if shown is None:
            found.append(f"it is not told: {words} {value}")
        elif shown[1] != value:
            found.append(f"{words}: {shown[1]}, the lines give {value}")
        if shown is not None:
            text = text.replace(shown[0], "", 1)
    left = [line for line in text.splitlines() if re.search("[0-9]", line)]
    return found + [f"nobody can tell the number in {each!r}" for each in left]


def _sentences(reader: Reader) -> Iterator[tuple[str, str]]:
    numbers = reader.total.numbers
    yield "đạt {} số triệu tập", _rate(reader.total, "convened")
    yield "{} tổng số đảng viên", _rate(reader.total, "members")
    for key, words in sorted(_TOLD.items(), key=lambda each: -len(each[1])):
        is_open = key in {"pending", "unknown"} and numbers["open"]
        if key == "not_countersigned" and numbers[key] == numbers["by_hand"]:
            continue  # "(chưa đối chiếu)" says it of all
        if words and (numbers[key] or key in _ALWAYS or is_open):
            yield words, vietnamese(numbers[key])
    if missing := len(reader.unreported()):
        yield "Còn {} đơn vị chưa gửi báo cáo kết quả", str(missing)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").strip()


def _number(number: int) -> str:
    return vietnamese(number) if number else "–"


def _rate(row: Row, of: str) -> str:
    whole = row.numbers[of]
    if not whole:
        return "–"
    exact = Decimal(100 * row.numbers["present"]) / whole
    return f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP)}".replace(".", ",") + " %"
