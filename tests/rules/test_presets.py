from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from api.presets import preset as presets
from api.presets.plan import Preset, UnitSpec, walk
from api.presets.preset import PresetError, load, parse
from api.words import CheckKind, Form, UnitKind

PLAN = load("bu_dang_2022")
TODAY = load("bu_dang_2025")
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
    assert PLAN.blocs == (*THE_PLAN_COUNTS, "Chi bộ trường học"), "in the order of its table"


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


@pytest.mark.parametrize("preset", [PLAN, TODAY])
def test_mail_goes_nowhere(preset: Preset) -> None:
    assert preset.report_email is not None
    assert preset.report_email.endswith(".example")


@pytest.mark.parametrize("preset", [PLAN, TODAY])
def test_whole_cells_are_kept_together_at_commune_points_alone(preset: Preset) -> None:
    communes = [unit.key for unit in preset.organiser.children if unit.children]
    kept = [point.key for point in preset.points if point.keeps_units_together]
    assert kept == [f"line-{commune}" for commune in communes]


@pytest.mark.parametrize("preset", [PLAN, TODAY])
def test_every_point_has_its_line_test_and_meet_its_camera(preset: Preset) -> None:
    items = {item.key: item for item in preset.preparation_items}
    assert items["line_test"].kind is CheckKind.TESTED
    assert set(items["line_test"].forms) == {Form.LINE, Form.MEET}
    assert items["camera"].forms == (Form.MEET,)
    assert {"hall", "equipment"} <= items.keys()


def test_the_plan_of_2022_asks_for_health_measures() -> None:
    assert "health_measures" in {item.key for item in PLAN.preparation_items}


def test_every_direct_unit_belongs_to_one_of_two_groups() -> None:
    groups = {group.label: group.units for group in PLAN.groups}
    assert {label: len(units) for label, units in groups.items()} == {"113": 44, "114": 16}
    assert set(groups["114"]) == {commune.key for commune in COMMUNES}
    assert {*groups["113"], *groups["114"]} == {unit.key for unit in PLAN.organiser.children}


# ------------------------------------------------------------------------------------------- 2025

BECAME = {
    "xã Bù Đăng": ["thị trấn Đức Phong", "xã Đoàn Kết", "xã Minh Hưng"],
    "xã Bom Bo": ["xã Bình Minh", "xã Bom Bo"],
    "xã Đak Nhau": ["xã Đường 10", "xã Đak Nhau"],
    "xã Nghĩa Trung": ["xã Đức Liễu", "xã Nghĩa Bình", "xã Nghĩa Trung"],
    "xã Phước Sơn": ["xã Đăng Hà", "xã Thống Nhất", "xã Phước Sơn"],
    "xã Thọ Sơn": ["xã Phú Sơn", "xã Đồng Nai", "xã Thọ Sơn"],
}


def test_six_communes_stand_right_below_the_province() -> None:
    assert TODAY.organiser.name == "Đảng bộ tỉnh Đồng Nai"
    assert [unit.name for unit in TODAY.organiser.children] == [
        f"Đảng bộ {each}" for each in BECAME
    ]
    assert sorted(name for names in BECAME.values() for name in names) == sorted(
        commune.name.removeprefix("Đảng bộ ") for commune in COMMUNES
    )


def test_a_merged_commune_has_the_cells_of_all_it_was_made_from() -> None:
    before = {commune.name.removeprefix("Đảng bộ "): commune for commune in COMMUNES}
    for commune in TODAY.organiser.children:
        parts = [before[each] for each in BECAME[commune.name.removeprefix("Đảng bộ ")]]
        cells = [cell for part in parts for cell in part.children]
        assert len(commune.children) == len(cells)
        assert len({cell.name for cell in commune.children}) == len(cells), "no name comes twice"
        schools = {cell.name for cell in cells if cell.bloc == "Chi bộ trường học"}
        now = {cell.name for cell in commune.children if cell.bloc == "Chi bộ trường học"}
        assert now == schools


def test_in_2025_villages_come_to_their_commune_and_schools_by_meet() -> None:
    place = places(TODAY)
    for commune in TODAY.organiser.children:
        for cell in commune.children:
            school = cell.bloc == "Chi bộ trường học"
            assert place[cell.key] == (f"meet-{cell.key}" if school else f"line-{commune.key}")
    forms = Counter(session.form for session in TODAY.sessions)
    assert forms == {Form.LINE: 2, Form.MEET: 2}
    hubs = [point.host for point in TODAY.points if point.is_hub]
    assert hubs == [TODAY.organiser.key]


def test_what_is_invented_says_so() -> None:
    assert TODAY.note is not None
    assert TODAY.note.startswith("Hội nghị này là giả định")


# ------------------------------------------------------------------------------------------ files


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
        (replaced("share: 1/3", "share: 1/2"), "the shares of line make 7/6, not 1"),
        (replaced('blocs: ["Xã, thị trấn"]', "blocs: [Xã]"), "'114' has the unknown bloc 'Xã'"),
        (replaced('["Xã, thị trấn"]', "[Khối Đảng]"), "unit 'to-chuc' belongs to two groups"),
        (replaced("key: camera", "key: hall"), "preparation item 'hall' comes twice"),
        (replaced("kind: tested", "kind: guessed"), "preparation_items.2.kind: Input should be"),
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
