"""Places in a tree, names of their day, and the figures from A to B."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from api.access.roles import HeldGrant, Principal
from api.members.rules import CONVENED, Figures, Headcount, Placement, tally
from api.units.rules import (
    Listed,
    days_between,
    depth_after,
    depth_of,
    in_tree_order,
    marks_today,
    may_shape,
    name_on,
    names_apart,
    parent_of,
    path_below,
    same_names,
    told_apart,
)
from api.words import MemberStatus, Role

DISTRICT, COMMUNE, CELL, OTHER = (UUID(int=number) for number in range(1, 5))
DISTRICT_PATH = path_below(None, DISTRICT)
COMMUNE_PATH = path_below(DISTRICT_PATH, COMMUNE)
CELL_PATH = path_below(COMMUNE_PATH, CELL)
TODAY = date(2022, 3, 15)


@dataclass(frozen=True)
class Unit:
    id: UUID
    path: str
    sort_key: str


def test_the_path_above_a_cell_is_its_communes_and_above_a_root_is_nothing() -> None:
    assert parent_of(CELL_PATH) == COMMUNE_PATH
    assert parent_of(DISTRICT_PATH) == ""
    assert [depth_of(path) for path in (DISTRICT_PATH, COMMUNE_PATH, CELL_PATH)] == [1, 2, 3]


def test_a_commune_with_cells_moved_below_a_cell_would_stand_two_levels_deeper() -> None:
    assert depth_after(3, from_path=DISTRICT_PATH, to_path=CELL_PATH) == 5
    assert depth_after(3, from_path=DISTRICT_PATH, to_path="") == 2


def test_a_secretary_shapes_what_is_below_her_unit_and_never_the_unit_itself() -> None:
    def principal(role: Role) -> Principal:
        grant = HeldGrant(role, COMMUNE, "Đảng bộ xã Bom Bo", COMMUNE_PATH)
        return Principal(OTHER, "bithu-bom-bo", "Bí thư", (grant,))

    secretary, staff = principal(Role.SECRETARY), principal(Role.DISTRICT_STAFF)
    paths = (DISTRICT_PATH, COMMUNE_PATH, CELL_PATH)
    assert [may_shape(secretary, path) for path in paths] == [False, False, True]
    assert [may_shape(staff, path) for path in paths] == [False, True, True]
    assert not any(may_shape(principal(Role.VIEWER), path) for path in paths)


def test_a_name_holds_from_its_first_day_until_the_next_one_begins() -> None:
    names = [(date(2025, 7, 1), "Đảng bộ xã Bù Đăng"), (date(2010, 1, 1), "Đảng bộ xã Đoàn Kết")]
    assert name_on(names, date(2025, 6, 30)) == "Đảng bộ xã Đoàn Kết"
    assert name_on(names, date(2025, 7, 1)) == "Đảng bộ xã Bù Đăng"
    assert name_on(names, date(1999, 1, 1)) == "Đảng bộ xã Đoàn Kết"
    assert name_on([], TODAY) is None


def test_a_tree_is_read_with_each_cell_after_its_commune() -> None:
    other = path_below(DISTRICT_PATH, OTHER)
    units = [
        Unit(OTHER, other, "a"),
        Unit(CELL, CELL_PATH, "a"),
        Unit(COMMUNE, COMMUNE_PATH, "b"),
        Unit(DISTRICT, DISTRICT_PATH, "z"),
    ]
    assert [unit.id for unit in in_tree_order(units)] == [DISTRICT, OTHER, COMMUNE, CELL]


def test_namesakes_are_found_however_they_are_written_and_told_apart_by_whence_they_came() -> None:
    units = [(CELL, "Chi bộ thôn 1", "chi bo thon 1"), (OTHER, "Chi bộ Thôn 1", "chi bo thon 1")]
    assert same_names([*units, (COMMUNE, "Chi bộ thôn 2", "chi bo thon 2")]) == {
        "Chi bộ thôn 1": [CELL, OTHER]
    }
    aliases = ["Thôn Một", "Chi bộ thôn 1 (Đảng bộ xã Đức Liễu)"]
    assert told_apart("Chi bộ thôn 1", aliases) == aliases[1]
    assert told_apart("Chi bộ thôn 1", ["Thôn Một"]) == "Chi bộ thôn 1"


def test_a_stay_holds_through_its_last_day() -> None:
    stay = Placement(CELL, OTHER, TODAY)
    assert stay.away_on(TODAY) == OTHER
    assert stay.away_on(date(2022, 3, 16)) is None
    assert Placement(CELL, OTHER, None).away_on(date(2030, 1, 1)) == OTHER
    assert Placement(CELL, None, None).away_on(TODAY) is None


def test_whoever_was_away_at_the_unit_that_swallows_his_own_is_at_home() -> None:
    home = Placement(OTHER, None, None)
    assert Placement(CELL, OTHER, TODAY).after_merger(CELL, OTHER) == home
    assert Placement(OTHER, CELL, TODAY).after_merger(CELL, OTHER) == home
    assert Placement(COMMUNE, CELL, TODAY).after_merger(CELL, OTHER) == Placement(
        COMMUNE, OTHER, TODAY
    )


def test_the_figures_of_a_cell_go_from_a_to_b() -> None:
    here, away = (CELL, CELL), (CELL, OTHER)
    heads = [
        Headcount(*here, MemberStatus.OFFICIAL, is_excluded=False, number=50),
        Headcount(*here, MemberStatus.PROBATIONARY, is_excluded=False, number=2),
        Headcount(*here, MemberStatus.REDUCED, is_excluded=False, number=3),
        Headcount(*here, MemberStatus.OFFICIAL, is_excluded=True, number=4),
        Headcount(*here, MemberStatus.EXEMPT, is_excluded=True, number=5),
        Headcount(*here, MemberStatus.SUSPENDED, is_excluded=False, number=1),
        Headcount(*here, MemberStatus.LEFT, is_excluded=False, number=9),
        Headcount(*away, MemberStatus.OFFICIAL, is_excluded=False, number=6),
        Headcount(OTHER, CELL, MemberStatus.EXEMPT, is_excluded=False, number=1),
        Headcount(OTHER, CELL, MemberStatus.OFFICIAL, is_excluded=False, number=7),
    ]
    figures = tally(heads, [CELL])[CELL]
    assert figures == Figures(total=71, exempt=6, suspended=1, excluded=4, away=6, here=8)
    assert figures.convened == 50 + 2 + 3 + 7


@dataclass(frozen=True)
class Person:
    home: int
    at: int
    status: MemberStatus
    is_excluded: bool


_PERSONS = st.lists(
    st.builds(
        Person,
        home=st.integers(0, 5),
        at=st.integers(0, 5),
        status=st.sampled_from(MemberStatus),
        is_excluded=st.booleans(),
    ),
    max_size=60,
)


def _heads(persons: list[Person], ids: list[UUID]) -> list[Headcount]:
    return [
        Headcount(ids[each.home], ids[each.at], each.status, each.is_excluded, 1)
        for each in persons
    ]


@given(_PERSONS, st.integers(1, 6))
def test_the_units_of_a_tree_sum_to_the_tree_and_each_person_counts_once(
    persons: list[Person], size: int
) -> None:
    units = [UUID(int=number) for number in range(100, 106)]
    # Units from `size` on lie outside the tree: 500 stands for whatever is there.
    tree, outside = UUID(int=99), UUID(int=500)
    as_one = [tree if number < size else outside for number in range(6)]
    each = tally(_heads(persons, units), units[:size])
    total = sum(each.values(), Figures())
    whole = tally(_heads(persons, as_one), [tree])[tree]

    living = [person for person in persons if person.status is not MemberStatus.LEFT]
    assert total.total == whole.total == sum(person.home < size for person in living)
    assert total.convened == whole.convened
    assert total.convened == sum(
        person.at < size and person.status in CONVENED and not person.is_excluded
        for person in living
    )
    assert (total.exempt, total.suspended, total.excluded) == (
        whole.exempt,
        whole.suspended,
        whole.excluded,
    )
    assert total.here - total.away == whole.here - whole.away
    assert all(min(unit.total, unit.away, unit.here, unit.convened) >= 0 for unit in each.values())


def test_days_are_bounded_in_words_that_name_only_real_bounds() -> None:
    march, july = date(2022, 3, 5), date(2025, 7, 1)
    assert days_between(march, july)[0] == "phải từ 05/03/2022 đến hết 01/07/2025"
    assert days_between(march, july)[1] == "from 2022-03-05 through 2025-07-01"
    assert days_between(date.min, july)[0] == "phải không muộn hơn 01/07/2025"
    assert days_between(march, date.max)[0] == "phải từ 05/03/2022 trở đi"
    assert days_between(march, march)[0] == "phải là 05/03/2022"
    assert days_between(july, march)[0] == "chưa chọn được hôm nay, mời làm lại từ 01/07/2025"


def test_what_a_unit_is_told_itself_or_from_above_comes_before_what_it_inherits() -> None:
    other = path_below(DISTRICT_PATH, OTHER)
    inherited = [(COMMUNE_PATH, False, "first"), (COMMUNE_PATH, False, "second")]
    assert marks_today(inherited) == {COMMUNE_PATH: "first"}
    assert marks_today([*inherited, (COMMUNE_PATH, True, "own")]) == {COMMUNE_PATH: "own"}
    assert marks_today([*inherited, (DISTRICT_PATH, True, "above")]) == {DISTRICT_PATH: "above"}
    beside = [*inherited, (other, True, "beside"), (CELL_PATH, True, "below")]
    assert marks_today(beside) == {
        COMMUNE_PATH: "first",
        other: "beside",
        CELL_PATH: "below",
    }


def test_cells_of_one_list_are_told_apart_by_their_commune_or_by_whence_they_came() -> None:
    moved = Listed(
        UUID(int=1),
        "Chi bộ thôn 1",
        ("Chi bộ thôn 1 (Đảng bộ xã Đức Liễu)",),
        COMMUNE,
        "Đảng bộ xã Nghĩa Trung",
    )
    here = Listed(UUID(int=2), "Chi bộ thôn 1", (), COMMUNE, "Đảng bộ xã Nghĩa Trung")
    there = Listed(UUID(int=3), "Chi bộ thôn 1", (), OTHER, "Đảng bộ xã Bom Bo")
    direct = Listed(UUID(int=4), "Chi bộ Bưu điện", (), DISTRICT, None)
    assert names_apart([moved, here]) == {
        moved.id: "Chi bộ thôn 1 (Đảng bộ xã Đức Liễu)",
        here.id: "Chi bộ thôn 1",
    }
    assert names_apart([here, there, direct]) == {
        here.id: "Chi bộ thôn 1 – Đảng bộ xã Nghĩa Trung",
        there.id: "Chi bộ thôn 1 – Đảng bộ xã Bom Bo",
        direct.id: "Chi bộ Bưu điện",
    }
    assert names_apart([here]) == {here.id: "Chi bộ thôn 1"}
