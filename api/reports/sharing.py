"""What is shared of an attendance: a short text for the Zalo group, and what its picture says.

Figures only, never a name of a member (pure; domain.md, sections 7 and 8).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from api.kit.dates import day_of, minute_of, short_day
from api.kit.numbers import percent, whole
from api.papers.share_cards import MOST_ROWS, Face, Row
from api.reports.wording import interim, unheld
from api.words import SessionState

QUICK: Final = "BÁO CÁO NHANH"
RESULT: Final = "BÁO CÁO KẾT QUẢ"
_MOST_OPEN: Final = 10
"""Where so many parts in a hundred are still open, a rate would say what nobody knows yet."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The figures of a report that are shared; their names are those of `TallyView`."""

    convened: int
    present: int
    pending: int
    excused: int
    unexcused: int
    unknown: int
    guests: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One session of several, with its state: one that was not held tells no figures."""

    title: str
    convened: int
    present: int
    is_held: bool
    state: str | None = None
    still_open: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """What a card tells: whose figures, of which session or sessions, and of which moment.

    `occasion` is the session; null for a whole conference, whose `parts` are its sessions. With
    `is_of_held` the figures are those of the sessions held so far, and no others. With `is_closed`
    they are those that the closing froze, or an addendum after it.
    """

    unit_name: str
    conference_title: str
    occasion: str | None
    figures: Shared
    parts: Sequence[Part]
    as_of: datetime
    is_provisional: bool
    is_of_held: bool = False
    heading: str = QUICK
    is_closed: bool = False


def text_of(card: Card) -> str:
    """Write the text to be pasted; a line a figure, and nothing that only a screen could show."""
    lines = [
        card.heading,
        card.unit_name,
        *filter(None, (card.occasion, card.conference_title)),
        "",
    ]
    if card.parts:
        lines.append(_held(card.parts))
    lines += [f"{row.label}: {row.value}" for row in _figures(card)]
    if card.parts:
        lines += [
            "",
            "Theo lớp:",
            *(f"• {row.label}: {row.value}" for row in _parts(card.parts, has_rate=True)),
        ]
    return "\n".join([*lines, "", stand_of(card)])


def face_of(card: Card) -> Face:
    """Say what the picture shows: the rate large, the figures, and the sessions with bars."""
    figures, is_settled = card.figures, _is_settled(card.figures)
    held = _held(card.parts) if card.parts else None
    rows = _figures(card)
    if card.parts:
        # What is written large is not said twice; the text names the sessions without room here.
        rows = rows[2:] if is_settled else [rows[0], *rows[2:]]
        rows += _parts(card.parts, has_rate=False)[: MOST_ROWS - len(rows)]
    return Face(
        heading=card.heading,
        title=card.unit_name,
        subtitles=[line for line in (card.occasion, card.conference_title, held) if line],
        large=percent(figures.present, figures.convened) if is_settled else whole(figures.present),
        beside_large=(
            (f"{whole(figures.present)} trên {whole(figures.convened)}", "đồng chí có mặt")
            if is_settled
            else ("đồng chí đã có mặt,", f"còn {whole(_still_open(figures))} chưa có thông tin")
        ),
        share=_share(figures.present, figures.convened),
        rows=rows,
        foot=stand_of(card),
        is_provisional=card.is_provisional,
    )


def stand_of(card: Card) -> str:
    """Say of which moment the figures are, and whether they may still change."""
    moment = f"{minute_of(card.as_of)} ngày {short_day(day_of(card.as_of))}"
    if card.is_provisional:
        return interim(card.as_of)
    if card.is_closed:
        return f"Số liệu chốt lúc {moment}"
    return f"Số liệu báo cáo chính thức, gửi lúc {moment}"


def _figures(card: Card) -> list[Row]:
    figures = card.figures
    rate = f" ({percent(figures.present, figures.convened)})" if _is_settled(figures) else ""
    whom = "Triệu tập các lớp đã tổ chức" if card.is_of_held else "Triệu tập"
    sometimes = (
        ("Chờ xác nhận", figures.pending),
        ("Chưa có thông tin", figures.unknown),
        ("Khách dự", figures.guests),
    )
    return [
        Row(whom, f"{whole(figures.convened)} đồng chí"),
        Row("Có mặt", f"{whole(figures.present)}{rate}"),
        Row("Vắng có lý do", whole(figures.excused)),
        Row("Vắng không lý do", whole(figures.unexcused)),
        *(Row(label, whole(number)) for label, number in sometimes if number),
    ]


def _held(parts: Sequence[Part]) -> str:
    held = sum(each.is_held for each in parts)
    planned = sum(each.state != SessionState.CANCELLED for each in parts)
    return f"Đã tổ chức {held}/{planned} lớp"


def _parts(parts: Sequence[Part], *, has_rate: bool) -> list[Row]:
    return [
        Row(each.title, _part(each, has_rate=has_rate), _share(each.present, each.convened))
        if each.is_held
        else Row(each.title, unheld(each.state), 0)
        for each in parts
    ]


def _part(part: Part, *, has_rate: bool) -> str:
    counted = f"{whole(part.present)}/{whole(part.convened)}"
    if not has_rate or not _settles(part.still_open, part.convened):
        return counted
    return f"{counted} ({percent(part.present, part.convened)})"


def _is_settled(figures: Shared) -> bool:
    return _settles(_still_open(figures), figures.convened)


def _settles(still_open: int, convened: int) -> bool:
    """Tell whether enough is known for a rate to mean something."""
    return 100 * still_open <= _MOST_OPEN * convened


def _still_open(figures: Shared) -> int:
    return figures.pending + figures.unknown


def _share(part: int, whole_of: int) -> float:
    return part / whole_of if whole_of > 0 else 0.0
