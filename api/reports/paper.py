"""A unit's report as a document, from what a version froze or a draft says now.

It reads a report's content (`drafting.content_of`) and nothing else, so what was handed in looks
the same for good.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from api.kit.dates import day_of, hour_of, long_day
from api.letterheads.rules import Resolved, frozen, recipient_lines, signature_lines
from api.papers.blocks import (
    Block,
    Heading,
    Letterhead,
    Paragraph,
    Recipients,
    Section,
    Signature,
    Table,
    Title,
)
from api.papers.document import render
from api.papers.profile import Profile, profile_of
from api.reports.addendum import Added
from api.reports.figure_tables import Line, figures_table, short_table, total_of
from api.reports.figures_in_words import Figures, legend, sentences
from api.reports.wording import interim, unheld
from api.words import ReportKind

_NOTHING: Final = "Không có."
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True, slots=True)
class Absent:
    """A line of the list of absent members: who, of which unit and class, and why by its code."""

    full_name: str
    unit_name: str
    session_title: str
    code: str


def report_paper(
    content: Mapping[str, Any],
    *,
    draft: bool = False,
    is_interim: bool = False,
    absent: Sequence[Absent] | None = None,
    added: Added | None = None,
) -> bytes:
    """Lay out a report (.docx).

    A `draft` says so on every page, and an interim one of which moment its figures are.
    `absent` adds the list of absent members as an appendix; `added` is what an addendum changes,
    which is said before anything else.
    """
    profile = profile_of(content["conference"]["profile"])
    letterhead = frozen(content["letterhead"])
    as_it_is = interim(datetime.fromisoformat(content["as_of"])) if is_interim else None
    standing = [Paragraph(f"{as_it_is}.", bold=True, align="center", indent=False)]
    blocks: list[Block] = [
        *head(letterhead, profile, _summary(content, is_addendum=added is not None)),
        *(standing if as_it_is else ()),
        Paragraph(_opening(content, letterhead, added)),
        *_sections(content, profile, added),
        Paragraph(f"Trên đây là báo cáo của {letterhead.issuing_name}."),
        *foot(letterhead, profile),
    ]
    appendices: list[tuple[str, Sequence[Block]]] = []
    if content.get("blocks"):
        appendices.append(("Số liệu theo từng chi bộ", [_units_table(content, profile)]))
    if absent is not None:
        appendices.append(("Danh sách đảng viên vắng mặt", _absent_list(absent, profile)))
    blocks += appended(appendices, profile)
    return render(blocks, running=profile.draft if draft else as_it_is, profile=profile)


def head(letterhead: Resolved, profile: Profile, summary: str) -> list[Block]:
    """Begin a report: who issues it, and what it is about."""
    superior = letterhead.superior_name
    return [
        Letterhead(
            superior.upper() if superior else None,
            letterhead.issuing_name.upper(),
            profile.number_of(letterhead.abbreviation),
            profile.place_of(letterhead.place),
        ),
        Title(profile.report, summary),
    ]


def foot(letterhead: Resolved, profile: Profile) -> list[Block]:
    """End a report: to whom it goes, and who signs it."""
    return [
        Recipients(recipient_lines(letterhead, profile)),
        Signature(signature_lines(letterhead, profile), letterhead.signer_name or ""),
    ]


def appended(appendices: Sequence[tuple[str, Sequence[Block]]], profile: Profile) -> list[Block]:
    """Put appendices on pages of their own that lie on their side, numbered where several."""
    blocks: list[Block] = []
    for number, (title, inside) in enumerate(appendices, 1):
        named = f"{profile.appendix} {number}" if len(appendices) > 1 else profile.appendix
        blocks += [
            Section(landscape=True),
            Paragraph(named, bold=True, align="center", indent=False),
            Paragraph(title, bold=True, align="center", indent=False),
            *inside,
        ]
    return blocks


def sections(parts: Sequence[tuple[str, Sequence[Block]]]) -> list[Block]:
    """Give numbers to the parts of a body, in Roman figures."""
    blocks: list[Block] = []
    for number, (title, inside) in zip(_ROMAN, parts, strict=False):
        blocks += [Heading(f"{number}- {title}"), *inside]
    return blocks


def paragraphs(text: str | None) -> list[Block]:
    """Break a text into its paragraphs; where there is none, say so."""
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    return [Paragraph(line) for line in lines or [_NOTHING]]


def additions(added: Added) -> list[Block]:
    """Say what an addendum changes, a paragraph a unit."""
    return [Paragraph(f"- {each}") for each in added.lines()]


def instant(as_of: str) -> str:
    """Write an instant as documents do: "11 giờ 30 phút, ngày 15 tháng 3 năm 2022"."""
    at = datetime.fromisoformat(as_of)
    return f"{hour_of(at)}, {long_day(day_of(at))}"


def _summary(content: Mapping[str, Any], *, is_addendum: bool) -> str:
    conference, session = content["conference"], content.get("session")
    added = "bổ sung " if is_addendum else ""
    if session:
        quick = "báo cáo nhanh" if is_addendum else "nhanh"
        return f"{added}{quick} kết quả tham dự {session['title']}, {conference['title']}"
    return f"{added}kết quả tham dự {conference['title']}"


def _opening(content: Mapping[str, Any], letterhead: Resolved, added: Added | None) -> str:
    if added is not None:
        return added.opening(letterhead.issuing_name)
    conference = content["conference"]
    plan = f"Kế hoạch số {conference['plan_number']}" if conference["plan_number"] else "kế hoạch"
    what = f"{_summary(content, is_addendum=False)} như sau:"
    return (
        f"Thực hiện {plan} về tổ chức {conference['title']}, "
        f"{letterhead.issuing_name} báo cáo {what}"
    )


def _sections(content: Mapping[str, Any], profile: Profile, added: Added | None) -> list[Block]:
    texts = content["texts"]
    parts: list[tuple[str, Sequence[Block]]] = []
    if added is not None:
        parts.append(("NỘI DUNG BỔ SUNG", additions(added)))
    parts += [
        ("CÔNG TÁC CHUẨN BỊ", paragraphs(texts.get("preparation"))),
        ("KẾT QUẢ THAM DỰ", _results(content, profile)),
        ("ĐÁNH GIÁ CHUNG", paragraphs(texts.get("assessment"))),
        ("VẤN ĐỀ PHÁT SINH", paragraphs(texts.get("incidents"))),
        ("ĐỀ XUẤT, KIẾN NGHỊ", paragraphs(texts.get("proposals"))),
    ]
    return sections(parts)


def _results(content: Mapping[str, Any], profile: Profile) -> list[Block]:
    said = sentences(
        content["figures"],
        guests=content.get("guests"),
        head_count=content.get("head_count"),
        of_class=bool(content.get("session")),
    )
    blocks: list[Block] = [
        Paragraph(f"Số liệu tính đến {instant(content['as_of'])}:"),
        *map(Paragraph, said),
    ]
    held = content.get("sessions") or []
    if content["kind"] == ReportKind.RESULT and held:
        lines = class_lines(held, content["figures"])
        blocks += [
            Paragraph("Kết quả theo từng lớp:", keep=True),
            short_table(lines, name="Lớp", width_mm=profile.width_mm()),
        ]
    return blocks


def class_lines(sessions: Sequence[Mapping[str, Any]], total: Figures) -> list[Line]:
    """Make a line of each class, one of those whom no class expects, and their sum."""
    lines = [Line(f"{each['title']}{_unheld(each)}", each["figures"]) for each in sessions]
    counted = total_of(lines)
    left = {
        key: number - counted.get(key, 0)
        for key, number in total.items()
        if isinstance(number, int)
    }
    if left.get("convened"):
        lines.append(Line("Chưa phân lớp", left))
    return [*lines, Line("Cộng", total, total=True)]


def _unheld(session: Mapping[str, Any]) -> str:
    return "" if session["held"] is not False else f" ({unheld(session.get('state'))})"


def _units_table(content: Mapping[str, Any], profile: Profile) -> Table:
    lines: list[Line] = []
    for block in content["blocks"]:
        lines.append(Line(block["name"], None))
        lines += [Line(each["name"], each["figures"]) for each in block["units"]]
        lines.append(Line(f"Cộng {block['name']}", block["figures"], total=True))
    lines.append(Line("Toàn đơn vị", content["figures"], total=True))
    return figures_table(
        lines,
        name="Đơn vị",
        width_mm=profile.width_mm(landscape=True),
        size=profile.appendix_size,
    )


def _absent_list(absent: Sequence[Absent], profile: Profile) -> list[Block]:
    width = profile.width_mm(landscape=True)
    rows = [
        (str(number), each.full_name, each.unit_name, each.session_title, each.code)
        for number, each in enumerate(absent, 1)
    ]
    return [
        Table(
            header=[("TT", "Họ và tên", "Đơn vị", "Lớp", "Mã")],
            rows=rows,
            widths_mm=(12, 65, width - 12 - 65 - 70 - 20, 70, 20),
            align=("center", "left", "left", "left", "center"),
        ),
        Paragraph(f"Mã vắng mặt: {legend()}.", italic=True, indent=False),
    ]
