"""The guides are sheets to print: each fits one side of A4, and names what is there."""

import re
from pathlib import Path

import pytest

GUIDES = Path(__file__).parents[2] / "docs" / "huong-dan"
LINES_OF_A_PAGE = 62
CHARACTERS_OF_A_LINE = 100
SHEETS = (
    "dang-vien.md",
    "may-cua-toi.md",
    "diem-cau.md",
    "bi-thu.md",
    "trang-lam-viec.md",
    "bao-cao.md",
    "trang-can-bo.md",
    "can-bo-bao-cao.md",
    "quan-tri.md",
    "van-hanh.md",
)


def _printed_lines(text: str) -> int:
    """Count the lines that a guide takes at 11 points on A4; pictures are left out in print."""
    paragraphs = re.sub(r"(?<=\S)\n(?=[^\s|#\-0-9!])", " ", re.sub(r"!\[.*\n", "", text))
    total = 0
    for line in paragraphs.splitlines():
        if re.fullmatch(r"[|\-\s]*", line):
            total += line == ""
        else:
            total += 1 + len(line) // CHARACTERS_OF_A_LINE + line.startswith("#")
    return total


@pytest.mark.parametrize("name", SHEETS)
def test_a_guide_fits_one_page(name: str) -> None:
    assert _printed_lines((GUIDES / name).read_text(encoding="utf-8")) <= LINES_OF_A_PAGE


def test_the_members_guide_leads_from_the_code_to_the_receipt() -> None:
    text = (GUIDES / "dang-vien.md").read_text(encoding="utf-8")
    steps = ("Quét mã", "gõ địa chỉ", "Đã ghi nhận", "bí thư ghi tên")
    assert all(step in text for step in steps)


def test_the_secretarys_guide_goes_before_during_and_after() -> None:
    text = (GUIDES / "bi-thu.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings == ["Trước hội nghị", "Trong buổi", "Sau buổi"]
    assert "1-7, 9, 12" in text
    assert "Mã danh sách" in text


def test_the_guide_to_reports_speaks_with_the_words_of_the_page() -> None:
    text = " ".join((GUIDES / "bao-cao.md").read_text(encoding="utf-8").split())
    folder = GUIDES.parents[1] / "clients" / "report"
    page = "".join(each.read_text(encoding="utf-8") for each in sorted(folder.iterdir()))
    quoted = re.findall(r"(?:[Bb]ấm|, ) ?[“\"]([^”\"…→0-9]+)[”\"]", text)
    assert len(quoted) >= 8
    assert [each for each in quoted if each not in page] == []


def test_the_guide_to_the_console_speaks_with_the_words_of_the_page() -> None:
    text = " ".join((GUIDES / "trang-lam-viec.md").read_text(encoding="utf-8").split())
    folder = GUIDES.parents[1] / "clients" / "console" / "src"
    page = "".join(each.read_text(encoding="utf-8") for each in sorted(folder.rglob("*.ts*")))
    quoted = re.findall(r"[“\"]([^”\"]+)[”\"]", text)
    assert len(quoted) >= 12
    assert [each for each in quoted if each not in page] == []
