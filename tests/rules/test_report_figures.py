"""Figures of reports: whatever happened, they agree at every level, and each person stands once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.attendance.rules import CAME, Sighting, Span, Written
from api.kit.dates import day_of
from api.members.rules import Placement
from api.reports.counting import counted, tally
from api.reports.days import Entry, Sitting, is_later, own_of, person
from api.reports.heads import guests_by_unit, persons_by_unit
from api.reports.rules import PRESENT, Beside, Day, Person, Tally, problems, rate
from api.reports.standing import Enrolled, Standing, standing_of
from api.reports.views import percent, tally_view
from api.rolls.heads import Heads
from api.rolls.rules import Facts, judging
from api.words import (
    AbsenceReason,
    Evidence,
    MakeUpKind,
    MarkKind,
    MemberStatus,
    Presence,
    SessionState,
    WindowKind,
)
from api.words import Standing as Seen

MORNING = datetime(2022, 3, 14, 0, 30, tzinfo=UTC)
CELL, OTHER, COMMUNE = UUID(int=11), UUID(int=12), UUID(int=10)
BINH = UUID(int=500)
HELD, PLANNED = SessionState.CLOSED, SessionState.PLANNED


def _sitting(number: int, state: SessionState = HELD, *, after: float = 0) -> Sitting:
    """Make a class of four hours that opened so many hours after the first morning."""
    opened_at = MORNING + timedelta(hours=after)
    if state not in {SessionState.OPEN, HELD, SessionState.LOCKED}:
        return Sitting(UUID(int=number), state, None, None)
    closed_at = None if state is SessionState.OPEN else opened_at + timedelta(hours=4)
    return Sitting(UUID(int=number), state, opened_at, closed_at)


FIRST, SECOND, THIRD = _sitting(1), _sitting(2, after=24), _sitting(3, after=48)


def _entry(presence: Presence, *, is_expected: bool = False, **more: object) -> Entry:
    return replace(Entry(CELL, None, is_expected, presence), **more)  # type: ignore[arg-type]


def _member(*, own: Sitting | None = SECOND, **more: object) -> Standing:
    plain = Standing(BINH, CELL, CELL, MemberStatus.OFFICIAL, in_a=True, in_b=True)
    return replace(plain, session_id=own.id if own else None, **more)  # type: ignore[arg-type]


def _told(
    member: Standing,
    *entries: tuple[Sitting, Entry],
    sittings: Sequence[Sitting] = (FIRST, SECOND, THIRD),
    is_on_duty: bool = False,
    is_retold: bool = False,
) -> Person:
    known = {sitting.id: entry for sitting, entry in entries}
    return person(member, known, sittings, is_on_duty=is_on_duty, is_retold=is_retold)


def test_sixty_convened_forty_present_and_fifteen_absent_lack_five() -> None:
    found = Tally(
        members=60, convened=60, full=40, excused=10, unexcused=5, unknown=5,
        reasons={"OM": 10, "KL": 5},
    )  # fmt: skip
    (broken,) = problems(found)
    assert broken.sentence == "40 + 15 ≠ 60, còn 5 đồng chí chưa có thông tin"
    assert (broken.code, broken.missing) == ("unaccounted", 5)
    assert problems(replace(found, full=45, unknown=0)) == []


def test_who_waits_and_who_is_unknown_are_named_apart() -> None:
    (broken,) = problems(Tally(members=6, convened=6, full=1, pending=3, unknown=2))
    assert broken.sentence == (
        "1 + 0 ≠ 6, còn 3 đồng chí chờ xác nhận và 2 đồng chí chưa có thông tin"
    )


def test_a_chain_that_does_not_come_to_b_and_reasons_that_do_not_add_up_are_named() -> None:
    found = Tally(members=10, exempt=1, convened=10, full=8, excused=2, reasons={"OM": 1})
    assert [(each.code, each.missing) for each in problems(found)] == [
        ("convened", -1),
        ("reasons", 1),
    ]


def test_more_than_b_is_named_as_too_many() -> None:
    (broken,) = problems(Tally(members=3, convened=3, full=3, pending=1))
    assert broken.sentence == "3 + 0 + 1 ≠ 3, thừa 1 đồng chí so với số phải triệu tập"
    assert (broken.code, broken.missing) == ("parts", -1)


def test_who_is_in_no_column_is_unknown_too() -> None:
    (broken,) = problems(Tally(members=60, convened=60, full=40, excused=15, reasons={"OM": 15}))
    assert broken.sentence == "40 + 15 ≠ 60, còn 5 đồng chí chưa có thông tin"


def test_nothing_has_no_rate_and_a_rate_has_two_decimals() -> None:
    assert (rate(0, 0), percent(None)) == (None, None)
    assert rate(2, 3) == Fraction(2, 3)
    assert percent(rate(2, 3)) == 66.67
    assert percent(rate(1, 1600)) == 0.06
    view = tally_view(Tally(members=4, exempt=1, convened=3, full=1, late=1, unknown=1, extra=1))
    assert (view.present, view.there, view.rate_percent) == (2, 3, 66.67)
    assert view.rate_of_members_percent == 50.0


def test_who_came_to_his_own_class_is_as_he_was_there() -> None:
    for presence in CAME:
        found = _told(_member(), (SECOND, _entry(presence, evidence=Evidence.QR)))
        assert (found.day, found.evidence) == (Day(presence.value), Evidence.QR)
        assert (found.came_session_id, found.visits) == (SECOND.id, ())


def test_who_came_to_an_earlier_class_is_present_and_counted_once() -> None:
    found = _told(_member(), (FIRST, _entry(Presence.LATE)), (THIRD, _entry(Presence.FULL)))
    assert (found.day, found.came_session_id) == (Day.OTHER_SESSION, FIRST.id)
    assert (found.made_up, found.visits) == (None, (FIRST.id, THIRD.id))
    cells = tally([found])
    assert cells[CELL, SECOND.id].present == 1
    assert cells[CELL, FIRST.id] == cells[CELL, THIRD.id] == Tally(from_elsewhere=1)


def test_who_came_to_a_later_class_makes_up_and_his_day_stays() -> None:
    absent = (SECOND, _entry(Presence.EXCUSED, reason=AbsenceReason.OM, is_expected=True))
    before = _told(_member(), absent)
    after = _told(_member(), absent, (THIRD, _entry(Presence.FULL)))
    assert (before.day, before.reason) == (after.day, after.reason)
    assert (after.day, after.reason) == (Day.EXCUSED, AbsenceReason.OM)
    assert (after.made_up, after.made_up_session_id) == (MakeUpKind.SESSION, THIRD.id)
    told_again = _told(_member(), absent, is_retold=True)
    assert (told_again.day, told_again.made_up) == (Day.EXCUSED, MakeUpKind.RETOLD)
    assert tally([after])[CELL, SECOND.id].made_up == 1
    assert tally([told_again])[CELL, SECOND.id].retold == 1


def test_the_hall_beside_on_the_same_morning_is_no_later_class() -> None:
    beside = _sitting(9, after=0.5)
    assert not is_later(beside, FIRST)
    assert not is_later(FIRST, beside)
    assert is_later(_sitting(9, after=1), FIRST)
    at_once = replace(FIRST, closed_at=MORNING + timedelta(minutes=5))
    assert is_later(_sitting(9, after=0.25), at_once)
    found = _told(_member(own=FIRST), (beside, _entry(Presence.FULL)), sittings=(FIRST, beside))
    assert (found.day, found.made_up) == (Day.OTHER_SESSION, None)


@pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.POSTPONED, PLANNED])
def test_whose_class_was_not_held_is_present_in_any_other(state: SessionState) -> None:
    gone = _sitting(7, state)
    found = _told(_member(own=gone), (THIRD, _entry(Presence.FULL)), sittings=(FIRST, THIRD, gone))
    assert (found.day, found.came_session_id) == (Day.OTHER_SESSION, THIRD.id)
    assert _told(_member(own=gone), sittings=(FIRST, gone)).day is Day.UNKNOWN


def test_who_serves_is_present_once_and_needs_no_make_up() -> None:
    absent = (SECOND, _entry(Presence.EXCUSED, reason=AbsenceReason.CT))
    found = _told(_member(), absent, (THIRD, _entry(Presence.FULL)), is_on_duty=True)
    assert (found.day, found.reason, found.made_up) == (Day.ON_DUTY, None, None)
    came = _told(_member(), (SECOND, _entry(Presence.FULL)), is_on_duty=True)
    assert came.day is Day.FULL
    figures = tally([found])[CELL, SECOND.id]
    assert (figures.present, figures.by_code + figures.by_hand) == (1, 0)


def test_who_waits_in_an_earlier_class_waits_and_in_a_later_one_is_unknown() -> None:
    waits = _entry(Presence.PENDING, evidence=Evidence.CLAIMED)
    assert _told(_member(), (FIRST, waits)).day is Day.PENDING
    assert _told(_member(), (THIRD, waits)).day is Day.UNKNOWN
    excused = (SECOND, _entry(Presence.EXCUSED, reason=AbsenceReason.OM))
    assert _told(_member(), (FIRST, waits), excused).day is Day.EXCUSED


def test_one_of_reduced_duty_is_excused_while_nothing_is_known_of_him() -> None:
    reduced = _member(status=MemberStatus.REDUCED, is_reduced=True)
    silent = (SECOND, _entry(Presence.EXCUSED, is_expected=True))
    for found in (_told(reduced), _told(reduced, silent)):
        assert (found.day, found.reason) == (Day.EXCUSED, None)
        assert tally([found])[CELL, SECOND.id].reasons == {"reduced": 1}
    assert _told(reduced, silent, (FIRST, _entry(Presence.FULL))).day is Day.OTHER_SESSION
    assert _told(reduced, silent, (FIRST, _entry(Presence.PENDING))).day is Day.PENDING
    assert _told(reduced, (SECOND, _entry(Presence.LATE))).day is Day.LATE


def test_one_beside_b_who_comes_is_extra_once_and_changes_no_rate() -> None:
    excluded = _member(own=None, in_b=False, beside=Beside.EXCLUDED)
    came = (FIRST, _entry(Presence.FULL, is_by_hand=True)), (THIRD, _entry(Presence.FULL))
    found = _told(excluded, *came)
    assert (found.day, found.came_beside, found.came_session_id) == (None, True, FIRST.id)
    cells = tally([found])
    assert cells[CELL, None] == Tally(members=1, excluded=1)
    assert (cells[CELL, FIRST.id], cells[CELL, THIRD.id]) == (
        Tally(extra=1),
        Tally(from_elsewhere=1),
    )


def test_who_has_no_class_is_present_wherever_he_comes() -> None:
    found = _told(_member(own=None), (THIRD, _entry(Presence.FULL)))
    assert (found.session_id, found.day) == (None, Day.OTHER_SESSION)
    assert tally([found])[CELL, None].present == 1


def test_without_allocation_his_class_is_the_one_he_came_to() -> None:
    def expected(presence: Presence, reason: AbsenceReason | None = None) -> Entry:
        return _entry(presence, is_expected=True, reason=reason)

    silent = expected(Presence.UNKNOWN)
    sittings = (FIRST, SECOND, _sitting(3, PLANNED))
    three = {each.id: silent for each in sittings}
    assert own_of({}, sittings) is None
    assert own_of(three, sittings) == SECOND.id
    assert own_of({THIRD.id: silent}, sittings) == THIRD.id
    absent = expected(Presence.EXCUSED, AbsenceReason.OM)
    assert own_of({**three, FIRST.id: absent}, sittings) == FIRST.id
    assert own_of({**three, FIRST.id: expected(Presence.PENDING)}, sittings) == FIRST.id
    assert own_of({**three, FIRST.id: expected(Presence.FULL)}, sittings) == FIRST.id


def test_away_for_a_time_he_is_of_his_home_and_counts_where_he_is() -> None:
    lent = Enrolled(BINH, MemberStatus.OFFICIAL, Placement(CELL, OTHER, None), MORNING)
    stood = standing_of(lent, on=day_of(MORNING), locked_at=None)
    assert (stood.home_unit_id, stood.unit_id, stood.in_b) == (CELL, OTHER, True)
    cells = tally([_told(stood)])
    assert cells[CELL, None] == Tally(members=1, away=1)
    assert cells[OTHER, None] == Tally(here=1, convened=1, unknown=1)


def test_whom_his_unit_recorded_stays_its_own_when_he_moves_before_the_lock() -> None:
    moved = Enrolled(BINH, MemberStatus.OFFICIAL, Placement(OTHER, None, None), MORNING)
    stood = standing_of(moved, on=day_of(MORNING), locked_at=None, own_unit_id=CELL)
    assert (stood.home_unit_id, stood.unit_id) == (CELL, CELL)


def test_a_list_of_the_excluded_holds_as_it_was_when_the_class_was_locked() -> None:
    lock = MORNING + timedelta(days=1)
    later = lock + timedelta(hours=1)
    at_home = Placement(CELL, None, None)
    for since, until, before, after in (
        (MORNING, None, False, False),
        (MORNING, later, False, True),
        (later, None, True, False),
        (MORNING, MORNING, True, True),
    ):
        listed = Enrolled(BINH, MemberStatus.OFFICIAL, at_home, MORNING, [(since, until)])
        assert standing_of(listed, on=lock.date(), locked_at=lock).in_b is before
        assert standing_of(listed, on=lock.date(), locked_at=None).in_b is after
    newcomer = Enrolled(BINH, MemberStatus.OFFICIAL, at_home, later)
    assert not standing_of(newcomer, on=lock.date(), locked_at=lock).in_a


def test_a_hall_of_guests_is_its_hosts_and_those_counted_of_a_unit_are_that_units() -> None:
    hall, meet = UUID(int=91), UUID(int=92)
    hosts = {hall: COMMUNE, meet: OTHER}
    heads = [
        Heads(hall, None, 50, 7, MORNING),
        Heads(hall, CELL, 20, 2, MORNING),
        Heads(meet, OTHER, 9, 0, MORNING),
    ]
    assert persons_by_unit(heads, hosts) == {COMMUNE: 30, CELL: 20, OTHER: 9}
    typed = {(hall, None): 3, (hall, CELL): 1, (meet, None): 2}
    assert guests_by_unit(heads, typed, hosts) == {COMMUNE: 5, CELL: 2, OTHER: 2}
    assert guests_by_unit([], typed, hosts) == {COMMUNE: 3, CELL: 1, OTHER: 2}


# ------------------------------------------------------------------ whatever happens, they agree

UNITS = [COMMUNE, CELL, OTHER, UUID(int=13), UUID(int=20), UUID(int=21)]
PARENTS = {CELL: COMMUNE, OTHER: COMMUNE, UUID(int=13): CELL, UUID(int=21): UUID(int=20)}
BLOCS = {unit_id: place % 2 for place, unit_id in enumerate(UNITS)}
WINDOWS = [
    Span(UUID(int=70 + place), kind, MORNING, MORNING)
    for place, kind in enumerate([WindowKind.OPENING, WindowKind.AFTER_BREAK, WindowKind.CLOSING])
]


@dataclass(frozen=True)
class History:
    """What happened to one member."""

    member: Standing
    entries: dict[UUID, Entry]
    is_on_duty: bool
    is_retold: bool


@st.composite
def _facts(draw: st.DrawFn, member: Standing, sitting: Sitting) -> Entry:
    is_expected = member.in_b and member.session_id == sitting.id
    seen = draw(st.lists(st.sampled_from(list(Seen)), max_size=3))
    written = None
    reason = None
    if draw(st.booleans()):
        reason = draw(st.sampled_from([None, *AbsenceReason]))
        written = Written(MarkKind.ABSENT if reason else MarkKind.PRESENT, reason)
    facts = Facts(
        member.member_id,
        member.unit_id,
        None,
        is_expected,
        frozenset(
            Sighting(each.window_id, standing)
            for each, standing in zip(WINDOWS, seen, strict=False)
        ),
        written,
        is_reduced=member.is_reduced and is_expected,
    )
    by_hand = draw(st.booleans())
    return Entry(
        member.unit_id,
        None,
        is_expected,
        judging(WINDOWS, {})(facts).presence,
        reason,
        draw(st.sampled_from([None, *Evidence])),
        is_by_hand=by_hand,
        is_countersigned=by_hand and draw(st.booleans()),
    )


@st.composite
def _histories(draw: st.DrawFn) -> tuple[list[Sitting], list[History]]:
    states = draw(st.lists(st.sampled_from(list(SessionState)), min_size=1, max_size=4))
    sittings = [
        _sitting(number, state, after=draw(st.sampled_from([0, 0.5, 24, 48])))
        for number, state in enumerate(states, start=1)
    ]
    sittings.sort(key=lambda each: (each.opened_at is None, each.opened_at or MORNING))
    found = []
    for number in range(draw(st.integers(0, 12))):
        away = draw(st.sampled_from([None, None, *UNITS]))
        home = draw(st.sampled_from(UNITS))
        listed = [(MORNING, None)] if draw(st.integers(0, 5)) == 0 else []
        seat = draw(st.sampled_from([None, *(each.id for each in sittings)]))
        member = standing_of(
            Enrolled(
                UUID(int=1000 + number),
                draw(st.sampled_from(list(MemberStatus))),
                Placement(home, away if away != home else None, None),
                MORNING,
                listed,
            ),
            on=day_of(MORNING),
            locked_at=None,
            session_id=seat,
        )
        entries = {
            each.id: draw(_facts(member, each))
            for each in sittings
            if each.is_held and draw(st.booleans())
        }
        found.append(
            History(member, entries, draw(st.integers(0, 5)) == 0, draw(st.integers(0, 3)) == 0)
        )
    return sittings, found


def _persons(sittings: list[Sitting], histories: list[History]) -> list[Person]:
    return [
        person(
            each.member,
            each.entries,
            sittings,
            is_on_duty=each.is_on_duty,
            is_retold=each.is_retold,
        )
        for each in histories
    ]


def _agrees(found: Tally) -> None:
    beside = found.exempt + found.suspended + found.excluded
    assert found.members - beside - found.away + found.here == found.convened
    assert found.convened == found.present + found.pending + found.absent + found.unknown
    assert sum(found.reasons.values()) == found.absent
    assert found.by_code + found.by_hand == found.present - found.on_duty
    assert found.not_countersigned <= found.by_hand
    assert found.made_up + found.retold <= found.convened - found.present
    is_open = bool(found.pending or found.unknown)
    assert [each.code for each in problems(found)] == ["unaccounted"] * is_open


@given(_histories())
def test_any_history_gives_figures_that_agree_at_every_level(
    history: tuple[list[Sitting], list[History]],
) -> None:
    persons = _persons(*history)
    cells = tally(persons)
    groups: dict[object, Tally] = {}
    for (unit_id, session_id), found in cells.items():
        _agrees(found)
        above: UUID | None = unit_id
        while above is not None:
            groups["tree", above] = groups.get(("tree", above), Tally()) + found
            groups["tree", above, session_id] = (
                groups.get(("tree", above, session_id), Tally()) + found
            )
            above = PARENTS.get(above)
        for group in (("class", session_id), ("bloc", BLOCS[unit_id]), "all"):
            groups[group] = groups.get(group, Tally()) + found
    for found in groups.values():
        _agrees(found)
    total = groups.get("all", Tally())
    assert total == sum((groups[each] for each in groups if each[0] == "class"), Tally())  # type: ignore[index]
    assert total == sum((groups[each] for each in groups if each[0] == "bloc"), Tally())  # type: ignore[index]
    assert total.away == total.here
    assert total.members == sum(each.in_a for each in persons)
    assert total.convened == sum(each.in_b for each in persons)
    assert total.extra == sum(each.came_beside for each in persons)
    came = sum(entry.presence in CAME for each in history[1] for entry in each.entries.values())
    assert total.there == came


@given(_histories())
def test_any_member_counts_in_one_unit_and_stands_in_one_column_of_it(
    history: tuple[list[Sitting], list[History]],
) -> None:
    days = {each.value for each in Day}
    besides = {each.value for each in Beside}
    for each in _persons(*history):
        columns = [column for _, _, column in counted(each)]
        assert len([column for column in columns if column in days | besides]) == int(each.in_a)
        assert columns.count("convened") == int(each.in_b)
        assert (each.day is not None) is each.in_b
        assert (each.came_session_id is not None) is (
            each.came_beside or each.day in PRESENT - {Day.ON_DUTY}
        )


@given(_histories(), st.data())
def test_what_happens_in_later_classes_changes_no_figure_of_the_day(
    history: tuple[list[Sitting], list[History]], data: st.DataObject
) -> None:
    sittings, histories = history
    later = Sitting(
        UUID(int=99), HELD, MORNING + timedelta(days=9), MORNING + timedelta(days=9, hours=4)
    )
    for each, before in zip(histories, _persons(sittings, histories), strict=True):
        own = next((one for one in sittings if one.id == each.member.session_id), None)
        if own is None or not own.is_held:
            continue
        made = {**each.entries, later.id: data.draw(_facts(each.member, later))}
        (after,) = _persons([*sittings, later], [replace(each, entries=made)])
        assert (after.day, after.reason, after.came_session_id) == (
            before.day,
            before.reason,
            before.came_session_id if before.in_b else after.came_session_id,
        )
        if made[later.id].presence in CAME and before.in_b and not before.is_present:
            assert after.made_up is MakeUpKind.SESSION
