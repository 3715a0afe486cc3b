"""Figures of reports: whatever happened, they agree at every level, and each person stands once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest

from api.attendance.rules import CAME
from api.kit.dates import day_of
from api.members.rules import Placement
from api.reports.counting import tally
from api.reports.days import Entry, Sitting, is_later, own_of, person
from api.reports.heads import guests_by_unit, persons_by_unit
from api.reports.rules import Beside, Day, Person, Tally, problems, rate, too_few_heads
from api.reports.standing import Enrolled, Standing, standing_of
from api.reports.views import percent, tally_view
from api.rolls.heads import Heads
from api.words import (
    AbsenceReason,
    Evidence,
    MakeUpKind,
    MemberStatus,
    Presence,
    SessionState,
)

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
    at_once = replace(FIRST, first_closed_at=MORNING + timedelta(minutes=5))
    assert is_later(_sitting(9, after=0.25), at_once)
    found = _told(_member(own=FIRST), (beside, _entry(Presence.FULL)), sittings=(FIRST, beside))
    assert (found.day, found.made_up) == (Day.OTHER_SESSION, None)


@pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.POSTPONED, PLANNED])
def test_whose_class_was_not_held_is_present_in_any_other(state: SessionState) -> None:
    gone = _sitting(7, state)
    found = _told(_member(own=gone), (THIRD, _entry(Presence.FULL)), sittings=(FIRST, THIRD, gone))
    assert (found.day, found.came_session_id) == (Day.OTHER_SESSION, THIRD.id)
    silent = _told(_member(own=gone), sittings=(FIRST, gone))
    is_off = state is SessionState.CANCELLED
    assert silent.day is (Day.EXCUSED if is_off else Day.UNKNOWN), "one put off is still to come"


def test_whose_class_was_cancelled_is_excused_until_he_comes_or_somebody_writes() -> None:
    gone = _sitting(7, SessionState.CANCELLED)
    member, known = _member(own=gone), (FIRST, THIRD, gone)
    silent = _told(member, sittings=known)
    assert (silent.day, silent.reason, silent.why) == (Day.EXCUSED, None, "cancelled")
    figures = tally([silent])[CELL, gone.id]
    assert (figures.reasons, problems(figures)) == ({"cancelled": 1}, [])
    waits = _told(member, (THIRD, _entry(Presence.PENDING)), sittings=known)
    assert (waits.day, waits.why) == (Day.PENDING, None)
    reduced = _member(own=gone, status=MemberStatus.REDUCED, is_reduced=True)
    assert _told(reduced, sittings=known).why == "reduced", "that is his own, and stays"


def test_without_an_allocation_a_cancelled_class_is_nobodys_while_another_is_to_come() -> None:
    gone, planned = _sitting(7, SessionState.CANCELLED), _sitting(8, SessionState.PLANNED)
    silent = _entry(Presence.UNKNOWN, is_expected=True)
    entries = {gone.id: silent, planned.id: silent}
    assert own_of(entries, (gone, planned)) == planned.id
    assert own_of({gone.id: silent}, (gone, planned)) == gone.id


def test_who_serves_is_present_once_and_needs_no_make_up() -> None:
    absent = (SECOND, _entry(Presence.EXCUSED, reason=AbsenceReason.CT))
    found = _told(_member(), absent, (THIRD, _entry(Presence.FULL)), is_on_duty=True)
    assert (found.day, found.reason, found.made_up) == (Day.ON_DUTY, None, None)
    came = _told(_member(), (SECOND, _entry(Presence.FULL)), is_on_duty=True)
    assert (came.day, came.came_session_id) == (Day.ON_DUTY, None), "whatever he checked in beside"
    for each, there in ((found, 0), (came, 1)):
        figures = tally([each])[CELL, SECOND.id]
        assert (figures.present, figures.by_code + figures.by_hand) == (1, 0)
        assert figures.there == there


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


def test_an_excluded_one_who_comes_twice_is_there_twice_whichever_class_was_his() -> None:
    for own in (FIRST, THIRD):
        excluded = _member(own=own, in_b=False, beside=Beside.EXCLUDED)
        cells = tally(
            [_told(excluded, (FIRST, _entry(Presence.FULL)), (THIRD, _entry(Presence.FULL)))]
        )
        assert [cells[CELL, each.id].there for each in (FIRST, THIRD)] == [1, 1]
        assert [cells[CELL, each.id].extra for each in (FIRST, THIRD)] == [1, 0]


@pytest.mark.parametrize("state", [None, SessionState.CANCELLED])
def test_who_has_no_class_to_miss_is_absent_as_it_was_written_in_another(
    state: SessionState | None,
) -> None:
    gone = _sitting(7, state) if state else None
    member = _member(own=gone)
    known = (FIRST, THIRD, *([gone] if gone else []))
    ill = (FIRST, _entry(Presence.EXCUSED, reason=AbsenceReason.OM))
    found = _told(member, ill, sittings=known)
    assert (found.day, found.reason) == (Day.EXCUSED, AbsenceReason.OM)
    assert tally([found])[CELL, member.session_id].reasons == {"OM": 1}
    later = (THIRD, _entry(Presence.UNEXCUSED, reason=AbsenceReason.KL))
    found = _told(member, ill, later, sittings=known)
    assert (found.day, found.reason) == (Day.UNEXCUSED, AbsenceReason.KL)
    came = _told(member, ill, (THIRD, _entry(Presence.FULL)), sittings=known)
    assert came.day is Day.OTHER_SESSION


def test_who_has_a_class_answers_for_that_one_alone() -> None:
    ill = (FIRST, _entry(Presence.EXCUSED, reason=AbsenceReason.OM))
    for own in (SECOND, _sitting(7, PLANNED), _sitting(7, SessionState.POSTPONED)):
        assert _told(_member(own=own), ill, sittings=(FIRST, SECOND, own)).day is Day.UNKNOWN


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


def test_a_hall_that_counted_fewer_than_are_recorded_there_is_pointed_out() -> None:
    assert too_few_heads(27, there=28, guests=2) == (
        "điểm cầu đếm được 27 người, kém 3 so với 28 đồng chí có mặt và 2 khách"
    )
    assert too_few_heads(30, there=28, guests=2) is None
    assert too_few_heads(40, there=28, guests=0) is None
