"""The only reader of the wall clock.

Everything else is handed its instant: one per request, passed down as `at`, so that nothing is
ever judged by two clocks and a test can move time.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Annotated, TypeAlias

from fastapi import Depends, Request

Clock: TypeAlias = Callable[[], datetime]


def system_clock() -> Clock:
    """Make a clock of the wall time at start plus the monotonic time since.

    A wall clock that is set while the server runs moves no code and no window.
    """
    started_at = datetime.now(UTC)
    started = time.monotonic()

    def now() -> datetime:
        return started_at + timedelta(seconds=time.monotonic() - started)

    return now


async def instant(request: Request) -> datetime:
    """Read the instant of this request, aware and in UTC, once."""
    clock: Clock = request.app.state.clock
    return clock()


At = Annotated[datetime, Depends(instant)]
