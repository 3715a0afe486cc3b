"""What a scenario came to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One run: what was acknowledged, and what the database says of it afterwards.

    `broken` are promises that were not kept besides, as "answered 500"; `facts` are figures for
    the reader.
    """

    name: str
    seconds: float
    acknowledged: int
    lost: int
    double: int
    broken: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        """Tell whether every promise was kept."""
        return self.acknowledged > 0 and not (self.lost or self.double or self.broken)

    @property
    def has_seen(self) -> bool:
        """Tell whether something was wrong, and noticed: what a control is for."""
        return self.acknowledged > 0 and bool(self.lost or self.double or self.broken)


class NotTried(Exception):
    """This machine does not allow what a scenario needs; the message says what."""


Run: TypeAlias = Callable[[bool], Result]
"""Takes whether it shall be short: at most some seconds instead of about a minute."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A fault under load, and the control: the same with a program or client that is wrong.

    The control must lose or double something, or break a promise: otherwise nobody knows whether
    the scenario would see it.
    """

    about: str
    run: Run
    control_about: str = ""
    control: Run | None = None
