"""Reports and summaries as documents, read back as Word would, by both guidances."""

import io
import time
from datetime import datetime
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from api.reports.addendum import Added
from api.reports.paper import Absent, report_paper
from api.summaries.paper import summary_paper
from tests import reported

BOTH = pytest.mark.parametrize("profile", ["hd36_2018", "hd05_2026"])
JUSTIFIED, CENTER = WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.CENTER


def _open(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def _by(profile: str, content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "conference": {**content["conference"], "profile": profile}}


def _mm(*lengths: Any) -> list[float]:
    return [round(each / Mm(1), 1) for each in lengths]


def _texts(cell: Any) -> list[str]:
    return [_parted(each.text) for each in cell.paragraphs]


def _lines(document: Document) -> list[str]:
    return [_parted(each.text) for each in document.paragraphs if each.text]


def _parted(text: str) -> str:
    """Read words that a line keeps together as words."""
    return text.replace("\u00a0", " ")


@BOTH
def test_every_measure_of_a_report_is_that_of_the_guidance(profile: str) -> None:
    read = _open(report_paper(_by(profile, reported.commune())))
    body, appendix = read.sections
    assert _mm(body.page_width, body.page_height) == [210, 297]
    assert _mm(appendix.page_width, appendix.page_height) == [297, 210]
    assert (body.orientation, appendix.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    for each in (body, appendix):
        margins = (each.top_margin, each.bottom_margin, each.left_margin, each.right_margin)
        assert _mm(*margins) == [20, 20, 30, 15]
    normal = read.styles["Normal"].element.rPr
    assert normal.find(qn("w:rFonts")).get(qn("w:ascii")) == "Times New Roman"
    assert normal.find(qn("w:sz")).get(qn("w:val")) == "28"
    start = next(each for each in read.paragraphs if each.text.startswith("Thực hiện"))
    end = next(each for each in read.paragraphs if each.text.startswith("Trên đây"))
    paragraphs = read.paragraphs
    first, last = (
        next(place for place, each in enumerate(paragraphs) if each._p is wanted._p)
        for wanted in (start, end)
    )
    written = [each for each in paragraphs[first : last + 1] if each.text]
    assert len(written) > 10
    for line in written:
        look = line.paragraph_format
        assert line.alignment == JUSTIFIED, line.text
        assert _mm(look.first_line_indent) == [10]
        assert (look.line_spacing_rule, look.line_spacing) == (WD_LINE_SPACING.EXACTLY, Pt(19))
        assert look.space_after == Pt(6)
        assert all(run.font.size is None for run in line.runs)  # 14, as the style says
    assert end.paragraph_format.keep_with_next  # no signature alone on a page


@BOTH
def test_every_block_of_a_report_stands_where_it_belongs(profile: str) -> None:
    read = _open(report_paper(_by(profile, reported.report())))
    left, right = read.tables[0].rows[0].cells
    assert _texts(left) == ["ĐẢNG BỘ HUYỆN BÙ ĐĂNG", "CHI BỘ BƯU ĐIỆN", "*", "Số       -BC/CB"]
    assert [bool(each.runs[0].bold) for each in left.paragraphs] == [False, True, False, False]
    motto, rule, place = right.paragraphs
    assert (motto.text, motto.runs[0].bold) == ("ĐẢNG CỘNG SẢN VIỆT NAM", True)
    assert rule._p.pPr.find(qn("w:pBdr")) is not None
    assert place.text == "Bù Đăng, ngày       tháng       năm"
    assert place.runs[0].italic
    title, summary, hyphens = [each for each in read.paragraphs if each.alignment == CENTER][:3]
    assert (title.text, bool(title.runs[0].bold)) == ("BÁO CÁO", True)
    assert _parted(summary.text) == "kết quả tham dự Hội nghị Thông tin thời sự quý I năm 2022"
    assert summary.runs[0].bold
    assert hyphens.text == "-----"
    left, right = read.tables[-1].rows[0].cells
    assert _texts(left) == ["Nơi nhận:", "- Ban Tuyên giáo Huyện ủy (b/c),", "- Lưu Chi bộ."]
    assert left.paragraphs[0].runs[0].underline
    assert {run.font.size for each in left.paragraphs[1:] for run in each.runs} == {Pt(12)}
    assert _texts(right)[:2] == ["T/M CHI BỘ", "BÍ THƯ"]
    name = right.paragraphs[-1]
    assert (name.text, name.runs[0].bold) == ("Đinh Công Sơn", True)


def test_what_is_read_as_one_stays_on_one_line() -> None:
    content = reported.report()
    content["texts"]["proposals"] = "Đề nghị Huyện ủy xem lại Kế hoạch số 45"
    written = [each.text for each in _open(report_paper(content)).paragraphs]
    assert written[written.index("BÁO CÁO") + 1].endswith("quý\u00a0I\u00a0năm\u00a02022")
    assert "Đề nghị Huyện\u00a0ủy xem lại Kế hoạch số\u00a045" in written
    assert any("68,33\u00a0% số triệu tập" in each for each in written)


@BOTH
def test_pages_are_numbered_from_the_second_in_every_section(profile: str) -> None:
    body, appendix = _open(report_paper(_by(profile, reported.commune()))).sections
    assert body.different_first_page_header_footer
    assert "PAGE" not in body.first_page_header._element.xml
    assert not appendix.different_first_page_header_footer
    for section in (body, appendix):
        (line,) = section.header.paragraphs
        assert "PAGE" in line._p.xml
        stops = [(each.alignment.name, each.position) for each in line.paragraph_format.tab_stops]
        middle = (section.page_width - section.left_margin - section.right_margin) // 2  # type: ignore[operator]
        assert stops[0][0] == "CENTER"
        assert stops[0][1] == pytest.approx(middle, abs=Mm(0.1))
        assert line.style is not None
        assert not list(line.style.paragraph_format.tab_stops)


def test_the_report_says_the_figures_as_people_write_them() -> None:
    said = _lines(_open(report_paper(reported.report())))
    assert "Số liệu tính đến 11 giờ 30 phút, ngày 15 tháng 3 năm 2022:" in said
    assert any("Số phải triệu tập: 60 đồng chí." in each for each in said)
    (present,) = [each for each in said if each.startswith("- Có mặt")]
    assert "41 đồng chí, đạt 68,33 % số triệu tập, 64,06 % tổng số đảng viên" in present
    assert "(dự đủ 36, đến muộn 3, làm nhiệm vụ phục vụ 2)" in present
    assert "Điểm danh bằng mã 30 đồng chí, theo danh sách 9 đồng chí (1 chưa đối chiếu)." in present
    (absent,) = [each for each in said if each.startswith("- Vắng có lý do")]
    assert "17 đồng chí (ốm 9, công tác 6, được giảm sinh hoạt 2)" in absent
    assert absent.endswith("vắng không lý do: 2 đồng chí.")
    assert "- Mất điện." in said
    assert said[said.index("V- ĐỀ XUẤT, KIẾN NGHỊ") + 1] == "Không có."
    assert not any("Chưa có thông tin" in each for each in said)


def test_a_way_in_which_nobody_came_is_not_named() -> None:
    live = reported.figures(full=40, by_hand=40, not_countersigned=40)
    said = _lines(_open(report_paper(reported.report(figures=live, sessions=[]))))
    (present,) = [each for each in said if each.startswith("- Có mặt")]
    assert present.endswith(". Điểm danh theo danh sách 40 đồng chí (chưa đối chiếu).")
    (beside,) = [each for each in said if each.startswith("- Ngoài ra")]
    assert beside.endswith("số người đếm tại hội trường 46 (kể cả khách).")


def test_the_classes_of_a_result_sum_up_and_a_class_that_was_not_held_says_so() -> None:
    content = reported.report()
    content["sessions"][1]["held"] = False
    _, table, _ = _open(report_paper(content)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows[2:]]
    assert rows[0] == ["1", "Lớp 1 – Google Meet", "33", "22", "10", "1", "–", "66,67\u00a0%"]
    assert rows[1][1] == "Lớp 2 – Google Meet (chưa tổ chức)"
    assert rows[2] == ["", "Cộng", "60", "41", "17", "2", "–", "68,33\u00a0%"]
    for state, said in (("cancelled", "đã hủy"), ("postponed", "hoãn")):
        content["sessions"][1]["state"] = state
        _, table, _ = _open(report_paper(content)).tables
        assert table.rows[3].cells[1].text == f"Lớp 2 – Google Meet ({said})"
    content["sessions"].pop()
    _, table, _ = _open(report_paper(content)).tables
    assert [cell.text for cell in table.rows[3].cells][:4] == ["2", "Chưa phân lớp", "27", "19"]


def test_a_quick_report_speaks_of_its_class_and_a_draft_says_that_it_is_one() -> None:
    read = _open(report_paper(reported.quick(), draft=True))
    said = " ".join(_lines(read))
    assert "- Số đảng viên được phân về lớp này: 64 đồng chí" in said
    assert "tổng số đảng viên" not in said.lower()
    summary = "nhanh kết quả tham dự Lớp 1 – Google Meet, Hội nghị Thông tin thời sự quý I năm 2022"
    assert summary in _lines(read)
    assert len(read.tables) == 2
    for header in (read.sections[0].first_page_header, read.sections[0].header):
        assert header.paragraphs[0].text.endswith("DỰ THẢO")


def test_the_commune_appends_its_cells_by_block_with_a_header_on_every_page() -> None:
    read = _open(report_paper(reported.commune(villages=40, schools=20)))
    table = read.tables[-1]
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert repeated == [True, True] + [False] * (len(repeated) - 2)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert sum(_mm(*(each.width for each in table.columns))) == pytest.approx(252, abs=1)
    names = [row.cells[1].text for row in table.rows[2:]]
    assert names[0] == "Chi bộ trực thuộc"
    assert names[41:43] == ["Cộng Chi bộ trực thuộc", "Chi bộ trường học"]
    total = [cell.text for cell in table.rows[-1].cells]
    assert total[1:3] == ["Toàn đơn vị", "1.440"]
    assert total[-1] == "86,96\u00a0%"


def test_the_absent_are_named_only_where_they_are_asked_for() -> None:
    absent = [Absent("Điểu Khánh", "Chi bộ thôn 3", "Lớp 1 – đường truyền", "OM")]
    read = _open(report_paper(reported.commune(), absent=absent))
    assert [cell.text for cell in read.tables[-1].rows[1].cells] == [
        "1",
        "Điểu Khánh",
        "Chi bộ thôn 3",
        "Lớp 1 – đường truyền",
        "OM",
    ]
    assert any("OM: ốm; CT: công tác" in each for each in _lines(read))
    titles = [each for each in _lines(read) if each.startswith("PHỤ LỤC")]
    assert titles == ["PHỤ LỤC 1", "PHỤ LỤC 2"]
    assert "Điểu Khánh" not in _open(report_paper(reported.commune())).element.xml


def test_an_addendum_says_first_what_changed() -> None:
    change = {"path": "figures.present", "label": "Có mặt", "before": 40, "after": 41}
    added = Added([change], datetime.fromisoformat(reported.AS_OF))
    for paper, title in (
        (report_paper(reported.report(), added=added), "bổ sung kết quả tham dự"),
        (report_paper(reported.quick(), added=added), "bổ sung báo cáo nhanh kết quả tham dự"),
        (summary_paper(reported.summary(), added=added), "bổ sung tổng hợp kết quả"),
    ):
        said = _lines(_open(paper))
        assert said[1].startswith(title)
        (opening,) = [each for each in said if each.startswith("Tiếp theo báo cáo")]
        assert "gửi ngày 15/03/2022, " in opening
        assert opening.endswith("báo cáo bổ sung như sau:")
        heading = said.index("I- NỘI DUNG BỔ SUNG")
        assert said[heading + 1] == "- Tổng cộng: có mặt 40 đồng chí, nay là 41 đồng chí."


def test_what_is_open_is_said_where_there_is_any() -> None:
    live = reported.figures(full=40, excused=15, pending=2, unknown=3, made_up=1, retold=2)
    content = reported.report(figures=live, sessions=[], guests=0, head_count=None)
    said = _lines(_open(report_paper(content)))
    assert "- Chưa có thông tin: 3 đồng chí; chờ xác nhận: 2 đồng chí." in said
    (made_up,) = [each for each in said if each.startswith("- Học bù")]
    assert "dự lớp sau 1 đồng chí, được chi bộ truyền đạt lại 2 đồng chí" in made_up
    assert not any(each.startswith("- Ngoài ra") for each in said)


def test_nobody_to_be_convened_has_no_rate() -> None:
    content = reported.report(figures=reported.figures(exempt=2), sessions=[])
    (present,) = [
        each for each in _lines(_open(report_paper(content))) if each.startswith("- Có mặt")
    ]
    assert "đạt – số triệu tập, 0,00 % tổng số đảng viên" in present


@BOTH
def test_the_summary_has_its_appendices_on_their_side(profile: str) -> None:
    read = _open(summary_paper(_by(profile, reported.summary())))
    sizes = [_mm(each.page_width, each.page_height) for each in read.sections]
    assert sizes == [[210, 297], *[[297, 210]] * 4]
    assert "Trên đây là báo cáo tổng hợp của Ban Tuyên giáo Huyện ủy." in _lines(read)
    left, _ = read.tables[0].rows[0].cells
    assert _texts(left) == ["HUYỆN ỦY BÙ ĐĂNG", "BAN TUYÊN GIÁO", "*", "Số       -BC/BTGHU"]
    by_form, by_bloc, closing, units, classes, reasons, unreported = read.tables[1:]
    assert _texts(closing.rows[0].cells[1])[:2] == ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]
    for table in (by_form, by_bloc, units, classes, reasons, unreported):
        assert "<w:tblHeader/>" in table.rows[0]._tr.xml
    for table in (by_form, by_bloc):
        assert [cell.text for cell in table.rows[-1].cells][1:4] == ["Cộng", "657", "496"]
    names = [row.cells[1].text for row in units.rows]
    assert names[2] == "Đảng bộ xã số 1"
    assert "Chi bộ thôn 1" not in {each.strip("\u00a0") for each in names}
    assert [row.cells[-1].text for row in units.rows[-2:]] == ["chưa có", ""]
    assert classes.rows[3].cells[1].text == "Lớp 2 (đã hủy)"
    last = [cell.text for cell in reasons.rows[-1].cells]
    assert (last[1], last[2], last[-1]) == ("Tổng cộng", "80", "144")
    assert unreported.rows[1].cells[1].text == "Chi bộ Bưu điện"


def test_a_summary_of_units_that_all_reported_names_none() -> None:
    read = _open(
        summary_paper(reported.summary(unreported=[], incidents=[], proposals=[]), draft=True)
    )
    assert len(read.sections) == 4
    assert "Tất cả các đơn vị đã gửi báo cáo kết quả." in _lines(read)
    assert _lines(read).count("Không có.") == 2


def test_the_summary_tells_what_was_held_on_which_days_and_what_was_put_off() -> None:
    content = reported.summary(points=17)
    first, second = content["by_session"]
    second |= {"state": "postponed", "state_reason": "Mất điện.", "form": "meet"}
    first |= {"form": "line", "starts_at": reported.AS_OF}
    said = _lines(_open(summary_paper(content)))
    assert said[said.index("I- CÔNG TÁC TỔ CHỨC") + 1] == (
        "Đã tổ chức 1/1 lớp trực tuyến bằng đường truyền (ngày 15/03/2022); "
        "0/1 lớp qua ứng dụng Google Meet, tại 17 điểm cầu; Lớp 2 hoãn (lý do: mất điện)."
    )


def test_units_stand_under_their_bloc() -> None:
    content = reported.summary(communes=1)
    for place, row in enumerate(content["by_unit"]):
        row["unit_id"] = str(place)
    content["units"] = [{"id": "0", "bloc": "xa"}, {"id": "3", "bloc": "dn"}]
    for row, key in zip(content["by_bloc"], ("dn", "xa"), strict=True):
        row["key"] = key
    names = [row.cells[1].text for row in _open(summary_paper(content)).tables[4].rows[2:]]
    assert [each.strip() for each in names] == [
        "Xã, thị trấn", "Chi bộ Bưu điện", "Khối Doanh nghiệp", "Đảng bộ xã số 1", "Tổng cộng",
    ]  # fmt: skip


def test_the_summary_passes_on_what_units_propose() -> None:
    said = _lines(_open(summary_paper(reported.summary())))
    heading = said.index("V- ĐỀ XUẤT, KIẾN NGHỊ CỦA CÁC ĐƠN VỊ")
    assert said[heading + 1] == "- Đảng bộ xã số 2: đề nghị gửi tài liệu trước ba ngày."


def test_twenty_unit_reports_take_less_than_a_third_of_five_seconds() -> None:
    content = reported.report()
    report_paper(content)
    began = time.process_time()
    for _ in range(20):
        report_paper(content)
    assert time.process_time() - began < 5 / 3
