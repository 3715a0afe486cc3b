from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.presets.plan import walk
from api.presets.preset import load
from api.presets.rules import Known, Match, Wanted, match, title_of_quarter

_numbers = count(1)


def a_unit(name: str, *aliases: str, below: Known | None = None) -> Known:
    unit_id = UUID(int=next(_numbers))
    above = below.path if below else ""
    return Known(unit_id, below.id if below else None, f"{above}{unit_id.hex}/", (name, *aliases))


DISTRICT = a_unit("Đảng bộ huyện Bù Đăng")
BOM_BO = a_unit("Đảng bộ xã Bom Bo", below=DISTRICT)
NGHIA_BINH = a_unit("Đảng bộ xã Nghĩa Bình", below=DISTRICT)
POST = a_unit("Chi bộ Bưu điện", below=DISTRICT)
PLAN = [
    Wanted("post", "Chi bộ Bưu điện", ""),
    Wanted("bom-bo", "Đảng bộ xã Bom Bo", ""),
    Wanted("bom-bo-1", "Chi bộ thôn 1", "bom-bo"),
    Wanted("nghia-binh", "Đảng bộ xã Nghĩa Bình", ""),
    Wanted("nghia-binh-1", "Chi bộ thôn 1", "nghia-binh"),
]


def found(result: Match) -> dict[str, UUID]:
    return {key: unit.id for key, unit in result.found.items()}


def keys(units: list[Wanted]) -> list[str]:
    return [unit.key for unit in units]


def test_village_one_of_each_commune_is_told_apart() -> None:
    here = a_unit("Chi bộ thôn 1", below=BOM_BO)
    there = a_unit("Chi bộ thôn 1", below=NGHIA_BINH)
    result = match(PLAN, [POST, BOM_BO, NGHIA_BINH, there, here], DISTRICT)
    assert found(result)["bom-bo-1"] == here.id
    assert found(result)["nghia-binh-1"] == there.id
    assert not result.missing
    assert not result.unclear


def test_marks_and_case_do_not_count_and_an_alias_does() -> None:
    post = a_unit("Chi bộ BƯU ĐIỆN", below=DISTRICT)
    commune = a_unit("Đảng bộ Bom Bo (mới)", "Dang bo xa Bom Bo", below=DISTRICT)
    result = match(PLAN, [post, commune], DISTRICT)
    assert found(result) == {"post": post.id, "bom-bo": commune.id}


def test_a_missing_commune_is_named_once_and_its_cells_are_counted() -> None:
    result = match(PLAN, [POST, BOM_BO], DISTRICT)
    assert keys(result.missing) == ["bom-bo-1", "nghia-binh", "nghia-binh-1"]
    assert keys(result.missing_tops) == ["bom-bo-1", "nghia-binh"]


def test_of_two_that_fold_alike_the_one_written_the_same_is_meant() -> None:
    an = a_unit("Chi bộ Đức An", below=DISTRICT)
    other = a_unit("Chi bộ Đức Ấn", below=DISTRICT)
    wanted = [Wanted("an", "Chi bộ Đức An", "")]
    assert found(match(wanted, [other, an], DISTRICT)) == {"an": an.id}
    unclear = match([Wanted("an", "Chi bộ Đức Ân", "")], [other, an], DISTRICT)
    assert keys(unclear.unclear) == ["an"]
    assert not unclear.missing


def test_a_unit_further_below_is_found_where_no_child_bears_the_name() -> None:
    deep = a_unit("Chi bộ Bưu điện", below=BOM_BO)
    assert found(match(PLAN[:1], [BOM_BO, deep], DISTRICT)) == {"post": deep.id}
    assert found(match(PLAN[:1], [BOM_BO, deep, POST], DISTRICT)) == {"post": POST.id}


def test_what_stands_below_an_unclear_commune_is_not_called_missing() -> None:
    twin = a_unit("Đảng bộ xã Bom Bo", below=DISTRICT)
    result = match(PLAN, [POST, BOM_BO, twin, NGHIA_BINH], DISTRICT)
    assert keys(result.unclear) == ["bom-bo"]
    assert keys(result.missing) == ["nghia-binh-1"]


def test_a_whole_preset_finds_itself_in_its_own_tree() -> None:
    plan = load("bu_dang_2022")
    known: dict[str, Known] = {plan.organiser.key: a_unit(plan.organiser.name)}
    wanted = []
    for unit in walk(plan.organiser):
        for child in unit.children:
            known[child.key] = a_unit(child.name, below=known[unit.key])
            parent = "" if unit is plan.organiser else unit.key
            wanted.append(Wanted(child.key, child.name, parent))
    organiser = known.pop(plan.organiser.key)
    result = match(wanted, list(known.values()), organiser)
    assert found(result) == {key: unit.id for key, unit in known.items()}


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
def test_every_wanted_unit_is_found_missing_or_unclear_whatever_the_order(
    order: list[int], present: set[int]
) -> None:
    units = [POST, BOM_BO, NGHIA_BINH]
    units += [a_unit("Chi bộ thôn 1", below=above) for above in (BOM_BO, NGHIA_BINH, BOM_BO)]
    known = [units[place] for place in order if place in present]
    result = match(PLAN, known, DISTRICT)
    told = [*result.found, *keys(result.missing), *keys(result.unclear)]
    assert len(told) == len(set(told))
    assert len({unit.id for unit in result.found.values()}) == len(result.found)
    assert result.found == match(PLAN, known[::-1], DISTRICT).found


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hội nghị thời sự quý I năm 2022", "Hội nghị thời sự quý II năm 2022"),
        ("Hội nghị quý I, năm 2022", "Hội nghị quý II, năm 2022"),
        ("Thời sự quý I/2022", "Thời sự quý II/2022"),
        ("Hội nghị học tập Nghị quyết", "Hội nghị học tập Nghị quyết"),
        ("Hội nghị quý III năm 2022", "Hội nghị quý III năm 2022"),
    ],
)
def test_a_title_that_names_its_quarter_names_the_new_one(title: str, expected: str) -> None:
    assert title_of_quarter(title, old=(2022, 1), new=(2022, 2)) == expected


def test_a_title_crosses_the_new_year() -> None:
    title = title_of_quarter("Thời sự quý IV năm 2022", old=(2022, 4), new=(2023, 1))
    assert title == "Thời sự quý I năm 2023"
