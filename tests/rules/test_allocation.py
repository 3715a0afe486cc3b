"""Allocation: 1/3 and 50 % of each unit, whole cells, capacity, what was fixed by hand."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.allocation.places import Convened, Group, Held, Option, Place, ideal, wanted
from api.allocation.rules import (
    Concern,
    concern_of_load,
    concerns_of_unit,
    propose,
)


def _id(number: int) -> UUID:
    return UUID(int=number)


def a_unit(members: int, number: int = 0) -> Group:
    """Make a unit of so many members, each of its own name."""
    return Group(
        _id(number),
        f"{number:04d}",
        tuple(
            Convened(_id(1_000_000 + number * 10_000 + each), f"{each:05d}")
            for each in range(members)
        ),
    )


def sessions(*shares: int) -> tuple[Option, ...]:
    """Make sessions of these shares."""
    return tuple(Option(_id(900 + each), share) for each, share in enumerate(shares))


def numbers(place: Place, assigned: Mapping[UUID, UUID], group: Group | None = None) -> list[int]:
    """Count the members of each session, of one unit or of all."""
    members = {
        member.member_id for each in ([group] if group else place.groups) for member in each.members
    }
    counted = Counter(session for member, session in assigned.items() if member in members)
    return [counted[option.session_id] for option in place.options]


def held(assigned: Mapping[UUID, UUID], *fixed: UUID) -> dict[UUID, Held]:
    """Say that all this was decided before."""
    return {member: Held(session, member in fixed) for member, session in assigned.items()}


_parts = st.lists(st.integers(0, 3), min_size=1, max_size=5).filter(any)
THREE, TWO = sessions(1, 1, 1), sessions(1, 1)


@pytest.mark.parametrize(
    ("members", "options", "expected"),
    [(17, THREE, [6, 6, 5]), (9, TWO, [5, 4]), (2, THREE, [1, 1, 0]), (0, TWO, [0, 0])],
)
def test_a_unit_is_divided_by_largest_remainder(
    members: int, options: tuple[Option, ...], expected: list[int]
) -> None:
    place = Place(False, options, (a_unit(members),))
    assert numbers(place, propose(place, {})) == expected


def test_two_members_in_three_sessions_are_worth_a_warning() -> None:
    place = Place(False, THREE, (a_unit(2),))
    counts = Counter(propose(place, {}).values())
    (found,) = concerns_of_unit(2, counts, place)
    assert (found.concern, found.session_id) == (
        Concern.SESSION_WITHOUT_MEMBERS,
        THREE[2].session_id,
    )


def test_what_a_secretary_chose_is_kept_and_noted() -> None:
    """7/5/5 instead of 6/6/5."""
    unit = a_unit(17)
    place = Place(False, THREE, (unit,))
    chosen = [0] * 7 + [1] * 5 + [2] * 5
    fixed = {
        member.member_id: Held(THREE[index].session_id, True)
        for member, index in zip(unit.members, chosen, strict=True)
    }
    assigned = propose(place, fixed)
    assert assigned == {member: each.session_id for member, each in fixed.items()}
    (found,) = concerns_of_unit(17, Counter(assigned.values()), place)
    assert (found.concern, found.actual, found.wanted) == (Concern.SHARE_DEVIATES, 7, 6)


def test_one_move_by_hand_keeps_the_numbers_that_it_made() -> None:
    """6/6/5 is proposed; a secretary moves one, which makes 7/5/5; the next proposal agrees."""
    unit = a_unit(17)
    place = Place(False, THREE, (unit,))
    proposed = propose(place, {})
    one = next(member for member in proposed if proposed[member] == THREE[1].session_id)
    decided = {**proposed, one: THREE[0].session_id}
    again = propose(place, held(decided, one))
    assert again == decided
    assert numbers(place, again) == [7, 5, 5]
    larger = Place(False, THREE, (a_unit(18),))
    assert numbers(larger, propose(larger, held(decided, one))) == [7, 6, 5]


@given(st.integers(0, 60), _parts)
def test_what_is_wanted_of_each_session_adds_up(members: int, shares: list[int]) -> None:
    assert sum(wanted(members, sessions(*shares)).values()) == members


def test_one_member_fixed_by_hand_changes_who_goes_but_not_how_many() -> None:
    unit = a_unit(17)
    place = Place(False, THREE, (unit,))
    last = unit.members[0].member_id
    assigned = propose(place, {last: Held(THREE[2].session_id, True)})
    assert assigned[last] == THREE[2].session_id
    assert numbers(place, assigned) == [6, 6, 5]


def test_neighbours_of_the_list_go_together() -> None:
    unit = a_unit(9)
    assigned = propose(Place(False, TWO, (unit,)), {})
    order = [TWO.index(_option(assigned[member.member_id], TWO)) for member in unit.members]
    assert order == [0] * 5 + [1] * 4


def _option(session_id: UUID, options: tuple[Option, ...]) -> Option:
    (found,) = [option for option in options if option.session_id == session_id]
    return found


def test_a_newcomer_moves_nobody() -> None:
    before = propose(Place(False, THREE, (a_unit(17),)), {})
    after = propose(Place(False, THREE, (a_unit(18),)), held(before))
    assert after.items() >= before.items()
    assert numbers(Place(False, THREE, (a_unit(18),)), after) == [6, 6, 6]


def test_leavers_move_as_few_as_the_ratio_allows() -> None:
    unit = a_unit(18)
    before = propose(Place(False, THREE, (unit,)), {})
    left = replace(unit, members=unit.members[6:])  # the whole first session has gone
    after = propose(Place(False, THREE, (left,)), held(before))
    moved = [member for member, session in after.items() if before[member] != session]
    assert numbers(Place(False, THREE, (left,)), after) == [3, 5, 4]
    assert len(moved) == 3


def test_a_session_that_is_over_keeps_whom_it_had_and_takes_nobody() -> None:
    before = propose(Place(False, THREE, (a_unit(17),)), {})
    over = (replace(THREE[0], is_over=True), *THREE[1:])
    place = Place(False, over, (a_unit(20),))
    after = propose(place, held(before))
    assert after.items() >= before.items()
    opened = (replace(THREE[0], is_held=True, capacity=1), *THREE[1:])
    after_opening = propose(Place(False, opened, (a_unit(20),)), held(before))
    assert after_opening.items() >= before.items(), "nor does it lose anybody once it is opened"
    assert numbers(place, after) == [6, 7, 7]


def test_a_cancelled_session_gives_its_members_to_the_others() -> None:
    before = propose(Place(False, THREE, (a_unit(17),)), {})
    place = Place(False, THREE[1:], (a_unit(17),))
    after = propose(place, held(before))
    assert numbers(place, after) == [9, 8]
    kept = [member for member, session in before.items() if session != THREE[0].session_id]
    assert all(after[member] == before[member] for member in kept)


def test_a_session_without_share_takes_only_whom_a_person_puts_there() -> None:
    options = (*TWO, Option(_id(950), 0))
    unit = a_unit(9)
    place = Place(False, options, (unit,))
    assert numbers(place, propose(place, {})) == [5, 4, 0]
    chosen = {unit.members[0].member_id: Held(_id(950), True)}
    assert numbers(place, propose(place, chosen)) == [4, 4, 1]


def test_a_full_hall_sends_the_surplus_to_the_next_session() -> None:
    options = (replace(THREE[0], capacity=10), *THREE[1:])
    place = Place(False, options, tuple(a_unit(17, each) for each in range(3)))
    assigned = propose(place, {})
    assert numbers(place, assigned)[0] == 10
    taken = [numbers(place, assigned, group)[0] for group in place.groups]
    assert sorted(taken) == [3, 3, 4], "the burden is everybody's"


def test_halls_too_small_for_all_are_said_and_nobody_is_left_out() -> None:
    options = tuple(replace(option, capacity=5) for option in THREE)
    place = Place(False, options, (a_unit(17),))
    assigned = propose(place, {})
    assert len(assigned) == 17
    loads = numbers(place, assigned)
    found = [concern_of_load(option, load) for option, load in zip(options, loads, strict=True)]
    assert [(each.actual, each.wanted) for each in found if each] == [(6, 5), (6, 5)]


def test_seats_taken_by_members_of_other_points_count() -> None:
    options = (replace(TWO[0], capacity=6, taken=3), TWO[1])
    place = Place(False, options, (a_unit(10),))
    assert numbers(place, propose(place, {})) == [3, 7]


def test_whole_cells_are_kept_together_and_the_sessions_are_even() -> None:
    cells = tuple(a_unit(size, number) for number, size in enumerate((12, 20, 9, 15, 11, 8)))
    place = Place(True, THREE, cells)
    assigned = propose(place, {})
    for cell in cells:
        assert sorted(numbers(place, assigned, cell)) == [0, 0, len(cell.members)]
    assert numbers(place, assigned) == [28, 24, 23]


def test_a_cell_follows_its_majority_and_a_person_fixed_elsewhere_stays_there() -> None:
    cell = a_unit(10)
    place = Place(True, THREE, (cell,))
    alone = cell.members[3].member_id
    before = {member.member_id: Held(THREE[1].session_id) for member in cell.members[:8]} | {
        alone: Held(THREE[2].session_id, True)
    }
    assert numbers(place, propose(place, before)) == [0, 9, 1]


def test_a_hall_that_shrank_gives_up_whole_cells() -> None:
    cells = tuple(a_unit(10, number) for number in range(6))
    place = Place(True, THREE, cells)
    before = propose(place, {})
    smaller = replace(place, options=(replace(THREE[0], capacity=10), *THREE[1:]))
    after = propose(smaller, held(before))
    assert numbers(place, after) == [10, 30, 20]
    moved = [member for member in before if before[member] != after[member]]
    assert len(moved) == 10


def test_a_unit_that_nobody_expects_or_no_session_takes_is_said() -> None:
    assert [each.concern for each in concerns_of_unit(4, {}, None)] == [Concern.NO_POINT]
    place = Place(False, (), (a_unit(4),))
    assert [each.concern for each in concerns_of_unit(4, {}, place)] == [Concern.NO_SESSION]
    assert propose(place, {}) == {}
    assert concerns_of_unit(0, {}, None) == []


# -------------------------------------------------------------------------------- what always holds

_sizes = st.lists(st.integers(0, 25), min_size=1, max_size=5)
_capacities = st.lists(st.none() | st.integers(0, 60), min_size=5, max_size=5)


@st.composite
def places(draw: st.DrawFn, *, capacities: bool = True) -> Place:
    shares, sizes = draw(_parts), draw(_sizes)
    options = sessions(*shares)
    if capacities:
        limits = draw(_capacities)
        options = tuple(
            replace(option, capacity=limits[index]) for index, option in enumerate(options)
        )
    groups = tuple(a_unit(size, number) for number, size in enumerate(sizes))
    return Place(draw(st.booleans()), options, groups)


@st.composite
def histories(draw: st.DrawFn, *, capacities: bool = True) -> tuple[Place, dict[UUID, Held]]:
    """A place, and whatever may have been decided before, by hand or not."""
    place = draw(places(capacities=capacities))
    former = [*(option.session_id for option in place.options), _id(999)]
    before = [None, *(Held(each, is_fixed) for each in former for is_fixed in (False, True))]
    everybody = [member.member_id for group in place.groups for member in group.members]
    # One byte each: to draw a choice for each of a hundred members takes longer than all the rest.
    drawn = draw(st.binary(min_size=len(everybody), max_size=len(everybody)))
    chosen = {each: before[byte % len(before)] for each, byte in zip(everybody, drawn, strict=True)}
    return place, {member: was for member, was in chosen.items() if was is not None}


@given(histories())
def test_every_convened_member_has_exactly_one_session(
    case: tuple[Place, dict[UUID, Held]],
) -> None:
    place, decided = case
    assigned = propose(place, decided)
    everybody = [member.member_id for group in place.groups for member in group.members]
    assert sorted(assigned) == sorted(everybody)
    assert sum(numbers(place, assigned)) == len(everybody)


@given(histories())
def test_what_a_person_fixed_stays(case: tuple[Place, dict[UUID, Held]]) -> None:
    place, decided = case
    assigned = propose(place, decided)
    there = {option.session_id for option in place.options}
    for member, was in decided.items():
        if was.is_fixed and was.session_id in there:
            assert assigned[member] == was.session_id


@given(places(capacities=False))
def test_without_hand_or_capacity_no_unit_is_more_than_one_off_its_share(
    place: Place,
) -> None:
    spread = replace(place, keeps_units_together=False)
    assigned = propose(spread, {})
    for group in spread.groups:
        for option, actual in zip(spread.options, numbers(spread, assigned, group), strict=True):
            assert abs(actual - ideal(len(group.members), option, spread.options)) < 1


@given(histories(capacities=False))
def test_a_later_proposal_is_no_more_than_one_off_either(
    case: tuple[Place, dict[UUID, Held]],
) -> None:
    place = replace(case[0], keeps_units_together=False)
    loose = {member: Held(was.session_id) for member, was in case[1].items()}
    assigned = propose(place, loose)
    for group in place.groups:
        for option, actual in zip(place.options, numbers(place, assigned, group), strict=True):
            assert abs(actual - ideal(len(group.members), option, place.options)) <= 1


@given(histories())
def test_the_order_of_input_never_matters(
    case: tuple[Place, dict[UUID, Held]],
) -> None:
    place, decided = case
    shuffled = replace(
        place,
        groups=tuple(
            replace(group, members=tuple(reversed(group.members)))
            for group in reversed(place.groups)
        ),
    )
    assert propose(place, decided) == propose(shuffled, dict(reversed(decided.items())))


@given(histories())
def test_no_capacity_is_exceeded_while_another_session_has_room(
    case: tuple[Place, dict[UUID, Held]],
) -> None:
    place = replace(case[0], keeps_units_together=False)
    loose = {member: Held(was.session_id) for member, was in case[1].items()}
    loads = numbers(place, propose(place, loose))
    over = [
        option
        for option, load in zip(place.options, loads, strict=True)
        if option.share and concern_of_load(option, load)
    ]
    room = [
        option
        for option, load in zip(place.options, loads, strict=True)
        if option.share and (option.capacity is None or load < option.capacity)
    ]
    assert not over or not room


@given(histories())
def test_proposing_again_changes_nothing(case: tuple[Place, dict[UUID, Held]]) -> None:
    place, decided = case
    once = propose(place, decided)
    fixed = [
        member for member, was in decided.items() if was.is_fixed and once[member] == was.session_id
    ]
    again = propose(place, held(once, *fixed))
    assert again == once


@given(histories(capacities=False))
def test_nobody_moves_unless_his_session_had_too_many_or_another_too_few(
    case: tuple[Place, dict[UUID, Held]],
) -> None:
    place = replace(case[0], keeps_units_together=False)
    loose = {member: Held(was.session_id) for member, was in case[1].items()}
    assigned = propose(place, loose)
    for group in place.groups:
        size = len(group.members)
        for option in place.options:
            exact = ideal(size, option, place.options)
            before = {
                member.member_id
                for member in group.members
                if member.member_id in loose
                and loose[member.member_id].session_id == option.session_id
            }
            gone = [member for member in before if assigned[member] != option.session_id]
            now = numbers(place, assigned, group)[place.options.index(option)]
            if option.share and len(before) <= exact:
                assert gone == [], "a session below its share gives nobody away"
            if option.share and gone:
                assert now >= exact - 1


@given(places())
def test_whole_units_are_never_torn(place: Place) -> None:
    together = replace(place, keeps_units_together=True)
    assigned = propose(together, {})
    for group in together.groups:
        assert len({assigned[member.member_id] for member in group.members}) <= 1
