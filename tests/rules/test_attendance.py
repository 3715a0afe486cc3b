"""The one table of evidence, and how a member took part."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from api.attendance.rules import (
    STANDING,
    Cell,
    Count,
    Sighting,
    Span,
    Written,
    needs_countersign,
    presence,
    rises,
    standing_of,
)
from api.attendance.sums import of_points, of_units, spread
from api.words import AbsenceReason, Evidence, MarkKind, Presence, Standing, WindowKind

HALF_PAST_SEVEN = datetime(2022, 3, 16, 0, 30, tzinfo=UTC)
OPENING, AFTER_BREAK, CLOSING, REHEARSAL = (UUID(int=number) for number in range(1, 5))
TICKED = Written(MarkKind.PRESENT)
SICK = Written(MarkKind.ABSENT, AbsenceReason.OM)


def _span(window: UUID, kind: WindowKind, hour: int, *, goes_on: bool = False) -> Span:
    opened = HALF_PAST_SEVEN + timedelta(hours=hour)
    ended = None if goes_on else opened + timedelta(minutes=30)
    return Span(window, kind, opened, ended)


MORNING = [
    _span(REHEARSAL, WindowKind.REHEARSAL, -20),
    _span(OPENING, WindowKind.OPENING, 0),
    _span(AFTER_BREAK, WindowKind.AFTER_BREAK, 2),
    _span(CLOSING, WindowKind.CLOSING, 3),
]


def _seen(*windows: UUID) -> list[Sighting]:
    return [Sighting(window, Standing.PRESENT) for window in windows]


def test_every_evidence_has_a_standing() -> None:
    assert set(STANDING) == set(Evidence)
    present = {each for each, standing in STANDING.items() if standing is Standing.PRESENT}
    code = {Evidence.QR, Evidence.DIGITS, Evidence.FIRST}
    assert present == code | {Evidence.ROSTER, Evidence.PAPER}
    assert Standing.REJECTED not in STANDING.values(), "only a person rejects"


def test_at_a_suspended_door_typed_codes_wait() -> None:
    assert standing_of(Evidence.DIGITS, typed_codes_suspended=True) is Standing.PENDING
    assert standing_of(Evidence.DIGITS, typed_codes_suspended=False) is Standing.PRESENT


def test_a_standing_rises_and_never_falls() -> None:
    assert rises(Standing.PENDING, Standing.PRESENT, is_decided=False)
    assert not rises(Standing.PRESENT, Standing.PENDING, is_decided=False)
    assert not rises(Standing.PENDING, Standing.PENDING, is_decided=False)
    assert not rises(Standing.PRESENT, Standing.PRESENT, is_decided=False)
    assert not rises(Standing.REJECTED, Standing.PRESENT, is_decided=False)


@pytest.mark.parametrize("held", Standing)
def test_what_a_person_decided_no_machine_changes(held: Standing) -> None:
    assert not rises(held, Standing.PRESENT, is_decided=True)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ((OPENING, AFTER_BREAK, CLOSING), Presence.FULL),
        ((OPENING,), Presence.LEFT_EARLY),
        ((OPENING, AFTER_BREAK), Presence.LEFT_EARLY),
        ((AFTER_BREAK, CLOSING), Presence.LATE),
        ((AFTER_BREAK,), Presence.LATE),
        ((CLOSING,), Presence.LATE),
        ((), Presence.UNKNOWN),
    ],
)
def test_the_windows_tell_who_stayed(seen: tuple[UUID, ...], expected: Presence) -> None:
    assert presence(MORNING, _seen(*seen), None) is expected


def test_a_rehearsal_counts_nothing() -> None:
    assert presence(MORNING[:2], _seen(OPENING), None) is Presence.FULL


def test_nobody_has_missed_a_window_that_still_goes_on() -> None:
    going_on = _span(AFTER_BREAK, WindowKind.AFTER_BREAK, 2, goes_on=True)
    assert presence([MORNING[1], going_on], _seen(OPENING), None) is Presence.FULL


def test_a_window_voided_where_a_member_was_is_not_asked_of_him() -> None:
    seen = _seen(OPENING, CLOSING)
    assert presence(MORNING, seen, None) is Presence.LEFT_EARLY
    assert presence(MORNING, seen, None, voided={AFTER_BREAK}) is Presence.FULL
    assert presence(MORNING, _seen(AFTER_BREAK, CLOSING), None, voided={OPENING}) is Presence.FULL


def test_seen_only_in_a_window_that_was_voided_is_there_and_not_late() -> None:
    """He came while the line was down: that window blames nobody, and proves that he was there."""
    for window in (OPENING, AFTER_BREAK):
        found = presence(MORNING, _seen(window), None, voided={window})
        assert found is Presence.LEFT_EARLY, "the others had ended without him"
    alone = [_span(OPENING, WindowKind.OPENING, 0)]
    assert presence(alone, _seen(OPENING), None, voided={OPENING}) is Presence.FULL
    going_on = [*alone, _span(CLOSING, WindowKind.CLOSING, 3, goes_on=True)]
    assert presence(going_on, _seen(OPENING), None, voided={OPENING}) is Presence.FULL


def test_who_waits_in_a_window_that_was_voided_still_waits() -> None:
    waiting = [Sighting(OPENING, Standing.PENDING)]
    assert presence(MORNING, waiting, None, voided={OPENING}) is Presence.PENDING
    assert presence(MORNING, [], None, voided={OPENING}) is Presence.UNKNOWN


def test_who_departs_as_a_window_opens_has_missed_it_unless_it_was_voided_there() -> None:
    as_it_opens = Written(MarkKind.PRESENT, departed_at=MORNING[3].opened_at)
    assert presence(MORNING, [], as_it_opens) is Presence.LEFT_EARLY
    assert presence(MORNING, [], as_it_opens, voided={CLOSING}) is Presence.FULL


def test_a_tick_covers_the_whole_session_unless_a_departure_is_noted() -> None:
    for hour, expected in ((1, Presence.LEFT_EARLY), (3, Presence.LEFT_EARLY), (4, Presence.FULL)):
        departed_at = HALF_PAST_SEVEN + timedelta(hours=hour)
        ticked = Written(MarkKind.PRESENT, departed_at=departed_at)
        assert presence(MORNING, [], ticked) is expected
    assert presence(MORNING, [], TICKED) is Presence.FULL


def test_what_a_person_wrote_stands_before_any_scan() -> None:
    assert presence(MORNING, _seen(OPENING, AFTER_BREAK, CLOSING), SICK) is Presence.EXCUSED
    no_reason = Written(MarkKind.ABSENT, AbsenceReason.KL)
    assert presence(MORNING, _seen(OPENING), no_reason) is Presence.UNEXCUSED


def test_one_of_reduced_duty_is_excused_while_nothing_is_known_of_him() -> None:
    def reduced(*seen: Sighting, written: Written | None = None) -> Presence:
        return presence(MORNING, seen, written, is_reduced=True)

    assert reduced() is Presence.EXCUSED
    assert reduced(Sighting(OPENING, Standing.REJECTED)) is Presence.EXCUSED
    assert reduced(Sighting(OPENING, Standing.PENDING)) is Presence.PENDING
    assert reduced(Sighting(OPENING, Standing.PRESENT)) is Presence.LEFT_EARLY
    assert reduced(written=TICKED) is Presence.FULL
    assert reduced(written=Written(MarkKind.ABSENT, AbsenceReason.KL)) is Presence.UNEXCUSED


def test_pending_waits_and_rejected_is_as_if_nothing_had_come() -> None:
    waiting, refused = Sighting(OPENING, Standing.PENDING), Sighting(OPENING, Standing.REJECTED)
    assert presence(MORNING, [waiting], None) is Presence.PENDING
    assert presence(MORNING, [refused], None) is Presence.UNKNOWN
    assert presence(MORNING, [refused, *_seen(CLOSING)], None) is Presence.LATE


@pytest.mark.parametrize(
    ("manual", "summoned", "expected"),
    [
        (3, 5, False),
        (4, 5, True),
        (4, 40, False),
        (4, 39, True),
        (5, 50, False),
        (6, 50, True),
        (0, 0, False),
    ],
)
def test_a_second_person_is_needed_above_3_and_above_a_tenth(
    manual: int, summoned: int, *, expected: bool
) -> None:
    assert needs_countersign(manual=manual, summoned=summoned) is expected


OFFICE, BOM_BO = UUID(int=21), UUID(int=22)
HALL, COMMUNE = UUID(int=31), UUID(int=32)


def test_whoever_sits_at_another_point_counts_at_home_by_unit_and_where_he_sits_by_point() -> None:
    cells = [
        Cell(OFFICE, HALL, HALL, Count(expected=20, present=15, pending=2, excused=2, unexcused=1)),
        Cell(OFFICE, COMMUNE, HALL, Count(expected=3, present=3)),
        Cell(BOM_BO, COMMUNE, COMMUNE, Count(expected=9, present=5, pending=1, excused=3)),
    ]
    assert of_units(spread(cells)) == {
        OFFICE: Count(expected=23, present=18, pending=2, excused=2, unexcused=1),
        BOM_BO: Count(expected=9, present=5, pending=1, excused=3),
    }
    assert of_points(spread(cells)) == {
        HALL: Count(expected=23, present=15, pending=2, excused=2, unexcused=1),
        COMMUNE: Count(expected=9, present=8, pending=1, excused=3),
    }


def test_the_absent_are_missed_where_they_were_expected_and_guests_are_expected_nowhere() -> None:
    absent = Cell(OFFICE, None, HALL, Count(expected=4, excused=3, unexcused=1))
    guest = Cell(BOM_BO, HALL, None, Count(present=2, pending=1))
    assert of_points(spread([absent, guest])) == {
        HALL: Count(expected=4, present=2, pending=1, excused=3, unexcused=1),
    }
    assert of_units(spread([absent, guest]))[BOM_BO] == Count(present=2, pending=1)


def test_a_place_without_anybody_counts_nought() -> None:
    assert of_units(spread([]))[OFFICE] == Count(0, 0, 0, 0, 0)
    assert of_points(spread([])) == {}
    full = Count(expected=5, present=1, pending=1, excused=2, unexcused=1)
    assert full + Count() == Count() + full == full
