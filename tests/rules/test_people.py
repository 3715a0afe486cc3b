import re
from collections import Counter

import pytest

from api.kit.text import nfc
from api.presets.people import InventedMember, populate, spread
from api.presets.plan import walk
from api.presets.preset import load
from api.words import MemberStatus

PLAN = load("bu_dang_2022")
COMMUNE_CELLS = {
    cell.key for unit in PLAN.organiser.children for cell in unit.children if unit.children
}
DIRECT_UNITS = {unit.key for unit in PLAN.organiser.children if not unit.children}
DISTRICT = populate(PLAN, members=3500, seed=2022)
EVERYBODY = [member for members in DISTRICT.values() for member in members]


def share(members: list[InventedMember], status: MemberStatus) -> float:
    return sum(member.status is status for member in members) / len(members)


def minority_share(units: set[str]) -> float:
    names = [member.full_name for unit in units for member in DISTRICT[unit]]
    return sum(bool(re.match("Điểu |K['’]|Thị |Ka ", name)) for name in names) / len(names)


def test_every_unit_with_none_below_it_gets_members_within_its_bounds() -> None:
    assert DISTRICT.keys() == COMMUNE_CELLS | DIRECT_UNITS
    assert len(EVERYBODY) == 3500
    assert all(8 <= len(DISTRICT[unit]) <= 25 for unit in COMMUNE_CELLS)
    assert all(6 <= len(DISTRICT[unit]) <= 60 for unit in DIRECT_UNITS)
    assert len({len(DISTRICT[unit]) for unit in DIRECT_UNITS}) > 10


@pytest.mark.parametrize("members", [0, 1, 60, 1751, 1752, 3499, 7290, 7291, 20_000])
def test_the_sizes_add_up_whatever_the_sum(members: int) -> None:
    sizes = spread(PLAN, members=members, seed=1)
    assert sum(sizes.values()) == members
    assert min(sizes.values()) >= 0


def test_units_keep_the_order_of_the_plan() -> None:
    in_order = [unit.key for unit in walk(PLAN.organiser) if not unit.children]
    assert list(spread(PLAN, members=3500, seed=2022)) == in_order
    assert list(DISTRICT) == in_order


def test_a_unit_without_members_is_left_out() -> None:
    few = populate(PLAN, members=30, seed=1)
    assert sum(map(len, few.values())) == 30
    assert all(few.values())


def test_the_same_seed_invents_the_same_people() -> None:
    assert populate(PLAN, members=3500, seed=2022) == DISTRICT
    assert populate(PLAN, members=3500, seed=2023) != DISTRICT


def test_card_numbers_are_eight_digits_and_nobody_shares_one() -> None:
    cards = [member.card_number for member in EVERYBODY if member.card_number is not None]
    assert all(re.fullmatch("[0-9]{8}", card) for card in cards)
    assert len(set(cards)) == len(cards)
    assert 0.75 < len(cards) / len(EVERYBODY) < 0.85


def test_most_are_official_members() -> None:
    assert share(EVERYBODY, MemberStatus.OFFICIAL) > 0.88
    assert 0 < share(EVERYBODY, MemberStatus.EXEMPT) < share(EVERYBODY, MemberStatus.PROBATIONARY)


def test_minority_names_are_commoner_in_the_communes() -> None:
    assert minority_share(COMMUNE_CELLS) > 2 * minority_share(DIRECT_UNITS) > 0


def test_namesakes_occur_in_the_district_and_even_in_one_unit() -> None:
    names = Counter(member.full_name for member in EVERYBODY)
    assert names.most_common(1)[0][1] > 2
    assert any(
        len({member.full_name for member in members}) < len(members)
        for members in DISTRICT.values()
    )


def test_names_are_stored_as_they_are() -> None:
    assert all(nfc(member.full_name) == member.full_name for member in EVERYBODY)
    assert max(len(member.full_name) for member in EVERYBODY) < 40
