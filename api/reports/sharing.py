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

HEADING: Final = "BÁO CÁO NHANH"


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


@dataclass(frozen=True, slots=True)
class Card:
    """What a card tells: whose figures, of which session or sessions, and of which moment.

    `occasion` is the session; null for a whole conference, whose `parts` are its sessions. With
    `is_of_held` the figures are those of the sessions held so far, and no others.
    """

    unit_name: str
    conference_title: str
    occasion: str | None
    figures: Shared
    parts: Sequence[Part]
    as_of: datetime
    is_provisional: bool
    is_of_held: bool = False


def text_of(card: Card) -> str:
    """Write the text to be pasted; a line a figure, and nothing that only a screen could show."""
    lines = [HEADING, card.unit_name, *filter(None, (card.occasion, card.conference_title)), ""]
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
    figures = card.figures
    held = _held(card.parts) if card.parts else None
    rows = _figures(card)
    if card.parts:
        # What is written large is not said twice; the text names the sessions without room here.
        rows = rows[2:]
        rows += _parts(card.parts, has_rate=False)[: MOST_ROWS - len(rows)]
    return Face(
        heading=HEADING,
        title=card.unit_name,
        subtitles=[line for line in (card.occasion, card.conference_title, held) if line],
        large=percent(figures.present, figures.convened),
        beside_large=(
            f"{whole(figures.present)} trên {whole(figures.convened)}",
            "đồng chí có mặt",
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
    return f"Số liệu báo cáo chính thức, gửi lúc {moment}"


def _figures(card: Card) -> list[Row]:
    figures = card.figures
    rate = percent(figures.present, figures.convened)
    whom = "Triệu tập các lớp đã tổ chức" if card.is_of_held else "Triệu tập"
    sometimes = (
        ("Chờ xác nhận", figures.pending),
        ("Chưa có thông tin", figures.unknown),
        ("Khách dự", figures.guests),
    )
    return [
        Row(whom, f"{whole(figures.convened)} đồng chí"),
        Row("Có mặt", f"{whole(figures.present)} ({rate})"),
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
    return f"{counted} ({percent(part.present, part.convened)})" if has_rate else counted


def _share(part: int, whole_of: int) -> float:
    return part / whole_of if whole_of > 0 else 0.0
