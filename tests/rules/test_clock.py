"""The program's clock: the wall time of its start, and from then on only what has passed."""

from datetime import UTC, datetime, timedelta, tzinfo

import pytest

from api.kit import clock


class Wall(datetime):
    """A wall clock that somebody sets."""

    set_to = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Wall":  # noqa: ARG003
        """Tell what it was set to."""
        return cls.combine(cls.set_to.date(), cls.set_to.timetz())


@pytest.mark.parametrize("step", [timedelta(hours=-1), timedelta(hours=1), timedelta(days=400)])
def test_who_sets_the_wall_clock_while_the_program_runs_moves_no_window(
    step: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "datetime", Wall)
    now = clock.system_clock()
    before = now()
    assert timedelta(0) <= before - Wall.set_to < timedelta(minutes=1)
    monkeypatch.setattr(Wall, "set_to", Wall.set_to + step)
    after = now()
    assert timedelta(0) <= after - before < timedelta(minutes=1)
    assert after.utcoffset() == timedelta(0)
