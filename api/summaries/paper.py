"""The summary of a conference as a document: a report to the committee, with its appendices."""

from collections.abc import Mapping
from typing import Any

from api.papers.blocks import Block, Letterhead, Paragraph, Recipients, Signature, Title
from api.papers.document import render


def summary_paper(content: Mapping[str, Any], *, draft: bool = False) -> bytes:
    """Lay out the summary report (.docx) from what was frozen, or from the figures of now.

    `content` has: "conference" and "letterhead" as a report's frozen content has them, "as_of",
    "total" (a TallyView), "by_unit" [{unit_id, name, depth, figures, report_state}], "by_session"
    [{title, form, held, starts_at, figures}], "by_bloc" and "by_form" [{name, figures}],
    "sessions_held" [{form, held, planned}], "guests", "unreported" [names], "incidents" [texts].
    """
    conference = content["conference"]
    blocks: list[Block] = [
        Letterhead(None, conference["organiser_name"], "Số       -BC/", "ngày    tháng    năm"),
        Title("BÁO CÁO", f"tổng hợp kết quả {conference['title']}"),
        Paragraph(f"Số đơn vị chưa báo cáo: {len(content.get('unreported', []))}."),
        Recipients(["Lưu."]),
        Signature(["TRƯỞNG BAN"], ""),
    ]
    return render(blocks, running="DỰ THẢO" if draft else None)
