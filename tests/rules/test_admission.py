"""Who is let in first, who waits, and who is asked to come back."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.admission import Gate, Place, Room, Share, Standing

SCREENS, CHECK_INS, ROSTERS, REPORTS = range(4)
_SHARES = (Share(1, 3), Share(2, 4), Share(1, 3), Share(1, 2))


def _room(places: int = 7, *, most_waiting: int = 64) -> Room:
    return Room(places, _SHARES, patience=0.25, most_waiting=most_waiting)


def _crowd(room: Room, kind: int, number: int, now: float = 0.0) -> list[Place]:
    return [room.ask(kind, now) for _ in range(number)]


def _are(places: list[Place], standing: Standing) -> int:
    return sum(place.standing is standing for place in places)


def test_screens_get_in_while_check_ins_rosters_and_reports_fill_the_room() -> None:
    room = _room()
    for kind in (CHECK_INS, REPORTS, ROSTERS):
        _crowd(room, kind, 20)
    assert room.ask(SCREENS, 0.01).standing is Standing.IN


def test_each_class_gets_in_however_the_others_crowd_the_room() -> None:
    for late in (SCREENS, CHECK_INS, ROSTERS, REPORTS):
        room = _room()
        for kind in {SCREENS, CHECK_INS, ROSTERS, REPORTS} - {late}:
            _crowd(room, kind, 50)
        kept = _SHARES[late].kept
        assert _are(_crowd(room, late, kept), Standing.IN) == kept


def test_a_screen_waits_its_own_patience_while_a_roster_is_turned_away() -> None:
    shares = [Share(1, 1, patience=5.0), Share(1, 1)]
    room = Room(2, shares, patience=0.25, most_waiting=64)
    held = [room.ask(kind, 0.0) for kind in (0, 1)]
    screen, roster = (room.ask(kind, 0.0) for kind in (0, 1))
    assert room.expire(4.0) == [roster]
    assert room.leave(held[0], 4.5) == [screen]
    assert screen.standing is Standing.IN


def test_a_flood_of_reports_takes_two_places_and_leaves_the_others_theirs() -> None:
    room = _room()
    assert _are(_crowd(room, REPORTS, 30), Standing.IN) == 2
    assert _are(_crowd(room, CHECK_INS, 4), Standing.IN) == 3


def test_a_place_that_is_given_back_goes_to_the_first_class_that_may_have_it_then_by_arrival() -> (
    None
):
    room = Room(4, [Share(1, 4)] * 4, patience=0.25, most_waiting=64)
    held = [room.ask(kind, 0.0) for kind in range(4)]
    report, second, first, screen = (
        room.ask(kind, 0.001 * step) for step, kind in enumerate((REPORTS, ROSTERS, ROSTERS, 0))
    )
    # A class always has its own place: the screen's goes to the screen, the roster's by arrival.
    assert room.leave(held[SCREENS], 0.1) == [screen]
    assert room.leave(held[ROSTERS], 0.1) == [second]
    assert room.leave(held[REPORTS], 0.1) == [report]
    assert first.standing is Standing.WAITS


def test_of_two_classes_that_wait_for_one_free_place_the_earlier_class_has_it() -> None:
    room = Room(3, [Share(1, 2), Share(1, 2)], patience=0.25, most_waiting=64)
    one, two, _ = room.ask(1, 0.0), room.ask(1, 0.0), room.ask(0, 0.0)
    later = room.ask(1, 0.01)
    earlier = room.ask(0, 0.02)
    assert (later.standing, earlier.standing) == (Standing.WAITS, Standing.WAITS)
    assert room.leave(two, 0.03) == [earlier]
    assert room.leave(one, 0.04) == [later]


def test_nobody_waits_longer_than_a_quarter_of_a_second() -> None:
    room = _room()
    _crowd(room, REPORTS, 2)
    waits = room.ask(REPORTS, 10.0)
    assert room.expire(10.249) == []
    assert room.expire(10.25) == [waits]
    assert waits.standing is Standing.OUT


def test_a_place_that_comes_free_too_late_turns_away_before_it_lets_in() -> None:
    room = _room()
    held = _crowd(room, REPORTS, 2)
    late, in_time = room.ask(REPORTS, 1.0), room.ask(REPORTS, 1.2)
    assert room.leave(held[0], 1.3) == [late, in_time]
    assert (late.standing, in_time.standing) == (Standing.OUT, Standing.IN)


def test_the_sixty_fifth_of_a_class_that_waits_is_turned_away_at_once() -> None:
    room = _room()
    _crowd(room, ROSTERS, 3)
    assert _are(_crowd(room, ROSTERS, 64), Standing.WAITS) == 64
    assert room.ask(ROSTERS, 0.0).standing is Standing.OUT


def test_who_waits_no_longer_leaves_no_gap_and_takes_no_place() -> None:
    room = _room()
    held = _crowd(room, REPORTS, 2)
    gone, next_one = _crowd(room, REPORTS, 2)
    assert room.leave(gone, 0.1) == []
    assert room.leave(held[0], 0.1) == [next_one]
    assert room.leave(held[0], 0.1) == []  # given back already
    assert room.ask(REPORTS, 0.1).standing is Standing.WAITS


def test_a_room_that_keeps_more_than_it_has_is_refused() -> None:
    with pytest.raises(ValueError, match="more places are kept"):
        Room(4, _SHARES, patience=0.25, most_waiting=1)
    with pytest.raises(ValueError, match="a place of its own"):
        Room(4, [Share(0, 1)], patience=0.25, most_waiting=1)


@given(st.lists(st.tuples(st.sampled_from(["ask", "leave"]), st.integers(0, 99)), max_size=80))
def test_whatever_happens_no_share_is_passed_and_nobody_waits_who_could_have_his_own_place(
    steps: list[tuple[str, int]],
) -> None:
    room, places = _room(), list[Place]()
    for now, (step, number) in enumerate(steps):
        if step == "ask":
            places.append(room.ask(number % 4, now / 100))
        elif places:
            room.leave(places[number % len(places)], now / 100)
        inside = [place.kind for place in places if place.standing is Standing.IN]
        assert len(inside) <= 7
        for kind, share in enumerate(_SHARES):
            assert inside.count(kind) <= share.most
            waiting = [p for p in places if p.kind == kind and p.standing is Standing.WAITS]
            assert not waiting or inside.count(kind) >= share.kept


# ---- coroutines at the door


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


async def _asking(gate: Gate, kind: int) -> "asyncio.Task[Place | None]":
    task = asyncio.create_task(gate.enter(kind))
    await asyncio.sleep(0)
    return task


async def test_a_coroutine_waits_until_a_place_is_given_back() -> None:
    gate = Gate(Room(1, [Share(1, 1)], patience=60, most_waiting=9))
    held = await gate.enter(0)
    assert held is not None
    waits = await _asking(gate, 0)
    assert not waits.done()
    gate.leave(held)
    assert await waits is not None


async def test_a_coroutine_that_waited_its_time_is_told_to_come_back() -> None:
    clock = _Clock()
    gate = Gate(Room(1, [Share(1, 1)], patience=60, most_waiting=9), now=clock)
    await gate.enter(0)
    waits = await _asking(gate, 0)
    clock.now = 59.9
    gate.expire()
    await asyncio.sleep(0)
    assert not waits.done()
    clock.now = 60.0
    gate.expire()
    assert await waits is None


async def test_a_coroutine_that_is_cancelled_frees_its_place_also_when_it_was_just_given_one() -> (
    None
):
    gate = Gate(Room(1, [Share(1, 1)], patience=60, most_waiting=9))
    held = await gate.enter(0)
    assert held is not None
    hung_up, let_in, last = [await _asking(gate, 0) for _ in range(3)]
    hung_up.cancel()
    await asyncio.sleep(0)
    gate.leave(held)  # the second is let in …
    let_in.cancel()  # … and gone before it knows
    assert await last is not None


async def test_a_coroutine_that_finds_no_room_to_wait_is_told_at_once() -> None:
    gate = Gate(Room(1, [Share(1, 1)], patience=60, most_waiting=0))
    await gate.enter(0)
    assert await gate.enter(0) is None
