"""How a Party document is laid out, one profile a guidance: every measure and every fixed wording.

`HD36_2018` follows Guidance 36-HD/VPTW of 3 April 2018 as domain.md, section 6, reads it: its
Appendix 3 allows 14 to 15 points for the text and the summary line. `HD05_2026` stands for Guidance
05-HD/VPTW of 2026, whose text was not found: it keeps every value of 2018 until an office tells
where it differs, which is then one line here (docs/decisions/0028-document-profiles.md).
"""

from dataclasses import dataclass, replace
from typing import Final

from api.words import DocumentProfile


@dataclass(frozen=True, slots=True)
class Profile:
    """The measures and the wordings of one guidance; lengths in millimetres or points."""

    guidance: str = "36-HD/VPTW"
    font: str = "Times New Roman"
    size: float = 14
    motto_size: float = 14
    title_size: float = 14
    notes_size: float = 12
    table_size: float = 12
    appendix_size: float = 11
    short_mm: float = 210
    long_mm: float = 297
    top_mm: float = 20
    bottom_mm: float = 20
    left_mm: float = 30
    right_mm: float = 15
    header_mm: float = 8
    line_pt: float = 19
    between_pt: float = 6
    first_line_mm: float = 10
    room_to_sign: int = 4
    motto: str = "ĐẢNG CỘNG SẢN VIỆT NAM"
    star: str = "*"
    rule: str = "-----"
    number: str = "Số       -{kind}/{abbreviation}"
    place_and_date: str = "{place}, ngày       tháng       năm"
    date: str = "ngày       tháng       năm"
    report: str = "BÁO CÁO"
    report_sign: str = "BC"
    collective: str = "T/M {body}"
    in_stead: str = "K/T {head}"
    recipients: str = "Nơi nhận:"
    kept: str = "Lưu {where}"
    draft: str = "DỰ THẢO"
    appendix: str = "PHỤ LỤC"

    def width_mm(self, *, landscape: bool = False) -> float:
        """Tell how wide the text is between the left and the right margin."""
        return (self.long_mm if landscape else self.short_mm) - self.left_mm - self.right_mm

    def number_of(self, abbreviation: str) -> str:
        """Write a report's number; the number itself is left for the clerk."""
        return self.number.format(kind=self.report_sign, abbreviation=abbreviation)

    def place_of(self, place: str | None) -> str:
        """Write the place, and the date that is left for the clerk."""
        return self.place_and_date.format(place=place) if place else self.date


HD36_2018: Final = Profile()
HD05_2026: Final = replace(HD36_2018, guidance="05-HD/VPTW")

PROFILES: Final = {
    DocumentProfile.HD36_2018: HD36_2018,
    DocumentProfile.HD05_2026: HD05_2026,
}


def profile_of(name: str) -> Profile:
    """Find a profile by the word that is stored for it."""
    return PROFILES[DocumentProfile(name)]
