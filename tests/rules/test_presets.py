from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from api.presets import preset as presets
from api.presets.plan import Preset, UnitSpec, walk
from api.presets.preset import PresetError, load, parse
from api.words import Form, UnitKind

PLAN = load("bu_dang_2022")
TEXT = Path(presets.__file__).with_name("bu_dang_2022.yaml").read_text(encoding="utf-8")
UNITS = {unit.key: unit for unit in walk(PLAN.organiser)}
COMMUNES = [unit for unit in PLAN.organiser.children if unit.children]
SCHOOL_CELLS = [unit for unit in UNITS.values() if unit.bloc == "Chi bộ trường học"]

THE_PLAN_COUNTS = {
    "Khối Đảng": 5,
    "Các Hội, Đoàn thể chính trị - xã hội": 5,
    "Lực lượng vũ trang huyện": 2,
    "Khối hành chính nhà nước": 11,
    "Xã, thị trấn": 16,
    "Khối các đơn vị sự nghiệp": 3 + 6,
    "Khối Nội chính": 5,
    "Khối Doanh nghiệp và các khối khác": 7,
}


def places(preset: Preset) -> dict[str, str | None]:
    """Find the point of every unit by the rule of the nearest one up the tree."""
    own = {unit: point.key for point in preset.points for unit in point.expects}
    found: dict[str, str | None] = {}

    def descend(unit: UnitSpec, above: str | None) -> None:
        found[unit.key] = own.get(unit.key, above)
        for child in unit.children:
            descend(child, found[unit.key])

    descend(preset.organiser, None)
    return found


def test_the_plan_of_2022_has_its_sixty_direct_units() -> None:
    assert Counter(unit.bloc for unit in PLAN.organiser.children) == THE_PLAN_COUNTS
    assert len(PLAN.organiser.children) == 60


def test_every_commune_has_villages_and_schools() -> None:
    for commune in COMMUNES:
        blocs = Counter(cell.bloc for cell in commune.children)
        assert 6 <= blocs["Xã, thị trấn"] <= 10
        assert 2 <= blocs["Chi bộ trường học"] <= 4
    assert len(COMMUNES) == 16
    assert 180 <= sum(len(commune.children) for commune in COMMUNES) <= 220


def test_kinds_follow_the_tree() -> None:
    assert PLAN.organiser.kind is UnitKind.COMMITTEE
    for unit in PLAN.organiser.children:
        cells = {cell.kind for cell in unit.children}
        if unit in COMMUNES:
            assert (unit.kind, cells) == (UnitKind.GRASSROOTS_COMMITTEE, {UnitKind.CELL})
        else:
            assert (unit.kind, cells) == (UnitKind.GRASSROOTS_CELL, set())


def test_names_are_written_in_full() -> None:
    assert UNITS["van-phong-huyen-uy"].name == "Chi bộ Văn phòng Huyện ủy"
    assert UNITS["ptdt-noi-tru-dieu-ong"].name == "Chi bộ Trường PTDT Nội trú Điểu Ong"
    assert UNITS["thuy-dien-dak-lung"].name == "Chi bộ Thủy điện Đăk Lung"
    assert UNITS["dak-nhau"].name == "Đảng bộ xã Đak Nhau"
    assert UNITS["bom-bo-thon-3"].name == "Chi bộ thôn 3"


def test_seventeen_line_points_one_hub_and_a_meet_hall_for_every_other_unit() -> None:
    line = [point for point in PLAN.points if point.form is Form.LINE]
    meet = [point for point in PLAN.points if point.form is Form.MEET]
    hubs = [point for point in PLAN.points if point.is_hub]
    assert len(line) == 17
    assert [(hub.host, hub.form, hub.expects) for hub in hubs] == [("tuyen-giao", Form.MEET, ())]
    assert len(meet) - len(hubs) == 21 + len(SCHOOL_CELLS)
    assert [len(point.expects) for point in line] == [23, *[1] * 16]


def test_a_village_cell_sits_in_its_commune_and_a_school_cell_in_its_own_hall() -> None:
    place = places(PLAN)
    for commune in COMMUNES:
        for cell in commune.children:
            expected = f"meet-{cell.key}" if cell in SCHOOL_CELLS else f"line-{commune.key}"
            assert place[cell.key] == expected


def test_every_unit_with_members_has_a_point() -> None:
    place = places(PLAN)
    assert not [unit.key for unit in UNITS.values() if not unit.children and not place[unit.key]]


def test_three_line_and_two_meet_sessions_take_equal_shares() -> None:
    sessions = [(session.form, session.ordinal, session.share) for session in PLAN.sessions]
    assert sessions == [
        (Form.LINE, 1, "1/3"),
        (Form.LINE, 2, "1/3"),
        (Form.LINE, 3, "1/3"),
        (Form.MEET, 1, "1/2"),
        (Form.MEET, 2, "1/2"),
    ]
    assert {session.date_hint for session in PLAN.sessions} == {"trung tuần tháng 3/2022"}


def test_mail_goes_nowhere() -> None:
    assert PLAN.report_email is not None
    assert PLAN.report_email.endswith(".example")


def test_every_preset_that_is_listed_can_be_read() -> None:
    every_key = presets.keys()
    assert "bu_dang_2022" in every_key
    for key in every_key:
        assert load(key).key == key


@pytest.mark.parametrize("key", ["bu_dang_1922", "../presets/bu_dang_2022", ""])
def test_an_unknown_preset_is_refused_with_those_there_are(key: str) -> None:
    with pytest.raises(PresetError, match=r"there are: .*bu_dang_2022"):
        load(key)


def replaced(old: str, new: str) -> Callable[[], str]:
    def spoil() -> str:
        assert old in TEXT
        return TEXT.replace(old, new, 1)

    return spoil


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (replaced("quarter: 1", "quarter: 5"), "quarter: Input should be less than"),
        (replaced("quarter: 1\n", ""), "quarter: Field required"),
        (replaced("quarter: 1", "quarter: 1\nquater: 1"), "quater: Extra inputs"),
        (replaced("cells:", "villages:"), "communes.units.0.cells: Field required"),
        (replaced("attends: line", "attends: zoom"), "blocs.0.attends: Input should be"),
        (replaced("key: ubkt", "key: to-chuc"), "unit key 'to-chuc' comes twice"),
        (replaced("key: ubkt", "key: UBKT"), "blocs.0.units.1.key: String should match"),
        (replaced("[khu phố 1, khu", "[khu phố 2, khu"), "'duc-phong-khu-pho-2' comes twice"),
        (replaced("host: tuyen-giao", "host: tuyen-van"), "unknown host 'tuyen-van'"),
        (replaced("      - Khối Đảng", "      - Khối"), "expects the unknown bloc 'Khối'"),
        (replaced("attends: line", "attends: meet"), "'ubkt' is expected at two points"),
        (replaced("key: meet-tuyen-giao", "key: line-bom-bo"), "'line-bom-bo' comes twice"),
        (replaced("ordinal: 2", "ordinal: 1"), "session line 1 comes twice"),
        (replaced("share: 1/3", "share: 1/4"), "sessions.0.share: Input should be '1/3' or"),
        (lambda: "- a list", "a_plan: Input should be a valid dictionary"),
        (lambda: "", "a_plan: Input should be a valid dictionary"),
        (lambda: "a: [", "not YAML"),
    ],
)
def test_a_fault_in_the_file_is_named(spoil: Callable[[], str], fault: str) -> None:
    with pytest.raises(PresetError) as refusal:
        parse(spoil(), key="a_plan")
    assert fault in str(refusal.value)
    assert str(refusal.value).startswith("a_plan: ")
