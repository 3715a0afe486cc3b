"""A unit's summons as a document: what is published, on paper (domain.md, section 6)."""

from collections.abc import Sequence

from api.papers.blocks import (
    Block,
    Heading,
    Letterhead,
    Lines,
    PageBreak,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from api.papers.document import render
from api.summonses.rules import CONFIDENTIAL
from api.summonses.schemas import SummonedSession, SummonsView, UnitSummons

_WIDTHS_MM = (115.0, 50.0)


def paper_of(view: SummonsView, *, organiser: str, superior: str | None) -> bytes:
    """Lay out the summonses of a unit and of those below it, a page each (.docx).

    Number, place, date and signature stay blank for the clerk.
    """
    blocks: list[Block] = []
    for unit in view.units:
        if blocks:
            blocks.append(PageBreak())
        blocks += _unit_blocks(unit, organiser=organiser, superior=superior)
    return render(blocks)


def _full_name(unit: UnitSummons) -> str:
    return f"{unit.unit_name} – {unit.parent_name}" if unit.parent_name else unit.unit_name


def _unit_blocks(unit: UnitSummons, *, organiser: str, superior: str | None) -> list[Block]:
    blocks: list[Block] = [
        Letterhead(
            superior.upper() if superior else None,
            organiser.upper(),
            "Số       -GTT/",
            "ngày       tháng       năm",
        ),
        Title("GIẤY TRIỆU TẬP", unit.title),
        Paragraph(f"Kính gửi: {_full_name(unit)}", bold=True, align="left"),
    ]
    if unit.changes:
        blocks.append(Heading(f"Thay đổi so với giấy triệu tập lần {unit.version - 1}"))
        blocks += [Paragraph(f"- {each}") for each in unit.changes]
    if not unit.sessions:
        blocks.append(Paragraph("Đơn vị không có đồng chí nào được triệu tập."))
    for session in unit.sessions:
        blocks += _session_blocks(session)
    if unit.regulations:
        blocks.append(Heading("Quy định"))
        blocks += [Paragraph(f"- {each}") for each in unit.regulations]
    return [
        *blocks,
        Recipients([f"- {_full_name(unit)},", "- Lưu."]),
        Signature(["(chức vụ của người ký)"], ""),
    ]


def _session_blocks(session: SummonedSession) -> Sequence[Block]:
    heading = Heading(session.title)
    if session.confidential:
        return [heading, Paragraph(CONFIDENTIAL)]
    facts = [f"Thời gian: {session.time}.", f"Địa điểm: {session.place}."]
    if session.meet_url:
        facts.append(f"Google Meet: {session.meet_url}")
    # Without numbers: those of the roster are the ones that count.
    rows = [(name, "") for name in session.members]
    return [
        heading,
        Lines(facts),
        Paragraph(f"Triệu tập {len(session.members)} đồng chí:"),
        Table(
            header=[("Họ và tên", "Ghi chú")],
            rows=rows,
            widths_mm=_WIDTHS_MM,
            align=("left", "left"),
        ),
    ]
