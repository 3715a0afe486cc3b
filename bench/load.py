"""A bounded load on loopback, from a process of its own: keep-alive connections, prepared bytes.

`closed` sends the next request as soon as a connection is free; `open_loop` sends at instants of
its own (Poisson) and counts from the planned instant: what waits for a free connection has waited.
Every load ends by itself at its deadline, whatever the server does. `bench.sending` carries it out.
"""

import math
import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

LOST: Final = 0
"""The status of a request that was never answered: its connection went, or the time was over."""

_ROOT: Final = Path(__file__).parent.parent
_PATIENCE_SECONDS: Final = 30


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load came to; rates and milliseconds are those of accepted requests (2xx) alone.

    `taken` tells how many of the requests were sent, from the first on; `cpu_us` is the load's own
    processor time for each. `answered` (index, status, milliseconds) and `bodies` (by index) are
    kept where they were asked for.
    """

    per_second: float
    p50: float
    p99: float
    p999: float
    statuses: Counter[int]
    seconds: float
    taken: int
    cpu_us: float
    answered: list[tuple[int, int, float]] = field(default_factory=list)
    bodies: dict[int, bytes] = field(default_factory=dict)

    @property
    def accepted(self) -> int:
        """Count the answers 2xx."""
        return sum(number for status, number in self.statuses.items() if 200 <= status < 300)


@dataclass(frozen=True, slots=True)
class Order:
    """What to send and how; without a `rate`, each connection sends one after the other."""

    port: int
    raw: Sequence[bytes]
    connections: int
    rate: float | None = None
    seconds: float = math.inf
    deadline: float = 120.0
    keep: bool = False
    keep_bodies: bool = False
    acks: Path | None = None
    seed: int = 1


def closed(
    port: int,
    raw: Sequence[bytes],
    *,
    connections: int,
    seconds: float = math.inf,
    deadline: float = 120.0,
    keep: bool = False,
    keep_bodies: bool = False,
    acks: Path | None = None,
) -> Outcome:
    """Send requests once each, on every connection one after the other; none after `seconds`.

    `acks` is a file to which the indexes of accepted requests are appended, a line each, written
    and synced while the load goes on. A request whose connection went is lost, and not repeated.
    """
    return apart(
        Order(
            port,
            raw,
            connections,
            seconds=seconds,
            deadline=deadline,
            keep=keep,
            keep_bodies=keep_bodies,
            acks=acks,
        )
    )


def open_loop(
    port: int,
    raw: Sequence[bytes],
    *,
    rate: float,
    connections: int,
    deadline: float = 120.0,
    keep: bool = False,
    keep_bodies: bool = False,
    acks: Path | None = None,
    seed: int = 1,
) -> Outcome:
    """Send requests once each, `rate` a second on average, whether or not others are answered."""
    return apart(
        Order(
            port,
            raw,
            connections,
            rate=rate,
            deadline=deadline,
            keep=keep,
            keep_bodies=keep_bodies,
            acks=acks,
            seed=seed,
        )
    )


def apart(order: Order) -> Outcome:
    """Carry an order out in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", "from bench import sending; sending.child()"],
        cwd=_ROOT,
        input=pickle.dumps(order),
        stdout=subprocess.PIPE,
        timeout=order.deadline + _PATIENCE_SECONDS,
        check=True,
    )
    outcome: Outcome = pickle.loads(ended.stdout)  # noqa: S301 - our own process wrote it
    return outcome
