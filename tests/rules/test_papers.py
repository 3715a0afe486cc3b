"""Papers are laid out as offices print them; each file is read back, as Word or Excel would."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as some

from api.papers import document, sheet
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
from api.papers.sheet import Sheet
from api.papers.texts import bold_width, printable

AT = datetime(2022, 3, 15, tzinfo=UTC)
LETTERHEAD = Letterhead(
    "ĐẢNG BỘ HUYỆN BÙ ĐĂNG",
    "CHI BỘ BƯU ĐIỆN",
    "Số       -BC/CB",
    "Bù Đăng, ngày      tháng 3 năm 2022",
)
SIGNATURE = Signature(("T/M CHI BỘ", "BÍ THƯ"), "Đinh Công Sơn")
RECIPIENTS = Recipients(("Ban Tuyên giáo Huyện ủy", "- Lưu Chi bộ."))


def _read(*blocks: Block, landscape: bool = False, running: str | None = None) -> Document:
    content = document.render(blocks, landscape=landscape, running=running)
    return docx.Document(io.BytesIO(content))


def _millimetres(length: Any) -> float:
    return float(round(length / Mm(1), 1))


def _texts(cell: Any) -> list[str]:
    return [each.text.replace("\u00a0", " ") for each in cell.paragraphs]


def test_the_page_is_a4_with_the_margins_of_the_guidance() -> None:
    (section,) = _read(Paragraph("Kính gửi")).sections
    sizes = (section.page_width, section.page_height)
    assert [_millimetres(each) for each in sizes] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [_millimetres(each) for each in margins] == [20, 20, 30, 15]


def test_an_appendix_lies_on_its_side() -> None:
    (section,) = _read(Paragraph("Phụ lục"), landscape=True).sections
    sizes = (section.page_width, section.page_height)
    assert [_millimetres(each) for each in sizes] == [297, 210]


def test_the_font_is_times_new_roman_14_in_every_script() -> None:
    look = _read(Paragraph("Kính gửi")).styles["Normal"].element.rPr
    fonts = look.find(qn("w:rFonts"))
    scripts = [fonts.get(qn(f"w:{each}")) for each in ("ascii", "hAnsi", "eastAsia", "cs")]
    assert set(scripts) == {"Times New Roman"}
    sizes = [look.find(qn(f"w:{each}")).get(qn("w:val")) for each in ("sz", "szCs")]
    assert sizes == ["28", "28"]
    assert look.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"


def test_the_body_is_justified_indented_and_exactly_19_points() -> None:
    (line,) = _read(Paragraph("Thực hiện Kế hoạch")).paragraphs
    look = line.paragraph_format
    assert line.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert _millimetres(look.first_line_indent) == 10
    assert (look.line_spacing_rule, look.line_spacing) == (WD_LINE_SPACING.EXACTLY, Pt(19))
    assert look.space_after == Pt(6)
    (line,) = _read(Paragraph("Nghỉ", bold=True, align="center", indent=False)).paragraphs
    assert (line.alignment, line.paragraph_format.first_line_indent) == (
        WD_ALIGN_PARAGRAPH.CENTER,
        0,
    )
    assert line.runs[0].bold


def test_a_heading_stays_with_what_follows_and_lines_stand_close() -> None:
    heading, first, last = _read(Heading("I- THỜI GIAN"), Lines(("7 giờ 30", "14 giờ"))).paragraphs
    assert heading.runs[0].bold
    assert heading.paragraph_format.keep_with_next
    spaces = (first.paragraph_format.space_after, last.paragraph_format.space_after)
    assert spaces == (Pt(0), Pt(6))


def test_the_letterhead_names_who_issues_it_and_rules_the_motto() -> None:
    read = _read(LETTERHEAD, Title("BÁO CÁO", "kết quả hội nghị"))
    left, right = read.tables[0].rows[0].cells
    assert _texts(left) == ["ĐẢNG BỘ HUYỆN BÙ ĐĂNG", "CHI BỘ BƯU ĐIỆN", "*", "Số       -BC/CB"]
    assert [bool(each.runs[0].bold) for each in left.paragraphs] == [False, True, False, False]
    motto, rule, place = right.paragraphs
    assert (motto.text, motto.runs[0].bold) == ("ĐẢNG CỘNG SẢN VIỆT NAM", True)
    assert rule._p.pPr.find(qn("w:pBdr")).find(qn("w:top")).get(qn("w:val")) == "single"
    assert (place.text, place.runs[0].italic) == (LETTERHEAD.place, True)
    width = Mm(90) - Mm(3.8) - 2 * rule.paragraph_format.left_indent
    assert width == pytest.approx(Pt(bold_width(motto.text, points=14)), abs=Pt(1))
    alone = _read(Letterhead(None, "BAN TUYÊN GIÁO", "Số", "Bù Đăng"))
    assert _texts(alone.tables[0].rows[0].cells[0])[0] == "BAN TUYÊN GIÁO"


def test_the_title_is_bold_in_the_middle_over_five_hyphens() -> None:
    title, summary, rule = _read(Title("BÁO CÁO", "kết quả hội nghị")).paragraphs
    assert [each.text for each in (title, summary, rule)] == [
        "BÁO CÁO",
        "kết quả hội nghị",
        "-----",
    ]
    assert {each.alignment for each in (title, summary, rule)} == {WD_ALIGN_PARAGRAPH.CENTER}
    assert title.runs[0].bold
    assert summary.runs[0].bold
    assert len(_read(Title("TRIỆU TẬP")).paragraphs) == 2


@pytest.mark.parametrize("blocks", [(RECIPIENTS, SIGNATURE), (SIGNATURE, RECIPIENTS)])
def test_recipients_stand_beside_the_signature(blocks: tuple[Block, ...]) -> None:
    (table,) = _read(*blocks).tables
    left, right = table.rows[0].cells
    assert _texts(left) == ["Nơi nhận:", "- Ban Tuyên giáo Huyện ủy", "- Lưu Chi bộ."]
    assert left.paragraphs[0].runs[0].underline
    assert left.paragraphs[1].runs[0].font.size == Pt(12)
    assert _texts(right) == ["T/M CHI BỘ", "BÍ THƯ", "", "", "", "", "Đinh Công Sơn"]
    assert right.paragraphs[-1].runs[0].bold


def test_a_signature_or_recipients_may_stand_alone() -> None:
    read = _read(SIGNATURE, PageBreak(), RECIPIENTS)
    first, last = read.tables
    assert _texts(first.rows[0].cells[0]) == [""]
    assert _texts(last.rows[0].cells[0])[0] == "Nơi nhận:"
    assert 'w:type="page"' in read.element.xml


def test_no_signature_is_lost_where_two_follow_each_other() -> None:
    read = _read(RECIPIENTS, SIGNATURE, SIGNATURE)
    assert [_texts(each.rows[0].cells[1])[0] for each in read.tables] == ["T/M CHI BỘ"] * 2


def test_pages_are_numbered_at_the_top_centre_from_page_2() -> None:
    (section,) = _read(Paragraph("Kính gửi"), running="Mã danh sách: K7M-2QX").sections
    assert section.different_first_page_header_footer
    first, others = section.first_page_header, section.header
    assert "PAGE" not in first._element.xml
    assert "PAGE" in others._element.xml
    assert 'w:val="center"' in others._element.xml
    for header in (first, others):
        assert header.paragraphs[0].runs[-1].text == "Mã danh sách: K7M-2QX"


def test_a_table_repeats_its_header_and_strikes_a_row() -> None:
    table = Table(
        header=[("Chi bộ thôn 3", "", ""), ("Số", "Họ và tên", "Ký")],
        rows=[("1", "Điểu Khánh", ""), ("2", "Thị Mai", "")],
        widths_mm=(15, 110, 40),
        align=("center", "left", "left"),
        strike={1},
        row_height_mm=9,
    )
    (read,) = _read(table).tables
    repeated = [each._tr.trPr.find(qn("w:tblHeader")) is not None for each in read.rows]
    assert repeated == [True, True, False, False]
    assert {each.text for each in read.rows[0].cells} == {"Chi bộ thôn 3"}
    struck = [each.cells[1].paragraphs[0].runs[0].font.strike for each in read.rows[2:]]
    assert struck == [None, True]
    assert [_millimetres(each.width) for each in read.columns] == [15, 110, 40]
    assert read.rows[2].height is not None
    assert all(each._tr.trPr.find(qn("w:cantSplit")) is not None for each in read.rows)
    assert read.rows[2].cells[0].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_a_header_of_two_rows_spans_both_ways() -> None:
    table = Table(
        header=[("Đơn vị", "Có mặt", ""), ("", "Nam", "Nữ")],
        rows=[],
        widths_mm=(50, 50, 50),
        align=("left", "right", "right"),
    )
    (read,) = _read(table).tables
    assert read.cell(0, 0)._tc is read.cell(1, 0)._tc
    assert read.cell(0, 1)._tc is read.cell(0, 2)._tc
    assert [each.text for each in read.rows[1].cells] == ["Đơn vị", "Nam", "Nữ"]


def test_a_document_says_nothing_of_the_program_that_wrote_it() -> None:
    with zipfile.ZipFile(io.BytesIO(document.render([LETTERHEAD]))) as parts:
        about = parts.read("docProps/core.xml").decode()
    assert "python" not in about
    assert "2013" not in about


def _signing(**changes: Any) -> Sheet:
    return Sheet(
        **{
            "name": "Chi bộ thôn 3",
            "title": ("DANH SÁCH", "Hội nghị quý I"),
            "header": [("Số", "Họ và tên", "Ký")],
            "rows": [(1, "Điểu Khánh", None), (2, "Thị Mai", "")],
            "widths_mm": (15, 110, 40),
            "align": ("center", "left", "left"),
            "strike": {1},
            "row_height_mm": 9,
            "running": "Mã danh sách: K7M-2QX",
            **changes,
        }
    )


def _opened(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(io.BytesIO(sheet.render(sheets, at=AT)))


def test_a_sheet_is_set_up_to_be_printed_and_signed() -> None:
    (page,) = _opened(_signing())
    assert [page.cell(1, 1).value, page.cell(2, 1).value] == ["DANH SÁCH", "Hội nghị quý I"]
    assert [each.value for each in page[4]] == ["Số", "Họ và tên", "Ký"]
    assert page["A5"].value == 1
    assert [bool(page[f"B{row}"].font.strike) for row in (5, 6)] == [False, True]
    assert page["B5"].font.name == "Times New Roman"
    assert page.print_title_rows == "$4:$4"
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "portrait")
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0  # as many pages as it takes
    assert page.row_dimensions[5].height == pytest.approx(25.5, abs=0.5)
    assert page.oddHeader.right.text.strip() == "Mã danh sách: K7M-2QX"
    assert page.column_dimensions["B"].width == pytest.approx(58, abs=3)


def test_a_sheet_on_its_side_has_a_header_of_two_rows() -> None:
    header = [("Đơn vị", "Có mặt", ""), ("", "Nam", "Nữ")]
    (page,) = _opened(_signing(header=header, landscape=True, title=(), running=None))
    assert page.page_setup.orientation == "landscape"
    assert {str(each) for each in page.merged_cells.ranges} == {"A1:A2", "B1:C1"}
    assert page.print_title_rows == "$1:$2"


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "https://office.example", "01"])
def test_a_text_stays_a_text(text: str) -> None:
    (page,) = _opened(_signing(rows=[(1, text, None)], strike=frozenset()))
    assert (page["B5"].value, page["B5"].data_type) == (text, "s")
    assert page["B5"].hyperlink is None


def test_sheets_get_names_of_their_own() -> None:
    long = "Chi bộ Trường Trung học cơ sở [Hoa Ban]"
    book = _opened(*(_signing(name=each) for each in (long, long, "CHI BỘ 1", "Chi bộ 1", "[]")))
    assert book.sheetnames == [
        "Chi bộ Trường Trung học cơ sở H",
        "Chi bộ Trường Trung học cơ (2)",
        "CHI BỘ 1",
        "Chi bộ 1 (2)",
        "1",
    ]


@given(some.text())
def test_every_text_is_printable(text: str) -> None:
    kept = printable(text)
    assert printable(kept) == kept
    assert document.render([Paragraph(kept)])
