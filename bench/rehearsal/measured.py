"""What the phones saw: latencies in a histogram that never grows, check-ins second by second."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

_RESOLUTION: Final = 0.0002
_SLOTS: Final = 100_000  # up to 20 s; what takes longer counts as that
_TENTHS: Final = 10


@dataclass(slots=True)
class Latencies:
    """Seconds that answers took, to a fifth of a millisecond."""

    slots: list[int] = field(default_factory=lambda: [0] * _SLOTS)

    def add(self, seconds: float) -> None:
        """Count one."""
        self.slots[min(int(seconds / _RESOLUTION), _SLOTS - 1)] += 1

    def percentile(self, percent: float) -> float:
        """Tell, in milliseconds, what so many percent did not exceed; 0 where there was none."""
        wanted, seen = sum(self.slots) * percent / 100, 0
        for slot, number in enumerate(self.slots):
            seen += number
            if number and seen >= wanted:
                return (slot + 1) * _RESOLUTION * 1000
        return 0.0


@dataclass(slots=True)
class Seen:
    """What came of the phones; `seconds` is until the last check-in was answered."""

    seconds: float = 0.0
    check_ins: int = 0
    repeats: int = 0
    busy: int = 0
    cut: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    each_second: list[int] = field(default_factory=list)
    tickets: Latencies = field(default_factory=Latencies)
    receipts: Latencies = field(default_factory=Latencies)
    wrong: list[str] = field(default_factory=list)
    wrong_more: int = 0

    def complain(self, sentence: str) -> None:
        """Note what must not happen; the first ones in words."""
        if len(self.wrong) < _TENTHS * 2:
            self.wrong.append(sentence)
        else:
            self.wrong_more += 1

    def recorded_after(self, seconds: float) -> None:
        """Count a check-in that was answered so long after the beginning; the last one ends it."""
        self.seconds = seconds
        second = int(seconds)
        while len(self.each_second) <= second:
            self.each_second.append(0)
        self.each_second[second] += 1
        self.check_ins += 1

    def by_tenths(self) -> list[float]:
        """Tell the check-ins per second of each tenth of the run, in order."""
        length = max(self.seconds, 1e-9) / _TENTHS
        sums = [0.0] * _TENTHS
        for second, number in enumerate(self.each_second):
            ends = min(second + 1.0, self.seconds)
            span = max(ends - second, 1e-9)
            for tenth in range(_TENTHS):
                shared = min(ends, (tenth + 1) * length) - max(second, tenth * length)
                sums[tenth] += number * max(shared, 0.0) / span
        return [each / length for each in sums]
