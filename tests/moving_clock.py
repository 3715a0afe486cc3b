"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

MORNING = datetime(2022, 3, 15, 0, 30, tzinfo=UTC)
"""07:30 in Bù Đăng, on a day in the middle of March 2022; a step of the codes begins here."""


class MovingClock:
    """Read it by calling it, like any clock."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0) -> datetime:
        """Go forward and tell the new instant."""
        self.at += timedelta(seconds=seconds, minutes=minutes, hours=hours)
        return self.at
