"""What waits is told how long it will wait, by what the last lists took."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.pace import Pace


def _after(*lists: tuple[int, float], most: int = 500) -> Pace:
    pace = Pace(most)
    for number, seconds in lists:
        pace.note(number, seconds)
    return pace


def test_behind_nobody_there_is_no_wait_however_slow_the_last_lists_were() -> None:
    assert _after((1, 3.0), (1, 4.0)).wait(0) == 0.0


def test_before_anything_was_done_ten_thousand_a_second_are_believed() -> None:
    assert Pace().wait(1_000) == pytest.approx(0.1)


def test_a_quiet_hour_of_lists_of_one_does_not_turn_a_burst_away() -> None:
    quiet = _after(*[(1, 0.002)] * 600)
    assert quiet.wait(400) < 0.05  # by lists of one alone it would be 0.8 s


def test_a_store_that_does_300_a_second_is_known_after_two_lists_of_different_length() -> None:
    slow = _after(*[(1, 1 / 300)] * 50, (90, 0.3))
    assert slow.wait(75) == pytest.approx(0.25, rel=0.1)
    assert slow.wait(300) == pytest.approx(1.0, rel=0.1)


def test_what_a_list_begins_with_is_paid_once_a_list() -> None:
    pace = _after(*[(number, 0.01 + number * 0.0002) for number in (10, 400, 50, 300) * 10])
    assert pace.beginning == pytest.approx(0.01, rel=0.1)
    assert pace.each == pytest.approx(0.0002, rel=0.05)
    assert pace.wait(1_000) == pytest.approx(2 * 0.01 + 0.2, rel=0.05)


def test_a_list_that_does_not_end_is_what_one_waits_for() -> None:
    quick = _after(*[(1, 0.002)] * 50)
    assert quick.wait(1, under_way=0.4) == pytest.approx(0.4)


def test_a_stall_of_three_seconds_is_forgotten_within_a_second_of_work() -> None:
    pace = _after(*[(20, 0.005)] * 50, (20, 3.0))
    assert pace.wait(20) > 0.25
    worked = 0.0
    while pace.wait(500) > 0.25:
        let_in = max(n for n in range(1, 501) if n == 1 or pace.wait(n) <= 0.25)
        took = 0.002 + let_in * 0.0002
        pace.note(let_in, took)
        worked += took
    assert worked < 1.0


def test_a_busy_machine_whose_lists_of_one_take_half_a_second_still_takes_a_hundred() -> None:
    busy = _after(*[(1, 0.5)] * 30)
    assert busy.wait(1) > 0.25
    assert busy.lets_in(100, begun=1, patience=0.25)


def test_a_store_that_does_100_a_second_is_not_given_two_seconds_of_work() -> None:
    slow = _after(*[(number, number / 100) for number in (1, 20, 5, 30) * 5])
    assert slow.lets_in(8, begun=12, patience=0.25)
    assert not slow.lets_in(40, patience=0.25)


def test_a_slow_store_is_remembered_however_long_its_lists_are_all_alike() -> None:
    slow = _after(*[(number, number / 160) for number in (1, 20, 5, 30)], *[(20, 20 / 160)] * 200)
    assert not slow.lets_in(50, patience=0.25)


def test_an_overrun_slow_store_is_never_given_more_than_it_does_in_its_patience() -> None:
    pace, lists, waiting = Pace(), list[int](), 1
    for _ in range(400):
        pace.note(waiting, 0.002 + waiting / 160)
        begun, waiting = waiting, 0
        while pace.lets_in(waiting, begun=begun, patience=0.25):
            waiting += 1
        lists.append(waiting)
    # It once forgot within seconds, and gave 85 at once, who waited for half a second and more.
    assert 15 <= min(lists[20:]) <= max(lists[20:]) <= 25


def test_a_store_that_was_slow_is_forgiven_when_its_lists_are_quick_again() -> None:
    slow = _after(*[(number, number / 160) for number in (1, 20, 5, 30)], *[(20, 0.004)] * 200)
    assert slow.lets_in(400, patience=0.25)


def test_a_few_may_always_wait_however_much_each_costs() -> None:
    worst = _after(*[(number, number * 0.05) for number in (1, 5, 10) * 8])
    assert worst.lets_in(7, begun=20, under_way=9.0, patience=0.25)
    assert not worst.lets_in(80, begun=20, under_way=9.0, patience=0.25)


@given(st.lists(st.tuples(st.integers(1, 500), st.floats(0.0001, 5)), max_size=40))
def test_an_estimate_is_never_negative_and_grows_with_what_waits(
    lists: list[tuple[int, float]],
) -> None:
    pace = _after(*lists)
    waits = [pace.wait(waiting) for waiting in (0, 1, 100, 500, 501, 5_000)]
    assert waits[0] == 0.0
    assert waits == sorted(waits)
