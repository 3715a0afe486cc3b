"""What a check-in's time is spent on: the program under a sampling profiler for one load.

The profiler looks at the stack at each tick of the processor time, so it favours nothing.
`python -m bench.rush.profiling` is the program so watched; it writes what it saw when it ends.
"""

import os
import signal
import sys
import sysconfig
import tempfile
from collections import Counter
from pathlib import Path
from types import CodeType, FrameType
from typing import Final

from api import cli
from api.settings import PREFIX
from bench import report, serving
from bench.crowd import MASTER
from bench.rush.hall import Hall
from bench.rush.measuring import Pace, filled
from bench.rush.pgbench import CLIENTS
from tests import postgres

TOP: Final = 25
_WHERE: Final = "PROFILE"
_BEGIN: Final = signal.SIGUSR1
_EVERY_SECONDS: Final = 0.001
_MEMBERS: Final = 20_000


def top(pace: Pace) -> str:
    """Load one process on PostgreSQL, and tell which lines of code it was found in."""
    with tempfile.TemporaryDirectory(prefix="diemdanh-rush-") as name:
        folder = Path(name)
        seen = folder / "samples"
        with postgres.start(durable=True) as server:
            server.create_database("rush")
            url = server.url("rush")
            hall = Hall(filled(url, _MEMBERS), server.pid, loads_left=1)
            with serving.served(
                url,
                data_dir=folder,
                master_key=MASTER,
                command=("-m", "bench.rush.profiling"),
                settings={_WHERE: str(seen)},
            ) as program:
                hall.warm(program)
                program.kill(program.process.pid, _BEGIN)
                found = hall.check_in(program, connections=CLIENTS, seconds=3 * pace.seconds)
        lines = seen.read_text(encoding="utf-8").splitlines()
    table = report.table("| itself % | with callees % | function |", lines)
    return (
        f"Under the profiler, one process: {found.per_second:,.0f} check-ins a second, "
        f"{found.app_us:.0f} µs each.\n\n{table}"
    )


class Sampler:
    """Counts where the main thread is, by the clock of its processor time."""

    def __init__(self) -> None:
        self.total = 0
        self.itself: Counter[CodeType] = Counter()
        self.among: Counter[CodeType] = Counter()
        self._looks = False

    def start(self) -> None:
        """Begin to look."""
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, _EVERY_SECONDS, _EVERY_SECONDS)

    def lines(self) -> list[str]:
        """Tell where it was most often."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        share = 100 / max(1, self.total)
        return [
            f"| {number * share:.1f} | {self.among[code] * share:.1f} | `{_name(code)}` |"
            for code, number in self.itself.most_common(TOP)
        ]

    def _look(self, _number: int, frame: FrameType | None) -> None:
        if self._looks:  # still at the tick before
            return
        self._looks = True
        stack = []
        while frame is not None:
            stack.append(frame.f_code)
            frame = frame.f_back
        if stack:
            self.total += 1
            self.itself[stack[0]] += 1
            self.among.update(set(stack))
        self._looks = False


def _name(code: CodeType) -> str:
    place = code.co_filename
    for above in (sysconfig.get_path("purelib"), sysconfig.get_path("stdlib"), str(serving.ROOT)):
        place = place.removeprefix(above + os.sep)
    return f"{place}:{code.co_qualname}"


def main() -> None:
    """Serve as the program does, and write what was seen when it ends."""
    sampler = Sampler()
    # uvicorn ends well, and then by the signal that ended it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(_BEGIN, lambda *_: sampler.start())
    try:
        cli.main(["serve", "--empty"])
    finally:
        Path(os.environ[PREFIX + _WHERE]).write_text("\n".join(sampler.lines()), encoding="utf-8")


if __name__ == "__main__":
    main()
