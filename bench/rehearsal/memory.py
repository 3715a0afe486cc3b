"""What the processes of a rehearsal hold while it goes on: at the beginning, the end, the most."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from bench.serving import memory

Watched = Callable[[], Mapping[str, Sequence[int]]]
"""Who is to be watched now: the processes of each kind, by their ids."""


@dataclass(slots=True)
class Held:
    """MB that one kind of process held, without the share others have of it (PSS)."""

    start: float = 0.0
    end: float = 0.0
    peak: float = 0.0

    def add(self, megabytes: float) -> None:
        """Note what is held now."""
        self.start = self.start or megabytes
        self.end = megabytes
        self.peak = max(self.peak, megabytes)


@contextmanager
def watched(processes: Watched, *, every: float) -> Iterator[dict[str, Held]]:
    """Look at some processes again and again until the end of the block."""
    held: dict[str, Held] = {}
    over = threading.Event()

    def look() -> None:
        while True:
            for kind, pids in processes().items():
                megabytes = sum(memory(pid).pss for pid in pids)
                if megabytes:
                    held.setdefault(kind, Held()).add(megabytes)
            if over.wait(every):
                return

    looking = threading.Thread(target=look, name="memory", daemon=True)
    looking.start()
    try:
        yield held
    finally:
        over.set()
        looking.join()


def as_json(held: Mapping[str, Held]) -> dict[str, dict[str, float]]:
    """Write it for the figures that are kept."""
    return {kind: asdict(each) for kind, each in held.items()}
