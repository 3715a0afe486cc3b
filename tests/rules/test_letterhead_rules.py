"""How documents name a unit, and who signs them."""

import pytest

from api.letterheads.rules import (
    Named,
    Resolved,
    frozen,
    named_in_text,
    recipient_lines,
    resolve,
    signature_lines,
)
from api.papers.profile import HD36_2018
from api.words import SigningAuthority, UnitKind
from tests.reported import COMMUNE, DISTRICT, POST

VILLAGE = Named("Chi bộ thôn 3", UnitKind.CELL)


def _signed(letterhead: Resolved) -> list[str]:
    return signature_lines(letterhead, HD36_2018)


def test_a_cell_writes_under_the_committee_above_it_and_signs_as_a_collective() -> None:
    found = resolve(VILLAGE, [COMMUNE, DISTRICT], {})
    assert (found.superior_name, found.issuing_name) == (COMMUNE.name, VILLAGE.name)
    assert (found.abbreviation, found.place) == ("CB", "Bom Bo")
    assert _signed(found) == ["T/M CHI BỘ", "BÍ THƯ"]
    assert recipient_lines(found, HD36_2018) == ["- Đảng ủy xã Bom Bo (b/c),", "- Lưu Chi bộ."]


def test_a_commune_writes_as_its_committee_and_a_deputy_may_sign() -> None:
    found = resolve(COMMUNE, [DISTRICT], {"deputy_title": "Phó Bí thư Thường trực"})
    assert (found.issuing_name, found.abbreviation) == ("Đảng ủy xã Bom Bo", "ĐU")
    assert _signed(found) == ["T/M ĐẢNG ỦY", "PHÓ BÍ THƯ THƯỜNG TRỰC"]


def test_an_organiser_writes_as_its_department_and_a_deputy_signs_for_the_head() -> None:
    head = resolve(DISTRICT, [], {})
    assert (head.superior_name, head.issuing_name) == ("Huyện ủy Bù Đăng", "Ban Tuyên giáo")
    assert (head.abbreviation, head.place) == ("BTGHU", "Bù Đăng")
    assert _signed(head) == ["TRƯỞNG BAN"]
    deputy = resolve(DISTRICT, [], {"deputy_title": "Phó Trưởng ban"})
    assert _signed(deputy) == ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]
    assert recipient_lines(head, HD36_2018) == [
        "- Ban Tuyên giáo Tỉnh ủy (b/c),",
        "- Thường trực Huyện ủy Bù Đăng (b/c),",
        "- Các Chi, Đảng bộ trực thuộc,",
        "- Lưu BTGHU.",
    ]
    assert named_in_text(head) == "Ban Tuyên giáo Huyện ủy"


def test_direct_units_report_to_the_department_and_a_province_to_nobody_above_it() -> None:
    post = resolve(POST, [DISTRICT], {})
    assert recipient_lines(post, HD36_2018)[0] == "- Ban Tuyên giáo Huyện ủy (b/c),"
    assert named_in_text(post) == POST.name
    province = resolve(Named("Đảng bộ tỉnh Đồng Nai", UnitKind.COMMITTEE), [], {})
    assert recipient_lines(province, HD36_2018)[0] == "- Thường trực Tỉnh ủy Đồng Nai (b/c),"
    assert named_in_text(province) == "Ban Tuyên giáo Tỉnh ủy"
    commune = resolve(Named("Đảng bộ xã Bom Bo", UnitKind.COMMITTEE), [], {})
    assert recipient_lines(commune, HD36_2018)[0] == "- Thường trực Đảng ủy xã Bom Bo (b/c),"
    assert named_in_text(commune) == "Ban Tuyên giáo Đảng ủy xã Bom Bo"


def test_another_authority_brings_its_own_titles() -> None:
    collective = resolve(DISTRICT, [], {"authority": SigningAuthority.COLLECTIVE})
    assert _signed(collective) == ["T/M BAN THƯỜNG VỤ", "BÍ THƯ"]
    department = resolve(POST, [DISTRICT], {"authority": SigningAuthority.DEPARTMENT})
    assert _signed(department) == ["TRƯỞNG BAN"]


def test_what_a_unit_states_stands_and_the_kept_copy_comes_last() -> None:
    stated = {"recipients": ["Lưu Văn phòng", "- Ban Tuyên giáo Huyện ủy,"], "place": "Đức Phong"}
    found = resolve(POST, [DISTRICT], stated)
    assert found.place == "Đức Phong"
    assert recipient_lines(found, HD36_2018) == [
        "- Ban Tuyên giáo Huyện ủy,",
        "- Lưu Văn phòng.",
    ]


@pytest.mark.parametrize(
    ("name", "body", "sign"),
    [
        ("Đảng bộ tỉnh Đồng Nai", "Tỉnh ủy Đồng Nai", "BTGTU"),
        ("Đảng bộ thị xã Phước Long", "Thị ủy Phước Long", "BTGThU"),
        ("Đảng bộ xã Bom Bo", "Đảng ủy xã Bom Bo", "BTGĐU"),
        ("Tổng công ty", "Tổng công ty", "BTG"),
    ],
)
def test_the_body_above_a_department_is_named_by_its_level(name: str, body: str, sign: str) -> None:
    found = resolve(Named(name, UnitKind.COMMITTEE), [], {})
    assert (found.superior_name, found.abbreviation) == (body, sign)


def test_a_frozen_letterhead_reads_back_as_it_was() -> None:
    found = resolve(VILLAGE, [COMMUNE, DISTRICT], {"signer_name": "Điểu Bình"})
    assert frozen(found.as_json()) == found
