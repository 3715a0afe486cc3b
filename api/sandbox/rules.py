"""How far the clock of a sandbox may be moved, and what it passes on its way (pure)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

FARTHEST: Final = timedelta(days=31)
"""So long after its morning began a sandbox ends: begin a new one."""
_STRIDE: Final = timedelta(minutes=5)
_MOST_STRIDES: Final = 288


def is_within(at: datetime, *, earliest: datetime, began_at: datetime) -> bool:
    """Tell whether the clock may be moved to an instant."""
    return earliest <= at <= began_at + FARTHEST


def passed(before: datetime, after: datetime) -> Iterator[datetime]:
    """List the instants at which to look what is due on the way forward; the last is `after`.

    Every five minutes, or more seldom on a long way; going back passes nothing.
    """
    stride = max(_STRIDE, (after - before) / _MOST_STRIDES)
    at = before + stride
    while at < after:
        yield at
        at += stride
    if after > before:
        yield after
