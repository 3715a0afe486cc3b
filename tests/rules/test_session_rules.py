"""How sessions move, what of them may change, and what units must be told."""

from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from api.sessions.rules import CHANGEABLE, MOVES, RUNNING, free_doors, other_date, state_at, told
from api.words import SessionState

MORNING = datetime(2022, 3, 15, 0, 30, tzinfo=UTC)
STATES = tuple(SessionState)


def _reached_from(state: SessionState) -> set[SessionState]:
    return {target for (source, _), target in MOVES.items() if source is state}


def test_every_state_is_reached_from_a_plan_and_a_locked_session_stays_locked() -> None:
    seen, waiting = {SessionState.PLANNED}, [SessionState.PLANNED]
    while waiting:
        for target in _reached_from(waiting.pop()) - seen:
            seen.add(target)
            waiting.append(target)
    assert seen == set(STATES)
    assert _reached_from(SessionState.LOCKED) == set()


def test_an_open_session_can_only_be_closed_and_a_running_one_never_cancelled() -> None:
    assert _reached_from(SessionState.OPEN) == {SessionState.CLOSED}
    for state, way in product(RUNNING, ("cancel", "postpone")):
        assert (state, way) not in MOVES


def test_nothing_comes_between_a_rehearsal_and_the_plan_it_returns_to() -> None:
    assert _reached_from(SessionState.REHEARSING) == {SessionState.PLANNED}


def test_every_state_says_what_may_change_and_none_lets_a_running_session_turn_confidential() -> (
    None
):
    assert set(CHANGEABLE) == set(STATES)
    for state in RUNNING | {SessionState.CLOSED, SessionState.LOCKED, SessionState.CANCELLED}:
        assert "confidential" not in CHANGEABLE[state]
    assert "meet_url" in CHANGEABLE[SessionState.OPEN], "a link may break on the morning"
    assert "starts_at" not in CHANGEABLE[SessionState.OPEN]


def _told(**changed: Any) -> object:
    facts: dict[str, Any] = {
        "title": "Lớp 1",
        "starts_at": MORNING,
        "date_hint": None,
        "meet_url": None,
        "confidential": False,
        "state": SessionState.PLANNED,
    }
    return told(**(facts | changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Lớp một"},
        {"starts_at": MORNING + timedelta(minutes=30)},
        {"starts_at": None},
        {"meet_url": "https://meet.example/abc"},
        {"state": SessionState.POSTPONED},
        {"state": SessionState.CANCELLED},
    ],
)
def test_units_are_told_of(changed: dict[str, Any]) -> None:
    assert _told(**changed) != _told()


@pytest.mark.parametrize(
    "changed",
    [
        {"date_hint": "giữa tháng 3"},  # there is a time
        {"state": SessionState.REHEARSING},
        {"state": SessionState.OPEN},
        {"state": SessionState.LOCKED},
    ],
)
def test_units_are_not_told_of(changed: dict[str, Any]) -> None:
    assert _told(**changed) == _told()


def test_a_hint_is_told_while_there_is_no_time() -> None:
    assert _told(starts_at=None, date_hint="cuối tháng") != _told(starts_at=None)


def test_the_date_is_vietnams() -> None:
    evening_before = datetime(2022, 3, 14, 17, 30, tzinfo=UTC)  # 00:30 of the 15th
    assert other_date(MORNING, evening_before) is None
    assert other_date(MORNING, evening_before - timedelta(hours=1)) == (
        date(2022, 3, 15),
        date(2022, 3, 14),
    )
    assert other_date(None, MORNING) is None


def test_a_closed_session_locks_by_time_and_no_other_does() -> None:
    for state in STATES:
        locks = state is SessionState.CLOSED
        assert state_at(state, MORNING, MORNING) is (SessionState.LOCKED if locks else state)
        assert state_at(state, MORNING, MORNING - timedelta(seconds=1)) is state


def test_the_lowest_free_doors_are_given() -> None:
    assert free_doors({1, 3}, 3) == [2, 4, 5]
    assert free_doors(set(), 0) == []
