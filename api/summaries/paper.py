"""The summary of a conference as a document: a report to the committee, with its appendices."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from api.kit.dates import day_of, short_day
from api.kit.numbers import whole
from api.letterheads.rules import Resolved, frozen, named_in_text
from api.papers.blocks import Block, Paragraph, Table
from api.papers.document import render
from api.papers.profile import Profile, profile_of
from api.reports.addendum import Added
from api.reports.figure_tables import Line, figures_table, reasons_table, short_table
from api.reports.figures_in_words import legend, sentences, still_open
from api.reports.paper import additions, appended, class_lines, foot, head, instant, sections
from api.reports.wording import unheld
from api.summaries.wording import FORM_NAMES
from api.words import Form, ReportState, SessionState

_STATES: Final = {
    ReportState.DRAFT: "đang soạn",
    ReportState.SUBMITTED: "đã gửi",
    ReportState.RETURNED: "trả lại",
    ReportState.ACCEPTED: "đã duyệt",
}
_CALLED_OFF: Final = frozenset({SessionState.POSTPONED, SessionState.CANCELLED})
_UNREPORTED: Final = "chưa có"
_WITHOUT_BLOC: Final = "Chưa xếp khối"
_DIRECT: Final = 1
"""The depth of the units right below the top, which owe a report to it."""


def summary_paper(
    content: Mapping[str, Any], *, draft: bool = False, added: Added | None = None
) -> bytes:
    """Lay out the summary report (.docx) from what was frozen, or from the figures of now.

    `content` is what `laid.paper_of` gives. The body is upright; the units right below, every
    class, the absences by code and the units that did not report follow as appendices on their
    side. Those below these are in the workbook: a province has thousands. `added` is what an
    addendum changes, which is said first.
    """
    profile = profile_of(content["conference"]["profile"])
    letterhead = frozen(content["letterhead"])
    conference = content["conference"]
    summed = "bổ sung tổng hợp" if added is not None else "tổng hợp"
    blocks: list[Block] = [
        *head(letterhead, profile, f"{summed} kết quả tổ chức {conference['title']}"),
        Paragraph(_opening(content, letterhead, added)),
        *sections(
            [
                *([("NỘI DUNG BỔ SUNG", additions(added))] if added is not None else ()),
                ("CÔNG TÁC TỔ CHỨC", _held(content)),
                ("KẾT QUẢ THAM DỰ", _results(content, profile)),
                ("TÌNH HÌNH BÁO CÁO CỦA CÁC ĐƠN VỊ", _reporting(content)),
                ("VẤN ĐỀ PHÁT SINH", _listed(content["incidents"])),
                ("ĐỀ XUẤT, KIẾN NGHỊ CỦA CÁC ĐƠN VỊ", _listed(content["proposals"])),
            ]
        ),
        Paragraph(f"Trên đây là báo cáo tổng hợp của {named_in_text(letterhead)}."),
        *foot(letterhead, profile),
        *appended(_appendices(content, profile), profile),
    ]
    return render(blocks, running=profile.draft if draft else None, profile=profile)


def _opening(content: Mapping[str, Any], letterhead: Resolved, added: Added | None) -> str:
    if added is not None:
        return added.opening(letterhead.issuing_name, named="báo cáo tổng hợp")
    conference = content["conference"]
    plan = f"Kế hoạch số {conference['plan_number']}" if conference["plan_number"] else "kế hoạch"
    return (
        f"Thực hiện {plan} về tổ chức {conference['title']}, {named_in_text(letterhead)} "
        "tổng hợp kết quả như sau:"
    )


def _held(content: Mapping[str, Any]) -> list[Block]:
    if not content["sessions_held"]:
        return [Paragraph("Chưa có lớp.")]
    forms = "; ".join(_of_form(each, content["by_session"]) for each in content["sessions_held"])
    points = content.get("points")
    where = f", tại {whole(points)} điểm cầu" if points else ""
    off = [_called_off(each) for each in content["by_session"] if each.get("state") in _CALLED_OFF]
    return [Paragraph(f"Đã tổ chức {forms}{where}{''.join(f'; {each}' for each in off)}.")]


def _of_form(form: Mapping[str, Any], sessions: Sequence[Mapping[str, Any]]) -> str:
    """Say how many classes of a form were held, and on which days."""
    days = {
        day_of(datetime.fromisoformat(each["starts_at"]))
        for each in sessions
        if each["held"] and each.get("form") == form["form"] and each.get("starts_at")
    }
    on = f" ({'các ngày' if len(days) > 1 else 'ngày'} {', '.join(map(short_day, sorted(days)))})"
    name = FORM_NAMES[Form(form["form"])]
    counted = f"{whole(form['held'])}/{whole(form['planned'])} lớp"
    return f"{counted} {name[0].lower()}{name[1:]}{on if days else ''}"


def _called_off(session: Mapping[str, Any]) -> str:
    reason = (session.get("state_reason") or "").strip().rstrip(".")
    because = f" (lý do: {reason[0].lower()}{reason[1:]})" if reason else ""
    return f"{session['title']} {unheld(session['state'])}{because}"


def _results(content: Mapping[str, Any], profile: Profile) -> list[Block]:
    total = Line("Cộng", content["total"], total=True)
    said = sentences(
        content["total"], guests=content.get("guests"), head_count=content.get("head_count")
    )
    blocks: list[Block] = [
        Paragraph(f"Số liệu tính đến {instant(content['as_of'])}:"),
        *map(Paragraph, said),
    ]
    for key, label, name in (
        ("by_form", "Theo hình thức:", "Hình thức"),
        ("by_bloc", "Theo khối:", "Khối"),
    ):
        # Whom nobody convenes has no figure in so narrow a table.
        if rows := [each for each in content[key] if each["figures"]["convened"]]:
            lines = [*(Line(each["name"], each["figures"]) for each in rows), total]
            table = short_table(lines, name=name, width_mm=profile.width_mm())
            blocks += [Paragraph(label, keep=True), table]
    return blocks


def _reporting(content: Mapping[str, Any]) -> list[Block]:
    missing = len(content["unreported"])
    if not missing:
        return [Paragraph("Tất cả các đơn vị đã gửi báo cáo kết quả.")]
    said = f"Còn {whole(missing)} đơn vị chưa gửi báo cáo kết quả (danh sách kèm theo)"
    if still_open(content["total"]):
        said += "; đảng viên chưa được các đơn vị này xác nhận vẫn tính là chưa có thông tin"
    return [Paragraph(f"{said}.")]


def _listed(said: Sequence[str]) -> list[Block]:
    return [Paragraph(f"- {each}") for each in said] or [Paragraph("Không có.")]


def _appendices(content: Mapping[str, Any], profile: Profile) -> list[tuple[str, Sequence[Block]]]:
    width, size = profile.width_mm(landscape=True), profile.appendix_size
    total = Line("Tổng cộng", content["total"], total=True)
    units = _by_bloc(content)
    direct = [
        Line(each["name"], each["figures"])
        for each in content["by_unit"]
        if each["depth"] <= _DIRECT
    ]
    found: list[tuple[str, Sequence[Block]]] = [
        (
            "Kết quả theo từng đơn vị",
            [
                figures_table(
                    [*units, total], name="Đơn vị", width_mm=width, size=size, note="Báo cáo"
                )
            ],
        ),
        (
            "Kết quả theo từng lớp",
            [
                figures_table(
                    class_lines(content["by_session"], content["total"]),
                    name="Lớp",
                    width_mm=width,
                    size=size,
                )
            ],
        ),
        (
            "Đảng viên vắng mặt theo lý do",
            [
                reasons_table([*direct, total], name="Đơn vị", width_mm=width, size=size),
                Paragraph(f"Mã vắng mặt: {legend()}.", italic=True, indent=False),
            ],
        ),
    ]
    if content["unreported"]:
        found.append(("Đơn vị chưa gửi báo cáo kết quả", [_unreported(content, width)]))
    return found


def _by_bloc(content: Mapping[str, Any]) -> list[Line]:
    """List the units under the khối of those right below the top, where there are several."""
    blocs = {each["id"]: each["bloc"] for each in content.get("units", ())}
    named = {each.get("key"): each["name"] for each in content["by_bloc"]}
    found: dict[str | None, list[Line]] = {key: [] for key in named}
    bloc: str | None = None
    for row in content["by_unit"]:
        if row["depth"] <= _DIRECT:
            bloc = blocs.get(row.get("unit_id"))
            found.setdefault(bloc, []).append(_unit_line(row))
    groups = [(named.get(key, _WITHOUT_BLOC), lines) for key, lines in found.items() if lines]
    if len(groups) == 1:
        return groups[0][1]
    return [line for name, lines in groups for line in (Line(name, None), *lines)]


def _unit_line(row: Mapping[str, Any]) -> Line:
    state = row["report_state"]
    if state:
        note = _STATES[ReportState(state)]
    else:
        owes = row["depth"] == _DIRECT and row["figures"]["convened"]
        note = _UNREPORTED if owes else ""
    return Line(row["name"], row["figures"], note=note)


def _unreported(content: Mapping[str, Any], width_mm: float) -> Table:
    rows = [(str(number), name) for number, name in enumerate(content["unreported"], 1)]
    return Table(
        header=[("TT", "Đơn vị")],
        rows=rows,
        widths_mm=(12, width_mm - 12),
        align=("center", "left"),
    )
