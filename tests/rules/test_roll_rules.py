"""Figures of a roll that always agree, head counts, and what contradicts a person."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.attendance.rules import Sighting, Span, Written
from api.rolls.heads import Heads, heads_of_subtree, heads_of_units, latest
from api.rolls.rules import (
    ByHand,
    Facts,
    Figures,
    Part,
    best_evidence,
    contradicts,
    figures,
    parts,
)
from api.words import AbsenceReason, Evidence, MarkKind, Presence, Standing, WindowKind

EIGHT = datetime(2022, 3, 16, 1, 0, tzinfo=UTC)
SPANS = [
    Span(UUID(int=1), WindowKind.OPENING, EIGHT, EIGHT + timedelta(minutes=30)),
    Span(UUID(int=2), WindowKind.AFTER_BREAK, EIGHT + timedelta(hours=2), None),
]
VILLAGE, SCHOOL, HALL, YARD = (UUID(int=number) for number in range(10, 14))
NOBODY: dict[UUID | None, frozenset[UUID]] = {}


def _member(number: int, unit: UUID = VILLAGE, *, seen: str = "", **more: object) -> Facts:
    sightings = frozenset(
        Sighting(span.window_id, Standing.PRESENT)
        for span, letter in zip(SPANS, seen, strict=False)
        if letter == "x"
    )
    facts = {"point_id": HALL, "is_expected": True, "sightings": sightings, **more}
    return Facts(UUID(int=100 + number), unit, **facts)  # type: ignore[arg-type]


_written = st.none() | st.builds(
    Written,
    st.sampled_from(MarkKind),
    st.sampled_from([AbsenceReason.OM, AbsenceReason.KL]),
    st.none() | st.sampled_from([EIGHT + timedelta(hours=hour) for hour in (0, 1, 3)]),
)
_sighting = st.builds(
    Sighting, st.sampled_from([each.window_id for each in SPANS]), st.sampled_from(Standing)
)
_members = st.lists(
    st.builds(
        Facts,
        st.uuids(),
        st.sampled_from([VILLAGE, SCHOOL]),
        st.sampled_from([HALL, YARD, None]),
        st.booleans(),
        st.frozensets(_sighting, max_size=3),
        _written,
    ),
    max_size=30,
)


@given(_members)
def test_b_is_the_sum_of_what_became_of_everybody(members: list[Facts]) -> None:
    taken = parts(members, SPANS, {HALL: frozenset({SPANS[1].window_id})})
    found = figures(taken, {}, {})
    for each in [*found.values(), sum(found.values(), Figures())]:
        assert each.convened == (
            each.present + each.pending + each.excused + each.unexcused + each.unknown
        )
    total = sum(found.values(), Figures())
    assert total.convened == sum(each.is_expected for each in members)
    assert total.there == sum(each.is_there for each in taken)


def test_who_came_from_elsewhere_stands_beside_b() -> None:
    waiting = frozenset({Sighting(SPANS[0].window_id, Standing.PENDING)})
    taken = parts(
        [
            _member(1, seen="xx"),
            _member(2),
            _member(3, seen="x", is_expected=False),
            _member(4, sightings=waiting, is_expected=False),
            _member(5, is_expected=False, written=Written(MarkKind.ABSENT, AbsenceReason.OM)),
        ],
        SPANS,
        NOBODY,
    )
    (village,) = figures(taken, {}, {}).values()
    assert (village.convened, village.present, village.unknown) == (2, 1, 1)
    assert (village.from_elsewhere, village.pending_from_elsewhere, village.excused) == (1, 1, 0)


def test_who_serves_is_on_duty_in_his_own_class_first_and_once() -> None:
    members = [_member(1), _member(2, seen="xx"), _member(3, seen="xx", is_expected=False)]
    taken = [replace(each, serves=True) for each in parts(members, SPANS, NOBODY)]
    (village,) = figures(taken, {}, {}).values()
    assert (village.convened, village.present, village.on_duty, village.unknown) == (2, 2, 2, 0)
    assert village.from_elsewhere == 1


def test_a_window_does_not_count_for_those_who_were_where_it_is_voided() -> None:
    ended = [SPANS[0], Span(UUID(int=2), WindowKind.CLOSING, EIGHT, EIGHT)]
    here, there = parts(
        [_member(1, seen="x"), _member(2, seen="x", point_id=YARD)],
        ended,
        {HALL: frozenset({UUID(int=2)})},
    )
    assert (here.presence, there.presence) == (Presence.FULL, Presence.LEFT_EARLY)


@pytest.mark.parametrize(
    ("manual", "waiting", "needed"), [(4, 4, True), (4, 1, True), (4, 0, False), (3, 3, False)]
)
def test_much_by_hand_needs_a_second_person_until_he_has_looked(
    manual: int, waiting: int, *, needed: bool
) -> None:
    taken = parts([_member(number, seen="xx") for number in range(10)], SPANS, NOBODY)
    hands = {VILLAGE: ByHand(manual, waiting)}
    assert figures(taken, hands, {})[VILLAGE].is_countersign_needed is needed


def test_one_unit_that_needs_a_second_person_is_told_of_the_whole() -> None:
    total = Figures(manual=4, is_countersign_needed=True) + Figures(manual=1)
    assert (total.manual, total.is_countersign_needed) == (5, True)


def test_a_unit_of_which_nothing_is_known_is_left_out() -> None:
    assert figures([], {VILLAGE: ByHand()}, {SCHOOL: 2}) == {SCHOOL: Figures(typed_names=2)}


def _heads(persons: int, guests: int = 0, *, minute: int = 0, **more: object) -> Heads:
    facts = {"point_id": HALL, "unit_id": None, "is_own": True, **more}
    at = EIGHT + timedelta(minutes=minute)
    return Heads(persons=persons, guests=guests, at=at, **facts)  # type: ignore[arg-type]


def test_the_last_count_of_a_hall_holds() -> None:
    first, last, other = _heads(40), _heads(42, minute=5), _heads(3, unit_id=VILLAGE)
    assert set(latest([last, first, other])) == {last, other}


def test_heads_are_compared_with_who_is_recorded_at_that_very_point() -> None:
    taken = [
        Part(_member(1), Presence.FULL),
        Part(_member(2), Presence.UNKNOWN),
        Part(_member(3, point_id=YARD), Presence.FULL),
    ]
    counted = [_heads(4, 1, unit_id=VILLAGE, is_own=False)]
    of_village = heads_of_units(counted, taken)[VILLAGE]
    assert (of_village.persons, of_village.guests, of_village.difference) == (4, 1, 2)
    whole = heads_of_subtree(counted, {VILLAGE}, taken, {})
    assert whole == of_village


def test_a_hall_of_ones_own_is_compared_as_a_whole() -> None:
    counted = [_heads(50, 2), _heads(9, unit_id=VILLAGE), _heads(70, point_id=YARD, is_own=False)]
    whole = heads_of_subtree(counted, {VILLAGE}, [], {HALL: 45, YARD: 70})
    assert whole is not None
    assert (whole.persons, whole.guests, whole.difference) == (50, 2, 3)
    assert heads_of_subtree(counted[2:], {VILLAGE}, [], {}) is None, "another's hall"


def test_the_best_evidence_is_of_who_is_present() -> None:
    waiting, seen = (Standing.PENDING, Evidence.QR), (Standing.PRESENT, Evidence.FIRST)
    assert best_evidence([waiting, seen]) is Evidence.FIRST
    assert best_evidence([waiting]) is Evidence.QR
    assert best_evidence([(Standing.REJECTED, Evidence.QR)]) is None


def test_what_contradicts_a_person() -> None:
    def says(standing: Standing, evidence: Evidence, *, absent: bool, after: bool) -> bool:
        return contradicts(standing, evidence, is_absent=absent, came_after=after)

    assert says(Standing.PENDING, Evidence.CLAIMED, absent=True, after=False)
    assert not says(Standing.PRESENT, Evidence.QR, absent=False, after=False)
    assert not says(Standing.REJECTED, Evidence.CLAIMED, absent=True, after=False)
    assert says(Standing.REJECTED, Evidence.CLAIMED, absent=False, after=True)
    assert says(Standing.REJECTED, Evidence.QR, absent=False, after=False)
