"""On whose lists a member stood, and since when."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from api.audit.rules import Move, Stay, during, stays

JOINED = datetime(2022, 1, 1, tzinfo=UTC)
THIRD, SCHOOL, POST = (UUID(int=number) for number in (1, 2, 3))


def _day(number: int) -> datetime:
    return JOINED + timedelta(days=number)


def test_who_never_moved_stood_on_one_list() -> None:
    now = [("unit_id", THIRD), ("temporary_unit_id", None)]
    assert list(stays(now, [], joined=JOINED)) == [Stay(THIRD, JOINED, None)]


def test_a_transfer_ends_one_stay_and_begins_the_next() -> None:
    moves = [Move(_day(20), "unit_id", SCHOOL), Move(_day(10), "unit_id", POST)]
    assert list(stays([("unit_id", THIRD)], moves, joined=JOINED)) == [
        Stay(POST, JOINED, _day(10)),
        Stay(SCHOOL, _day(10), _day(20)),
        Stay(THIRD, _day(20), None),
    ]


def test_a_temporary_stay_is_beside_the_home_unit() -> None:
    moves = [
        Move(_day(5), "temporary_unit_id", None),
        Move(_day(9), "temporary_unit_id", SCHOOL),
    ]
    now = [("unit_id", THIRD), ("temporary_unit_id", None)]
    assert list(stays(now, moves, joined=JOINED)) == [
        Stay(THIRD, JOINED, None),
        Stay(SCHOOL, _day(5), _day(9)),
    ]


def test_a_list_above_counts_for_the_time_that_both_stood_there() -> None:
    above = Stay(POST, _day(5), _day(20))
    assert during(above, Stay(THIRD, JOINED, None)) == above
    assert during(above, Stay(THIRD, _day(9), _day(12))) == Stay(POST, _day(9), _day(12))
    assert during(above, Stay(THIRD, _day(9), None)) == Stay(POST, _day(9), _day(20))
    assert during(Stay(POST, JOINED, None), Stay(THIRD, _day(9), None)) == Stay(POST, _day(9), None)


def test_a_list_above_does_not_count_for_who_left_before_it_was_above() -> None:
    assert during(Stay(POST, _day(5), None), Stay(THIRD, JOINED, _day(5))) is None
    assert during(Stay(POST, JOINED, _day(5)), Stay(THIRD, _day(5), None)) is None
