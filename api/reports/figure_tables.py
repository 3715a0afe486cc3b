"""Tables of figures in documents, upright or on a page that lies on its side (pure)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from api.kit.numbers import NONE, percent, whole
from api.papers.blocks import Align, Table
from api.reports.figures_in_words import LEGEND, UNCODED, Figures, still_open

_SHORT: Final[tuple[tuple[str, str], ...]] = (
    ("members", "Tổng số"),
    ("exempt", "Miễn"),
    ("suspended", "Đình chỉ"),
    ("excluded", "Đã dự nơi khác"),
    ("away", "Tạm đi"),
    ("here", "Tạm đến"),
    ("convened", "Triệu tập"),
    ("present", "Có mặt"),
    ("excused", "có lý do"),
    ("unexcused", "không lý do"),
    ("open", "Chưa có thông tin"),
)
_WIDTHS: Final = {
    "members": 15.0,
    "excluded": 15.0,
    "convened": 15.0,
    "present": 14.0,
    "open": 15.0,
}
_WIDTH: Final = 13.5
_FIRST: Final = 9.0
_HEADS: Final = {code: word.capitalize() for code, word in UNCODED.items()}
_RATE: Final = 19.0


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table of figures: a `total` stands bold, `depth` sets it in.

    Without figures it heads those after it; what is set in has no number.
    """

    name: str
    figures: Figures | None
    total: bool = False
    depth: int = 0
    note: str = ""


def figures_table(
    lines: Sequence[Line], *, name: str, width_mm: float, size: float, note: str | None = None
) -> Table:
    """Lay out all figures of some units or classes, on a page that lies on its side.

    `note` heads a last column of short texts.
    """
    columns = [(key, _WIDTHS.get(key, _WIDTH)) for key, _ in _SHORT]
    notes_mm = 24.0 if note else 0.0
    widths = [width for _, width in columns]
    names_mm = width_mm - _FIRST - sum(widths) - _RATE - notes_mm
    labels = [label for _, label in _SHORT]
    at = labels.index("có lý do")
    over = [*labels[:at], "Vắng", "", *labels[at + 2 :]]
    under = [label if at <= place < at + 2 else "" for place, label in enumerate(labels)]
    ending = [note] if note else []
    rows = [
        (first, *rest, *([line.note] if note else [])) if rest else (first,)
        for line, (first, *rest) in zip(lines, _numbered(lines, columns), strict=True)
    ]
    return Table(
        header=[["TT", name, *over, "Tỷ lệ", *ending], ["", "", *under, "", *["" for _ in ending]]],
        rows=rows,
        widths_mm=[_FIRST, names_mm, *widths, _RATE, *([notes_mm] if note else [])],
        align=_aligned(len(columns) + 1, noted=bool(note)),
        bold={place for place, line in enumerate(lines) if line.total},
        size=size,
    )


def short_table(lines: Sequence[Line], *, name: str, width_mm: float) -> Table:
    """Lay out who was convened, came and was absent, narrow enough for an upright page."""
    numbers_mm, rate_mm = 18.0, 22.0
    names_mm = width_mm - _FIRST - 5 * numbers_mm - rate_mm
    rows = _numbered(
        lines,
        [(key, numbers_mm) for key in ("convened", "present", "excused", "unexcused", "open")],
    )
    return Table(
        header=[
            ["TT", name, "Triệu tập", "Có mặt", "Vắng", "", "Chưa có thông tin", "Tỷ lệ"],
            ["", "", "", "", "có lý do", "không lý do", "", ""],
        ],
        rows=rows,
        widths_mm=[_FIRST, names_mm, *[numbers_mm] * 5, rate_mm],
        align=_aligned(6),
        bold={place for place, line in enumerate(lines) if line.total},
    )


def reasons_table(lines: Sequence[Line], *, name: str, width_mm: float, size: float) -> Table:
    """Lay out the absent by code, on a page that lies on its side."""
    codes_mm, sum_mm = 14.0, 18.0
    names_mm = width_mm - _FIRST - codes_mm * len(LEGEND) - sum_mm
    rows: list[tuple[str, ...]] = []
    number = 0
    for line in lines:
        if line.figures is None:
            rows.append((line.name,))
            continue
        number += not line.total
        reasons = line.figures.get("reasons", {})
        counts = [reasons.get(code, 0) for code in LEGEND]
        first = "" if line.total else str(number)
        rows.append((first, _set_in(line), *map(_cell, counts), _cell(sum(counts))))
    return Table(
        header=[["TT", name, *(_HEADS.get(each, each) for each in LEGEND), "Cộng"]],
        rows=rows,
        widths_mm=[_FIRST, names_mm, *[codes_mm] * len(LEGEND), sum_mm],
        align=_aligned(len(LEGEND) + 1),
        bold={place for place, line in enumerate(lines) if line.total},
        size=size,
    )


def total_of(lines: Iterable[Line]) -> Figures:
    """Sum the figures of some lines; the reasons too."""
    total: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for line in lines:
        for key, number in (line.figures or {}).items():
            if key == "reasons":
                reasons.update(number)
            elif isinstance(number, int):
                total[key] += number
    return {**total, "reasons": dict(reasons)}


def _numbered(lines: Sequence[Line], columns: Sequence[tuple[str, float]]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    number = 0
    for line in lines:
        if line.figures is None:
            rows.append((line.name,))
            continue
        number += not line.total and not line.depth
        values = {**line.figures, "open": still_open(line.figures)}
        rows.append(
            (
                "" if line.total or line.depth else str(number),
                _set_in(line),
                *(_cell(values.get(key, 0)) for key, _ in columns),
                percent(values["present"], values["convened"]),
            )
        )
    return rows


def _set_in(line: Line) -> str:
    return "\u00a0\u00a0" * line.depth + line.name


def _cell(number: int) -> str:
    return whole(number) if number else NONE


def _aligned(numbers: int, *, noted: bool = False) -> list[Align]:
    found: list[Align] = ["center", "left"]
    found += ["right"] * numbers
    if noted:
        found.append("center")
    return found
