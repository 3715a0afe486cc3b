"""When a point is silent."""

from datetime import UTC, datetime, timedelta

import pytest

from api.attendance.rules import Count, is_silent

_OPENED = datetime(2022, 3, 15, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "minutes", "last", "silent"),
    [
        (Count(expected=5, present=1), 9.9, None, False),
        (Count(expected=5, present=1), 10, None, True),
        (Count(expected=5, present=1), 15, 6, False),
        (Count(expected=5, present=1), 16, 6, True),
        (Count(expected=5, present=3, excused=2), 60, 6, False),
        (Count(expected=5, present=3, pending=1, unexcused=1), 60, 6, False),
        (Count(), 60, None, False),
    ],
)
def test_a_point_is_silent_when_some_are_missing_and_nobody_comes(
    count: Count, minutes: float, last: float | None, silent: bool
) -> None:
    arrived = None if last is None else _OPENED + timedelta(minutes=last)
    at = _OPENED + timedelta(minutes=minutes)
    assert is_silent(count, opened_at=_OPENED, last_arrived_at=arrived, at=at) is silent
    assert not is_silent(count, opened_at=None, last_arrived_at=arrived, at=at)
